import Candidates
import CommandLineKit
import Diagnostics
import Reports

/// `puente report candidate`: the profile of a candidate for those who may see it.
struct ReportCandidate: Command {
  static let name = "report candidate"
  static let abstract = "Write the profile of a candidate: match, steps, cost, streams, doubts."
  static let discussion = """
    What is shown depends on who reads it. '--profile public' has nothing that singles a person out, not even the \
    pseudonym; 'recruiter' has the pseudonym, results of language tests and a condensed list of steps; 'officer' \
    has all that is recorded in fields. No profile has free texts, references or anything that names a person. \
    '--resume' writes the same as JSON Resume 1.0.0.
    """

  enum Redaction: String, CaseIterable, ArgumentValue {
    case `public`
    case recruiter
    case officer
  }

  var id = ""
  var redaction = Redaction.public
  var asResume = false
  var report = ReportOptions()
  var engine = EngineOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument("id", to: \.id, help: "The pseudonym of a candidate, such as C-7K2M9QXD4T."),
      .option("--profile", to: \.redaction, placeholder: "profile", help: "Who it is for."),
      .flag("--resume", to: \.asResume, help: "Write JSON Resume instead of a report."),
    ] + ReportOptions.parameters(at: \.report) + EngineOptions.parameters(at: \.engine)
  }

  static var examples: [Example] {
    [
      Example(
        "puente report candidate C-7K2M9QXD4T --profile officer --lang es --format pdf --output perfil.pdf",
        "The whole profile in Spanish."),
      Example(
        "puente report candidate C-7K2M9QXD4T --profile recruiter --format html --output profile.html",
        "For an employer, as a page that prints well."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    try report.check(console)
    let id = try CandidateDesk.id(id)
    let catalogue = try engine.catalogue()
    guard let ledger = try engine.ledger.openIfThere(catalogue) else {
      throw UsageError("there is no ledger; name one with '--ledger'")
    }
    let desk = try CandidateDesk(catalogue, ledger, report.day)
    let facts = try CandidateFacts(id, desk)
    if let note = missingConsent(facts.candidate, report.day) {
      console.writeDiagnostic("note: \(note)\n")
    }
    if asResume {
      try report.write(text: CandidateResume(facts, redaction).json(), console)
      return .success
    }
    var paper = CandidatePaper(facts, redaction, ReportDraft(report, catalogue), ledger)
    try report.write(try paper.document(), console)
    return .success
  }

  /// What has to be said where no consent lets a recruiter or an officer see the profile.
  private func missingConsent(_ candidate: Candidate, _ day: CalendarDate) -> String? {
    let recipients: [Consent.Recipient]
    switch redaction {
    case .public: return nil
    case .recruiter: recipients = [.recruiter, .employer]
    case .officer: recipients = [.stps, .sne, .esdc, .ircc, .province, .regulator]
    }
    let isGiven = recipients.contains { candidate.consent(for: .profile, to: $0, on: day) != nil }
    return isGiven
      ? nil : "no consent to show the profile to such a reader holds on \(day); do not pass it on"
  }
}
