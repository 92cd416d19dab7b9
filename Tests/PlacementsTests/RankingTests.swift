import Classifications
import Credentials
import Diagnostics
import Placements
import TestSupport
import Testing

/// What is ranked, and why.
@Suite struct RankingTests {
  private let specialist = OccupationCode(.sinco2011, "2426")

  private func opening(
    _ id: String, _ jurisdiction: String, _ languages: String = "none", places: Int = 1
  ) throws -> Opening {
    Opening(
      id: id, occupation: "", jurisdiction: jurisdiction,
      languages: try #require(LanguageDemand(languages)), places: places)
  }

  private func pool(_ profiles: [CandidateProfile]) -> CandidatePool {
    var pool = CandidatePool()
    for (number, profile) in profiles.enumerated() { pool.add("C-\(number)", profile) }
    return pool
  }

  /// Every pair, by its reasons; what may not be matched left out.
  private func pairs(
    _ index: PlacementIndex
  ) -> [(candidate: Int, opening: Int, score: Double)] {
    var pairs: [(candidate: Int, opening: Int, score: Double)] = []
    for candidate in 0..<index.pool.count {
      let profile = index.pool.profile(of: candidate)
      for (number, opening) in index.openings.enumerated() {
        let reasons = index.reasons(
          forProfile: Int(index.pool.profileOfCandidate[candidate]), opening: number)
        let isWanted = profile.targets.isEmpty || profile.targets.contains(opening.jurisdiction)
        let isTied =
          reasons.equivalence.isKnown && reasons.equivalence.value >= index.leastEquivalence
        if isWanted, isTied, reasons.score > 0 { pairs.append((candidate, number, reasons.score)) }
      }
    }
    return pairs
  }

  @Test func isTheSameAsRankingEveryPair() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<12 {
      let index = try Market.random(&random, openings: 23, candidates: 37)
      let all = pairs(index)
      #expect(!all.isEmpty)
      let order = index.candidateOrder()
      for limit in [1, 3, 50] {
        for candidate in 0..<index.pool.count {
          let expected = all.filter { $0.candidate == candidate }.sorted {
            $0.score != $1.score
              ? $0.score > $1.score
              : index.openings[$0.opening].id < index.openings[$1.opening].id
          }.prefix(limit)
          let found = index.openings(
            forProfile: Int(index.pool.profileOfCandidate[candidate]), limit: limit)
          #expect(found.map { Int($0.number) } == expected.map(\.opening))
          #expect(found.map(\.score) == expected.map(\.score))
        }
        for opening in index.openings.indices {
          let expected = all.filter { $0.opening == opening }.sorted {
            $0.score != $1.score
              ? $0.score > $1.score
              : (index.pool.names[$0.candidate].count, index.pool.names[$0.candidate])
                < (index.pool.names[$1.candidate].count, index.pool.names[$1.candidate])
          }.prefix(limit)
          let found = index.candidates(forOpening: opening, limit: limit, order)
          #expect(found.map { Int($0.number) } == expected.map(\.candidate))
          #expect(found.map(\.score) == expected.map(\.score))
        }
      }
    }
  }

