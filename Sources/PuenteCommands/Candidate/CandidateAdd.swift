import Candidates
import CommandLineKit
import Diagnostics
import Ledgers
import Rendering
import Tabular

/// `puente candidate add`: adds one candidate.
struct CandidateAdd: Command {
  static let name = "candidate add"
  static let abstract = "Add a candidate under a new pseudonym."
  static let discussion = """
    What is known is written as column=value, with the columns of 'puente candidate import --columns'. Give no name, \
    number, address or day of birth: there is no place for them, and what looks like one in a free text is masked.
    """

  var facts: [String] = []
  var action = CandidateActionOptions()
  var options = CandidateOptions()

  static var parameters: [Parameter<Self>] {
    [
      .arguments(
        "column=value", to: \.facts, minimum: 1,
        help: "What is known, such as occupations=noc2021:31301.")
    ] + CandidateActionOptions.parameters(at: \.action) + CandidateOptions.parameters(at: \.options)
  }

  static var examples: [Example] {
    [
      Example(
        "puente candidate add occupations=sinco2019:2436 cedula=yes target_occupations=RN target_provinces=CA-ON",
        "A nurse who wants to work in Ontario.")
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    var writer = CSVWriter()
    var names: [String] = []
    var values: [String] = []
    for fact in facts {
      // What was typed may be a person's data in the wrong place, so it is not repeated.
      guard let equals = fact.firstIndex(of: "=") else {
        throw UsageError("what is known is written as column=value, such as cedula=yes")
      }
      names.append(String(fact[..<equals]))
      values.append(String(fact[fact.index(after: equals)...]))
    }
    writer.write(names)
    writer.write(values)
    var row: CandidateFile.Row?
    let report = try CandidateFile.read(bytes: writer.bytes, name: "arguments") { row = $0 }
    let findings = report.findings.map { finding in
      var finding = finding
      finding.location = nil
      return finding
    }
    guard report.errors == 0, let row else { throw InvalidInput(findings) }
    for finding in findings {
      console.writeDiagnostic("\(printable(finding.description, keepsNewlines: true))\n")
    }
    let desk = try options.desk(console, action)
    var random = SystemRandomNumberGenerator()
    let id = try desk.perform(action) {
      try desk.store.add(
        row.candidate, note: row.note, on: desk.day, by: action.by, desk.credentials, using: &random
      )
    }
    if action.isRehearsal {
      console.writeDiagnostic("nothing was recorded\n")
    } else {
      console.write("\(id)\n")
    }
    return report.warnings > 0 ? .negative : .success
  }
}
