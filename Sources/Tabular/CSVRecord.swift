public import Diagnostics

/// One record while it is being read: a view of the reader's buffers, without a copy of its own.
///
/// It cannot be kept: the closure that receives it takes out what it needs.
public struct CSVRecord: ~Copyable {
  let scanner: RecordScanner

  /// The physical line on which the record begins, counted from 1.
  public var line: Int { scanner.recordLine }

  /// The number of fields.
  public var fieldCount: Int { scanner.parser.fieldCount }

  /// The text of a field, by its index from 0; empty if the record has no such field.
  public subscript(field: Int) -> String {
    field < fieldCount ? scanner.parser.string(field) : ""
  }

  /// All fields.
  public var fields: [String] { (0..<fieldCount).map { scanner.parser.string($0) } }

  /// Whether a field has no text, or the record has no such field.
  public func isEmpty(_ field: Int) -> Bool {
    field >= fieldCount || scanner.parser.length(of: field) == 0
  }

  /// Calls a function with the bytes of a field, which are valid UTF-8, without copying them.
  ///
  /// - Parameters:
  ///   - field: The index of the field; the bytes are none if the record has no such field.
  ///   - body: The function.
  /// - Returns: What the function returns.
  /// - Throws: What the function throws.
  public func withUTF8<Result, Failure: Error>(
    _ field: Int,
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard field < fieldCount else { return try body(Span()) }
    return try scanner.parser.withBytes(of: field, body)
  }

  /// The place of a field: its opening quote, or its first character if it has none.
  ///
  /// The line is that on which the field begins. For an index past the last field it is the place
  /// of the last.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the record.
  public func location(of field: Int) -> SourceLocation { scanner.location(ofField: field) }
}
