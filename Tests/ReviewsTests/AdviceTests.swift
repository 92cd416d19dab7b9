import Classifications
import Correspondences
import Diagnostics
import Ledgers
import ReferenceData
import TestSupport
import Testing

@testable import Reviews

@Suite struct JudgingTests {
  private func judge(
    _ desk: ReviewDesk, _ reviewer: String, _ verdict: Judgement.Verdict, _ side: Side = .canada
  ) throws {
    try desk.ledger.write {
      try desk.judge(
        Judgement(reviewer: reviewer, verdict: verdict, comment: "secret \\ of\n\(reviewer)"),
        of: "A",
        nonce: "n\(reviewer)", ReviewDesk.Action(side: side, on: day(1)))
    }
  }

  @Test func keepsAJudgementSealedUntilTheOtherIsThere() throws {
    let desk = try smallDesk()
    try judge(desk, "r1", .accept)
    let events = try desk.history(of: try desk.link("A"))
    #expect(!EventJSON.text(events).contains("secret"))
    #expect(DoubleReview(events).opened.isEmpty)
    #expect(throws: ReviewRefusal.self) { try judge(desk, "r1", .reject) }
    try judge(desk, "r2", .reject, .mexico)
    let review = DoubleReview(try desk.history(of: try desk.link("A")))
    #expect(review.opened.map(\.comment) == ["secret \\ of\nr1", "secret \\ of\nr2"])
    #expect(review.needsAdjudication)
    #expect(throws: ReviewRefusal.self) { try judge(desk, "r3", .accept) }
    #expect(try desk.link("A").state == .proposed)
    #expect(try desk.ledger.verify().faults == [])
  }

  @Test func opensBlindReviewsOfTwoLedgers() throws {
    let (one, other) = (try smallDesk(), try smallDesk())
    try judge(one, "r1", .accept)
    try judge(other, "r2", .accept, .mexico)
    func pass(_ from: ReviewDesk, _ to: ReviewDesk) throws {
      let events = try from.history(of: try from.link("A"))
      try to.ledger.write {
        _ = try to.ledger.merge(events)
        try to.ledger.project()
        try to.reveal("A", on: ReviewDesk.Action(on: day(2)))
      }
    }
    try pass(one, other)
    try pass(other, one)
    try pass(one, other)
    for desk in [one, other] {
      #expect(DoubleReview(try desk.history(of: try desk.link("A"))).opened.count == 2)
    }
    #expect(try one.ledger.contentDigest() == other.ledger.contentDigest())
  }

  @Test func refusesAJudgementThatIsNotTheSealedOne() throws {
    let desk = try smallDesk()
    try judge(desk, "r1", .accept)
    let forged = Judgement(reviewer: "r1", verdict: .reject).fields(nonce: "nr1")
    try desk.ledger.write {
      try desk.ledger.append(
        EventDraft("revealed", by: .canada, on: day(2), forged), to: "link/A")
    }
    #expect(DoubleReview(try desk.history(of: try desk.link("A"))).opened.isEmpty)
  }

  @Test func leavesADifferenceToAThird() throws {
    let desk = try smallDesk()
    try judge(desk, "r1", .accept)
    try judge(desk, "r2", .counter)
    let action = ReviewDesk.Action(side: .canada, on: day(3))
    for (reviewer, reason) in [("r2", "x"), ("r3", "")] {
      #expect(throws: ReviewRefusal.self) {
        try desk.adjudicate(
          "A", Judgement(reviewer: reviewer, verdict: .accept), reason: reason, action)
      }
    }
    try desk.ledger.write {
      try desk.adjudicate(
        "A", Judgement(reviewer: "r3", verdict: .accept), reason: "duties", action)
    }
    let review = DoubleReview(try desk.history(of: try desk.link("A")))
    #expect(review.adjudication?.verdict == .accept)
    #expect(!review.needsAdjudication)
  }

  /// Both say yes 20 times and no 15 times, one alone yes 5 times, the other alone 10 times: observed 0.7, by
  /// chance 0.5, kappa 0.4.
  @Test func calculatesCohensKappa() throws {
    let cells: [(Judgement.Verdict, Judgement.Verdict, Int)] = [
      (.accept, .accept, 20), (.accept, .reject, 5), (.reject, .accept, 10), (.reject, .reject, 15),
    ]
    let verdicts = cells.flatMap { one, other, count in
      Array(repeating: (one, other), count: count)
    }
    let agreement = ReviewerAgreement(["r1", "r2"], verdicts: verdicts)
    #expect(abs(agreement.observed - 0.7) < 1e-12)
    #expect(abs(agreement.expected - 0.5) < 1e-12)
    #expect(abs((agreement.kappa ?? 0) - 0.4) < 1e-12)
    #expect(ReviewerAgreement(["a", "b"], verdicts: [(.accept, .accept)]).kappa == nil)
  }
}

