import Candidates
import Classifications
import Credentials
import Diagnostics
import Reports

/// Section 5: languages, and what regulators ask for.
extension CandidatePaper {
  mutating func languages() throws -> Reports.Section {
    var columns: [ReportTable.Column] = [.init(say(\.language)), .init(say(\.test), weight: 1.4)]
    if !isPublic {
      columns += [\.listening, \.reading, \.writing, \.speaking].map { .init(say($0)) }
    }
    if isOfficer { columns.append(.init(say(\.date))) }
    let rows = candidate.languages.map { skill in
      var cells: [Cell] = [
        .code(skill.language), skill.result.map { .text($0.test.rawValue) } ?? .unknown,
      ]
      for one in LanguageSkill.Skill.allCases where !isPublic {
        cells.append((skill.result?.scores[one]).map { .code($0) } ?? .unknown)
      }
      if isOfficer { cells.append(.day(orUnknown: skill.result?.date)) }
      return ReportTable.Row(cells)
    }
    var blocks: [Block] = [
      .table(ReportTable("languages", caption: say(\.languages), columns: columns, rows: rows))
    ]
    if let table = try askedTable() { blocks.append(.table(table)) }
    return Section("languages", title: heading(5, \.languages), blocks)
  }

  /// What is asked in the places shown, and whether it is reached as far as the same test tells.
  private mutating func askedTable() throws -> ReportTable? {
    var rows: [ReportTable.Row] = []
    for standing in detailed {
      let asked = credentials.requirements(
        for: standing.occupation, in: standing.jurisdiction, on: day
      ).filter { $0.kind == "language" }
      for requirement in asked {
        let threshold = requirement.threshold ?? requirement.title
        rows.append(
          .init(
            [
              .text(heading(standing)), .text([data(requirement.title)]), .text([data(threshold)]),
              reached(requirement),
            ], cites: [try cite(requirement.source)]))
      }
    }
    guard !rows.isEmpty else { return nil }
    return ReportTable(
      "language-thresholds", caption: say(\.asked),
      columns: [
        .init(say(\.place), weight: 1.4), .init(say(\.test), weight: 1.8),
        .init(say(\.threshold), weight: 1.8), .init(say(\.standing)),
      ], rows: rows)
  }

  /// Whether a result of the same test is enough in each skill; unknown where there is none, or a scale that is no
  /// number.
  private func reached(_ requirement: Requirement) -> Cell {
    var results: [Bool] = []
    for level in requirement.levels where level.skill != "overall" {
      let found = candidate.languages.compactMap(\.result).first { $0.test.rawValue == level.test }
      guard let skill = LanguageSkill.Skill(rawValue: level.skill),
        let score = found?.scores[skill].flatMap({ Double($0) }),
        let least = Double(level.minimum)
      else { return .unknown }
      results.append(score >= least)
    }
    guard !results.isEmpty else { return .unknown }
    return results.allSatisfy { $0 }
      ? .state(Phrase(say(\.reached)), .good) : .state(Phrase(say(\.notReached)), .caution)
  }
}
