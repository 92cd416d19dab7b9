import Diagnostics

/// The mappings of a set: fields as numbers of texts, row by row.
final class MappingTable: Sendable {
  let metadata: SetMetadata
  let columns: [Column]
  let cells: [UInt32]
  /// The lines on which the rows begin; none if the mappings were not read from a file.
  let lines: [UInt32]
  let headerLine: Int
  let pool: StringPool
  let source: SourceText?
  /// The column of each slot, by raw value; -1 if there is none.
  private let columnOfSlot: [Int]
  /// What the set says for all its mappings, by raw value of the slot.
  private let propagated: [String]

  let rowCount: Int

  init(
    columns: [Column],
    cells: [UInt32],
    lines: [UInt32] = [],
    headerLine: Int = 0,
    pool: StringPool,
    source: SourceText? = nil,
    metadata: SetMetadata
  ) {
    self.metadata = metadata
    self.columns = columns
    self.cells = cells
    self.lines = lines
    self.headerLine = headerLine
    self.pool = pool
    self.source = source
    rowCount = columns.isEmpty ? 0 : cells.count / columns.count
    var places = [Int](repeating: -1, count: Slot.allCases.count)
    for (index, column) in columns.enumerated().reversed() {
      if let slot = column.slot { places[Int(slot.rawValue)] = index }
    }
    columnOfSlot = places
    var values = [String](repeating: "", count: Slot.allCases.count)
    for entry in metadata.entries {
      guard let slot = entry.slot, slot.isPropagatable else { continue }
      let column = places[Int(slot.rawValue)]
      let isInRows =
        column >= 0
        && stride(from: column, to: cells.count, by: columns.count).contains { cells[$0] != 0 }
      guard !isInRows else { continue }
      let texts = entry.values.map(\.text)
      values[Int(slot.rawValue)] = slot.isMultivalued ? MultiValue.join(texts) : texts.first ?? ""
    }
    propagated = values
  }

  func column(of slot: Slot) -> Int? {
    let column = columnOfSlot[Int(slot.rawValue)]
    return column < 0 ? nil : column
  }

  /// The number of the text in a row and column.
  func cell(_ row: Int, _ column: Int) -> UInt32 { cells[row * columns.count + column] }

  /// The number of the text of a slot; 0 if it has no column.
  func cell(_ row: Int, _ slot: Slot) -> UInt32 {
    let column = columnOfSlot[Int(slot.rawValue)]
    return column < 0 ? 0 : cells[row * columns.count + column]
  }

  /// What the set says of a slot for all its mappings; empty if it says nothing, or if mappings
  /// have their own values.
  func propagated(_ slot: Slot) -> String { propagated[Int(slot.rawValue)] }

  func location(row: Int, column: Int) -> SourceLocation? {
    lines.isEmpty ? nil : source?.location(line: Int(lines[row]), field: column)
  }

  func location(row: Int, slot: Slot) -> SourceLocation? {
    location(row: row, column: column(of: slot) ?? 0)
  }

  func headerLocation(column: Int) -> SourceLocation? {
    source?.location(line: headerLine, field: column)
  }
}
