import Checks
import Classifications
import CommandLineKit
import Diagnostics
import ReferenceData
import Rendering
import Tabular

/// `puente check`: finds what is wrong or unresolved in tables of pairs and mapping sets.
struct Check: Command {
  enum Format: String, CaseIterable, ArgumentValue {
    case text
    case json
  }

  static let name = "check"
  static let abstract = "Find what is wrong or unresolved in tables of pairs and mapping sets."
  static let discussion = """
    Reads tables of pairs (CSV or TSV with a column for each side), mapping sets (SSSOM/TSV), and folders \
    of them. Every finding names the place and the rule, and suggests what to do; docs/checks.md says what \
    each rule is for. Nothing is changed.
    """

  var files: [String] = []
  var versions: [ClassificationID] = []
  var on: CalendarDate?
  var format = Format.text
  var failOn = Severity.note
  var engine = EngineOptions()

  static var parameters: [Parameter<Self>] {
    [
      .arguments(
        "file", to: \.files, minimum: 1, help: "A file or folder; '-' is standard input.",
        completion: .file),
      .option(
        "--read-as", to: \.versions, placeholder: "classification",
        help: "Read codes of this family in this version, such as noc2011."),
      .option(
        "--on", to: \.on, placeholder: "date",
        help: "Count waiting up to this day, instead of today."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
      .option(
        "--fail-on", to: \.failOn, placeholder: "severity",
        help: "Exit with 1 only for findings at least as severe."),
    ] + EngineOptions.parameters(at: \.engine)
  }

  static var examples: [Example] {
    [
      Example("puente check crosswalks/lmwg-2017", "Check the pairs of the 2017 report."),
      Example(
        "puente check pairs.csv --format json", "Check a list of your own, for a program to read."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try engine.catalogue()
    for version in versions { _ = try catalogue.classification(version) }
    let checker = FileChecker(
      catalogue: catalogue, today: on ?? today(), versions: versions
    )
    let report = try checker.check(files)
    let findings = report.findings
    switch format {
    case .text:
      for finding in findings { console.write(printable("\(finding)\n", keepsNewlines: true)) }
      // Of files that nobody could read it is not known that there is nothing to find.
      if report.isComplete || !findings.isEmpty { console.writeDiagnostic(summary(findings)) }
    case .json:
      console.write(try jsonText(findings.map(FindingOutput.init)))
    }
    for error in report.unread { console.writeDiagnostic("\(error.diagnostics)\n") }
    guard report.isComplete else { return .failure }
    return findings.contains { $0.severity >= failOn } ? .negative : .success
  }

  private func summary(_ findings: [Finding]) -> String {
    guard !findings.isEmpty else { return "no findings\n" }
    let counts = Severity.allCases.reversed().map { severity in
      let count = findings.count { $0.severity == severity }
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return counts.joined(separator: ", ") + "\n"
  }
}

/// A finding as programs read it.
///
/// The names and meanings of its fields are stable.
struct FindingOutput: Encodable {
  let rule: String
  let severity: String
  let file: String?
  let line: Int?
  let column: Int?
  let message: String
  let help: String?
  let suggestions: [String]
  let subjects: [String]

  init(_ finding: Finding) {
    rule = finding.rule
    severity = finding.severity.rawValue
    file = finding.location?.file
    line = finding.location?.line
    column = finding.location?.column
    message = finding.message
    help = finding.help.isEmpty ? nil : finding.help
    suggestions = finding.suggestions
    subjects = finding.subjects
  }
}
