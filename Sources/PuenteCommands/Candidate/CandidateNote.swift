import Candidates
import CommandLineKit
import Diagnostics
import Ledgers

/// `puente candidate note`: records a remark on a candidate.
struct CandidateNote: Command {
  static let name = "candidate note"
  static let abstract = "Record a remark on a candidate, which is not shown by default."
  static let discussion = """
    Write nobody's data into it. What looks like a CURP, an RFC, a passport, a telephone, an e-mail address or a date \
    of birth is masked before it is kept.
    """

  var id = ""
  var text = ""
  var action = CandidateActionOptions()
  var options = CandidateOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument("candidate", to: \.id, help: "The candidate, such as C-7K2M9QXD4T."),
      .argument("text", to: \.text, help: "The remark."),
    ] + CandidateActionOptions.parameters(at: \.action) + CandidateOptions.parameters(at: \.options)
  }

  static var examples: [Example] {
    [Example("puente candidate note C-7K2M9QXD4T \"prefers a small town\"", "A remark.")]
  }

  func run(_ console: Console) throws -> ExitCode {
    let id = try CandidateDesk.id(id)
    let desk = try options.desk(console, action, knowsStepsOnly: true)
    let masked = try desk.perform(action) {
      try desk.store.add(note: text, to: id, on: desk.day, by: action.by)
    }
    if !masked.isEmpty { console.writeDiagnostic(maskedNote(masked)) }
    console.writeDiagnostic(action.isRehearsal ? "nothing was recorded\n" : "")
    console.write("\(id): a note of \(desk.day), by \(action.by.rawValue)\n")
    return masked.isEmpty ? .success : .negative
  }
}
