import Diagnostics
import Ledgers
import Storage
import Testing

@testable import Reviews

@Suite struct StateMachineTests {
  /// A way to a state: the steps, each by a side.
  struct Way: CustomTestStringConvertible, Sendable {
    let steps: [(ReviewStep, Side)]
    let state: ReviewState
    var testDescription: String { steps.map { "\($0.0)" }.joined(separator: " ") }
  }

  /// Every way of the table of states, with Mexico as the proposer.
  static let ways: [Way] = [
    Way(steps: [], state: .proposed),
    Way(steps: [(.sent, .mexico)], state: .awaitingFeedback),
    Way(steps: [(.sent, .mexico), (.reminded, .canada)], state: .awaitingFeedback),
    Way(steps: [(.sent, .mexico), (.commented, .mexico)], state: .awaitingFeedback),
    Way(steps: feedback, state: .feedbackReceived),
    Way(steps: feedback + [(.accepted, .canada)], state: .acceptedByCanada),
    Way(steps: feedback + [(.counterProposed, .canada)], state: .counterProposed),
    Way(steps: feedback + [(.accepted, .canada), (.agreed, .mexico)], state: .agreed),
    Way(steps: feedback + [(.counterProposed, .canada), (.agreed, .mexico)], state: .agreed),
    Way(
      steps: feedback + [(.counterProposed, .canada), (.replied, .mexico)], state: .awaitingFeedback
    ),
    Way(steps: feedback + [(.rejected, .mexico)], state: .rejected),
    Way(steps: feedback + [(.counterProposed, .canada), (.rejected, .canada)], state: .rejected),
    Way(steps: [(.withdrawn, .mexico)], state: .withdrawn),
    Way(steps: feedback + [(.accepted, .canada), (.withdrawn, .mexico)], state: .withdrawn),
  ]
  static let feedback: [(ReviewStep, Side)] = [(.sent, .mexico), (.commented, .canada)]

  @Test(arguments: ways) func leadsWhereTheTableSays(_ way: Way) throws {
    let desk = try smallDesk()
    for (step, side) in way.steps { try desk.step(step, by: side) }
    #expect(try desk.link("A").state == way.state)
    #expect(try desk.ledger.verify().faults == [])
  }

  /// In each state every step of every side that the machine does not offer is refused and records nothing.
  @Test(arguments: ways) func refusesWhatIsNotPossible(_ way: Way) throws {
    let desk = try smallDesk()
    for (step, side) in way.steps { try desk.step(step, by: side) }
    let link = try desk.link("A")
    let possible = StateMachine.possibilities(link)
    let head = try desk.ledger.head()
    let makers: Set<ReviewStep> = [.proposed, .suggested, .carried]
    for step in ReviewStep.allCases where !makers.contains(step) {
      for side in [Side.mexico, .canada, .software]
      where !possible.contains(where: { $0.step == step && $0.sides.contains(side) }) {
        let refusal = #expect(throws: ReviewRefusal.self) { try desk.step(step, by: side) }
        if case .impossible(_, _, let named)? = refusal { #expect(named == link) }
      }
    }
    #expect(try desk.ledger.head() == head)
  }

  @Test func offersOnlyWhatItThenDoes() throws {
    for way in Self.ways {
      let desk = try smallDesk()
      for (step, side) in way.steps { try desk.step(step, by: side) }
      for possibility in StateMachine.possibilities(try desk.link("A")) {
        for side in possibility.sides {
          let other = try smallDesk()
          for (step, side) in way.steps { try other.step(step, by: side) }
          let changes = try other.step(possibility.step, by: side, on: 2)
          #expect(changes.first?.event.kind == possibility.step.rawValue)
        }
      }
    }
  }

  @Test func saysWhatIsPossible() throws {
    let desk = try smallDesk()
    try desk.step(.sent, by: .mexico)
    let refusal = #expect(throws: ReviewRefusal.self) { try desk.step(.accepted, by: .canada) }
    #expect(
      refusal?.description
        == "Canada cannot accept A: it is awaiting feedback; possible is: remind (Canada or Mexico), "
        + "comment (Canada or Mexico), withdraw (Mexico)")
  }

  @Test func countsRoundsAndDaysFromTheSending() throws {
    let desk = try smallDesk()
    try desk.step(.sent, by: .mexico, on: 0)
    try desk.step(.reminded, by: .mexico, on: 100)
    #expect(
      try desk.link("A").standing(on: day(3_320)) == "awaiting feedback for 3,320 days")
    #expect(try desk.link("A").standing(on: day(1)) == "awaiting feedback for 1 day")
    try desk.step(.commented, by: .canada, on: 200)
    try desk.step(.counterProposed, by: .canada, on: 201)
    try desk.step(.replied, by: .mexico, on: 300)
    let link = try desk.link("A")
    #expect(link.round == 2)
    #expect(link.since == day(300))
  }

  @Test func decidesAnAlternativeWithItsPair() throws {
    for (step, side, state) in [
      (ReviewStep.agreed, Side.mexico, ReviewState.agreed), (.replied, .mexico, .rejected),
      (.rejected, .canada, .rejected), (.withdrawn, .mexico, .rejected),
    ] {
      let desk = try smallDesk()
      for (step, side) in Self.feedback { try desk.step(step, by: side) }
      let other = try #require(try desk.step(.counterProposed, by: .canada).last?.after)
      #expect(other.alternativeTo == "A")
      #expect(other.state == .counterProposed)
      #expect(throws: ReviewRefusal.alternative(other.id, to: "A")) {
        try desk.step(.rejected, other.id, by: .mexico)
      }
      try desk.step(step, by: side, on: 2)
      #expect(try desk.link(other.id).state == state)
      #expect(try desk.link("A").alternative == (step == .replied ? nil : other.id))
    }
  }

  @Test func acceptsErrorsOnlyForAReason() throws {
    let desk = try smallDesk()
    for (step, side) in Self.feedback { try desk.step(step, by: side) }
    try desk.ledger.write {
      try desk.setFlags(
        [ReviewFlag(rule: "probable-slip", severity: .error, message: "x")], of: "A")
    }
    #expect(throws: ReviewRefusal.openErrors("A", rules: ["probable-slip"])) {
      try desk.step(.accepted, by: .canada)
    }
    let action = ReviewDesk.Action(side: .canada, on: day(3), ["override": "we looked"])
    try desk.ledger.write { try desk.take(.accepted, "A", action) }
    #expect(try desk.link("A").state == .acceptedByCanada)
  }

  @Test func refusesTheSamePairTwice() throws {
    let desk = try smallDesk()
    #expect(throws: ReviewRefusal.duplicate(pair: "noc2016:3211 - sinco2011:2813", of: "A")) {
      try desk.ledger.write {
        try desk.propose(
          ReviewDesk.Proposal(noc: code("noc2016:3211"), sinco: code("sinco2011:2813")),
          ReviewDesk.Action(side: .canada, on: day(1)))
      }
    }
  }
}
