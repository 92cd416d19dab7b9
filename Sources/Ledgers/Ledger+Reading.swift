import Diagnostics
public import Digests
import Storage

extension Ledger {
  /// Whether an event has been recorded.
  ///
  /// - Throws: `DatabaseError`.
  public func contains(_ id: EventID) throws -> Bool {
    try database.number("SELECT count(*) FROM ledger_event WHERE id = ?", [.blob(id.bytes)]) == 1
  }

  /// The newest events of a stream, which no other follows on; more than one if two sides have gone on
  /// independently, none if there is no such stream.
  ///
  /// - Throws: `DatabaseError`.
  public func heads(of stream: String) throws -> [EventID] {
    try database.first("SELECT heads FROM ledger_stream WHERE name = ?", [.text(stream)]) {
      Self.digests($0.blob(0))
    } ?? []
  }

  /// The events of a stream in canonical order; none if there is no such stream.
  ///
  /// - Throws: ``DamagedEvent`` if one is not what its name says, `DatabaseError`.
  public func events(of stream: String) throws -> [Event] {
    let number = try database.first(
      "SELECT id FROM ledger_stream WHERE name = ?", [.text(stream)]
    ) { $0.integer(0) }
    return try number.map { try events(inStream: $0, stream) } ?? []
  }

  /// The names of the streams of a kind, in the order in which they came into the ledger.
  ///
  /// - Throws: `DatabaseError`.
  public func streamNames(of kind: String) throws -> [String] {
    try streams(of: kind).map(\.name)
  }

  /// How many events there are.
  ///
  /// - Throws: `DatabaseError`.
  public func eventCount() throws -> Int {
    try database.number("SELECT coalesce(max(seq), 0) FROM ledger_event")
  }

  /// The digest at the end of the chain over all events of this file; `nil` if there are none.
  ///
  /// - Throws: `DatabaseError`.
  public func head() throws -> SHA256Digest? {
    try database.first("SELECT chain FROM ledger_event ORDER BY seq DESC LIMIT 1") {
      SHA256Digest(bytes: $0.blob(0))
    } ?? nil
  }

  func streams(of kind: String) throws -> [(number: Int, name: String)] {
    try database.rows(
      "SELECT id, name FROM ledger_stream WHERE name >= ? AND name < ? ORDER BY id",
      [.text("\(kind)/"), .text("\(kind)0")]
    ) { ($0.integer(0), $0.text(1)) }
  }

  func streamName(_ number: Int) throws -> String {
    try database.first("SELECT name FROM ledger_stream WHERE id = ?", [.integer(number)]) {
      $0.text(0)
    } ?? ""
  }

  func events(inStream number: Int, _ name: String) throws -> [Event] {
    let events = try database.rows(
      """
      SELECT seq, id, kind, side, role, day, parents, body FROM ledger_event
      WHERE stream = ? ORDER BY seq
      """, [.integer(number)]
    ) { row in try Self.event(row, stream: name) }
    return EventOrder.canonical(events)
  }

  /// The event of a row, whose columns are those of the query above.
  static func event(_ row: borrowing Row, stream: String) throws -> Event {
    guard let side = Side(rawValue: row.text(3)),
      let on = CalendarDate(daysSince1970: row.integer(5)),
      let body = CanonicalJSON.fields(of: row.text(7))
    else { throw DamagedEvent(number: row.integer(0), stream: stream) }
    let draft = EventDraft(row.text(2), by: side, role: row.text(4), on: on, body)
    let event = Event(checked: draft, in: stream, after: digests(row.blob(6)))
    guard event.id.bytes == row.blob(1) else {
      throw DamagedEvent(number: row.integer(0), stream: stream)
    }
    return event
  }

  static func digests(_ bytes: [UInt8]) -> [EventID] {
    stride(from: 0, to: bytes.count, by: EventID.byteCount).compactMap { start in
      EventID(bytes: bytes[start..<min(start + EventID.byteCount, bytes.count)])
    }
  }
}

/// An event whose content is not what its name says: the file is damaged or was altered.
public struct DamagedEvent: Error, Hashable, Sendable, CustomStringConvertible {
  /// The number of the event in the file.
  public let number: Int
  /// Its stream.
  public let stream: String

  /// The message.
  public var description: String {
    "event \(number) of the ledger (\(stream)) is not what its digest says: the file is damaged or "
      + "was altered; 'puente review verify' says more. Restore it from a copy"
  }
}
