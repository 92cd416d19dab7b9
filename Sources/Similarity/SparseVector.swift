/// Numbers by position, most of which are 0 and not kept.
public struct SparseVector: Hashable, Sendable {
  /// The positions, ascending.
  public var positions: [Int32] = []
  /// The numbers at the positions.
  public var values: [Float] = []

  /// Creates a vector from numbers by position.
  public init(_ numbers: [Int32: Float]) {
    for (position, value) in numbers.sorted(by: { $0.key < $1.key }) where value != 0 {
      positions.append(position)
      values.append(value)
    }
  }

  /// The vector with a length of 1; unchanged if all is 0.
  public var normalized: Self {
    let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length > 0 else { return self }
    var result = self
    for index in values.indices { result.values[index] /= length }
    return result
  }
}

/// Vectors by position, so that the products of one with all of them take one pass over its own numbers.
public struct VectorIndex: Sendable {
  /// How many vectors there are.
  public let count: Int
  private let postings: [[(vector: Int32, value: Float)]]

  /// Indexes vectors.
  ///
  /// - Parameters:
  ///   - vectors: The vectors.
  ///   - width: One more than the greatest position.
  public init(_ vectors: [SparseVector], width: Int) {
    count = vectors.count
    var postings = [[(vector: Int32, value: Float)]](repeating: [], count: width)
    for (number, vector) in vectors.enumerated() {
      for (position, value) in zip(vector.positions, vector.values) {
        postings[Int(position)].append((Int32(number), value))
      }
    }
    self.postings = postings
  }

  /// The product of a vector with each indexed one: the cosine of their angle, if both have length 1.
  ///
  /// - Complexity: O(*n*), where *n* is the number of entries at the vector's positions.
  public func products(with vector: SparseVector) -> [Float] {
    var products = [Float](repeating: 0, count: count)
    for (position, value) in zip(vector.positions, vector.values)
    where Int(position) < postings.count {
      for posting in postings[Int(position)] {
        products[Int(posting.vector)] += value * posting.value
      }
    }
    return products
  }
}
