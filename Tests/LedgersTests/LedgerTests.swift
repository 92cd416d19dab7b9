import Diagnostics
import Digests
import Foundation
import Storage
import Testing

@testable import Ledgers

/// Counts the events of notes and keeps the text of the newest in canonical order.
private struct NoteProjection: Projection {
  let streamKind = "note"
  let table = "note_state"
  let columns = ["events", "newest"]
  let version = 1

  func row(of stream: String, events: [Event]) -> [SQLValue]? {
    [.integer(events.count), .text(events.last?["text"] ?? "")]
  }
}

private var notes: LedgerComponent {
  LedgerComponent(
    schema: SchemaComponent(
      "note",
      migrations: [
        .init(
          "create states",
          [
            """
            CREATE TABLE note_state (
              stream INTEGER PRIMARY KEY REFERENCES ledger_stream (id), events INTEGER NOT NULL,
              newest TEXT NOT NULL
            ) STRICT
            """
          ])
      ]),
    projection: NoteProjection(),
    seed: { ledger in try ledger.append(note("first", on: day(0)), to: "note/seed") }
  )
}

private func day(_ number: Int) -> CalendarDate {
  CalendarDate(daysSince1970: 17_459 + number) ?? CalendarDate.distant
}

extension CalendarDate {
  fileprivate static var distant: CalendarDate {
    guard let day = CalendarDate("9999-12-31") else { preconditionFailure("a day") }
    return day
  }
}

private func note(_ text: String, by side: Side = .mexico, on: CalendarDate) -> EventDraft {
  EventDraft("noted", by: side, role: "analyst", on: on, ["text": text])
}

private func withFile<Result>(_ body: (String) throws -> Result) throws -> Result {
  let path = FileManager.default.temporaryDirectory.appending(
    component: "puente-ledger-\(UUID().uuidString)"
  ).path()
  defer {
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + ending)
    }
  }
  return try body(path)
}

@Suite struct EventTests {
  @Test func namesAnEventByItsCanonicalText() throws {
    let event = try Event(
      EventDraft("noted", by: .canada, role: "r\"1", on: day(0), ["text": "a\n\t\\ñ", "b": "c"]),
      in: "note/x", after: [])
    #expect(
      event.canonicalText
        == #"{"body":{"b":"c","text":"a\n\t\\ñ"},"format":"puente-event-1","kind":"noted","on":"2017-10-20","parents":[],"role":"r\"1","side":"CA","stream":"note/x"}"#
    )
    #expect(event.id == SHA256Digest(of: Array(event.canonicalText.utf8)))
  }

  @Test(arguments: ["note", "note/", "note/a/b", "Note/a", "note/a b", "note/é"])
  func refusesStreamsOfAnotherForm(_ stream: String) {
    #expect(throws: EventFault.self) { _ = try Event(note("x", on: day(0)), in: stream, after: []) }
  }

  @Test(arguments: ["\u{1B}[31m", "\u{0}", "a\rb", "\u{9B}", String(repeating: "x", count: 16_001)])
  func refusesTextsThatCouldActOrOverflow(_ text: String) {
    let fault = #expect(throws: EventFault.self) {
      _ = try Event(note(text, on: day(0)), in: "note/a", after: [])
    }
    #expect(fault.map { "\($0)" }?.contains(text) == false)
  }
}

@Suite struct LedgerTests {
  @Test func keepsEventsAndStatesOverAnOpening() throws {
    try withFile { path in
      let first = try Ledger.open(path, components: [notes])
      try first.write { try first.append(note("second", on: day(1)), to: "note/seed") }
      let again = try Ledger.open(path, components: [notes])
      #expect(try again.events(of: "note/seed").map { $0["text"] } == ["first", "second"])
      let state = try again.database.first("SELECT events, newest FROM note_state") { row in
        "\(row.integer(0)) \(row.text(1))"
      }
      #expect(state == "2 second")
      #expect(try again.verify().faults.isEmpty)
    }
  }

  @Test func recordsAnEventOnce() throws {
    let ledger = try Ledger.inMemory(components: [notes])
    let parents = try ledger.heads(of: "note/seed")
    for _ in 0..<2 {
      try ledger.write {
        try ledger.append(note("same", on: day(1)), to: "note/seed", after: parents)
      }
    }
    #expect(try ledger.eventCount() == 2)
  }

