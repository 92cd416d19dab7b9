public import Diagnostics

/// Reads a table, which is CSV text whose first record names the columns.
///
/// ```swift
/// let schema = TableSchema(columns: [.required("code"), .required("title")], key: ["code"])
/// var reader = try TableReader(path: "noc.csv", schema: schema)
/// let findings = try reader.read { row in
///   print(row[0], row[1])
/// }
/// ```
///
/// Besides what ``CSVReader`` finds, these are faults: a column that is missing or there twice, a
/// row with another number of fields than the header, and a key that is there twice. Rows with a
/// fault are not handed out; none are if the header has one.
public struct TableReader: ~Copyable {
  private let scanner: RecordScanner
  private let schema: TableSchema?
  private var keys = KeyIndex()

  /// The names of the columns, from the header; none before it has been read or if it has a fault.
  public private(set) var columns: [String] = []

  /// Whether the text is read as Windows-1252.
  var isWindows1252: Bool { scanner.isWindows1252 }

  /// The places of the columns in the header, in their order.
  private(set) var columnPlaces: [(line: Int, column: Int)] = []

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: The path of the file, or `-` for the standard input.
  ///   - schema: The columns that there have to be; any will do if it is `nil`.
  ///   - options: How the text is read.
  /// - Throws: `FileError` if the file cannot be read.
  public init(
    path: String,
    schema: TableSchema?,
    options: CSVOptions = CSVOptions()
  ) throws(FileError) {
    scanner = try RecordScanner(path: path, options: options)
    self.schema = schema
  }

  /// Prepares to read bytes in memory.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - name: The name of the input for places, as the user knows it.
  ///   - offset: The index of the first byte of the table, which begins a line.
  ///   - line: The number of that line.
  ///   - schema: The columns that there have to be; any will do if it is `nil`.
  ///   - options: How the text is read.
  public init(
    bytes: [UInt8],
    name: String,
    from offset: Int = 0,
    line: Int = 1,
    schema: TableSchema?,
    options: CSVOptions = CSVOptions()
  ) {
    scanner = RecordScanner(bytes: bytes, name: name, from: offset, line: line, options: options)
    self.schema = schema
  }

  /// Prepares to read bytes that arrive in parts.
  init(
    bytes: [UInt8],
    name: String,
    partLength: Int,
    schema: TableSchema?,
    options: CSVOptions
  ) throws(FileError) {
    let input = InputBuffer(
      bytes, partLength: partLength, decodesWindows1252: options.encoding == .windows1252
    )
    scanner = try RecordScanner(readingOn: input, name: name, options: options)
    self.schema = schema
  }

  /// Reads the table to its end; later calls find nothing more.
  ///
  /// - Parameter body: Is called for every row without a fault, in order.
  /// - Returns: The faults, in the order of their places.
  /// - Throws: `FileError` if the input cannot be read, or what the function throws.
  public mutating func read(_ body: (borrowing TableRow) throws -> Void) throws -> [Finding] {
    guard let layout = try readHeader() else { return scanner.log.result }
    columns = layout.columns
    columnPlaces = layout.places
    let isUsable = !scanner.log.hasOthers(than: "blank-line")
    let row = TableRow(record: CSVRecord(scanner: scanner), layout: layout)
    while try scanner.next() {
      guard hasRightCount(row), hasNewKey(row), isUsable else { continue }
      try body(row)
    }
    return scanner.log.result
  }

  /// Reads the header.
  ///
  /// - Returns: The columns, or nothing if they cannot be known; then the rest has been read, too.
  private func readHeader() throws -> TableLayout? {
    guard try scanner.next() else { return nil }
    if scanner.log.hasOthers(than: "blank-line") {
      // The header had a fault, and taking the record after it for the header would tell nonsense.
      while try scanner.next() {}
      return nil
    }
    return TableLayout(of: CSVRecord(scanner: scanner), schema: schema, log: &scanner.log)
  }

  private func hasRightCount(_ row: borrowing TableRow) -> Bool {
    let expected = row.layout.columns.count
    let found = row.record.fieldCount
    if found == expected { return true }
    let fields = found == 1 ? "1 field" : "\(found) fields"
    scanner.log.report(
      "ragged-row", at: row.record.location(of: found > expected ? expected : 0),
      "\(fields) where the header has \(expected)",
      help: found > expected
        ? "remove what is too much, or quote the field that has a delimiter in it"
        : "add what is missing, or quote the field that has a line ending in it"
    )
    return false
  }

  private mutating func hasNewKey(_ row: borrowing TableRow) -> Bool {
    let fields = row.layout.keyFields
    guard let schema, !fields.isEmpty, fields.count == schema.key.count else { return true }
    guard let first = keys.insert(row, fields) else { return true }
    let values = fields.map { row.record[$0] }
    scanner.log.report(
      "duplicate-key", at: row.record.location(of: fields[0]),
      "\(values.quotedForMessage) is there already on line \(first)",
      help: "keep one of the two rows"
    )
    return false
  }
}

/// The keys of the rows so far, and the lines on which they are.
private struct KeyIndex {
  private var lines: [String: Int] = [:]

  /// Adds the key of a row.
  ///
  /// - Returns: The line on which the same key is already, if it is.
  mutating func insert(_ row: borrowing TableRow, _ fields: [Int]) -> Int? {
    var key = row.record[fields[0]]
    for field in fields.dropFirst() {
      // No field has a NUL in it, so different keys cannot become one.
      key += "\0"
      key += row.record[field]
    }
    if let line = lines[key] { return line }
    lines[key] = row.line
    return nil
  }
}
