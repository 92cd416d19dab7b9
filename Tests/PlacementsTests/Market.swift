import Classifications
import Correspondences
import Credentials
import Diagnostics
import Placements
import ReferenceData
import TestSupport
import Testing

/// Openings and candidates of nurses and others, by the real credentials and invented ties.
enum Market {
  static let nurse = OccupationCode(.noc2021, "31301")
  static let aide = OccupationCode(.noc2021, "33102")
  static let welder = OccupationCode(.noc2021, "72106")
  static let cook = OccupationCode(.noc2021, "63200")

  static func credentials() throws -> CredentialCatalogue {
    try CredentialCatalogue(
      folder: Repository.data.file("datasets/credentials"), isThere: fileExists)
  }

  static func ties() -> CodeTies {
    CodeTies([
      OccupationCode(.sinco2011, "2426"): [
        nurse: CodeTie(score: 0.9, relation: .narrowMatch),
        aide: CodeTie(score: 0.1, relation: .relatedMatch),
        cook: CodeTie(score: 0.01, relation: .relatedMatch),
      ],
      OccupationCode(.sinco2011, "2821"): [
        aide: CodeTie(score: 0.8, relation: .closeMatch),
        nurse: CodeTie(score: 0.2, relation: .broadMatch),
      ],
      OccupationCode(.sinco2011, "7212"): [welder: CodeTie(score: 0.95, relation: .exactMatch)],
      OccupationCode(.sinco2011, "5111"): [cook: CodeTie(score: 0.6, relation: .relatedMatch)],
    ])
  }

  static func settings(
    _ credentials: CredentialCatalogue
  ) throws -> [OccupationCode: OccupationSetting] {
    let table = try Repository.catalogue().codeTable(.noc2021)
    var settings: [OccupationCode: OccupationSetting] = [:]
    for code in [nurse, aide, welder, cook] {
      let above = Set(table.ancestors(of: code.code).map { OccupationCode(.noc2021, $0.code) })
      settings[code] = OccupationSetting(
        occupations: credentials.occupations(with: code),
        groups: [StreamSubject.Group(code, above: above)],
        teer: table[code.code]?.teer.flatMap { Int($0) })
    }
    return settings
  }

  static func index(
    _ openings: [(Opening, [OccupationCode])], _ pool: CandidatePool, anywhere: Bool = false
  ) throws -> PlacementIndex {
    let credentials = try credentials()
    return PlacementIndex(
      openings: openings.map(\.0), groups: openings.map(\.1), settings: try settings(credentials),
      pool: pool, ties: ties(), credentials: credentials,
      on: try #require(CalendarDate("2026-11-28")), anywhere: anywhere)
  }

  /// A random market with many ties.
  static func random(
    _ random: inout SplitMix64, openings count: Int, candidates: Int
  ) throws -> PlacementIndex {
    let provinces = ["CA-ON", "CA-QC", "CA-AB", "CA-BC"]
    let demands = ["", "none", "en:7", "fr:7", "en:7 or fr:7", "en:5;fr:4"]
    let groups = [[nurse], [aide], [welder], [cook], [nurse, aide], []]
    var openings: [(Opening, [OccupationCode])] = []
    for number in 0..<count {
      let demand = try #require(
        LanguageDemand(demands.randomElement(using: &random) ?? ""))
      let opening = Opening(
        id: "O-\((number * 7) % count)", occupation: "",
        jurisdiction: provinces.randomElement(using: &random) ?? "", languages: demand,
        places: Int.random(in: 1...3, using: &random))
      openings.append((opening, groups.randomElement(using: &random) ?? []))
    }
    let codes = ["2426", "2821", "7212", "5111", "9999"].map { OccupationCode(.sinco2011, $0) }
    let steps = ["MX-DOCS-01", "MX-DOCS-02", "MX-DOCS-03", "RN-NNAS-01", "WELD-STD-01", "NONE"]
    let levels = [nil, "none", "4", "6", "8", "B2"].map { $0.flatMap { LanguageLevel($0) } }
    var pool = CandidatePool()
    for number in 0..<candidates {
      let chosen = codes.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
      let done = steps.filter { _ in Bool.random(using: &random) }
      let targets = provinces.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
      let skills = ["en", "fr"].filter { _ in Bool.random(using: &random) }.map {
        KnownLanguage($0, levels.randomElement(using: &random) ?? nil)
      }
      pool.add(
        "C-\((number * 11) % candidates)",
        CandidateProfile(
          occupations: chosen, languages: skills, stepsDone: done, targets: targets))
    }
    return try index(openings, pool)
  }
}
