import CSQLite

/// A prepared statement, finalized with the last reference to it.
///
/// Only ``Database`` holds statements; no pointer leaves this file but inside a ``Row``, which cannot be
/// kept.
@safe final class Statement {
  private let handle: OpaquePointer
  private let database: OpaquePointer
  let sql: String
  var isInUse = false

  init(_ sql: String, in database: OpaquePointer) throws(DatabaseError) {
    var handle: OpaquePointer?
    var rest = 0
    var sql = sql
    let code = sql.withUTF8 { text in
      unsafe text.withMemoryRebound(to: CChar.self) { text in
        var tail: UnsafePointer<CChar>?
        let code = unsafe sqlite3_prepare_v3(
          database, text.baseAddress, Int32(text.count), UInt32(SQLITE_PREPARE_PERSISTENT), &handle,
          &tail)
        if let base = text.baseAddress, let tail = unsafe tail {
          rest = unsafe text.count - (tail - base)
        }
        return code
      }
    }
    guard code == SQLITE_OK else { throw unsafe Self.error(database, code, sql) }
    guard let handle = unsafe handle else {
      throw DatabaseError(extendedCode: SQLITE_MISUSE, message: "the statement is empty", sql: sql)
    }
    unsafe self.handle = handle
    unsafe self.database = database
    self.sql = sql
    precondition(rest == 0, "one statement at a time")
  }

  deinit { unsafe sqlite3_finalize(handle) }

  static func error(_ database: OpaquePointer, _ code: Int32, _ sql: String) -> DatabaseError {
    let extended = unsafe sqlite3_extended_errcode(database)
    let message = unsafe sqlite3_errmsg(database).map { unsafe String(cString: $0) } ?? ""
    return DatabaseError(
      extendedCode: extended & 0xFF == code & 0xFF ? extended : code, message: message, sql: sql)
  }

  func bind(_ values: [SQLValue]) throws(DatabaseError) {
    let count = unsafe Int(sqlite3_bind_parameter_count(handle))
    precondition(count == values.count, "\(values.count) values for \(count) parameters: \(sql)")
    for (index, value) in values.enumerated() {
      let position = Int32(index + 1)
      let code =
        switch value {
        case .null: unsafe sqlite3_bind_null(handle, position)
        case .integer(let number): unsafe sqlite3_bind_int64(handle, position, Int64(number))
        case .real(let number): unsafe sqlite3_bind_double(handle, position, number)
        case .text(let text): bind(text, position)
        case .blob(let bytes): bind(bytes, position)
        }
      guard code == SQLITE_OK else { throw unsafe Self.error(database, code, sql) }
    }
  }

  private func bind(_ text: String, _ position: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      // An empty text must not become NULL.
      guard let base = bytes.baseAddress else {
        return unsafe puente_sqlite3_bind_text(handle, position, "", 0)
      }
      return unsafe base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        unsafe puente_sqlite3_bind_text(handle, position, $0, UInt64(bytes.count))
      }
    }
  }

  private func bind(_ bytes: [UInt8], _ position: Int32) -> Int32 {
    guard !bytes.isEmpty else { return unsafe sqlite3_bind_zeroblob(handle, position, 0) }
    return unsafe bytes.withUnsafeBufferPointer {
      unsafe puente_sqlite3_bind_blob(handle, position, $0.baseAddress, UInt64($0.count))
    }
  }

  /// Makes one step.
  ///
  /// - Returns: Whether there is a row.
  func step() throws(DatabaseError) -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw unsafe Self.error(database, code, sql)
    }
  }

  /// Makes the statement ready for the next use; what was bound is forgotten.
  func reset() {
    unsafe sqlite3_reset(handle)
    unsafe sqlite3_clear_bindings(handle)
  }

  func row<Result>(_ body: (borrowing Row) throws -> Result) rethrows -> Result {
    try body(unsafe Row(handle))
  }
}

/// The row that a query is at; it cannot be kept beyond the call that hands it out.
@safe public struct Row: ~Copyable {
  private let handle: OpaquePointer

  fileprivate init(_ handle: OpaquePointer) { unsafe self.handle = handle }

  /// The number of columns.
  public var count: Int { unsafe Int(sqlite3_column_count(handle)) }

  /// Whether a column has no value.
  public func isNull(_ column: Int) -> Bool {
    unsafe sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  /// A column as a whole number; 0 if it has no value.
  public func integer(_ column: Int) -> Int {
    unsafe Int(sqlite3_column_int64(handle, Int32(column)))
  }

  /// A column as a whole number; `nil` if it has no value.
  public func optionalInteger(_ column: Int) -> Int? { isNull(column) ? nil : integer(column) }

  /// A column as a number; 0 if it has no value.
  public func real(_ column: Int) -> Double { unsafe sqlite3_column_double(handle, Int32(column)) }

  /// A column as a text; empty if it has no value.
  public func text(_ column: Int) -> String {
    let position = Int32(column)
    guard let bytes = unsafe sqlite3_column_text(handle, position) else { return "" }
    let count = unsafe Int(sqlite3_column_bytes(handle, position))
    return unsafe String(
      decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  /// A column as a text; `nil` if it has no value.
  public func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  /// A column as bytes; empty if it has no value.
  public func blob(_ column: Int) -> [UInt8] {
    let position = Int32(column)
    guard let bytes = unsafe sqlite3_column_blob(handle, position) else { return [] }
    let count = unsafe Int(sqlite3_column_bytes(handle, position))
    return unsafe [UInt8](UnsafeRawBufferPointer(start: bytes, count: count))
  }

  /// A column, whatever it is.
  public func value(_ column: Int) -> SQLValue {
    switch unsafe sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER: .integer(integer(column))
    case SQLITE_FLOAT: .real(real(column))
    case SQLITE_TEXT: .text(text(column))
    case SQLITE_BLOB: .blob(blob(column))
    default: .null
    }
  }
}
