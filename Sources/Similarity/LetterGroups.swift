import Classifications
import Matching

/// Compares texts by the groups of letters that they share, so that forms of a word, compounds and words of
/// related languages meet: `farmacéuticos`, `pharmaciens`.
///
/// The groups lie within a word, its borders counted as letters. They are weighed by how often they occur in
/// the text and how few texts have them (tf-idf with logarithms on both, as in Manning, Raghavan and Schütze,
/// *Introduction to Information Retrieval*, 2008, 6.4).
public struct LetterGroups: Sendable {
  private let sizes: ClosedRange<Int>
  private let positions: [[UInt8]: Int32]
  private let rarities: [Float]

  /// The number of different groups.
  public var width: Int { rarities.count }

  /// Learns which groups there are and how rare each is.
  ///
  /// - Parameters:
  ///   - texts: Folded texts.
  ///   - sizes: How many letters a group has.
  ///   - fewest: In how many texts a group must occur to count.
  public init(texts: [String], sizes: ClosedRange<Int>, fewest: Int = 1) {
    self.sizes = sizes
    var documents: [[UInt8]: Int] = [:]
    for text in texts {
      for group in Self.counts(text, sizes).keys { documents[group, default: 0] += 1 }
    }
    var positions: [[UInt8]: Int32] = [:]
    var rarities: [Float] = []
    // The order is that of the letters, because floating-point sums depend on it.
    for group in documents.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let count = documents[group], count >= fewest else { continue }
      positions[group] = Int32(rarities.count)
      rarities.append(Float(logarithm(Double(1 + texts.count) / Double(1 + count)) + 1))
    }
    self.positions = positions
    self.rarities = rarities
  }

  /// A text as a vector of length 1; all 0 if it has no known group.
  public func vector(_ text: String) -> SparseVector {
    var numbers: [Int32: Float] = [:]
    for (group, count) in Self.counts(text, sizes) {
      guard let position = positions[group] else { continue }
      numbers[position] = Float(1 + logarithm(Double(count))) * rarities[Int(position)]
    }
    return SparseVector(numbers).normalized
  }

  private static func counts(_ text: String, _ sizes: ClosedRange<Int>) -> [[UInt8]: Int] {
    var counts: [[UInt8]: Int] = [:]
    for word in text.utf8.split(separator: UInt8(ascii: " ")) {
      let padded = [UInt8(ascii: " ")] + word + [UInt8(ascii: " ")]
      for size in sizes {
        // A word shorter than a group counts as one.
        guard padded.count > size else {
          counts[padded, default: 0] += 1
          break
        }
        for start in 0...(padded.count - size) {
          counts[Array(padded[start..<(start + size)]), default: 0] += 1
        }
      }
    }
    return counts
  }
}
