public import Diagnostics

/// A table in memory, for small inputs; larger ones are read with ``TableReader``.
public struct Table: Sendable {
  /// A row of a table.
  public struct Row: Sendable {
    /// The physical line on which the row begins, counted from 1.
    public let line: Int

    /// The texts, in the order of the columns of the table.
    public let values: [String]

    fileprivate let name: String
    fileprivate let places: [(line: Int, column: Int)]
    fileprivate let fieldOfName: [String: Int]

    /// The text of a column; empty if the table has none of that name.
    public subscript(name: String) -> String { fieldOfName[name].map { values[$0] } ?? "" }

    /// The place of a column in this row; that of the row if the table has none of that name.
    public func location(of name: String) -> SourceLocation {
      let place = fieldOfName[name].map { places[$0] } ?? (line: line, column: 1)
      return SourceLocation(file: self.name, line: place.line, column: place.column)
    }

    /// The place of a column in this row, by the index of the column in the table.
    public func location(of column: Int) -> SourceLocation {
      SourceLocation(file: name, line: places[column].line, column: places[column].column)
    }
  }

  /// The name of the input, as the user knows it.
  public let name: String

  /// The names of the columns, from the header.
  public let columns: [String]

  /// The rows, without the header.
  public let rows: [Row]

  /// Whether the text was read as Windows-1252.
  public let isWindows1252: Bool

  fileprivate let columnPlaces: [(line: Int, column: Int)]

  /// The place of a column in the header, by its index.
  public func location(ofHeader column: Int) -> SourceLocation {
    let place = columnPlaces[column]
    return SourceLocation(file: name, line: place.line, column: place.column)
  }

  /// Reads a file in which any fault is an error.
  ///
  /// - Parameters:
  ///   - path: The path of the file, or `-` for the standard input.
  ///   - schema: The columns that there have to be; any will do if it is `nil`.
  ///   - options: How the text is read.
  /// - Returns: The table.
  /// - Throws: `InvalidInput` if the table has faults, `FileError` if the file cannot be read.
  public static func load(
    path: String,
    schema: TableSchema? = nil,
    options: CSVOptions = CSVOptions()
  ) throws -> Table {
    try withoutFaults(try read(path: path, schema: schema, options: options))
  }

  /// Reads bytes in which any fault is an error.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - name: The name of the input for places, as the user knows it.
  ///   - offset: The index of the first byte of the table, which begins a line.
  ///   - line: The number of that line.
  ///   - schema: The columns that there have to be; any will do if it is `nil`.
  ///   - options: How the text is read.
  /// - Returns: The table.
  /// - Throws: `InvalidInput` if the table has faults.
  public static func load(
    bytes: [UInt8],
    name: String,
    from offset: Int = 0,
    line: Int = 1,
    schema: TableSchema? = nil,
    options: CSVOptions = CSVOptions()
  ) throws -> Table {
    try withoutFaults(
      try read(
        bytes: bytes, name: name, from: offset, line: line, schema: schema, options: options
      )
    )
  }

  /// Reads a file, and leaves out the rows that have a fault.
  ///
  /// - Parameters:
  ///   - path: The path of the file, or `-` for the standard input.
  ///   - schema: The columns that there have to be; any will do if it is `nil`.
  ///   - options: How the text is read.
  /// - Returns: The table, which has no rows if its header has a fault, and the faults.
  /// - Throws: `FileError` if the file cannot be read.
  public static func read(
    path: String,
    schema: TableSchema? = nil,
    options: CSVOptions = CSVOptions()
  ) throws -> (table: Table, findings: [Finding]) {
    try collect(try TableReader(path: path, schema: schema, options: options), name: path)
  }

  /// Reads bytes, and leaves out the rows that have a fault.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - name: The name of the input for places, as the user knows it.
  ///   - offset: The index of the first byte of the table, which begins a line.
  ///   - line: The number of that line.
  ///   - schema: The columns that there have to be; any will do if it is `nil`.
  ///   - options: How the text is read.
  /// - Returns: The table, which has no rows if its header has a fault, and the faults.
  /// - Throws: Nothing but an error of the system in getting memory.
  public static func read(
    bytes: [UInt8],
    name: String,
    from offset: Int = 0,
    line: Int = 1,
    schema: TableSchema? = nil,
    options: CSVOptions = CSVOptions()
  ) throws -> (table: Table, findings: [Finding]) {
    let reader = TableReader(
      bytes: bytes, name: name, from: offset, line: line, schema: schema, options: options
    )
    return try collect(reader, name: name)
  }

  private static func collect(
    _ reader: consuming TableReader,
    name: String
  ) throws -> (table: Table, findings: [Finding]) {
    var rows: [Row] = []
    let findings = try reader.read { row in
      rows.append(
        Row(
          line: row.line, values: row.values, name: name, places: row.record.scanner.places(),
          fieldOfName: row.layout.fieldOfName
        )
      )
    }
    let table = Table(
      name: name, columns: reader.columns, rows: rows, isWindows1252: reader.isWindows1252,
      columnPlaces: reader.columnPlaces)
    return (table, findings)
  }

  private static func withoutFaults(_ result: (table: Table, findings: [Finding])) throws -> Table {
    if result.findings.containsErrors { throw InvalidInput(result.findings) }
    return result.table
  }
}
