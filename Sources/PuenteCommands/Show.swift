import Classifications
import CommandLineKit
import Correspondences
import Matching
import ReferenceData
import Rendering

/// `puente show`: shows a group with its place, titles, versions and links.
struct Show: Command {
  enum Format: String, CaseIterable, ArgumentValue {
    case text
    case json
  }

  static let name = "show"
  static let abstract = "Show a group: its place in the tree, titles, versions and links."
  static let discussion = """
    The group is a code with its classification, a bare code that only one classification has, or a \
    title. What a publisher does not give is shown as missing.
    """

  var query = ""
  var from: ClassificationID?
  var titles = 10
  var format = Format.text
  var engine = EngineOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument("code-or-title", to: \.query, help: "The group."),
      .option(
        "--from", to: \.from, placeholder: "classification",
        help: "The classification of a bare code or a title."),
      .option(
        "--titles", to: \.titles, placeholder: "count", in: 0...100_000,
        help: "Show at most so many job titles in each language."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
    ] + EngineOptions.parameters(at: \.engine)
  }

  static var examples: [Example] {
    [
      Example("puente show sinco2011:2426", "Show specialised nurses."),
      Example(
        "puente show noc2021:31301 --titles 50",
        "Show registered nurses with more of their job titles."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try engine.catalogue()
    let codes: [OccupationCode] =
      switch try OccupationQuery(text: query, classification: from).resolve(in: catalogue) {
      case .code(let code): [code]
      case .titled(let groups): groups.map(\.code)
      }
    let profiles = try codes.compactMap { try GroupProfile($0, titles: titles, catalogue) }
    switch format {
    case .text: console.write(profiles.map(text).joined(separator: "\n"))
    case .json: console.write(try jsonText(profiles))
    }
    return profiles.isEmpty ? .negative : .success
  }

  private func text(_ profile: GroupProfile) -> String {
    var lines = ["\(profile.id)  \(profile.title)  (\(profile.classification), \(profile.level))"]
    if let skill = profile.skill_level { lines.append("  skill level \(skill)") }
    if let teer = profile.teer { lines.append("  TEER \(teer)") }
    lines.append("  titles")
    for language in Language.allCases {
      let title = profile.titles[language.rawValue]
      let mark = profile.unofficial_titles.contains(language.rawValue) ? "  (not official)" : ""
      lines.append("    \(language.rawValue)  \(title.map { $0 + mark } ?? "not published")")
    }
    func section(_ name: String, _ references: [GroupProfile.Reference]) {
      guard !references.isEmpty else { return }
      lines.append("  \(name)")
      var table = TextTable([.left, .left, .left])
      for reference in references { table.add([reference.id, reference.title, reference.note]) }
      lines += table.lines(indent: 4)
    }
    section("above", profile.above)
    section("below", profile.below)
    section("earlier versions", profile.earlier)
    section("later versions", profile.later)
    if !profile.job_titles.isEmpty {
      for (language, titles) in profile.job_titles.sorted(by: { $0.key < $1.key }) {
        lines.append(
          "  job titles, \(language) (\(titles.count) of \(profile.job_title_counts[language] ?? 0))"
        )
        lines += titles.map { "    \(printable($0))" }
      }
    } else if profile.level == "unit group" {
      lines.append("  job titles: none in the data")
    }
    if !profile.equivalents.isEmpty {
      lines.append("  likely equivalents, by 'puente lookup'")
      var table = TextTable([.left, .left, .left, .left])
      for equivalent in profile.equivalents {
        table.add([
          fixed(equivalent.score, decimals: 2), equivalent.relation, equivalent.id,
          equivalent.title,
        ])
      }
      lines += table.lines(indent: 4)
    }
    if !profile.links.isEmpty {
      lines.append("  links in published tables")
      var table = TextTable([.left, .left, .left, .left])
      for link in profile.links {
        table.add([
          link.relation, link.id, link.title,
          "\(link.table)\(link.note.isEmpty ? "" : ": \(printable(link.note))")",
        ])
      }
      lines += table.lines(indent: 4)
    }
    for none in profile.without {
      lines.append(
        "  \(none.table) states that nothing corresponds\(none.note.isEmpty ? "" : ": \(none.note)")"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Everything known of a group, as programs read it.
///
/// The names and meanings of its fields are stable.
struct GroupProfile: Encodable {
  struct Reference: Encodable {
    let id: String
    let title: String
    let note: String
  }

  struct Link: Encodable {
    let id: String
    let title: String
    let relation: String
    let table: String
    let note: String
  }

  struct Equivalent: Encodable {
    let id: String
    let title: String
    let relation: String
    let score: Double
  }

  struct Without: Encodable {
    let table: String
    let note: String
  }

  let id: String
  let title: String
  let titles: [String: String]
  // swift-format-ignore: AlwaysUseLowerCamelCase
  let unofficial_titles: [String]
  let classification: String
  let level: String
  // swift-format-ignore: AlwaysUseLowerCamelCase
  let skill_level: String?
  let teer: String?
  let above: [Reference]
  let below: [Reference]
  let earlier: [Reference]
  let later: [Reference]
  // swift-format-ignore: AlwaysUseLowerCamelCase
  let job_titles: [String: [String]]
  // swift-format-ignore: AlwaysUseLowerCamelCase
  let job_title_counts: [String: Int]
  let equivalents: [Equivalent]
  let links: [Link]
  let without: [Without]

  init?(_ code: OccupationCode, titles limit: Int, _ catalogue: Catalogue) throws {
    let table = try catalogue.codeTable(code.classification)
    guard let item = table[code.code] else { return nil }
    let own = table.classification
    func reference(_ item: ClassificationItem) -> Reference {
      Reference(
        id: "\(own.id):\(item.code)", title: item.title(),
        note: own.levels.first { $0.number == item.level }?.nameEN ?? ""
      )
    }
    id = code.description
    title = item.title()
    titles = Dictionary(
      uniqueKeysWithValues: Language.allCases.compactMap { language in
        item.title(in: language).map { (language.rawValue, $0) }
      }
    )
    unofficial_titles = item.unofficialLanguages.map(\.rawValue)
    classification = own.name
    level = own.levels.first { $0.number == item.level }?.nameEN ?? ""
    skill_level = item.skillLevel
    teer = item.teer
    above = table.ancestors(of: item.code).map(reference)
    below = table.children(of: item.code).map(reference)
    let indexed = try catalogue.titles(own.id)[item.code] ?? []
    var byLanguage: [String: [String]] = [:]
    for entry in indexed where entry.kind != "group" {
      byLanguage[entry.language.rawValue, default: []].append(entry.title)
    }
    job_title_counts = byLanguage.mapValues(\.count)
    job_titles = byLanguage.mapValues { Array($0.prefix(limit)) }.filter { !$0.value.isEmpty }

    var earlier: [Reference] = []
    var later: [Reference] = []
    var links: [Link] = []
    var without: [Without] = []
    for description in catalogue.correspondences where !description.isSimilarity {
      for direction in [Direction.forward, .backward] {
        let (near, far) =
          direction == .forward
          ? (description.subject, description.object) : (description.object, description.subject)
        guard near == own.id else { continue }
        let correspondence = try catalogue.correspondence(description)
        let other = try catalogue.codeTable(far)
        if case .statedNone(let note) = correspondence.standing(of: item.code, direction) {
          without.append(Without(table: description.title, note: note))
        }
        for link in correspondence.links(from: item.code, direction) {
          let end = link.end(direction)
          let target = other[end]
          if other.classification.family == own.family {
            let reference = Reference(
              id: "\(far):\(end)", title: target?.title() ?? "", note: link.relation(direction).word
            )
            if other.classification.year > own.year {
              later.append(reference)
            } else {
              earlier.append(reference)
            }
          } else {
            links.append(
              Link(
                id: "\(far):\(end)", title: target?.title() ?? "",
                relation: link.relation(direction).word,
                table: description.title, note: link.note
              )
            )
          }
        }
      }
    }
    self.earlier = earlier
    self.later = later
    self.links = links
    self.without = without
    equivalents = try Self.equivalents(of: item, in: own.id, catalogue)
  }

  /// The likeliest groups of the other country's classifications, those for which there is every kind of
  /// evidence.
  private static func equivalents(
    of item: ClassificationItem, in origin: ClassificationID, _ catalogue: Catalogue
  ) throws -> [Equivalent] {
    guard try catalogue.unitGroups(origin).number(of: item.code) != nil else { return [] }
    var others: [ClassificationID] = []
    for set in catalogue.correspondences where set.isSimilarity {
      let ends = [set.subject, set.object]
      guard let other = ends.first(where: { $0 != origin }), ends.contains(origin) else { continue }
      if !others.contains(other) { others.append(other) }
    }
    return try others.flatMap { other in
      let answer = try catalogue.answer(for: OccupationCode(origin, item.code), in: other)
      return try answer.serious.prefix(3).map { candidate in
        Equivalent(
          id: candidate.target.description,
          title: try EquivalenceText.title(candidate.target, catalogue),
          relation: candidate.relation.word, score: rounded(candidate.score))
      }
    }
  }
}
