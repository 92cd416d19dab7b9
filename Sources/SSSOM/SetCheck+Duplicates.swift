import Diagnostics

extension SetCheck {
  /// Finds rows that say the same, and record identifiers that are not of one mapping.
  mutating func checkDuplicates() {
    let width = table.columns.count
    var rows = FirstRows(minimumCapacity: table.rowCount)
    for row in 0..<table.rowCount {
      var hash: UInt64 = 0
      for cell in row * width..<(row + 1) * width {
        hash = (hash ^ UInt64(table.cells[cell])) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
      }
      guard let first = rows.insert(row, key: hash) else { continue }
      let isSame = (0..<width).allSatisfy {
        table.cells[row * width + $0] == table.cells[first * width + $0]
      }
      guard isSame else { continue }
      findings.add(
        .duplicateRow, at: place(row: row, column: 0),
        "this row is the same as that on \(rowText(first))"
      )
    }
    guard let column = table.column(of: .recordID) else { return }
    var records = FirstRows(minimumCapacity: table.rowCount)
    for row in 0..<table.rowCount {
      let number = table.cell(row, column)
      guard number != 0, let first = records.insert(row, key: UInt64(number)) else { continue }
      findings.add(
        .duplicateRecordID, at: place(row: row, column: column),
        "the record identifier \(table.pool[number].quoted) is that of \(rowText(first))"
      )
    }
  }
}
