public import Diagnostics

/// Reads CSV text record by record, and takes no more memory than a part of the input.
///
/// ```swift
/// var reader = try CSVReader(path: "pairs.csv")
/// let findings = try reader.read { record in
///   print(record.line, record[0])
/// }
/// ```
///
/// Reading is strict: bytes that are not UTF-8, NUL, quotes that are missing or one too many, fields
/// that are too long, blank lines before a record and carriage returns as line endings are faults.
/// All faults of an input are found in one pass; a record with a fault is not handed out. A
/// byte-order mark, LF or CRLF, and a last line without an ending are accepted.
///
/// Records need not have the same number of fields: see ``TableReader`` for that.
public struct CSVReader: ~Copyable {
  private let scanner: RecordScanner

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: The path of the file, or `-` for the standard input.
  ///   - options: How the text is read.
  /// - Throws: `FileError` if the file cannot be read.
  public init(path: String, options: CSVOptions = CSVOptions()) throws(FileError) {
    scanner = try RecordScanner(path: path, options: options)
  }

  /// Prepares to read bytes in memory.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - name: The name of the input for places, as the user knows it.
  ///   - offset: The index of the first byte of the text, which begins a line.
  ///   - line: The number of that line.
  ///   - options: How the text is read.
  public init(
    bytes: [UInt8],
    name: String,
    from offset: Int = 0,
    line: Int = 1,
    options: CSVOptions = CSVOptions()
  ) {
    scanner = RecordScanner(bytes: bytes, name: name, from: offset, line: line, options: options)
  }

  /// Prepares to read bytes that arrive in parts.
  init(bytes: [UInt8], name: String, partLength: Int, options: CSVOptions) throws(FileError) {
    let input = InputBuffer(
      bytes, partLength: partLength, decodesWindows1252: options.encoding == .windows1252
    )
    scanner = try RecordScanner(readingOn: input, name: name, options: options)
  }

  /// Reads the input to its end; later calls find nothing more.
  ///
  /// - Parameter body: Is called for every record without a fault, in order, the header included.
  /// - Returns: The faults, in the order of their places.
  /// - Throws: `FileError` if the input cannot be read, or what the function throws.
  public mutating func read(_ body: (borrowing CSVRecord) throws -> Void) throws -> [Finding] {
    let record = CSVRecord(scanner: scanner)
    while try scanner.next() { try body(record) }
    return scanner.log.result
  }
}

extension RecordScanner {
  /// Opens a file, or the standard input if the path is `-`.
  convenience init(path: String, options: CSVOptions) throws(FileError) {
    if options.encoding == .detected {
      self.init(bytes: try WholeFile.read(path), name: path, from: 0, line: 1, options: options)
      return
    }
    let file = try FileDescriptor.forReading(path)
    let input = InputBuffer(
      file, path: path, decodesWindows1252: options.encoding == .windows1252
    )
    try self.init(readingOn: input, name: path, options: options)
  }

  /// Prepares to read bytes in memory, from an offset on.
  convenience init(bytes: [UInt8], name: String, from offset: Int, line: Int, options: CSVOptions) {
    precondition((0...bytes.count).contains(offset), "no such offset")
    let isWindows1252 =
      switch options.encoding {
      case .utf8: false
      case .windows1252: true
      case .detected: !TextCheck.isUTF8(bytes)
      }
    // Decoding moves offsets, so what comes before the text is left out.
    let input =
      isWindows1252
      ? InputBuffer(Array(bytes[offset...]), decodesWindows1252: true)
      : InputBuffer(bytes, decodesWindows1252: false)
    let beginning = InputBeginning(
      of: input, from: isWindows1252 ? 0 : offset, mayHaveMark: offset == 0, name: name,
      options: options
    )
    self.init(input, beginning: beginning, name: name, line: line, options: options)
  }

  /// Prepares to read an input of which nothing is in memory yet.
  convenience init(
    readingOn input: InputBuffer,
    name: String,
    options: CSVOptions
  ) throws(FileError) {
    var input = input
    let beginning = try InputBeginning(readingOn: &input, name: name, options: options)
    self.init(input, beginning: beginning, name: name, line: 1, options: options)
  }
}
