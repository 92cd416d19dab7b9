/// An error that SQLite reports.
///
/// It never has the values that were bound to a statement in it, because they may be a person's.
public struct DatabaseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A result code of SQLite (<https://www.sqlite.org/rescode.html>).
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The number.
    public let rawValue: Int32

    /// Creates a code.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// Another connection holds the lock; the C counterpart is `SQLITE_BUSY`.
    public static let busy = Self(rawValue: 5)
    /// The file or its folder may not be written; the C counterpart is `SQLITE_READONLY`.
    public static let readOnly = Self(rawValue: 8)
    /// The system failed to read or write; the C counterpart is `SQLITE_IOERR`.
    public static let inputOutput = Self(rawValue: 10)
    /// The file is damaged; the C counterpart is `SQLITE_CORRUPT`.
    public static let corrupt = Self(rawValue: 11)
    /// The disk is full; the C counterpart is `SQLITE_FULL`.
    public static let full = Self(rawValue: 13)
    /// The file cannot be opened; the C counterpart is `SQLITE_CANTOPEN`.
    public static let cannotOpen = Self(rawValue: 14)
    /// A constraint of a table is violated; the C counterpart is `SQLITE_CONSTRAINT`.
    public static let constraint = Self(rawValue: 19)
    /// The file is no database; the C counterpart is `SQLITE_NOTADB`.
    public static let notADatabase = Self(rawValue: 26)
  }

  /// The primary code.
  public let code: Code

  /// The extended code, which tells more.
  public let extendedCode: Int32

  /// What SQLite says of it.
  public let message: String

  /// The statement, without the values bound to it; empty where there was none.
  public let sql: String

  init(extendedCode: Int32, message: String, sql: String = "") {
    self.code = Code(rawValue: extendedCode & 0xFF)
    self.extendedCode = extendedCode
    self.message = message
    self.sql = sql
  }

  /// Whether it says that the file is damaged.
  public var saysDamaged: Bool { code == .corrupt || code == .notADatabase }

  /// The message, for a person.
  public var description: String {
    switch code {
    case .busy:
      "the file is in use by another process, which did not finish in time; try again"
    case .full: "the disk is full; nothing of this change was kept"
    case .corrupt: "the file is damaged (\(message)); restore it from a copy"
    case .readOnly: "the file or its folder may not be written (\(message))"
    default:
      "SQLite error \(extendedCode): \(message)\(sql.isEmpty ? "" : ", in `\(sql.prefix(200))`")"
    }
  }
}

/// Why a file is not opened as a database of this program; it is left as it was.
public struct DatabaseRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with a file.
  public enum Reason: Hashable, Sendable {
    /// It is empty.
    case empty
    /// It is no SQLite database.
    case notADatabase
    /// It is the database of another program, with this application identifier.
    case foreign(applicationID: UInt32)
    /// It was written by a newer version of this program.
    case newer(component: String, version: Int, known: Int)
    /// It is damaged; SQLite says how.
    case damaged(String)
    /// It cannot be opened; the system says why.
    case unreadable(String)
  }

  /// The path, as it was given.
  public let path: String

  /// What is wrong.
  public let reason: Reason

  /// Creates a refusal.
  public init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// The message, for a person.
  public var description: String {
    switch reason {
    case .empty:
      "'\(path)' is empty, so it is not a ledger; it was left as it is. "
        + "Remove it if a new ledger is to be made there"
    case .notADatabase:
      "'\(path)' is not a ledger: it is no SQLite database, or its beginning is damaged; "
        + "it was left as it is"
    case .foreign(let applicationID):
      "'\(path)' is a database of another program (application id \(applicationID)), not a ledger; "
        + "it was left as it is"
    case .newer(let component, let version, let known):
      "'\(path)' was written by a newer puente (\(component) \(version), known is \(known)); "
        + "it was left as it is"
    case .damaged(let detail):
      "'\(path)' is damaged: \(detail); it was left as it is. Restore it from a copy"
    case .unreadable(let reason): "cannot open '\(path)': \(reason)"
    }
  }
}
