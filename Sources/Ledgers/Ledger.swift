import Diagnostics
public import Digests
public import Storage

/// The record of what happened, in one file: streams of events that are only ever added to, and beside them
/// the tables of other modules.
///
/// ```swift
/// let ledger = try Ledger.open("puente.ledger", components: [review])
/// try ledger.write {
///   try ledger.append(EventDraft("sent", by: .mexico, on: day, ["channel": "email"]), to: "link/L1")
/// }
/// ```
public final class Ledger {
  /// Names the files of ledgers: `PNTE` at byte 68.
  public static let applicationID: UInt32 = 0x504E_5445

  /// The path, as it was given.
  public let path: String

  /// The connection, for the tables of other modules; the ledger's own are not to be written through it.
  public let database: Database

  let projections: [any Projection]

  /// The streams that have had events in the open transaction.
  private var touched: Set<Int> = []

  private init(path: String, database: Database, components: [LedgerComponent]) {
    self.path = path
    self.database = database
    self.projections = components.compactMap(\.projection)
  }

  /// Opens a ledger, or makes one if there is none.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - components: What the modules bring to it.
  /// - Returns: The ledger.
  /// - Throws: `DatabaseRefusal` if the file is not a ledger or damaged; it is left as it was. Also
  ///   `DatabaseError`, or what a component throws.
  public static func open(_ path: String, components: [LedgerComponent]) throws -> Ledger {
    let kind = DatabaseFile(
      applicationID: applicationID, components: [.ledger] + components.map(\.schema))
    let database = try kind.open(path) { database in
      try Ledger(path: path, database: database, components: components).welcome(components)
    }
    guard let database else { preconditionFailure("the file is made if there is none") }
    let ledger = Ledger(path: path, database: database, components: components)
    try ledger.checkIfSmall()
    try ledger.welcome(components)
    return ledger
  }

  /// The most events of a ledger that is checked as a whole whenever it is opened.
  static let checkedEvents = 250

  /// Refuses a small ledger whose events or states are not what they were; `verify` checks a large one.
  private func checkIfSmall() throws {
    guard try eventCount() <= Self.checkedEvents, let fault = try faults(known: []).first else {
      return
    }
    database.leaveFileAsItIs()
    throw DatabaseRefusal(path, .damaged(fault))
  }

  /// Makes a ledger in memory.
  ///
  /// - Throws: `DatabaseError`, or what a component throws.
  public static func inMemory(components: [LedgerComponent]) throws -> Ledger {
    let database = try Database.inMemory()
    try database.migrate([.ledger] + components.map(\.schema))
    let ledger = Ledger(path: ":memory:", database: database, components: components)
    try ledger.welcome(components)
    return ledger
  }

  /// Records the first events of components that are new to the file, and makes the rows of projections that
  /// have changed anew.
  private func welcome(_ components: [LedgerComponent]) throws {
    var known: [String: Int] = [:]
    try database.query("SELECT name, projection FROM ledger_component") { row in
      known[row.text(0)] = row.integer(1)
    }
    func isCurrent(_ component: LedgerComponent) -> Bool {
      known[component.schema.name] == component.projection?.version ?? 0
    }
    guard !components.allSatisfy(isCurrent) else { return }
    try write {
      for component in components where !isCurrent(component) {
        if known[component.schema.name] == nil { try component.seed(self) }
        if let projection = component.projection { try rebuild(projection) }
        try database.execute(
          "INSERT OR REPLACE INTO ledger_component VALUES (?, ?)",
          [.text(component.schema.name), .integer(component.projection?.version ?? 0)])
      }
    }
  }

  // MARK: Changing

  /// Does all that a function does, or nothing; when the call returns, it is on disk.
  ///
  /// - Throws: `DatabaseError`, or what the function throws; then nothing is recorded.
  @discardableResult
  public func write<Result>(_ body: () throws -> Result) throws -> Result {
    defer { touched = [] }
    return try database.write {
      let result = try body()
      try project()
      return result
    }
  }

  /// Does what a function does and takes it back, to show what would happen.
  ///
  /// - Throws: `DatabaseError`, or what the function throws.
  @discardableResult
  public func rehearse<Result>(_ body: () throws -> Result) throws -> Result {
    defer { touched = [] }
    return try database.rehearse {
      let result = try body()
      try project()
      return result
    }
  }