  @Test func recordsNothingIfAWriteFails() throws {
    struct Failure: Error {}
    let ledger = try Ledger.inMemory(components: [notes])
    let before = try ledger.head()
    #expect(throws: Failure.self) {
      try ledger.write {
        try ledger.append(note("lost", on: day(1)), to: "note/seed")
        throw Failure()
      }
    }
    try ledger.rehearse { try ledger.append(note("tried", on: day(1)), to: "note/seed") }
    #expect(try ledger.head() == before)
    #expect(try ledger.verify().faults.isEmpty)
  }

  @Test func neverChangesOrDeletesAnEvent() throws {
    let ledger = try Ledger.inMemory(components: [notes])
    for statement in ["UPDATE ledger_event SET body = '{}'", "DELETE FROM ledger_event"] {
      #expect(throws: DatabaseError.self) { try ledger.database.execute(statement) }
    }
  }

  struct Tampering: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let statements: [String]
  }

  static let tamperings = [
    Tampering(
      testDescription: "a changed text",
      statements: ["UPDATE ledger_event SET body = '{\"text\":\"other\"}' WHERE seq = 2"]),
    Tampering(
      testDescription: "a changed side",
      statements: ["UPDATE ledger_event SET side = 'CA' WHERE seq = 2"]),
    Tampering(
      testDescription: "an event less", statements: ["DELETE FROM ledger_event WHERE seq = 2"]),
    Tampering(
      testDescription: "the last event less", statements: ["DELETE FROM ledger_event WHERE seq = 4"]
    ),
    Tampering(
      testDescription: "another order",
      statements: [
        "UPDATE ledger_event SET seq = 9 WHERE seq = 2",
        "UPDATE ledger_event SET seq = 2 WHERE seq = 3",
        "UPDATE ledger_event SET seq = 3 WHERE seq = 9",
      ]),
    Tampering(
      testDescription: "another chain",
      statements: ["UPDATE ledger_event SET chain = zeroblob(32) WHERE seq = 3"]),
    Tampering(
      testDescription: "another state", statements: ["UPDATE note_state SET newest = 'other'"]),
    Tampering(testDescription: "a state less", statements: ["DELETE FROM note_state"]),
    Tampering(
      testDescription: "other heads", statements: ["UPDATE ledger_stream SET heads = zeroblob(32)"]),
  ]

  @Test(arguments: tamperings) func noticesTampering(_ tampering: Tampering) throws {
    let ledger = try Ledger.inMemory(components: [notes])
    try ledger.write {
      for number in 1...3 { try ledger.append(note("\(number)", on: day(number)), to: "note/seed") }
    }
    #expect(try ledger.verify().faults.isEmpty)
    for trigger in ["update", "delete"] {
      try ledger.database.execute("DROP TRIGGER ledger_event_\(trigger)")
    }
    for statement in tampering.statements { try ledger.database.execute(statement) }
    #expect(try !ledger.verify().faults.isEmpty)
  }

  @Test func knowsAHeadItHasHad() throws {
    let ledger = try Ledger.inMemory(components: [notes])
    let head = try #require(try ledger.head())
    try ledger.write { try ledger.append(note("next", on: day(1)), to: "note/seed") }
    #expect(try ledger.verify(expecting: head).faults.isEmpty)
    #expect(try ledger.verify(expecting: SHA256Digest(of: [])).faults.count == 1)
  }
}

@Suite struct MergingTests {
  /// Two ledgers go on independently, exchange now and then, and in the end hold the same.
  @Test(arguments: 0..<20) func agreesAfterAnExchangeInAnyOrder(_ seed: Int) throws {
    var random = SystemLike(seed: UInt64(seed))
    let ledgers = try [0, 1].map { _ in try Ledger.inMemory(components: [notes]) }
    for step in 0..<40 {
      let own = Int.random(in: 0...1, using: &random)
      let stream = "note/\(["seed", "a", "b"][Int.random(in: 0...2, using: &random)])"
      let side = own == 0 ? Side.mexico : .canada
      let on = day(Int.random(in: 0...5, using: &random))
      try ledgers[own].write {
        try ledgers[own].append(note("\(step)", by: side, on: on), to: stream)
      }
      if Int.random(in: 0...6, using: &random) == 0 {
        try exchange(from: ledgers[own], to: ledgers[1 - own], &random)
      }
    }
    try exchange(from: ledgers[0], to: ledgers[1], &random)
    try exchange(from: ledgers[1], to: ledgers[0], &random)
    #expect(try ledgers[0].contentDigest() == ledgers[1].contentDigest())
    for stream in ["note/seed", "note/a", "note/b"] {
      #expect(try ledgers[0].events(of: stream) == ledgers[1].events(of: stream))
      #expect(try ledgers[0].heads(of: stream) == ledgers[1].heads(of: stream))
    }
    for ledger in ledgers { #expect(try ledger.verify().faults == []) }
    // Once more changes nothing.
    let head = try ledgers[0].head()
    try exchange(from: ledgers[1], to: ledgers[0], &random)
    #expect(try ledgers[0].head() == head)
  }

  private func exchange(from: Ledger, to: Ledger, _ random: inout SystemLike) throws {
    var events = try from.streamNames(of: "note").flatMap { try from.events(of: $0) }
    events.shuffle(using: &random)
    _ = try to.write { try to.merge(events) }
  }

  @Test func refusesAnEventWithoutItsParents() throws {
    let one = try Ledger.inMemory(components: [notes])
    let other = try Ledger.inMemory(components: [notes])
    let events = try one.write {
      try ["a", "b"].map { try one.append(note($0, on: day(1)), to: "note/new") }
    }
    #expect(throws: MissingParent.self) { _ = try other.write { try other.merge([events[1]]) } }
    #expect(try other.heads(of: "note/new").isEmpty)
    #expect(try other.verify().faults.isEmpty)
  }
}

/// A generator of numbers that depend on the seed alone (SplitMix64).
private struct SystemLike: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
