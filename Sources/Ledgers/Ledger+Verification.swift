public import Digests
import Storage

/// What a check of a whole ledger found.
public struct Verification: Hashable, Sendable {
  /// How many events there are.
  public let events: Int
  /// How many streams there are.
  public let streams: Int
  /// The digest at the end of the chain over all events of this file; `nil` if there are none.
  public let head: SHA256Digest?
  /// The digest of the identifiers of all events in order: the same in every ledger that holds the same events,
  /// in whatever order it got them.
  public let content: SHA256Digest
  /// What is wrong, without full stops; none if all is well.
  public let faults: [String]
}

extension Ledger {
  /// Checks everything: the structure of the file, the digest of each event, the chain over all of them, that
  /// the events before each are there, and that the current states are those that follow from the events.
  ///
  /// - Parameter expected: The head that the chain is known to have had, if any.
  /// - Returns: What was found.
  /// - Throws: `DatabaseError` if the file is so damaged that it cannot be read.
  /// - Complexity: O(*n*), where *n* is the number of events.
  public func verify(expecting expected: SHA256Digest? = nil) throws -> Verification {
    try database.read {
      var check = LedgerCheck(faults: try database.faults(), expected: expected)
      try check.walk(self)
      try check.compareStreams(self)
      try check.compareProjections(self)
      let content = try contentDigest()
      return Verification(
        events: check.count, streams: check.streamCount, head: check.chain, content: content,
        faults: check.faults + (check.more > 0 ? ["and \(check.more) more"] : []))
    }
  }

  /// What is wrong with the events, the chain and the states.
  func faults(known: [String]) throws -> [String] {
    try database.read {
      var check = LedgerCheck(faults: known, expected: nil)
      try check.walk(self)
      try check.compareStreams(self)
      // Rows of an earlier rule are made anew when the ledger is opened.
      if try projectionsAreCurrent() { try check.compareProjections(self) }
      return check.faults
    }
  }

  private func projectionsAreCurrent() throws -> Bool {
    let kept = try database.rows("SELECT projection FROM ledger_component WHERE projection > 0") {
      $0.integer(0)
    }
    return kept.sorted() == projections.map(\.version).sorted()
  }

  /// The digest of the identifiers of all events in order: the same in every ledger that holds the same
  /// events.
  ///
  /// - Throws: `DatabaseError`.
  public func contentDigest() throws -> SHA256Digest {
    var hasher = SHA256Hasher()
    try database.query("SELECT id FROM ledger_event ORDER BY id") { hasher.update($0.blob(0)) }
    return hasher.digest()
  }
}

/// A check of a ledger on its way.
private struct LedgerCheck {
  static let mostFaults = 50

  var faults: [String]
  let expected: SHA256Digest?
  var more = 0
  var count = 0
  var streamCount = 0
  var chain: SHA256Digest?
  private var streamOfEvent: [EventID: Int] = [:]
  private var heads: [Int: Set<EventID>] = [:]
  private var counts: [Int: Int] = [:]

  init(faults: [String], expected: SHA256Digest?) {
    self.faults = faults
    self.expected = expected
  }

  mutating func add(_ fault: String) {
    if faults.count < Self.mostFaults { faults.append(fault) } else { more += 1 }
  }

  /// Follows the chain from the first event to the last.
  mutating func walk(_ ledger: Ledger) throws {
    var names: [Int: String] = [:]
    try ledger.database.query("SELECT id, name FROM ledger_stream") {
      names[$0.integer(0)] = $0.text(1)
    }
    var isExpectedThere = expected == nil
    try ledger.database.query(
      """
      SELECT seq, id, kind, side, role, day, parents, body, chain, stream FROM ledger_event
      ORDER BY seq
      """
    ) { row in
      count += 1
      let number = row.integer(0)
      if number != count {
        add("event \(count) is missing: the next one there is event \(number)")
        count = number
      }
      let stream = row.integer(9)
      do {
        let event = try Ledger.event(row, stream: names[stream] ?? "")
        try EventRules.check(event.draft, stream: event.stream, parents: event.parents)
        follow(event, stream)
      } catch {
        add("\(error)")
      }
      let link = SHA256Digest(of: (chain?.bytes ?? []) + row.blob(1))
      if link.bytes != row.blob(8) { add("the chain is broken at event \(number)") }
      chain = SHA256Digest(bytes: row.blob(8)) ?? link
      if chain == expected { isExpectedThere = true }
    }
    if !isExpectedThere, let expected {
      add(
        "the chain has never had the head \(expected): events were taken away or put in before it")
    }
  }

  private mutating func follow(_ event: Event, _ stream: Int) {
    for parent in event.parents where streamOfEvent[parent] != stream {
      add(
        "event \(event.id.hex.prefix(12)) of \(event.stream) follows on one that is not before it")
    }
    streamOfEvent[event.id] = stream
    heads[stream, default: []].subtract(event.parents)
    heads[stream, default: []].insert(event.id)
    counts[stream, default: 0] += 1
  }

  /// Compares what is kept of each stream with its events.
  mutating func compareStreams(_ ledger: Ledger) throws {
    try ledger.database.query("SELECT id, name, events, heads FROM ledger_stream") { row in
      streamCount += 1
      let number = row.integer(0)
      if row.integer(2) != counts[number] ?? 0 {
        add(
          "\(row.text(1)) is said to have \(row.integer(2)) events, but has \(counts[number] ?? 0)")
      }
      if Ledger.digests(row.blob(3)) != (heads[number] ?? []).sorted() {
        add("the newest events of \(row.text(1)) are not those that are noted")
      }
    }
  }

  /// Makes the rows of all projections anew and compares.
  mutating func compareProjections(_ ledger: Ledger) throws {
    for projection in ledger.projections {
      let columns = projection.columns.joined(separator: ", ")
      var kept = 0
      for (number, name) in try ledger.streams(of: projection.streamKind) {
        guard let expected = try? ledger.row(projection, number, name) else { continue }
        kept += 1
        let row = try ledger.database.first(
          "SELECT \(columns) FROM \(projection.table) WHERE stream = ?", [.integer(number)]
        ) { row in (0..<row.count).map { row.value($0) } }
        if row != expected { add("the state of \(name) is not the one its events lead to") }
      }
      let rows = try ledger.database.number("SELECT count(*) FROM \(projection.table)")
      if rows != kept {
        add("\(projection.table) has \(rows) rows, where the events lead to \(kept)")
      }
    }
  }
}
