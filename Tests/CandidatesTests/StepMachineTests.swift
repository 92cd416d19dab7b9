import Diagnostics
import Testing

@testable import Candidates

@Suite struct StepMachineTests {
  static let day = CalendarDate(year: 2026, month: 3, day: 10) ?? CalendarDate.distant

  /// A step in a state.
  static func step(_ state: StepState) -> CandidateStep {
    var step = CandidateStep("RN-NNAS-03", since: day, by: .officer)
    step.state = state == .expired ? .completed : state
    if state == .expired { step.expiresOn = day.adding(days: -1) }
    return step
  }

  static func event(_ kind: StepEvent.Kind, on day: CalendarDate = day) -> StepEvent {
    var event = StepEvent(kind, on: day, by: .officer)
    event.reason = "because"
    return event
  }

  /// The table of docs/candidates.md: what every event leads to, in every state.
  static let table: [StepState: [StepEvent.Kind: StepState]] = [
    .notStarted: [.start: .inProgress, .waive: .waived, .withdraw: .withdrawn],
    .inProgress: [.submit: .submitted, .waive: .waived, .withdraw: .withdrawn],
    .submitted: [
      .requestMore: .moreInformationNeeded, .complete: .completed, .findGaps: .conditional,
      .fail: .failed, .waive: .waived, .withdraw: .withdrawn,
    ],
    .moreInformationNeeded: [.resubmit: .submitted, .waive: .waived, .withdraw: .withdrawn],
    .conditional: [.closeGaps: .completed, .waive: .waived, .withdraw: .withdrawn],
    .failed: [.retry: .notStarted, .waive: .waived, .withdraw: .withdrawn],
    .expired: [.renew: .notStarted], .completed: [:], .waived: [.reopen: .notStarted],
    .withdrawn: [.reopen: .notStarted],
  ]

  @Test(arguments: table.keys.sorted { $0.rawValue < $1.rawValue })
  func everyEventInEveryStateLeadsWhereTheTableSays(_ state: StepState) throws {
    for kind in StepEvent.Kind.allCases {
      let result = Result {
        try StepMachine.apply(
          Self.event(kind), to: Self.step(state), named: "RN-NNAS-03", StepContext())
      }
      switch (result, Self.table[state]?[kind]) {
      case (.success(let step), let expected?): #expect(step.state == expected)
      case (.failure(let error), nil):
        #expect("\(error)".hasPrefix("RN-NNAS-03"))
        #expect(!"\(error)".contains("because"))
      default: Issue.record("\(state) \(kind): \(result)")
      }
    }
  }

  @Test func aBlockedStepCannotStartAndSaysWhatItWaitsFor() {
    let context = StepContext(blockedBy: [["A-1"], ["B-1", "B-2"]])
    #expect(throws: CandidateRefusal("X-1 is blocked: first complete A-1 and B-1 or B-2")) {
      try StepMachine.apply(Self.event(.start), to: nil, named: "X-1", context)
    }
  }

  @Test func submissionNeedsEvidenceAndAResultMoreThanAReceipt() throws {
    #expect(throws: CandidateRefusal.self) {
      try StepMachine.apply(
        Self.event(.submit), to: Self.step(.inProgress), named: "X-1",
        StepContext(hasEvidence: false, hasResult: false))
    }
    #expect(throws: CandidateRefusal.self) {
      try StepMachine.apply(
        Self.event(.complete), to: Self.step(.submitted), named: "X-1",
        StepContext(hasResult: false))
    }
    let step = try StepMachine.apply(
      Self.event(.submit), to: Self.step(.inProgress), named: "X-1",
      StepContext(hasEvidence: false, hasResult: false, givesEvidence: false))
    #expect(step.state == .submitted)
  }

  @Test func aRetryWaitsForItsDayAndEndsWithTheLastAttempt() throws {
    var event = Self.event(.fail)
    event.retryFrom = Self.day.adding(days: 30)
    event.attemptLimit = 2
    let failed = try StepMachine.apply(
      event, to: Self.step(.submitted), named: "X-1", StepContext())
    for (days, isAllowed) in [(29, false), (30, true), (31, true)] {
      let retry = Self.event(.retry, on: Self.day.adding(days: days))
      let result = Result {
        try StepMachine.apply(retry, to: failed, named: "X-1", StepContext())
      }
      #expect((try? result.get())?.attempt == (isAllowed ? 2 : nil))
    }
    var last = failed
    last.attempt = 2
    #expect(throws: CandidateRefusal("X-1: attempt 2 of 2 was the last")) {
      try StepMachine.apply(
        Self.event(.retry, on: Self.day.adding(days: 40)), to: last, named: "X-1", StepContext())
    }
  }

  @Test func aResultHoldsUpToItsLastDayAndIsRenewedAfterIt() throws {
    var step = Self.step(.completed)
    let end = Self.day.adding(days: 100)
    step.expiresOn = end
    #expect(step.state(on: end.adding(days: -1)) == .completed)
    #expect(step.state(on: end) == .completed)
    #expect(step.state(on: end.adding(days: 1)) == .expired)
    #expect(throws: CandidateRefusal.self) {
      try StepMachine.apply(Self.event(.renew, on: end), to: step, named: "X-1", StepContext())
    }
    let renewed = try StepMachine.apply(
      Self.event(.renew, on: end.adding(days: 1)), to: step, named: "X-1", StepContext())
    #expect(renewed.state == .notStarted)
    #expect(renewed.expiresOn == nil)
  }

  @Test func entriesDoNotGoBackInTime() {
    for (days, isAllowed) in [(-1, false), (0, true), (1, true)] {
      let event = Self.event(.submit, on: Self.day.adding(days: days))
      let step = try? StepMachine.apply(
        event, to: Self.step(.inProgress), named: "X-1", StepContext())
      #expect((step != nil) == isAllowed)
    }
  }

  @Test func gapsAreFilledBeforeAConditionalStepIsComplete() {
    #expect(throws: CandidateRefusal("X-1: its gaps are open; first complete X-2")) {
      try StepMachine.apply(
        Self.event(.closeGaps), to: Self.step(.conditional), named: "X-1",
        StepContext(openGaps: ["X-2"]))
    }
  }

  @Test(arguments: ["750 CAD", "600.24 CAD", "1773 MXN", "0.50 USD"])
  func paymentsAreReadAndWritten(_ text: String) {
    #expect(CandidateStep.Payment(text)?.description == text)
  }

  @Test(arguments: ["", "750", "CAD", "7,5 CAD", "-1 CAD", "1.234 CAD", "1. CAD", "1 EUR"])
  func otherTextsAreNoPayments(_ text: String) {
    #expect(CandidateStep.Payment(text) == nil)
  }
}

extension CalendarDate {
  static var distant: Self { CalendarDate(daysSince1970: 0)?.adding(days: 9_000_000) ?? .distant }
}