  @Test func explainsTheFourFactors() throws {
    let index = try Market.index(
      [(try opening("O-1", "CA-ON", "en:7"), [Market.nurse])],
      pool([
        CandidateProfile(
          occupations: [specialist],
          languages: [KnownLanguage("en", LanguageLevel(benchmark: 6))],
          stepsDone: ["MX-DOCS-01", "MX-DOCS-02"])
      ]))
    let reasons = index.reasons(forProfile: 0, opening: 0)
    #expect(reasons.equivalence.value == 0.9)
    #expect(
      reasons.equivalence.reason == "sinco2011:2426 leads to noc2021:31301 (narrowMatch)")
    #expect(reasons.language.value == 0.75)
    #expect(reasons.language.missing == ["en: 1 level"])
    #expect(reasons.readiness.reason.hasPrefix("RN is regulated in CA-ON, 2 of "))
    #expect(reasons.readiness.missing.contains("MX-DOCS-05"))
    #expect(!reasons.readiness.missing.contains("MX-DOCS-01"))
    // Psychiatric nurses are of the same group and not regulated in Ontario: the strictest counts.
    #expect(reasons.readiness.value == 3.0 / 14)
    #expect(reasons.stream.value == 0.75)
    #expect(reasons.stream.reason.hasPrefix("conditional: GSS-EXEMPT"))
    #expect(index.openings(forProfile: 0, limit: 5).map(\.score) == [reasons.score])
  }

  @Test func readinessGrowsWithStepsAndIsWholeWhereNoLicenceIsAsked() throws {
    let credentials = try Market.credentials()
    let day = try #require(CalendarDate("2026-11-28"))
    let route = credentials.licenceRoute(of: credentials.occupation("RN"), in: "CA-ON", on: day)
    #expect(route.regulated == .yes)
    let way = try #require(route.ways.first)
    #expect(way.contains("MX-DOCS-05"))
    #expect(!way.contains { $0.hasPrefix("PERMIT") })
    let values = (0...way.count).map { route.readiness(Set(way.prefix($0))).value }
    #expect(values == values.sorted())
    #expect(Set(values).count == values.count)
    #expect(values[0] == 1 / Double(1 + way.count))
    #expect(values.last == 1)
    #expect(route.readiness(Set(way)).missing.isEmpty)
    // Aides were not regulated in Alberta before 2026-02-02.
    let before = try #require(CalendarDate("2026-02-01"))
    let aide = credentials.occupation("AIDE")
    #expect(credentials.licenceRoute(of: aide, in: "CA-AB", on: before).readiness([]).value == 1)
    let after = try #require(CalendarDate("2026-02-02"))
    #expect(credentials.licenceRoute(of: aide, in: "CA-AB", on: after).readiness([]).value < 1)
    let unknown = credentials.licenceRoute(of: nil, in: "CA-AB", on: day).readiness([])
    #expect(!unknown.isKnown)
    #expect(unknown.value == MatchFactor.unknownValue)
  }

  @Test func staysInTheProvincesThatACandidateLooksTo() throws {
    let openings = [
      (try opening("O-1", "CA-ON"), [Market.nurse]), (try opening("O-2", "CA-QC"), [Market.nurse]),
    ]
    let pool = pool([CandidateProfile(occupations: [specialist], targets: ["CA-QC"])])
    let index = try Market.index(openings, pool)
    #expect(index.openings(forProfile: 0, limit: 9).map(\.number) == [1])
    let anywhere = try Market.index(openings, pool, anywhere: true)
    #expect(anywhere.openings(forProfile: 0, limit: 9).count == 2)
  }

  @Test func aCandidateWithoutAnOccupationMatchesNothing() throws {
    let index = try Market.index(
      [(try opening("O-1", "CA-ON"), [Market.nurse])],
      pool([
        CandidateProfile(occupations: []),
        CandidateProfile(occupations: [OccupationCode(.sinco2011, "9999")]),
        CandidateProfile(occupations: [Market.nurse]),
      ]))
    #expect(index.openings(forProfile: 0, limit: 9).isEmpty)
    #expect(index.openings(forProfile: 1, limit: 9).isEmpty)
    let same = index.reasons(forProfile: 2, opening: 0).equivalence
    #expect(same.value == 1)
    #expect(same.reason == "noc2021:31301 on both sides")
    #expect(!index.reasons(forProfile: 0, opening: 0).equivalence.isKnown)
  }

  @Test func givesPlacesAsWellAsTryingEverything() throws {
    var random = SplitMix64(seed: 5)
    for _ in 0..<25 {
      let index = try Market.random(&random, openings: 4, candidates: 6)
      let assignment = index.assignment(index.candidateOrder())
      var score: [[Double]] = Array(repeating: Array(repeating: 0, count: 4), count: 6)
      for pair in pairs(index) { score[pair.candidate][pair.opening] = pair.score }
      let total = assignment.openings.enumerated().reduce(0.0) { sum, one in
        sum + (one.element.map { score[one.offset][Int($0)] } ?? 0)
      }
      let best = bruteForce(score, places: index.openings.map(\.places), from: 0)
      #expect(abs(total - best) < 1e-9)
    }
  }

  private func bruteForce(_ score: [[Double]], places: [Int], from candidate: Int) -> Double {
    guard candidate < score.count else { return 0 }
    var best = bruteForce(score, places: places, from: candidate + 1)
    for opening in places.indices where places[opening] > 0 && score[candidate][opening] > 0 {
      var left = places
      left[opening] -= 1
      let rest = bruteForce(score, places: left, from: candidate + 1)
      best = max(best, score[candidate][opening] + rest)
    }
    return best
  }
}
