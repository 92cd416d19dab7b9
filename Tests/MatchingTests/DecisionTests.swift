import Classifications
import Glibc
import Matching
import ReferenceData
import TestSupport
import Testing

/// Decisions as evidence, on the real tables.
@Suite struct DecisionTests {
  private static let nurses = OccupationCode(.sinco2011, "2811")
  private static let aides = OccupationCode(.noc2016, "3413")

  private func pair(_ decisions: [Decision], leavingOut: Set<String> = []) throws -> Equivalence {
    let catalogue = try Repository.catalogue(leavingOut: leavingOut)
    catalogue.decisions = decisions
    let finder = try catalogue.finder(from: .sinco2011, to: .noc2016)
    return try withExtendedLifetime(catalogue) {
      try #require(try finder.equivalence(of: Self.nurses.code, and: Self.aides.code))
    }
  }

  @Test func raiseAndLowerTheScoreAndAreATermOfTheirOwn() throws {
    let open = try pair([])
    #expect(!open.terms.contains { $0.name == "decision" })
    let agreed = try pair([Decision(Self.aides, Self.nurses, value: 1)])
    #expect(agreed.score > 0.5 && agreed.score > open.score)
    #expect(agreed.terms.first { $0.name == "decision" }?.reason == "agreed")
    let accepted = try pair([Decision(Self.nurses, Self.aides, value: 0.5)])
    #expect(accepted.score > open.score && accepted.score < agreed.score)
    let rejected = try pair([Decision(Self.nurses, Self.aides, value: -1)])
    #expect(rejected.score < open.score)
    #expect((rejected.terms.first { $0.name == "decision" }?.contribution ?? 0) < 0)
  }

  @Test func canBeLeftOut() throws {
    let agreed = [Decision(Self.nurses, Self.aides, value: 1)]
    #expect(try pair(agreed, leavingOut: ["decisions"]).score == pair([]).score)
  }

  @Test func concernTheirOwnVersionsAlone() throws {
    let other = Decision(
      OccupationCode(.sinco2019, "2811"), OccupationCode(.noc2016, "3413"), value: 1)
    #expect(try pair([other]).score == pair([]).score)
    #expect(
      try pair([Decision(Self.nurses, OccupationCode(.noc2016, "9999"), value: 1)]) == pair([]))
  }

  @Test func makeAPairACandidateThatNoEvidenceNames() throws {
    let catalogue = try Repository.catalogue()
    let decided = (OccupationCode(.sinco2011, "2426"), OccupationCode(.noc2016, "7271"))
    #expect(
      try catalogue.finder(from: .sinco2011, to: .noc2016).equivalence(of: "2426", and: "7271")?
        .score == 0)
    let fresh = try Repository.catalogue()
    fresh.decisions = [Decision(decided.0, decided.1, value: 1)]
    let answer = try fresh.finder(from: .sinco2011, to: .noc2016).answer(for: "2426")
    #expect(answer.codes.contains("7271"))
  }

  @Test func termsAddUpToTheLogOddsOfTheScore() throws {
    let catalogue = try Repository.catalogue()
    catalogue.decisions = [Decision(Self.nurses, Self.aides, value: 1)]
    let finder = try catalogue.finder(from: .sinco2011, to: .noc2016)
    for code in ["2426", "2811", "2814", "9661", "1111"] {
      for candidate in try finder.answer(for: code, traced: 0).candidates {
        let pair = try #require(try finder.equivalence(of: code, and: candidate.target.code))
        let odds = pair.terms.reduce(0) { $0 + $1.contribution }
        #expect(
          abs(odds - log(pair.score / (1 - pair.score))) < 1e-4, "\(code) \(candidate.target)")
      }
    }
  }
}
