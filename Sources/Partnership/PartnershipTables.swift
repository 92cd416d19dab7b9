import Diagnostics
import Tabular

/// A row of a table of the partnership.
struct PartnershipRow {
  /// The table.
  let definition: TableDefinition
  /// The texts in the order of the definition's columns.
  private(set) var values: [String]
  private let origin: Table.Row

  init(_ row: Table.Row, _ definition: TableDefinition) {
    self.definition = definition
    values = definition.columns.map { row[$0.name] }
    origin = row
  }

  /// The text of a column; empty if the table has none of that name.
  subscript(name: String) -> String {
    get { index(of: name).map { values[$0] } ?? "" }
    set { if let index = index(of: name) { values[index] = newValue } }
  }

  /// The place of a column.
  func location(of name: String) -> SourceLocation { origin.location(of: name) }

  private func index(of name: String) -> Int? {
    definition.columns.firstIndex { $0.name == name }
  }
}

/// The tables of a folder, as they were read.
struct PartnershipTables {
  /// The rows by the name of the table.
  private(set) var rows: [String: [PartnershipRow]] = [:]

  /// The faults of the files themselves.
  private(set) var findings: [Finding] = []

  /// The names of the tables that are there.
  private(set) var names: Set<String> = []

  /// Reads the tables of a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - options: How the text is read.
  ///   - isThere: Whether a file can be read.
  /// - Throws: `FileError` if a file cannot be read.
  init(folder: String, options: CSVOptions = CSVOptions(), isThere: (String) -> Bool) throws {
    // An import may put another folder in the place of this one meanwhile.
    var before: AtomicFolder.Identity?
    repeat {
      before = AtomicFolder.identity(of: folder)
      try read(folder, options, isThere)
    } while before != AtomicFolder.identity(of: folder)
  }

  private mutating func read(
    _ folder: String, _ options: CSVOptions, _ isThere: (String) -> Bool
  ) throws {
    (rows, findings, names) = ([:], [], [])
    for definition in TableDefinition.all {
      let path = "\(folder)/\(definition.name).csv"
      guard isThere(path) else { continue }
      names.insert(definition.name)
      let read = try Table.read(path: path, schema: definition.schema, options: options)
      rows[definition.name] = read.table.rows.map { PartnershipRow($0, definition) }
      findings += read.findings
    }
  }

  /// The rows of a table; none if it is not there.
  subscript(name: String) -> [PartnershipRow] {
    get { rows[name] ?? [] }
    set { rows[name] = newValue }
  }

  /// The reports that are listed.
  var reports: Set<String> { Set(self["reports"].map { $0["report"] }) }
}
