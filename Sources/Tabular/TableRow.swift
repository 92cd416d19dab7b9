public import Diagnostics

/// A row of a table while it is being read: a view of the reader's buffers.
///
/// Columns go by their index in the schema, or by name. A row cannot be kept: the closure that
/// receives it takes out what it needs.
public struct TableRow: ~Copyable {
  let record: CSVRecord
  let layout: TableLayout

  /// The physical line on which the row begins, counted from 1.
  public var line: Int { record.line }

  /// The names of all columns of the table, in the order of the table.
  public var columns: [String] { layout.columns }

  /// The texts of all columns of the table, in the order of the table.
  public var values: [String] { record.fields }

  /// The text of a column of the schema; empty if the column is optional and not there.
  public subscript(column: Int) -> String { layout.fieldOfColumn[column].map { record[$0] } ?? "" }

  /// The text of a column; empty if the table has none of that name.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the name; the index of the column is faster.
  public subscript(name: String) -> String { layout.fieldOfName[name].map { record[$0] } ?? "" }

  /// Whether a column of the schema has no text, or is not there.
  public func isEmpty(_ column: Int) -> Bool {
    layout.fieldOfColumn[column].map { record.isEmpty($0) } ?? true
  }

  /// Whether the table has a column of the schema.
  public func hasColumn(_ column: Int) -> Bool { layout.fieldOfColumn[column] != nil }

  /// Calls a function with the bytes of a column of the schema, without copying them.
  ///
  /// - Parameters:
  ///   - column: The index of the column; the bytes are none if it is not there.
  ///   - body: The function.
  /// - Returns: What the function returns.
  /// - Throws: What the function throws.
  public func withUTF8<Result, Failure: Error>(
    _ column: Int,
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let field = layout.fieldOfColumn[column] else { return try body(Span()) }
    return try record.withUTF8(field, body)
  }

  /// The place of a column of the schema in this row; that of the row if the column is not there.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the record.
  public func location(of column: Int) -> SourceLocation {
    record.location(of: layout.fieldOfColumn[column] ?? 0)
  }

  /// The place of a column in this row; that of the row if the table has none of that name.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the record.
  public func location(of name: String) -> SourceLocation {
    record.location(of: layout.fieldOfName[name] ?? 0)
  }
}
