import Classifications
import Credentials
import Diagnostics
import Matching
import Placements
import ReferenceData
import Titles

/// Finds the groups that openings are in.
struct OpeningGroups {
  /// How many openings were named by a title.
  private(set) var titled = 0

  private let catalogue: Catalogue

  /// How likely the groups that a title is read as have to be together.
  static let leastLikely = 0.5
  /// How many groups a title may be read as.
  static let mostGroups = 3

  init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// The groups of each opening.
  ///
  /// - Throws: `InvalidInput` with the place of every code that there is not and every title that leads nowhere.
  mutating func groups(of openings: [Opening]) throws -> [[OccupationCode]] {
    var findings: [Finding] = []
    var groups = [[OccupationCode]](repeating: [], count: openings.count)
    var titles: [Int] = []
    for (number, opening) in openings.enumerated() {
      guard let code = OccupationQuery.code(in: opening.occupation, catalogue) else {
        if OccupationQuery.looksLikeCode(opening.occupation) {
          findings.append(
            Finding(
              "bare-code", .error, at: opening.location, "a code without its classification",
              help: "write it with its classification, such as noc2021:31301"))
        } else {
          titles.append(number)
        }
        continue
      }
      groups[number] = try units(of: code)
      if groups[number].isEmpty {
        findings.append(
          Finding(
            "unknown-code", .error, at: opening.location, "there is no such group in the NOC",
            help: "write a code of the NOC, such as noc2021:31301; 'puente tree noc2021' shows them"
          ))
      }
    }
    titled = titles.count
    try read(titles, openings, &groups, &findings)
    if !findings.isEmpty { throw InvalidInput(Array(findings.sortedByLocation().prefix(100))) }
    return groups
  }

  /// The unit groups of a code of the NOC; none for another.
  private func units(of code: OccupationCode) throws -> [OccupationCode] {
    let table = try catalogue.codeTable(code.classification)
    guard table.classification.family == "noc" else { return [] }
    let spelled = [code.code, code.code.uppercased()].first(where: table.contains)
    guard let spelled else { return [] }
    if table[spelled]?.level == table.classification.unitGroupLevel {
      return [OccupationCode(table.id, spelled)]
    }
    return table.unitGroups(under: spelled).map { OccupationCode(table.id, $0.code) }
  }

  private func read(
    _ titled: [Int], _ openings: [Opening], _ groups: inout [[OccupationCode]],
    _ findings: inout [Finding]
  ) throws {
    guard !titled.isEmpty else { return }
    var items: [TitleBatch.Item] = []
    var places: [String: Int] = [:]
    for number in titled where places[openings[number].occupation] == nil {
      places[openings[number].occupation] = items.count
      items.append(TitleBatch.Item(title: openings[number].occupation, context: ""))
    }
    let library = try TitleLibrary(catalogue)
    let target = try library.target(.noc2021)
    let batch = TitleBatch(library, cores: 2)
    var answers: [TitleCoder.Answer] = []
    for start in stride(from: 0, to: items.count, by: TitleBatch.size) {
      let part = Array(items[start..<min(start + TitleBatch.size, items.count)])
      answers += batch.answers(to: part, in: target, language: nil, limit: 5)
    }
    let table = try catalogue.codeTable(.noc2021)
    for number in titled {
      let opening = openings[number]
      let found = places[opening.occupation].map { answers[$0].candidates } ?? []
      let fitting = found.filter { candidate in
        opening.teer.map { table[candidate.code]?.teer == String($0) } ?? true
      }
      // The fewest groups that together are likelier than not.
      var read: [OccupationCode] = []
      var sum = 0.0
      for candidate in fitting.prefix(Self.mostGroups) where sum < Self.leastLikely {
        read.append(OccupationCode(.noc2021, candidate.code))
        sum += candidate.score
      }
      guard sum >= Self.leastLikely else {
        findings.append(
          Finding(
            "unknown-title", .error, at: opening.location,
            found.isEmpty || opening.teer == nil
              ? "no group of NOC 2021 is likely to have this title"
              : "no group of NOC 2021 with this TEER is likely to have this title",
            help: "write a code, such as noc2021:31301; 'puente search' finds one by its titles"))
        continue
      }
      groups[number] = read.sorted()
    }
  }

  /// What is known of a group.
  ///
  /// A group of an older NOC takes its TEER from the likeliest group of NOC 2021.
  static func setting(
    of code: OccupationCode, _ catalogue: Catalogue, _ credentials: CredentialCatalogue
  ) throws -> OccupationSetting {
    let occupations = credentials.occupations(with: code).filter { occupation in
      occupation.codes.contains { $0.code == code && !$0.isCandidate }
    }
    var codes = [code]
    if code.classification != .noc2021 {
      let best = try catalogue.finder(from: code.classification, to: .noc2021)
        .answer(for: code.code, traced: 0).candidates.first
      if let best, best.score >= 0.5 { codes.append(best.target) }
    }
    let groups = try codes.map { code in
      let above = try catalogue.codeTable(code.classification).ancestors(of: code.code)
      return StreamSubject.Group(
        code, above: Set(above.map { OccupationCode(code.classification, $0.code) }))
    }
    let newest = codes.first { $0.classification == .noc2021 }
    let teer = try newest.flatMap { try catalogue.codeTable(.noc2021)[$0.code]?.teer }
    return OccupationSetting(
      occupations: occupations, groups: groups, teer: teer.flatMap { Int($0) })
  }
}