/// The desk with the pairs of 2017, on the real tables.
@Suite struct RealDeskTests {
  private func desk() throws -> (ReviewDesk, Catalogue) {
    let catalogue = try Repository.catalogue()
    let ledger = try Ledger.inMemory(components: [
      ReviewDesk.component { try PairsOf2017(catalogue).record(at: $0) }
    ])
    return (ReviewDesk(ledger), catalogue)
  }

  private func agree(_ desk: ReviewDesk, _ id: String, _ relation: String) throws {
    try desk.ledger.write {
      let fields = ["comment": "x", "relation": relation, "override": "x"]
      for (step, side) in [
        (ReviewStep.commented, Side.canada), (.accepted, .canada), (.agreed, .mexico),
      ] {
        try desk.take(step, id, ReviewDesk.Action(side: side, on: day(1), fields))
      }
    }
  }

  @Test func beginsWithThePairsOf2017() throws {
    let (desk, _) = try desk()
    let links = try desk.links()
    #expect(links.map(\.id) == (1...8).map { "L\($0)" })
    #expect(links.allSatisfy { $0.state == .awaitingFeedback && $0.awaiting == .canada })
    #expect(links.allSatisfy { $0.standing(on: day(3_320)) == "awaiting feedback for 3,320 days" })
    #expect(try desk.ledger.eventCount() == 16)
    let errors = try links.filter { try desk.flags(of: $0).contains { $0.severity == .error } }
    #expect(errors.map(\.id) == ["L3", "L8"])
    #expect(links[7].noc == code("noc2016:2013"))
  }

  @Test func beginsWithTheSameEventsEverywhere() throws {
    #expect(try desk().0.ledger.contentDigest() == desk().0.ledger.contentDigest())
  }

  @Test func carriesWhatIsTheSameAndQueuesTheRest() throws {
    let (desk, catalogue) = try desk()
    // 3413 is the same group in NOC 2021; 3211 got a part of 3212; 3124 was split.
    for (id, relation) in [("L4", "broad"), ("L2", "exact"), ("L7", "exact")] {
      try agree(desk, id, relation)
    }
    let outcomes = try desk.ledger.write {
      try Revision(to: .noc2021, at: desk, catalogue).run(ReviewDesk.Action(on: day(2)))
    }
    let carried = try #require(outcomes.first { $0.link.id == "L4" }?.changes.first?.after)
    #expect(carried.noc == code("noc2021:33102"))
    #expect(carried.state == .agreed)
    #expect(carried.relation == .broadMatch)
    #expect(try desk.link("L4").state == .agreed)
    let merged = try #require(outcomes.first { $0.link.id == "L2" }?.changes.first?.after)
    #expect(merged.noc == code("noc2021:32120"))
    #expect(merged.state == .needsRevision)
    #expect(merged.relation == .narrowMatch)
    #expect(try desk.link("L2").state == .needsRevision)
    let split = try #require(outcomes.first { $0.link.id == "L7" }?.changes.dropLast().map(\.after))
    #expect(split.map(\.noc.code) == ["31302", "31303", "32103"])
    #expect(split.allSatisfy { $0.state == .needsRevision && $0.relation != .exactMatch })
    #expect(merged.awaiting == .mexico)
    // A second time there is nothing to do but to say so.
    let again = try desk.ledger.write {
      try Revision(to: .noc2021, at: desk, catalogue).run(ReviewDesk.Action(on: day(3)))
    }
    #expect(again.allSatisfy { $0.changes.isEmpty && !$0.note.isEmpty })
    // In their own version the pairs are agreed all the same.
    let decisions = try desk.decisions()
    #expect(decisions.filter { !$0.isCarried }.map(\.link) == ["L2", "L4", "L7"])
    #expect(try desk.ledger.verify().faults == [])
  }

