import Classifications
import Diagnostics
import Matching
import ReferenceData

// MARK: - Codes and titles of one side

extension PairChecker {
  /// Reads the codes of a side, and reports those that do not exist or do not belong to their title.
  func resolve(_ side: PrintedSide, _ findings: inout [Finding]) throws -> [Resolved] {
    try side.codes.map { printed in
      let table = try catalogue.codeTable(side.classification)
      let code = OccupationCode(curie: printed.code)?.code ?? printed.code
      let named = printed.title.isEmpty ? [] : groups(titled: printed.title, in: table)
      var meant = table.contains(code) ? code : nil
      if printed.code.isEmpty {
        meant = named.count == 1 ? named[0].code : nil
        findings.append(missingCode(side, printed, named))
      } else if meant == nil {
        meant = named.count == 1 ? named[0].code : nil
        findings += invalidCode(side, printed, code, named, table)
      } else if let item = table[code], !printed.title.isEmpty {
        findings += try titleFindings(side, printed, item, named)
        findings += try reuse(side, item)
      } else if let item = table[code] {
        findings += try reuse(side, item)
      }
      return Resolved(
        printed: PrintedCode(code: code, title: printed.title), location: side.location,
        classification: side.classification, meant: meant, exists: table.contains(code)
      )
    }
  }

  /// The unit groups whose title, in any language, is the one printed; other levels only where no unit
  /// group has it.
  func groups(titled title: String, in table: CodeTable) -> [ClassificationItem] {
    let folded = foldedTitle(title)
    guard !folded.isEmpty else { return [] }
    let same = items(in: table, titled: folded)
    let unitGroups = same.filter { $0.level == table.classification.unitGroupLevel }
    return unitGroups.isEmpty ? same : unitGroups
  }

  private func invalidCode(
    _ side: PrintedSide, _ printed: PrintedCode, _ code: String, _ named: [ClassificationItem],
    _ table: CodeTable
  ) -> [Finding] {
    let near = NearCodes.of(code, in: table)
    let slips = Dictionary(near.map { ($0.0.code, $0.1) }, uniquingKeysWith: { a, _ in a })
    let name = table.classification.name
    var findings: [Finding] = []
    let suggestions = named.isEmpty ? near.prefix(3).map(\.0) : named
    var help = suggestions.map { "'\($0.code)' \($0.title())" }.joined(separator: ", ")
    help = help.isEmpty ? "look the occupation up by its title" : "did you mean \(help)?"
    findings.append(
      Finding(
        "invalid-code", .error, at: side.location, "'\(printed.code)' is not a code of \(name)",
        help: help, suggestions: suggestions.map(\.code),
        subjects: ["\(side.classification):\(code)"]
      )
    )
    if named.count == 1, let other = named.first {
      let slip = slips[other.code].map { "; it reads as if \($0.explanation)" } ?? ""
      findings.append(
        Finding(
          "title-identifies-code", .error, at: side.location,
          "the title '\(printed.title)' is that of \(name) \(other.code)\(slip)",
          help:
            "correct '\(printed.code)' to '\(other.code)', keep the printed code beside it, and ask for confirmation",
          suggestions: [other.code], subjects: ["\(side.classification):\(other.code)"]
        )
      )
    }
    return findings
  }

  private func missingCode(
    _ side: PrintedSide, _ printed: PrintedCode, _ named: [ClassificationItem]
  ) -> Finding {
    let choices = named.map { "'\($0.code)'" }.joined(separator: ", ")
    return Finding(
      "missing-code", .error, at: side.location, "'\(printed.title)' has no code",
      help: named.isEmpty
        ? "look the occupation up by its title" : "its title is that of \(choices)",
      suggestions: named.map(\.code)
    )
  }

  /// Whether the printed title is that of the code.
  private func titleFindings(
    _ side: PrintedSide, _ printed: PrintedCode, _ item: ClassificationItem,
    _ named: [ClassificationItem]
  ) throws -> [Finding] {
    guard !named.contains(where: { $0.code == item.code }) else { return [] }
    let code = OccupationCode(side.classification, item.code)
    let name = try name(of: side.classification)
    if let other = named.first {
      return [
        Finding(
          "title-identifies-code", .error, at: side.location,
          "the title '\(printed.title)' is that of \(name) \(other.code), not of \(item.code) \(item.title())",
          help: "correct the code to '\(other.code)' or the title; keep what is printed beside it",
          suggestions: named.map(\.code), subjects: [code.description]
        )
      ]
    }
    let folded = foldedTitle(printed.title)
    let isJobTitle =
      try catalogue.titles(side.classification)[item.code]?
      .contains { foldedTitle($0.title) == folded } ?? false
    guard !isJobTitle else { return [] }
    return [
      Finding(
        "title-differs", .warning, at: side.location,
        "'\(printed.title)' is not a title of \(name) \(item.code)",
        help: "its title is '\(item.title())'", suggestions: [item.title()],
        subjects: [code.description]
      )
    ]
  }

  /// Whether a later version of the classification uses the code for something else.
  private func reuse(_ side: PrintedSide, _ item: ClassificationItem) throws -> [Finding] {
    let own = try catalogue.classification(side.classification)
    let code = OccupationCode(own.id, item.code)
    return try catalogue.classifications.compactMap { later in
      guard later.family == own.family, later.year > own.year,
        let other = try catalogue.codeTable(later.id)[item.code],
        other.level == later.unitGroupLevel, item.level == own.unitGroupLevel
      else { return nil }
      let successors = try successors(of: code, in: later.id)
      guard !successors.isEmpty ? !successors.contains(item.code) : !haveSameTitle(item, other)
      else {
        return nil
      }
      let moved =
        successors.isEmpty ? "" : "; what it meant is now \(successors.joined(separator: ", "))"
      return Finding(
        "version-reuse", .warning, at: side.location,
        "\(later.name) uses \(item.code) for something else, '\(other.title())'\(moved)",
        help: "name the version with the code: \(own.id):\(item.code)",
        suggestions: [code.description], subjects: [code.description, "\(later.id):\(item.code)"]
      )
    }
  }

  /// The codes that a later version gives a code, by a published table between the two.
  func successors(of code: OccupationCode, in later: ClassificationID) throws -> [String] {
    let finder = try catalogue.finder(from: code.classification, to: later, shortestOnly: true)
    guard finder.routes.allSatisfy({ $0.steps.count == 1 }) else { return [] }
    return try finder.answer(for: code.code).candidates.map(\.target.code).sorted()
  }

  private func haveSameTitle(_ left: ClassificationItem, _ right: ClassificationItem) -> Bool {
    Language.allCases.contains { language in
      guard let a = left.title(in: language), let b = right.title(in: language) else {
        return false
      }
      return foldedTitle(a) == foldedTitle(b)
    }
  }

  func multiCode(_ side: PrintedSide, _ codes: [Resolved]) -> Finding {
    let listed = codes.map(\.label).joined(separator: " and ")
    return Finding(
      "multi-code-cell", .note, at: side.location, "the cell holds \(codes.count) codes, \(listed)",
      help: "each is checked as a pair of its own", suggestions: codes.map(\.printed.code),
      subjects: codes.compactMap { $0.code?.description }
    )
  }
}
