import Candidates
import CommandLineKit
import Diagnostics
import Rendering
import Tabular

/// `puente candidate export`: one person's whole data.
struct CandidateExport: Command {
  static let name = "candidate export"
  static let abstract = "Write everything that is kept of a candidate, as JSON, for the person."
  static let discussion = """
    Free texts and the history of the data are in it: it is what a person may ask for (rights of access). Hand it to \
    nobody else.
    """

  var id = ""
  var output: String?
  var options = CandidateOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument("candidate", to: \.id, help: "The candidate, such as C-7K2M9QXD4T."),
      .option(
        "--output", to: \.output, placeholder: "file",
        help: "Write into this file, instead of the standard output.", completion: .file),
    ] + CandidateOptions.parameters(at: \.options)
  }

  static var examples: [Example] {
    [Example("puente candidate export C-7K2M9QXD4T --output data.json", "All data of a person.")]
  }

  func run(_ console: Console) throws -> ExitCode {
    let desk = try options.reader()
    let id = try CandidateDesk.id(id)
    let entry = try desk.store.entry(id)
    let records = try desk.store.records(of: entry)
    var value = CandidateJSON.profile(entry.candidate, isFull: true)
    value["format"] = .string("puente-candidate-1")
    value["added_on"] = .string(entry.addedOn.description)
    value["steps"] = .array(
      records.steps.values.sorted { $0.step < $1.step }.map(CandidateJSON.record))
    value["evidence"] = .array(records.evidence.map { CandidateJSON.evidence($0, isFull: true) })
    value["notes"] = .array(try desk.store.notes(of: entry).map(CandidateJSON.note))
    value["audit"] = .array(
      try desk.store.audit(of: id).map { row in
        .object([
          "on": .string(row.on.description), "by": .string(row.by.rawValue),
          "action": .string(row.action), "before": .text(row.before), "after": .text(row.after),
        ])
      })
    let text = try jsonText(value)
    if let output {
      try AtomicFile.write(Array(text.utf8), to: output)
      console.writeDiagnostic("wrote \(echoed(output))\n")
    } else {
      console.write(text)
    }
    return .success
  }
}
