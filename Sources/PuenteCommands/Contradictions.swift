import Classifications
import CommandLineKit
import Contradictions
import Diagnostics
import ReferenceData
import Rendering
import Tabular

/// `puente contradictions`: finds records that cannot all stand, and the fewest to remove.
struct ContradictionsCommand: Command {
  enum Format: String, CaseIterable, ArgumentValue {
    case text
    case json
    case csv
  }

  static let name = "contradictions"
  static let abstract = "Find records that cannot all stand, and the fewest to remove."
  static let discussion = """
    Holds mapping sets (SSSOM/TSV) and tables of pairs against each other, against the code lists and \
    against the evidence of the score: without a file, all tables of the crosswalks. Records that share \
    conflicts form a knot; for each knot the smallest set of records is named whose removal or correction \
    resolves it. docs/contradictions.md explains every kind. Nothing is changed.
    """

  var files: [String] = []
  var kinds: [ConflictKind] = []
  var withCrosswalks = false
  var versions: [ClassificationID] = []
  var format = Format.text
  var data = DataOptions()

  static var parameters: [Parameter<Self>] {
    [
      .arguments(
        "file", to: \.files, minimum: 0, help: "A file or folder; '-' is standard input.",
        completion: .file),
      .option(
        "--kind", to: \.kinds, placeholder: "kind",
        help: "Only conflicts of this kind; may be repeated."),
      .flag(
        "--with-crosswalks", to: \.withCrosswalks,
        help:
          "Hold the files against the crosswalks too; show what a record of theirs takes part in."),
      .option(
        "--read-as", to: \.versions, placeholder: "classification",
        help: "Read codes of this family in this version, such as noc2011."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
    ] + DataOptions.parameters(at: \.data)
  }

  static var examples: [Example] {
    [
      Example("puente contradictions --kind against-the-rest", "Find oddities of official tables."),
      Example(
        "puente contradictions ours.sssom.tsv --with-crosswalks",
        "See what a list of your own contradicts."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try data.catalogue()
    let report = try report(catalogue)
    for note in report.notes { console.writeDiagnostic("note: \(printable(note))\n") }
    switch format {
    case .text:
      console.write(ContradictionText(report).text)
      console.writeDiagnostic(ContradictionText(report).summary)
    case .json: console.write(try jsonText(ContradictionOutput(report)))
    case .csv: console.write(ContradictionOutput(report).csv)
    }
    return report.knots.isEmpty ? .success : .negative
  }

  private func report(_ catalogue: Catalogue) throws -> ContradictionReport {
    let loader = StatementLoader(catalogue, versions: versions)
    var list = StatementList()
    if files.isEmpty {
      try loader.addCrosswalks(to: &list)
    } else {
      try loader.add(files, to: &list)
    }
    let own = list.statements.count
    if withCrosswalks, !files.isEmpty { try loader.addCrosswalks(to: &list) }
    let wanted = kinds.isEmpty ? Set(ConflictKind.allCases) : Set(kinds)
    let evidence =
      wanted.contains(.againstTheRest)
      ? try EvidenceDetector(catalogue).conflicts(of: list.filtered { $0 < own }) : []
    let finder = ContradictionFinder(list, trees: try loader.trees(of: list), kinds: wanted)
    guard own < list.statements.count else { return finder.report(with: evidence) }
    return finder.report(ofFirst: own, with: evidence)
  }
}
