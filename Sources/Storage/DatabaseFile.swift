import CSQLite
import Glibc

/// A kind of database file: how it is told from others, and which tables it has at least.
public struct DatabaseFile: Sendable {
  /// The number at byte 68 of the file that names the program it belongs to.
  public let applicationID: UInt32

  /// The tables that a new file gets, and that an older file is brought up to date with.
  public let components: [SchemaComponent]

  /// The largest file whose structure is checked whenever it is opened, in bytes.
  ///
  /// Larger ones would take too long; their pages are checked as they are read, and the whole by
  /// ``Database/faults(isQuick:)``.
  public static let checkedSize = 2 << 20

  /// Creates a kind of file.
  public init(applicationID: UInt32, components: [SchemaComponent]) {
    self.applicationID = applicationID
    self.components = components
  }

  /// Opens a file, or makes it if there is none.
  ///
  /// A new file is filled elsewhere and then given its name, so that it is there as a whole or not at all,
  /// also if two processes make it at once. A file that is damaged, or not of this kind, is left byte for
  /// byte as it was.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - creates: Whether to make the file if there is none.
  ///   - fill: Writes the first rows of a new file.
  /// - Returns: The connection; `nil` if there is no file and none is to be made.
  /// - Throws: ``DatabaseRefusal``, ``DatabaseError``, or what the function throws.
  public func open(
    _ path: String, creates: Bool = true, fill: (Database) throws -> Void = { _ in }
  ) throws -> Database? {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw DatabaseRefusal(path, .unreadable("this is not the name of a file"))
    }
    if try header(of: path) == nil {
      guard creates else { return nil }
      try make(path, fill)
    }
    return try openExisting(path)
  }

  // MARK: An existing file

  /// The first 100 bytes of a file that is of this kind; `nil` if there is no file.
  private func header(of path: String) throws -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 100)
    let file = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw DatabaseRefusal(path, .unreadable(systemReason(errno)))
    }
    defer { close(file) }
    let count = unsafe read(file, &bytes, bytes.count)
    guard count >= 0 else { throw DatabaseRefusal(path, .unreadable(systemReason(errno))) }
    guard count > 0 else { throw DatabaseRefusal(path, .empty) }
    guard count == bytes.count, bytes.starts(with: "SQLite format 3\0".utf8) else {
      throw DatabaseRefusal(path, .notADatabase)
    }
    let found = bytes[68..<72].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    // SQLite would take the missing bytes for zeros. While there is a log, the rest may be in it.
    let pageSize = Int(bytes[16]) << 8 | Int(bytes[17])
    guard pageSize <= 1 || Self.size(of: path) % pageSize == 0 || Self.size(of: path + "-wal") > 0
    else {
      throw DatabaseRefusal(path, .damaged("it ends in the middle of a page"))
    }
    guard found == applicationID else {
      throw DatabaseRefusal(path, .foreign(applicationID: found))
    }
    return bytes
  }

  private func openExisting(_ path: String) throws -> Database {
    let hadLog = Self.size(of: path + "-wal") > 0
    do {
      let database = try Database(opening: Self.literal(path), flags: SQLITE_OPEN_READWRITE)
      // Until the file is known to be sound, nothing is written to it, not even what its log holds.
      database.setCheckpointsOnClose(false)
      do {
        try check(database, path)
        database.setCheckpointsOnClose(true)
        database.path = path
        return database
      } catch {
        // With an empty log, closing writes nothing but removes the log.
        if !hadLog, Self.size(of: path + "-wal") == 0 { database.setCheckpointsOnClose(true) }
        throw error
      }
    } catch let error as DatabaseError where error.saysDamaged {
      throw DatabaseRefusal(path, .damaged(error.message))
    } catch let error as DatabaseError where error.code == .cannotOpen {
      throw DatabaseRefusal(path, .unreadable(error.message))
    }
  }

  private func check(_ database: Database, _ path: String) throws {
    try database.configure()
    if Self.size(of: path) + Self.size(of: path + "-wal") <= Self.checkedSize {
      let faults = try database.faults(isQuick: true)
      if let first = faults.first { throw DatabaseRefusal(path, .damaged(first)) }
    }
    try database.migrate(components, path: path)
  }

  /// A name that SQLite takes for a file, also if it is `:memory:`.
  private static func literal(_ path: String) -> String {
    path.hasPrefix("/") ? path : "./\(path)"
  }

  static func size(of path: String) -> Int {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  // MARK: A new file

  private func make(_ path: String, _ fill: (Database) throws -> Void) throws {
    let draft = "\(path).new-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    // Readable to its owner alone: a ledger may hold what people entrusted to him.
    let file = unsafe Glibc.open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw DatabaseRefusal(path, .unreadable(systemReason(errno))) }
    close(file)
    defer { for ending in ["", "-journal", "-wal", "-shm"] { unsafe unlink(draft + ending) } }
    try write(draft, fill)
    // Unlike a renaming, a link fails if another process has made the file meanwhile.
    if unsafe link(draft, path) != 0, errno != EEXIST {
      // There are file systems without links.
      guard unsafe rename(draft, path) == 0 else {
        throw DatabaseRefusal(path, .unreadable(systemReason(errno)))
      }
    }
    syncFolder(of: path)
  }

  private func write(_ draft: String, _ fill: (Database) throws -> Void) throws {
    let database = try Database(opening: Self.literal(draft), flags: SQLITE_OPEN_READWRITE)
    try database.configure()
    try database.execute("PRAGMA application_id = \(Int32(bitPattern: applicationID))")
    try database.migrate(components, path: draft)
    try fill(database)
    try database.execute("PRAGMA journal_mode = WAL")
    _ = try database.first("PRAGMA wal_checkpoint(TRUNCATE)") { $0.integer(0) }
  }

  private func syncFolder(of path: String) {
    let end = path.lastIndex(of: "/")
    let folder = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let file = unsafe Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { return }
    fsync(file)
    close(file)
  }

  private func systemReason(_ code: Int32) -> String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }
}
