import CSQLite

/// A connection to a SQLite database.
///
/// ```swift
/// let database = try Database.inMemory()
/// try database.execute("CREATE TABLE note (text TEXT NOT NULL) STRICT")
/// try database.execute("INSERT INTO note VALUES (?)", ["first"])
/// let notes = try database.rows("SELECT text FROM note") { $0.text(0) }
/// ```
///
/// Foreign keys are enforced, what is deleted is overwritten (`secure_delete`), the schema may not call
/// unsafe functions, and a lock is waited for up to ``busyTimeout``. A connection belongs to one task.
@safe public final class Database {
  /// How long a lock of another connection is waited for, in milliseconds.
  public static let busyTimeout = 10_000

  private let handle: OpaquePointer
  private var statements: [String: Statement] = [:]

  /// Whether SQLite has said that the file is damaged; then closing writes nothing to it.
  public private(set) var isDamaged = false

  /// Opens a database in memory, which ends with the connection.
  ///
  /// - Throws: ``DatabaseError``.
  public static func inMemory() throws(DatabaseError) -> Database {
    let database = try Database(
      opening: ":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    try database.configure()
    return database
  }

  init(opening name: String, flags: Int32) throws(DatabaseError) {
    var handle: OpaquePointer?
    let code = unsafe sqlite3_open_v2(
      name, &handle, flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let handle = unsafe handle else {
      let message = unsafe String(cString: sqlite3_errstr(code))
      unsafe sqlite3_close_v2(handle)
      throw DatabaseError(extendedCode: code, message: message)
    }
    unsafe self.handle = handle
    unsafe sqlite3_busy_timeout(handle, Int32(Self.busyTimeout))
    unsafe puente_sqlite3_set_option(handle, SQLITE_DBCONFIG_DEFENSIVE, 1)
    unsafe puente_sqlite3_set_option(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    unsafe puente_sqlite3_set_option(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1)
  }

  deinit {
    statements = [:]
    unsafe sqlite3_close_v2(handle)
  }

  /// Sets what every connection has.
  func configure() throws(DatabaseError) {
    try execute("PRAGMA secure_delete = ON")
    try execute("PRAGMA synchronous = FULL")
    try execute("PRAGMA cell_size_check = ON")
    try execute("PRAGMA temp_store = MEMORY")
  }

  /// Has closing the connection write nothing to the file, because what is in it is damaged.
  public func leaveFileAsItIs() {
    isDamaged = true
    // With an empty log, closing writes nothing but removes the log.
    setCheckpointsOnClose(path.map { DatabaseFile.size(of: $0 + "-wal") == 0 } ?? true)
  }

  /// The path of the file; `nil` in memory.
  var path: String?

  /// Whether closing the connection copies the log (`-wal`) into the file, as it usually does.
  func setCheckpointsOnClose(_ value: Bool) {
    unsafe puente_sqlite3_set_option(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, value ? 0 : 1)
  }

  // MARK: Statements

  /// Carries out one statement.
  ///
  /// - Parameters:
  ///   - sql: The statement, with `?` for values.
  ///   - values: The values.
  /// - Throws: ``DatabaseError``.
  public func execute(_ sql: String, _ values: [SQLValue] = []) throws(DatabaseError) {
    let statement = try prepared(sql)
    defer { statement.end() }
    do throws(DatabaseError) {
      try statement.bind(values)
      while try statement.step() {}
    } catch {
      throw noting(error)
    }
  }

  /// Hands out the rows of a query, one at a time.
  ///
  /// - Parameters:
  ///   - sql: The query, with `?` for values.
  ///   - values: The values.
  ///   - body: Is called for every row.
  /// - Throws: ``DatabaseError``, or what the function throws.
  public func query(
    _ sql: String, _ values: [SQLValue] = [], _ body: (borrowing Row) throws -> Void
  ) throws {
    let statement = try prepared(sql)
    defer { statement.end() }
    do {
      try statement.bind(values)
      while try statement.step() { try statement.row(body) }
    } catch let error as DatabaseError {
      throw noting(error)
    }
  }

  /// What a function makes of every row of a query.
  ///
  /// - Throws: ``DatabaseError``, or what the function throws.
  public func rows<Element>(
    _ sql: String, _ values: [SQLValue] = [], _ make: (borrowing Row) throws -> Element
  ) throws -> [Element] {
    var result: [Element] = []
    try query(sql, values) { row in result.append(try make(row)) }
    return result
  }

  /// What a function makes of the first row of a query; `nil` if there is none.
  ///
  /// - Throws: ``DatabaseError``, or what the function throws.
  public func first<Element>(
    _ sql: String, _ values: [SQLValue] = [], _ make: (borrowing Row) throws -> Element
  ) throws -> Element? {
    let statement = try prepared(sql)
    defer { statement.end() }
    do {
      try statement.bind(values)
      return try statement.step() ? try statement.row(make) : nil
    } catch let error as DatabaseError {
      throw noting(error)
    }
  }

  /// The number that a query of one row and column gives; 0 if it gives none.
  ///
  /// - Throws: ``DatabaseError``.
  public func number(_ sql: String, _ values: [SQLValue] = []) throws -> Int {
    try first(sql, values) { $0.integer(0) } ?? 0
  }

  /// How many rows the last statement changed.
  public var changedRows: Int { unsafe Int(sqlite3_changes64(handle)) }

  /// The row number of the last insertion.
  public var lastInsertedRow: Int { unsafe Int(sqlite3_last_insert_rowid(handle)) }

  /// Statements are kept, because to prepare one takes longer than to carry it out.
  private func prepared(_ sql: String) throws(DatabaseError) -> Statement {
    do throws(DatabaseError) {
      if let known = statements[sql] {
        if !known.isInUse {
          known.isInUse = true
          return known
        }
        return try unsafe Statement(sql, in: handle)
      }
      if statements.count >= 256 { statements = statements.filter(\.value.isInUse) }
      let statement = try unsafe Statement(sql, in: handle)
      statement.isInUse = true
      statements[sql] = statement
      return statement
    } catch {
      throw noting(error)
    }
  }

  private func noting(_ error: DatabaseError) -> DatabaseError {
    if error.saysDamaged {
      isDamaged = true
      setCheckpointsOnClose(false)
    }
    return error
  }

  // MARK: Transactions

  /// Whether a transaction is open.
  public var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }

  /// Does all that a function does, or nothing.
  ///
  /// The lock for writing is taken at once, so that the function never finds out late that it cannot
  /// write. When the call returns, the changes are on disk.
  ///
  /// - Parameter body: What to do.
  /// - Returns: What the function returns.
  /// - Throws: ``DatabaseError``, or what the function throws; then nothing is changed.
  @discardableResult
  public func write<Result>(_ body: () throws -> Result) throws -> Result {
    try transaction("BEGIN IMMEDIATE", body)
  }

  /// Reads one state of the database, whatever others write meanwhile.
  ///
  /// - Throws: ``DatabaseError``, or what the function throws.
  @discardableResult
  public func read<Result>(_ body: () throws -> Result) throws -> Result {
    try transaction("BEGIN", body)
  }

  /// Does what a function does, and takes it back.
  ///
  /// - Throws: ``DatabaseError``, or what the function throws.
  @discardableResult
  public func rehearse<Result>(_ body: () throws -> Result) throws -> Result {
    precondition(!isInTransaction, "transactions do not nest")
    try execute("BEGIN IMMEDIATE")
    defer { rollBack() }
    return try body()
  }

  @discardableResult
  private func transaction<Result>(_ begin: String, _ body: () throws -> Result) throws -> Result {
    precondition(!isInTransaction, "transactions do not nest")
    try execute(begin)
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      rollBack()
      throw error
    }
  }

  /// Rolls back, unless SQLite has done so itself.
  private func rollBack() {
    if isInTransaction { try? execute("ROLLBACK") }
  }

  // MARK: Upkeep

  /// Removes from the log what has been deleted, so that it is nowhere in the files of the database.
  ///
  /// - Throws: ``DatabaseError`` with ``DatabaseError/Code/busy`` if another connection is reading.
  public func purge() throws {
    try execute("VACUUM")
    let busy = try first("PRAGMA wal_checkpoint(TRUNCATE)") { $0.integer(0) } ?? 0
    guard busy == 0 else {
      throw DatabaseError(
        extendedCode: SQLITE_BUSY, message: "another connection is reading",
        sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }

  /// What SQLite finds wrong with the structure of the file: pages, indexes and foreign keys.
  ///
  /// - Parameter isQuick: Whether to leave out the comparison of indexes with their tables.
  /// - Returns: The faults; none if all is well.
  /// - Throws: ``DatabaseError``.
  /// - Complexity: O(*n*), where *n* is the size of the file.
  public func faults(isQuick: Bool = false) throws -> [String] {
    let check = isQuick ? "quick_check" : "integrity_check"
    var faults = try rows("PRAGMA \(check)(20)") { $0.text(0) }.filter { $0 != "ok" }
    if !isQuick {
      try query("PRAGMA foreign_key_check") { row in
        faults.append("a row of \(row.text(0)) refers to a row of \(row.text(2)) that is not there")
      }
    }
    if !faults.isEmpty {
      isDamaged = true
      setCheckpointsOnClose(false)
    }
    return faults
  }
}

extension Statement {
  fileprivate func end() {
    reset()
    isInUse = false
  }
}
