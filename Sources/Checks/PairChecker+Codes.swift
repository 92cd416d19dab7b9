import Classifications
import Diagnostics
import ReferenceData

// MARK: - Codes and titles of one side

extension PairChecker {
  /// Reads the codes of a side, and reports those that do not exist or do not belong to their title.
  func resolve(_ side: PrintedSide, _ findings: inout [Finding]) throws -> [Resolved] {
    try side.entries.map { entry in
      let table = try catalogue.codeTable(entry.classification)
      let printed = entry.printed
      let named =
        printed.title.isEmpty ? [] : try titles.groups(titled: printed.title, in: table)
      var meant: String?
      if printed.code.isEmpty {
        meant = named.count == 1 ? named[0].code : nil
        findings.append(try missingCode(side, printed, named, table))
      } else if let item = table[printed.code] {
        meant = item.code
        findings += try titleFindings(side, printed, item, named, table)
        findings += try versions.reuse(of: item, in: table.classification, on: side)
      } else {
        let misprint = MisprintedCode(printed.code, in: table)
        meant = named.count == 1 ? named[0].code : misprint?.onlyCode
        findings += try invalidCode(side, printed, misprint, named, table)
      }
      return Resolved(
        printed: printed, location: side.location, classification: entry.classification,
        meant: meant
      )
    }
  }

  private func invalidCode(
    _ side: PrintedSide, _ printed: PrintedCode, _ misprint: MisprintedCode?,
    _ named: [ClassificationItem], _ table: CodeTable
  ) throws -> [Finding] {
    let name = table.classification.name
    let elsewhere = try versions.otherVersions(with: printed, than: table.classification)
    let near = NearCodes.of(printed.code, in: table)
    let slips = Dictionary(near.map { ($0.0.code, $0.1) }, uniquingKeysWith: { first, _ in first })
    var suggestions = named
    if suggestions.isEmpty { suggestions = (misprint?.codes ?? []).compactMap { table[$0] } }
    if suggestions.isEmpty, let first = elsewhere.first {
      suggestions = first.here.compactMap { table[$0] }
    }
    if suggestions.isEmpty { suggestions = near.prefix(3).map(\.0) }
    let because =
      misprint.map { ": \($0.explanation)" } ?? elsewhere.first.map {
        "; it is one of \($0.classification.name), '\($0.title)'"
      } ?? ""
    var help = alternatives(suggestions.map { "'\($0.code)' \($0.title())" })
    help = help.isEmpty ? "look the occupation up by its title" : "did you mean \(help)?"
    if misprint == nil, let other = elsewhere.first?.classification.id {
      help += "; if the codes are of that version, use '--read-as \(other)'"
    }
    var findings = [
      Finding(
        .invalidCode, .error, at: side.location,
        "'\(printed.label)' is not a code of \(name)\(because)", help: help,
        suggestions: suggestions.map(\.code), subjects: ["\(table.id):\(printed.code)"]
      )
    ]
    if named.count == 1, let other = named.first {
      let slip = slips[other.code].map { "; it reads as if \($0.explanation)" } ?? ""
      findings.append(
        Finding(
          .titleIdentifiesCode, .error, at: side.location,
          "the title '\(printed.title)' is that of \(name) \(other.code)\(slip)",
          help:
            "correct '\(printed.code)' to '\(other.code)', keep the printed code beside it, and ask for confirmation",
          suggestions: [other.code], subjects: ["\(table.id):\(other.code)"]
        )
      )
    }
    return findings
  }

  private func missingCode(
    _ side: PrintedSide, _ printed: PrintedCode, _ named: [ClassificationItem], _ table: CodeTable
  ) throws -> Finding {
    var choices = named
    if choices.isEmpty { choices = try titles.groups(withJobTitle: printed.title, in: table) }
    let codes = alternatives(choices.prefix(5).map { "'\($0.code)'" })
    return Finding(
      .missingCode, .error, at: side.location, "'\(printed.title)' has no code",
      help: choices.isEmpty
        ? "look the occupation up with 'puente lookup'"
        : "its title is \(named.isEmpty ? "a job title " : "that ")of \(codes)",
      suggestions: choices.prefix(5).map(\.code)
    )
  }

  /// Whether the printed title is that of the code.
  private func titleFindings(
    _ side: PrintedSide, _ printed: PrintedCode, _ item: ClassificationItem,
    _ named: [ClassificationItem], _ table: CodeTable
  ) throws -> [Finding] {
    guard !printed.title.isEmpty, !foldedTitle(printed.title).isEmpty,
      !named.contains(where: { $0.code == item.code })
    else { return [] }
    let subjects = ["\(table.id):\(item.code)"]
    let name = table.classification.name
    let ofOtherVersion = try versions.mismatch(printed, item, table.classification, on: side)
    if let other = named.first {
      return [
        Finding(
          .titleIdentifiesCode, .error, at: side.location,
          "the title '\(printed.title)' is that of \(name) \(other.code), not of \(item.code) \(item.title())",
          help: "correct the code to '\(other.code)' or the title; keep what is printed beside it",
          suggestions: named.map(\.code), subjects: subjects
        )
      ] + ofOtherVersion
    }
    if !ofOtherVersion.isEmpty { return ofOtherVersion }
    let holders = try titles.groups(withJobTitle: printed.title, in: table)
    guard !holders.contains(where: { $0.code == item.code }) else { return [] }
    let others = alternatives(holders.prefix(3).map { "'\($0.code)' \($0.title())" })
    return [
      Finding(
        .titleDiffers, .warning, at: side.location,
        "'\(printed.title)' is not a title of \(name) \(item.code)",
        help: "its title is '\(item.title())'"
          + (others.isEmpty ? "" : "; the printed one is a job title of \(others)"),
        suggestions: [item.title()], subjects: subjects
      )
    ]
  }

  func multiCode(_ side: PrintedSide, _ codes: [Resolved]) -> Finding {
    let listed = codes.map {
      $0.printed.code.isEmpty ? "'\($0.printed.title)'" : "'\($0.printed.label)'"
    }.joined(separator: " and ")
    return Finding(
      .multiCodeCell, .note, at: side.location, "the cell holds \(codes.count) codes, \(listed)",
      help: "each is checked as a pair of its own", suggestions: codes.map(\.printed.code),
      subjects: codes.compactMap { $0.code?.description }
    )
  }
}