  @Test func tellsDecisionsAsEvidence() throws {
    let (desk, _) = try desk()
    try agree(desk, "L2", "close")
    try desk.ledger.write {
      try desk.take(
        .commented, "L3", ReviewDesk.Action(side: .canada, on: day(1), ["comment": "x"]))
      try desk.counter(
        "L3",
        with: ReviewDesk.Proposal(noc: code("noc2016:3212"), sinco: code("sinco2011:2813")),
        ReviewDesk.Action(on: day(2)))
      try desk.take(.agreed, "L3", ReviewDesk.Action(on: day(3)))
    }
    let decisions = try desk.decisions()
    let verdicts = decisions.map { "\($0.noc) \($0.sinco) \($0.verdict.rawValue)" }
    #expect(
      verdicts == [
        "noc2016:3211 sinco2011:2813 agreed", "noc2016:3212 sinco2011:2814 rejected",
        "noc2016:3212 sinco2011:2813 agreed",
      ])
    #expect(decisions[0].sides == [.canada, .mexico])
    #expect(decisions[0].relation == .closeMatch)
  }

  @Test func suggestsBesideWhatTheTablesContradict() throws {
    let (desk, catalogue) = try desk()
    let states = try desk.links().map(\.state)
    let changes = try desk.ledger.write {
      try Suggestions(catalogue).suggest(
        for: try desk.link("L3"), at: desk, ReviewDesk.Action(on: day(1)))
    }
    #expect(changes.contains { $0.after.pair == "noc2016:3212 - sinco2011:2813" })
    #expect(changes.allSatisfy { $0.after.state == .suggested && $0.event.side == .software })
    #expect(try desk.links().prefix(8).map(\.state) == states)
    let id = try #require(changes.first?.after.id)
    try desk.ledger.write {
      try desk.take(.adopted, id, ReviewDesk.Action(side: .canada, on: day(2)))
    }
    #expect(try desk.link(id).state == .proposed)
    #expect(try desk.link(id).proposer == .canada)
  }

  @Test func ranksByPeopleAmbiguityAndStakes() throws {
    let (desk, catalogue) = try desk()
    let day = try #require(CalendarDate("2026-11-24"))
    let ranked = try PairRanking(catalogue, on: day).ranked(try desk.links())
    #expect(ranked.count == 8)
    #expect(zip(ranked, ranked.dropFirst()).allSatisfy { $0.value >= $1.value })
    #expect(ranked.first { $0.link.id == "L4" }?.people?.count ?? 0 > 0)
    // Technologists (L2) are regulated in nine provinces and unregulated in British Columbia and the
    // territories; of nurse supervisors (L1) the data say nothing.
    let technologists = ranked.first { $0.link.id == "L2" }?.regulation
    #expect(technologists?.regulated == 9 && technologists?.known == 13)
    #expect(ranked.first { $0.link.id == "L1" }?.regulation == nil)
    let later = try PairRanking(catalogue, on: try #require(CalendarDate("2027-11-29")))
    #expect(
      try later.ranked(try desk.links()).first { $0.link.id == "L2" }?.regulation?.regulated == 10)
    // A code that does not exist has no figure, and none is made up.
    #expect(ranked.first { $0.link.id == "L8" }?.people == nil)
    #expect(abs(normalisedEntropy([1, 1, 1]) - 1) < 1e-12)
    #expect(normalisedEntropy([5]) == 0)
  }
}