  /// Records an event at the end of a stream, which is made if it is not there.
  ///
  /// - Parameters:
  ///   - draft: What happened.
  ///   - stream: The name of the stream.
  ///   - parents: The events it follows on, if not the newest.
  /// - Returns: The event; if it has been recorded before, nothing is.
  /// - Throws: ``EventFault``, `DatabaseError`.
  @discardableResult
  public func append(
    _ draft: EventDraft, to stream: String, after parents: [EventID]? = nil
  ) throws -> Event {
    let heads = try parents ?? self.heads(of: stream)
    let event = try Event(draft, in: stream, after: heads)
    _ = try record(event)
    return event
  }

  /// Records an event whose parents are there, unless it is there itself.
  ///
  /// - Returns: Whether it was recorded.
  func record(_ event: Event) throws -> Bool {
    guard try !contains(event.id) else { return false }
    for parent in event.parents where try !contains(parent) {
      throw MissingParent(event: event.id, parent: parent, stream: event.stream)
    }
    let (number, events, heads) = try streamRow(event.stream)
    let last = try database.first(
      "SELECT seq, chain FROM ledger_event ORDER BY seq DESC LIMIT 1"
    ) { ($0.integer(0), $0.blob(1)) }
    let chain = SHA256Digest(of: (last?.1 ?? []) + event.id.bytes)
    let row: [SQLValue] = [
      .integer((last?.0 ?? 0) + 1), .blob(event.id.bytes), .integer(number), .text(event.kind),
      .text(event.side.rawValue), .text(event.role), .integer(event.on.daysSince1970),
      .blob(event.parents.flatMap(\.bytes)), .text(CanonicalJSON.object(event.draft.body)),
      .blob(chain.bytes),
    ]
    try database.execute("INSERT INTO ledger_event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    let newHeads = (heads.filter { !event.parents.contains($0) } + [event.id]).sorted()
    try database.execute(
      "UPDATE ledger_stream SET events = ?, heads = ? WHERE id = ?",
      [.integer(events + 1), .blob(newHeads.flatMap(\.bytes)), .integer(number)])
    touched.insert(number)
    return true
  }

  private func streamRow(_ name: String) throws -> (number: Int, events: Int, heads: [EventID]) {
    let known = try database.first(
      "SELECT id, events, heads FROM ledger_stream WHERE name = ?", [.text(name)]
    ) { ($0.integer(0), $0.integer(1), Self.digests($0.blob(2))) }
    if let known { return known }
    try database.execute(
      "INSERT INTO ledger_stream (name, events, heads) VALUES (?, 0, ?)", [.text(name), .blob([])])
    return (database.lastInsertedRow, 0, [])
  }

  // MARK: Projections

  /// Brings the rows of the streams that have had events up to date, so that they can be read before the
  /// transaction ends.
  ///
  /// - Throws: `DatabaseError`.
  public func project() throws {
    for number in touched.sorted() {
      let name = try streamName(number)
      guard let projection = projection(for: name) else { continue }
      try store(try row(projection, number, name), of: projection, number)
    }
    touched = []
  }

  private func projection(for stream: String) -> (any Projection)? {
    projections.first { stream.hasPrefix("\($0.streamKind)/") }
  }

  func row(_ projection: any Projection, _ number: Int, _ name: String) throws -> [SQLValue]? {
    projection.row(of: name, events: try events(inStream: number, name))
  }

  private func store(_ row: [SQLValue]?, of projection: any Projection, _ number: Int) throws {
    guard let row else {
      try database.execute("DELETE FROM \(projection.table) WHERE stream = ?", [.integer(number)])
      return
    }
    precondition(row.count == projection.columns.count, "a value for each column")
    let names = (["stream"] + projection.columns).joined(separator: ", ")
    let marks = Array(repeating: "?", count: row.count + 1).joined(separator: ", ")
    try database.execute(
      "INSERT OR REPLACE INTO \(projection.table) (\(names)) VALUES (\(marks))",
      [.integer(number)] + row)
  }

  private func rebuild(_ projection: any Projection) throws {
    try database.execute("DELETE FROM \(projection.table)")
    for (number, name) in try streams(of: projection.streamKind) {
      try store(try row(projection, number, name), of: projection, number)
    }
  }
}

/// An event that follows on one which is not there.
public struct MissingParent: Error, Hashable, Sendable, CustomStringConvertible {
  /// The event.
  public let event: EventID
  /// The one that is not there.
  public let parent: EventID
  /// The stream of the event.
  public let stream: String

  /// The message.
  public var description: String {
    "event \(event.hex.prefix(12)) of \(stream) follows on \(parent.hex.prefix(12)), which is not there"
  }
}
