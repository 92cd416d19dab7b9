import Classifications
import Matching
import ReferenceData
import TestSupport
import Testing

/// What the pairs of the 2017 report and the publishers' tables make one expect.
@Suite struct RealCaseTests {
  private func answer(
    _ origin: ClassificationID, _ code: String, in destination: ClassificationID
  ) throws -> EquivalenceAnswer {
    let catalogue = try Repository.catalogue()
    let finder = try catalogue.finder(from: origin, to: destination)
    return try withExtendedLifetime(catalogue) { try finder.answer(for: code) }
  }

  @Test func mexicanNursesAreRegisteredNursesBeforeTheirCoordinators() throws {
    let codes = try answer(.sinco2011, "2426", in: .noc2016).codes
    #expect(codes.first == "3012")
    #expect(codes.contains("3011"))
  }

  struct PairCase: Sendable, CustomTestStringConvertible {
    let sinco: String
    let noc: String

    init(_ sinco: String, _ noc: String) {
      self.sinco = sinco
      self.noc = noc
    }

    var testDescription: String { "\(sinco) and \(noc)" }
  }

  private static let pairs = [
    PairCase("2813", "3211"), PairCase("2813", "3212"), PairCase("2811", "3233"),
    PairCase("2821", "3413"), PairCase("2428", "3131"), PairCase("2427", "3142"),
    PairCase("2413", "3113"), PairCase("7212", "7237"), PairCase("2814", "3219"),
  ]

  @Test(arguments: pairs) func theTablesTieThePairsThatAnAnalystWouldKeep(_ pair: PairCase) throws {
    #expect(try answer(.sinco2011, pair.sinco, in: .noc2016).codes.prefix(5).contains(pair.noc))
    #expect(try answer(.noc2016, pair.noc, in: .sinco2011).codes.prefix(5).contains(pair.sinco))
  }

  @Test func laboratoryTechniciansAreNotTiedToPharmacyTechnicians() throws {
    #expect(try answer(.noc2016, "3212", in: .sinco2011).codes.first == "2813")
    #expect(try answer(.noc2016, "3212", in: .sinco2011).serious.map(\.target.code) == ["2813"])
  }

  @Test func theNurseCodeOf2021LeadsToTheMexicanOneOf2019() throws {
    let answer = try answer(.noc2021, "31301", in: .sinco2019)
    #expect(answer.codes.first == "2436")
    #expect(answer.routes.allSatisfy { (1...6).contains($0.steps.count) })
  }

  @Test func sinco2431IsAPhysicianAndIsco2431IsNot() throws {
    // SINCO 2431 is of 2019; ISCO-08 2431 are advertising and marketing professionals.
    let mexican = try answer(.sinco2019, "2431", in: .noc2021)
    let international = try answer(.isco08, "2431", in: .noc2021)
    #expect(Set(mexican.codes).isDisjoint(with: international.codes))
    for candidate in mexican.candidates {
      for path in candidate.paths {
        #expect(!path.codes.contains(OccupationCode(.isco08, "2431")))
      }
    }
  }

  struct Oddity: Sendable {
    let sinco: String
    let says: String
  }

  /// Links of INEGI's table that all else speaks against: to petroleum process operators, head nurses and
  /// labourers.
  @Test(arguments: [
    Oddity(sinco: "2814", says: "9232"), Oddity(sinco: "2811", says: "3011"),
    Oddity(sinco: "9661", says: "9619"),
  ])
  func theOdditiesOfTheOfficialTableAreContradictedByTheRest(_ oddity: Oddity) throws {
    let answer = try answer(.sinco2011, oddity.sinco, in: .noc2016)
    #expect(
      answer.verdict
        == .contradictory(
          reason: "SINCO 2011 - NOC-S 2006 leads to \(oddity.says), which nothing else supports"))
    #expect(answer.codes.first != oddity.says)
  }

  @Test func midwivesAreFoundThroughTheNewestVersion() throws {
    #expect(try answer(.sinco2011, "2824", in: .noc2021).codes.first == "31303")
    #expect(try answer(.sinco2011, "2824", in: .noc2016).codes.first == "3124")
  }

  @Test func nursesAndAidesAreTiedAsAnAnalystWould() throws {
    #expect(try answer(.sinco2011, "2811", in: .noc2016).codes.first == "3233")
    #expect(try answer(.sinco2011, "2823", in: .noc2016).codes.first == "3413")
    #expect(try answer(.sinco2011, "2428", in: .noc2016).codes.first == "3131")
    #expect(try Set(answer(.sinco2011, "2813", in: .noc2016).codes.prefix(2)) == ["3211", "3212"])
    #expect(
      try answer(.sinco2011, "2821", in: .noc2016).serious.map(\.target.code).contains("3413"))
  }

  @Test func aBroadGroupGivesTheUnitGroupsBelowIt() throws {
    let catalogue = try Repository.catalogue()
    let finder = try catalogue.finder(from: .sinco2011, to: .noc2016)
    let group = try finder.answer(for: "242")
    let parts = try catalogue.codeTable(.sinco2011).unitGroups(under: "242").map {
      try finder.answer(for: $0.code)
    }
    #expect(group.codes.contains("3012"))
    for candidate in group.candidates {
      let mean =
        parts.map { $0.score(of: candidate.target.code) }.reduce(0, +) / Double(parts.count)
      #expect(isNear(candidate.score, mean), "\(candidate.target)")
      #expect(candidate.score <= 1)
    }
  }

  @Test func everyRealGroupHasAnAnswer() throws {
    let catalogue = try Repository.catalogue()
    let finder = try catalogue.finder(from: .sinco2011, to: .noc2016)
    var words: Set<String> = []
    for item in try catalogue.codeTable(.sinco2011).unitGroups {
      let answer = try finder.answer(for: item.code)
      words.insert(answer.verdict.word)
      #expect(answer.candidates.isEmpty == (answer.verdict.word == "none"))
      #expect(answer.verdict.reason.isEmpty == (answer.verdict == .clear), "\(item.code)")
      let scores = answer.candidates.map(\.score)
      #expect(scores == scores.sorted(by: >))
    }
    #expect(words == ["clear", "ambiguous", "contradictory"])
  }

  @Test func everyPathSaysWhatItPasses() throws {
    for candidate in try answer(.sinco2011, "2426", in: .noc2016).candidates {
      #expect(candidate.target.classification == .noc2016)
      let strengths = candidate.paths.map(\.strength)
      #expect(strengths == strengths.sorted(by: >))
      for path in candidate.paths {
        #expect(path.codes.first == OccupationCode(.sinco2011, "2426"))
        #expect(path.codes.last == candidate.target)
        #expect(path.codes.count > path.tables.count)
        #expect((0...1).contains(path.share))
      }
    }
  }
}
