import Classifications
import CommandLineKit
import Matching
import ReferenceData
import Rendering
import Tabular

/// `puente unresolved`: lists the groups that have no, an ambiguous or a contradictory equivalence.
struct Unresolved: Command {
  static let name = "unresolved"
  static let abstract = "List the groups without a clear equivalence, and why."
  static let discussion = """
    A group is unresolved if no published table leads to an equivalent (none), if several equivalents are \
    about as strong (ambiguous), or if the tables that have an answer have none in common \
    (contradictory). A summary of the coverage by division follows the list.
    """

  var from: ClassificationID?
  var to: ClassificationID?
  var sector: String?
  var within: [String] = []
  var limit = 3
  var format = OutputFormat.text
  var engine = EngineOptions()

  static var parameters: [Parameter<Self>] {
    [
      .requiredOption(
        "--from", to: \.from, placeholder: "classification",
        help: "The classification whose groups are listed."),
      .requiredOption(
        "--to", to: \.to, placeholder: "classification",
        help: "The classification that equivalents are looked for in."),
      .option(
        "--sector", to: \.sector, placeholder: "sector",
        help: "Only the groups of a sector, such as health."),
      .option(
        "--within", to: \.within, placeholder: "code",
        help: "Only the groups below a code."),
      .option(
        "--limit", to: \.limit, placeholder: "count", in: 0...100,
        help: "Show at most so many candidates for each group."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
    ] + EngineOptions.parameters(at: \.engine)
  }

  static var examples: [Example] {
    [
      Example(
        "puente unresolved --from sinco2011 --to noc2016 --sector health",
        "List the health occupations to settle."),
      Example(
        "puente unresolved --from noc2021 --to sinco2019 --format csv", "Write the whole list."),
    ]
  }

  /// A group and what was found for it.
  private struct Entry {
    let item: ClassificationItem
    let division: ClassificationItem?
    let answer: EquivalenceAnswer
    let verdict: Verdict
  }

  func run(_ console: Console) throws -> ExitCode {
    guard let from, let to else { return .usage }
    guard from != to else { throw UsageError("'--from' and '--to' are the same classification") }
    let catalogue = try engine.catalogue()
    let table = try catalogue.codeTable(from)
    let finder = try catalogue.finder(from: from, to: to)
    let entries = try items(in: catalogue, from).map { item in
      let answer = try finder.answer(for: item.code, traced: format == .json ? limit : 0)
      return Entry(
        item: item, division: table.division(of: item.code), answer: answer, verdict: answer.verdict
      )
    }
    let unresolved = entries.filter { $0.verdict != .clear }
    switch format {
    case .text: console.write(try text(unresolved, entries, catalogue))
    case .json: console.write(try json(unresolved, entries, catalogue))
    case .csv, .tsv, .spreadsheet: console.write(try csv(unresolved, catalogue))
    }
    return unresolved.isEmpty ? .success : .negative
  }

  private func items(in catalogue: Catalogue, _ from: ClassificationID) throws
    -> [ClassificationItem]
  {
    let table = try catalogue.codeTable(from)
    var items =
      try sector.map { try catalogue.unitGroups(ofSector: $0, in: from) } ?? table.unitGroups
    if !within.isEmpty {
      let codes = try Set(
        within.flatMap { text in
          let code = OccupationCode(curie: text)?.code ?? text
          guard table.contains(code) else {
            throw UsageError("\(table.classification.name) has no code \(echoed(text))")
          }
          return table.unitGroups(under: code).map(\.code)
        }
      )
      items = items.filter { codes.contains($0.code) }
    }
    return items
  }

  // MARK: Forms of output

  private func text(
    _ unresolved: [Entry], _ all: [Entry], _ catalogue: Catalogue
  ) throws -> String {
    var lines: [String] = []
    for entry in unresolved {
      lines.append("\(entry.answer.source)  \(entry.item.title())")
      lines.append("  \(entry.verdict.word): \(entry.verdict.reason)")
      var table = TextTable([.right, .left, .left])
      for candidate in entry.answer.candidates.prefix(limit) {
        table.add([
          fixed(candidate.score, decimals: 2), candidate.target.description,
          try EquivalenceText.title(candidate.target, catalogue),
        ])
      }
      lines += table.lines(indent: 4)
    }
    lines += try coverage(all, catalogue)
    return lines.joined(separator: "\n") + "\n"
  }

  /// How many groups of each division are resolved.
  private func coverage(_ all: [Entry], _ catalogue: Catalogue) throws -> [String] {
    guard let from, let to else { return [] }
    let names = try (catalogue.classification(from).name, catalogue.classification(to).name)
    var table = TextTable([.left, .right, .right, .right, .right, .right, .left])
    table.add(["", "groups", "clear", "ambiguous", "contradictory", "none", ""])
    for (division, entries) in divisions(of: all) {
      table.add(
        [division?.code ?? ""] + Self.counts(entries) + [division.map { $0.title() } ?? ""]
      )
    }
    table.add(["all"] + Self.counts(all) + [""])
    return ["", "Coverage of \(names.0) by \(names.1)"] + table.lines(indent: 2)
  }

  private static func counts(_ entries: [Entry]) -> [String] {
    [entries.count].map(String.init)
      + ["clear", "ambiguous", "contradictory", "none"].map { word in
        String(entries.count { $0.verdict.word == word })
      }
  }

  private func divisions(of all: [Entry]) -> [(ClassificationItem?, [Entry])] {
    var result: [(ClassificationItem?, [Entry])] = []
    for entry in all {
      if let index = result.firstIndex(where: { $0.0 == entry.division }) {
        result[index].1.append(entry)
      } else {
        result.append((entry.division, [entry]))
      }
    }
    return result
  }

  private struct Output: Encodable {
    struct Coverage: Encodable {
      let division: String
      let title: String
      let groups: Int
      let clear: Int
      let ambiguous: Int
      let contradictory: Int
      let none: Int
    }

    let from: String
    let to: String
    let unresolved: [EquivalenceOutput]
    let coverage: [Coverage]
  }

  private func json(
    _ unresolved: [Entry], _ all: [Entry], _ catalogue: Catalogue
  ) throws -> String {
    guard let from, let to else { return "" }
    let outputs = try unresolved.map {
      try EquivalenceOutput($0.answer, to: to, limit: limit, catalogue)
    }
    let coverage = divisions(of: all).map { division, entries in
      func count(_ word: String) -> Int { entries.count { $0.verdict.word == word } }
      return Output.Coverage(
        division: division?.code ?? "", title: division?.title() ?? "", groups: entries.count,
        clear: count("clear"), ambiguous: count("ambiguous"), contradictory: count("contradictory"),
        none: count("none")
      )
    }
    return try jsonText(
      Output(from: from.rawValue, to: to.rawValue, unresolved: outputs, coverage: coverage))
  }

  private func csv(_ unresolved: [Entry], _ catalogue: Catalogue) throws -> String {
    var writer = CSVWriter(style: format.style())
    writer.write(["source_id", "title", "verdict", "reason", "candidates"])
    for entry in unresolved {
      writer.write([
        entry.answer.source.description, entry.item.title(), entry.verdict.word,
        entry.verdict.reason,
        entry.answer.candidates.prefix(limit).map(\.target.description).joined(separator: " "),
      ])
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
