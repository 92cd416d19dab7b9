import Diagnostics
import FollowUps
import Ledgers
import TestSupport
import Testing

/// What is recorded of what was promised.
@Suite struct FollowUpTests {
  private static func subject(_ item: String = "LM-FU-198") throws -> FollowUpSubject {
    try #require(FollowUpSubject(report: "2017", item: item))
  }

  private static func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(text))
  }

  private static func ledger() throws -> Ledger {
    try Ledger.inMemory(components: [FollowUpDesk.component])
  }

  @discardableResult
  private static func record(
    _ state: FollowUpState, _ day: String, by side: Side = .mexico, note: String = "",
    until: String? = nil, in ledger: Ledger
  ) throws -> Event {
    let draft = FollowUpDraft(
      state, by: side, on: try Self.day(day), note: note, until: try until.map(Self.day))
    return try ledger.write {
      try FollowUpDesk.record(draft, of: try subject(), in: ledger)
    }
  }

  @Test func nothingRecordedIsNoState() throws {
    let ledger = try Self.ledger()
    #expect(try FollowUpDesk.followUp(of: try Self.subject(), in: ledger) == nil)
    #expect(try FollowUpDesk.all(in: ledger).isEmpty)
  }

  @Test func keepsEveryEntry() throws {
    let ledger = try Self.ledger()
    try Self.record(.open, "2018-01-01", in: ledger)
    try Self.record(.inProgress, "2018-01-10", by: .canada, in: ledger)
    try Self.record(.inProgress, "2018-01-20", note: "a date is set", in: ledger)
    try Self.record(.done, "2018-02-01", note: "held", in: ledger)
    let found = try #require(try FollowUpDesk.followUp(of: try Self.subject(), in: ledger))
    #expect(found.state == .done)
    #expect(found.since.description == "2018-02-01")
    #expect(found.eventCount == 4)
    #expect(found.note == "held")
    let history = try FollowUpDesk.history(of: try Self.subject(), in: ledger)
    #expect(history.map { $0["state"] } == ["open", "in_progress", "in_progress", "done"])
    #expect(zip(history, history.dropFirst()).allSatisfy { $1.parents == [$0.id] })
    #expect(try ledger.verify().faults.isEmpty)
  }

  @Test func countsAStateFromItsFirstDay() throws {
    let ledger = try Self.ledger()
    try Self.record(.open, "2018-01-01", in: ledger)
    try Self.record(.inProgress, "2018-01-10", in: ledger)
    try Self.record(.inProgress, "2018-01-20", note: "more", in: ledger)
    let found = try #require(try FollowUpDesk.followUp(of: try Self.subject(), in: ledger))
    #expect(found.since.description == "2018-01-10")
  }

  /// A step that is refused, and the state before it.
  struct RefusedCase: Sendable, CustomTestStringConvertible {
    let before: FollowUpState
    let state: FollowUpState
    let day: String
    var until: String?
    let message: String
    var testDescription: String { message }
  }

  static let refused = [
    RefusedCase(
      before: .open, state: .open, day: "2018-02-01",
      message: "it is 'open' already; add a note to say more, or choose another state"),
    RefusedCase(
      before: .done, state: .open, day: "2018-02-01",
      message: "it is 'done'; say in a note why it is 'open' after all"),
    RefusedCase(
      before: .open, state: .done, day: "2017-12-31",
      message: "the last entry is of 2018-01-01; a new one cannot be of 2017-12-31, before it"),
    RefusedCase(
      before: .open, state: .done, day: "2018-02-01", until: "2018-03-01",
      message: "only what is 'postponed' has a day it is put off to"),
    RefusedCase(
      before: .open, state: .postponed, day: "2018-02-01", until: "2018-02-01",
      message: "2018-02-01 is not after 2018-02-01, so it cannot be put off to it"),
  ]

  @Test(arguments: refused) func refusesWhatIsNotInOrder(_ given: RefusedCase) throws {
    let ledger = try Self.ledger()
    try Self.record(given.before, "2018-01-01", in: ledger)
    let head = try ledger.head()
    do {
      try Self.record(given.state, given.day, until: given.until, in: ledger)
      Issue.record("it was recorded")
    } catch let refusal as FollowUpRefusal {
      #expect(refusal.description == given.message)
    }
    #expect(try ledger.head() == head)
  }

  @Test func opensAgainWithAReason() throws {
    let ledger = try Self.ledger()
    try Self.record(.done, "2018-01-01", in: ledger)
    try Self.record(.open, "2018-01-01", note: "the call failed", in: ledger)
    #expect(
      try FollowUpDesk.followUp(of: try Self.subject(), in: ledger)?.state == .open)
  }

  @Test func rehearsingRecordsNothing() throws {
    let ledger = try Self.ledger()
    let draft = FollowUpDraft(.done, by: .canada, on: try Self.day("2018-01-01"))
    try ledger.rehearse {
      try FollowUpDesk.record(draft, of: try Self.subject(), in: ledger)
    }
    #expect(try ledger.eventCount() == 0)
    #expect(try FollowUpDesk.all(in: ledger).isEmpty)
  }

  /// Both sides record something, exchange it, and have the same; the next entry joins the two.
  @Test func sidesThatWentOnIndependentlyAgree() throws {
    let (one, other) = (try Self.ledger(), try Self.ledger())
    let first = try Self.record(.open, "2018-01-01", in: one)
    _ = try other.write { try other.merge([first]) }
    let mine = try Self.record(.inProgress, "2018-01-05", by: .mexico, in: one)
    let theirs = try Self.record(.done, "2018-01-06", by: .canada, in: other)
    _ = try one.write { try one.merge([theirs]) }
    _ = try other.write { try other.merge([mine]) }
    let (here, there) = (
      try FollowUpDesk.followUp(of: try Self.subject(), in: one),
      try FollowUpDesk.followUp(of: try Self.subject(), in: other)
    )
    #expect(here == there)
    #expect(here?.state == .done)
    #expect(here?.isDivided == true)
    try Self.record(.done, "2018-01-07", in: one)
    let joined = try #require(try FollowUpDesk.followUp(of: try Self.subject(), in: one))
    #expect(!joined.isDivided)
    #expect(try one.verify().faults.isEmpty)
  }

  @Test func namesStreamsByReportAndItem() throws {
    #expect(try Self.subject().stream == "action/2017.LM-FU-198")
    #expect(try Self.subject().description == "2017:LM-FU-198")
    #expect(FollowUpSubject(report: "2017", item: "A-1.5") != nil)
    #expect(FollowUpSubject(report: "20.17", item: "A") == nil)
    #expect(FollowUpSubject(report: "2017", item: "a b") == nil)
    #expect(FollowUpSubject(report: "", item: "A") == nil)
    let ledger = try Self.ledger()
    let odd = try #require(FollowUpSubject(report: "2018-en", item: "A-1.5"))
    let draft = FollowUpDraft(.done, by: .canada, on: try Self.day("2018-01-01"))
    try ledger.write { try FollowUpDesk.record(draft, of: odd, in: ledger) }
    #expect(try FollowUpDesk.all(in: ledger).keys.map(\.description) == ["2018-en:A-1.5"])
  }

  /// Steps by chance: whatever is recorded, the state is that of the last entry, and the chain holds.
  @Test func anyStepsLeaveAChainThatHolds() throws {
    var random = SplitMix64(seed: 5)
    for _ in 0..<20 {
      let ledger = try Self.ledger()
      var last: FollowUpState?
      for step in 0..<12 {
        let state = try #require(FollowUpState.allCases.randomElement(using: &random))
        let day = try #require(
          CalendarDate(daysSince1970: 17_500 + step - Int.random(in: 0...2, using: &random)))
        let draft = FollowUpDraft(
          state, by: Bool.random(using: &random) ? .mexico : .canada, on: day,
          note: Bool.random(using: &random) ? "a note" : "")
        do {
          try ledger.write { try FollowUpDesk.record(draft, of: try Self.subject(), in: ledger) }
          last = state
        } catch is FollowUpRefusal {}
      }
      #expect(try FollowUpDesk.followUp(of: try Self.subject(), in: ledger)?.state == last)
      #expect(try ledger.verify().faults.isEmpty)
    }
  }
}
