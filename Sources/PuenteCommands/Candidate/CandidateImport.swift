import Candidates
import Classifications
import CommandLineKit
import Diagnostics
import Ledgers
import ReferenceData
import Rendering
import Tabular

/// `puente candidate import`: takes in the file of a recruitment mission.
struct CandidateImport: Command {
  static let name = "candidate import"
  static let abstract = "Take in the file of a recruitment mission, all rows or none."
  static let discussion = """
    The file is CSV with one row for each candidate; '--columns' lists the columns, '--template' writes the first \
    line. Columns that tell who somebody is, or that nobody may be judged by, are not read; what looks like a CURP, \
    an RFC, a passport, a telephone, an e-mail address or a date of birth within a free text is masked. Messages say \
    where something is, and never repeat what is written there. A row whose reference is there already is passed over.
    """

  var file: String?
  var skipsFaulty = false
  var writesColumns = false
  var writesTemplate = false
  var format = Form.text
  var action = CandidateActionOptions()
  var options = CandidateOptions()

  /// Text or JSON.
  enum Form: String, CaseIterable, ArgumentValue { case text, json }

  static var parameters: [Parameter<Self>] {
    [
      .optionalArgument(
        "file", to: \.file, help: "The file; '-' is standard input.", completion: .file),
      .flag(
        "--skip-faulty", to: \.skipsFaulty,
        help: "Take in the rows without an error if others have one."),
      .flag(
        "--columns", to: \.writesColumns, help: "List the columns and what is written in each."),
      .flag("--template", to: \.writesTemplate, help: "Write the first line of a file."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
    ] + CandidateActionOptions.parameters(at: \.action) + CandidateOptions.parameters(at: \.options)
  }

  static var examples: [Example] {
    [
      Example("puente candidate import --template > mission.csv", "Begin a file."),
      Example("puente candidate import mission.csv --dry-run", "Check a file."),
      Example("puente candidate import mission.csv --by recruiter", "Take it in."),
    ]
  }

  /// What became of a file.
  private struct Outcome {
    var report: CandidateFile.Report
    var added: Int
    var known: Int
    var isRecorded: Bool
  }

  /// Takes back what a transaction has done.
  private struct Stop: Error { let outcome: Outcome }

  func run(_ console: Console) throws -> ExitCode {
    if writesColumns || writesTemplate { return try writeSchema(console) }
    guard let file else { throw UsageError("missing argument '<file>'") }
    let desk = try options.desk(console, action)
    let outcome: Outcome
    do {
      outcome = try desk.store.ledger.write {
        let outcome = try take(file, desk, console)
        if !outcome.isRecorded { throw Stop(outcome: outcome) }
        return outcome
      }
    } catch let stop as Stop {
      outcome = stop.outcome
    }
    for finding in outcome.report.findings {
      console.writeDiagnostic("\(printable(finding.description, keepsNewlines: true))\n")
    }
    let more = outcome.report.errors + outcome.report.warnings - outcome.report.findings.count
    if more > 0 { console.writeDiagnostic("and \(more) more\n") }
    try write(outcome, console)
    if outcome.report.errors > 0, !skipsFaulty { return .failure }
    let isClean = outcome.report.errors + outcome.report.warnings + outcome.known == 0
    return isClean ? .success : .negative
  }

  private func take(_ file: String, _ desk: CandidateDesk, _ console: Console) throws -> Outcome {
    var csv = CSVOptions()
    csv.encoding = .detected
    var random = SystemRandomNumberGenerator()
    var intake = try CandidateIntake(desk.store, desk.credentials, on: desk.day, by: action.by)
    var known = 0
    var codes: [OccupationCode: Int] = [:]
    var progress = Progress("Candidates", on: console)
    var report = try CandidateFile.read(path: file, options: csv) { row in
      for code in row.candidate.occupations where codes[code] == nil { codes[code] = row.line }
      if let reference = row.candidate.reference, try intake.contains(reference: reference) {
        known += 1
      } else {
        _ = try intake.add(row.candidate, note: row.note, using: &random)
      }
      progress.advance()
    }
    for (code, line) in codes.sorted(by: { $0.value < $1.value })
    where try desk.catalogue.codeTable(code.classification)[code.code] == nil {
      report.add(
        Finding(
          "unknown-code", .warning, at: SourceLocation(file: file, line: line, column: 1),
          "\(code.classification) has no code '\(code.code)'",
          help: "correct it; no equivalent can be found for it"))
    }
    let isRecorded = !action.isRehearsal && (report.errors == 0 || skipsFaulty) && intake.count > 0
    if isRecorded {
      try intake.finish()
      try intake.auditImport()
    }
    return Outcome(report: report, added: intake.count, known: known, isRecorded: isRecorded)
  }

  private func write(_ outcome: Outcome, _ console: Console) throws {
    let report = outcome.report
    switch format {
    case .json:
      console.write(
        try jsonText([
          "rows": .int(report.rows), "faulty_rows": .int(report.rows - report.accepted),
          "added": .int(outcome.isRecorded ? outcome.added : 0),
          "could_be_added": .int(outcome.added), "known_already": .int(outcome.known),
          "without_consent": .int(report.withoutConsent), "errors": .int(report.errors),
          "warnings": .int(report.warnings), "recorded": .bool(outcome.isRecorded),
          "columns_not_read": .texts(report.leftOut),
          "findings": JSONValue.array(
            report.findings.map { finding in
              .object([
                "rule": .string(finding.rule), "severity": .string(finding.severity.rawValue),
                "place": .text(finding.location?.description), "message": .string(finding.message),
                "help": .string(finding.help),
              ])
            }),
        ]))
    case .text:
      var lines = [
        "\(report.rows) rows: \(report.accepted) can be taken in, \(report.rows - report.accepted) have errors"
      ]
      if outcome.known > 0 {
        lines.append("\(outcome.known) are there already, by their reference")
      }
      if report.withoutConsent > 0 {
        lines.append("\(report.withoutConsent) have no consent: their data may not be handed on")
      }
      if !report.leftOut.isEmpty {
        lines.append("columns that were not read: \(report.leftOut.joined(separator: ", "))")
      }
      lines.append(
        outcome.isRecorded ? "\(outcome.added) candidates were added" : "nothing was recorded")
      console.write(lines.map { "\($0)\n" }.joined())
    }
  }

  private func writeSchema(_ console: Console) throws -> ExitCode {
    if writesTemplate {
      let names = CandidateColumn.allCases.filter { $0 != .id }.map(\.rawValue)
      console.write(names.joined(separator: ",") + "\n")
      return .success
    }
    if format == .json {
      console.write(
        try jsonText(
          CandidateColumn.allCases.map { column in
            JSONValue.object([
              "name": .string(column.rawValue), "help": .string(column.help),
              "required": .bool(column == .occupations), "free_text": .bool(column.isFreeText),
            ])
          }))
      return .success
    }
    var table = TextTable([.left, .left])
    for column in CandidateColumn.allCases { table.add([column.rawValue, column.help]) }
    console.write(table.lines().map { "\($0)\n" }.joined())
    return .success
  }
}
