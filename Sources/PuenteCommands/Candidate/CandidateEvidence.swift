import Candidates
import CommandLineKit
import Diagnostics
import Digests
import Rendering
import Tabular

/// `puente candidate evidence`: records evidence, by a digest and a hint.
struct CandidateEvidence: Command {
  static let name = "candidate evidence"
  static let abstract =
    "Record evidence of a candidate: what it is, how long it holds, who has seen it."
  static let discussion = """
    The file itself is not kept: its digest shows later whether a file is the same. Titles, issuers and places are \
    free texts, which are masked and not shown by default.
    """

  var id = ""
  var kind: Evidence.Kind?
  var step: String?
  var title: String?
  var issuer: String?
  var issued: CalendarDate?
  var expires: CalendarDate?
  var file: String?
  var location: String?
  var verifier: CandidateActor?
  var verified: CalendarDate?
  var action = CandidateActionOptions()
  var options = CandidateOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument("candidate", to: \.id, help: "The candidate, such as C-7K2M9QXD4T."),
      .requiredOption("--kind", to: \.kind, placeholder: "kind", help: "What it is."),
      .option("--step", to: \.step, placeholder: "step", help: "The step it is of."),
      .option("--title", to: \.title, placeholder: "text", help: "What it is called."),
      .option("--issuer", to: \.issuer, placeholder: "text", help: "Who issued it."),
      .option("--issued", to: \.issued, placeholder: "day", help: "When it was issued."),
      .option(
        "--expires", to: \.expires, placeholder: "day", help: "The last day on which it holds."),
      .option(
        "--file", to: \.file, placeholder: "file",
        help: "The file, of which the SHA-256 digest is kept and nothing else.", completion: .file),
      .option(
        "--location", to: \.location, placeholder: "text", help: "A hint where the file is kept."),
      .option("--verified-by", to: \.verifier, placeholder: "role", help: "Who has seen it."),
      .option(
        "--verified-on", to: \.verified, placeholder: "day",
        help: "When; the day it is if left out."),
    ] + CandidateActionOptions.parameters(at: \.action) + CandidateOptions.parameters(at: \.options)
  }

  static var examples: [Example] {
    [
      Example(
        "puente candidate evidence C-7K2M9QXD4T --kind score_report --step RN-BC-04 --issued 2026-03-14 --expires 2028-03-14",
        "A result of a language test.")
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    guard let kind else { return .usage }
    let id = try CandidateDesk.id(id)
    var evidence = Evidence(0, kind, step: step?.uppercased())
    evidence.title = title
    evidence.issuer = issuer
    evidence.issuedOn = issued
    evidence.expiresOn = expires
    evidence.location = location
    evidence.verifiedBy = verifier
    evidence.verifiedOn = verifier == nil ? nil : verified ?? options.day
    if let file { evidence.fileHash = SHA256Digest(of: try WholeFile.read(file)).hex }
    let desk = try options.desk(console, action, knowsStepsOnly: true)
    let number = try desk.perform(action) {
      try desk.store.add(evidence, to: id, on: desk.day, by: action.by, desk.credentials)
    }
    let masked = [title, issuer, location].compactMap { $0 }.flatMap { MaskedText($0).found }
    console.write("\(id): evidence \(number), \(kind.rawValue)\n")
    if !masked.isEmpty { console.writeDiagnostic(maskedNote(masked)) }
    if action.isRehearsal { console.writeDiagnostic("nothing was recorded\n") }
    return masked.isEmpty ? .success : .negative
  }
}

/// What was masked in a text, for people.
func maskedNote(_ found: [PersonalIdentifier]) -> String {
  "warning: what looks like \(PersonalIdentifier.list(found)) was masked\n"
}
