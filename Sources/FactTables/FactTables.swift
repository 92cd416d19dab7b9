public import Diagnostics
public import Tabular

/// The tables of a folder, as they were read.
public struct FactTables: Sendable {
  /// What the tables are to have, those that others refer to first.
  public let definitions: [TableDefinition]

  /// The rows by the name of the table.
  public private(set) var rows: [String: [FactRow]] = [:]

  /// The faults of the files themselves.
  public private(set) var findings: [Finding] = []

  /// The names of the tables that are there.
  public private(set) var names: Set<String> = []

  /// Reads the tables of a folder.
  ///
  /// - Parameters:
  ///   - definitions: What the tables are to have. A table that is not there has no rows.
  ///   - folder: The folder.
  ///   - options: How the text is read.
  ///   - isThere: Whether a file can be read.
  /// - Throws: `FileError` if a file cannot be read.
  public init(
    _ definitions: [TableDefinition], folder: String, options: CSVOptions = CSVOptions(),
    isThere: (String) -> Bool
  ) throws {
    self.definitions = definitions
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
    for definition in definitions {
      let path = "\(folder)/\(definition.name).csv"
      guard isThere(path) else { continue }
      names.insert(definition.name)
      let read = try Table.read(path: path, schema: definition.schema, options: options)
      rows[definition.name] = read.table.rows.map { FactRow($0, definition) }
      findings += read.findings
    }
  }

  /// The rows of a table; none if it is not there.
  public subscript(name: String) -> [FactRow] {
    get { rows[name] ?? [] }
    set { rows[name] = newValue }
  }
}
