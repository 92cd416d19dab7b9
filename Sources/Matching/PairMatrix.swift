/// Numbers for pairs of unit groups, most of which are 0 and not kept.
///
/// Rows are the unit groups of one classification, columns those of another, both by number.
public struct PairMatrix: Hashable, Sendable {
  /// The number of rows.
  public let rowCount: Int
  /// The number of columns.
  public let columnCount: Int
  /// The columns of the kept numbers, row by row, ascending in each row.
  public let columns: [Int32]
  /// The kept numbers.
  public let values: [Float]
  private let starts: [Int32]

  /// Creates a matrix from rows of columns and numbers, whose columns ascend.
  public init(rows: [[(column: Int32, value: Float)]], columnCount: Int) {
    rowCount = rows.count
    self.columnCount = columnCount
    var starts: [Int32] = [0]
    var columns: [Int32] = []
    var values: [Float] = []
    for row in rows {
      for entry in row {
        columns.append(entry.column)
        values.append(entry.value)
      }
      starts.append(Int32(columns.count))
    }
    self.starts = starts
    self.columns = columns
    self.values = values
  }

  /// The places of a row's numbers in ``columns`` and ``values``.
  public func range(ofRow row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }

  /// The place of a pair's number, if it is kept.
  ///
  /// - Complexity: O(log *n*), where *n* is the length of the row.
  public func place(_ row: Int, _ column: Int) -> Int? {
    var low = Int(starts[row])
    var high = Int(starts[row + 1])
    while low < high {
      let middle = (low + high) / 2
      if Int(columns[middle]) < column { low = middle + 1 } else { high = middle }
    }
    return low < Int(starts[row + 1]) && Int(columns[low]) == column ? low : nil
  }

  /// The number of a pair.
  public subscript(row: Int, column: Int) -> Float { place(row, column).map { values[$0] } ?? 0 }

  /// The greatest number of each row, 0 for an empty one.
  public func rowMaxima() -> [Float] {
    (0..<rowCount).map { row in range(ofRow: row).reduce(0) { max($0, values[$1]) } }
  }

  /// The greatest number of each column, 0 for an empty one.
  public func columnMaxima() -> [Float] {
    var maxima = [Float](repeating: 0, count: columnCount)
    for (column, value) in zip(columns, values) {
      maxima[Int(column)] = max(maxima[Int(column)], value)
    }
    return maxima
  }

  /// The places of the greatest numbers of each row and each column.
  ///
  /// - Parameters:
  ///   - perRow: How many of each row.
  ///   - perColumn: How many of each column.
  /// - Returns: The pairs; of equal numbers at the border all.
  public func greatest(perRow: Int, perColumn: Int) -> [(row: Int, column: Int)] {
    func border(_ values: [Float], _ count: Int) -> Float {
      values.count <= count ? 0 : values.sorted(by: >)[count - 1]
    }
    var byColumn = [[Float]](repeating: [], count: columnCount)
    for (column, value) in zip(columns, values) { byColumn[Int(column)].append(value) }
    let columnBorders = byColumn.map { border($0, perColumn) }
    var pairs: [(row: Int, column: Int)] = []
    for row in 0..<rowCount {
      let range = range(ofRow: row)
      let rowBorder = border(Array(values[range]), perRow)
      for place in range where values[place] > 0 {
        let column = Int(columns[place])
        if values[place] >= rowBorder || values[place] >= columnBorders[column] {
          pairs.append((row, column))
        }
      }
    }
    return pairs
  }

  /// The greater number of each pair of two matrices of the same size.
  public func maximum(with other: Self) -> Self {
    combined(with: other) { max($0, $1) }
  }

  /// The sum of two matrices of the same size.
  public func sum(with other: Self) -> Self { combined(with: other) { $0 + $1 } }

  private func combined(with other: Self, _ combine: (Float, Float) -> Float) -> Self {
    let rows = (0..<rowCount).map { row in
      var merged: [(column: Int32, value: Float)] = []
      var left = range(ofRow: row)
      var right = other.range(ofRow: row)
      while !left.isEmpty || !right.isEmpty {
        let leftColumn = left.isEmpty ? Int32.max : columns[left.lowerBound]
        let rightColumn = right.isEmpty ? Int32.max : other.columns[right.lowerBound]
        let column = min(leftColumn, rightColumn)
        let leftValue = leftColumn == column ? values[left.removeFirst()] : 0
        let rightValue = rightColumn == column ? other.values[right.removeFirst()] : 0
        merged.append((column, combine(leftValue, rightValue)))
      }
      return merged
    }
    return Self(rows: rows, columnCount: columnCount)
  }
}
