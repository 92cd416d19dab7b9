public import Candidates
public import CommandLineKit
import Diagnostics

/// `puente candidate consent`: records a consent, or that consents were withdrawn.
struct CandidateConsent: Command {
  static let name = "candidate consent"
  static let abstract = "Record what a candidate agrees to, or that it was withdrawn."

  var id = ""
  var purposes: [Consent.Purpose] = []
  var recipients: [Consent.Recipient] = []
  var notice = ""
  var language = NoticeLanguage.es
  var isWithdrawn = false
  var action = CandidateActionOptions()
  var options = CandidateOptions()

  /// The language of a notice.
  enum NoticeLanguage: String, CaseIterable, ArgumentValue { case es, en, fr }

  static var parameters: [Parameter<Self>] {
    [
      .argument("candidate", to: \.id, help: "The candidate, such as C-7K2M9QXD4T."),
      .option("--for", to: \.purposes, placeholder: "purpose", help: "For what."),
      .option("--to", to: \.recipients, placeholder: "recipient", help: "To whom."),
      .option(
        "--notice", to: \.notice, placeholder: "version", help: "The version of the privacy notice."
      ),
      .option(
        "--language", to: \.language, placeholder: "language", help: "The language of the notice."),
      .flag(
        "--withdraw", to: \.isWithdrawn,
        help: "Every consent is withdrawn, or those for a purpose of '--for'."),
    ] + CandidateActionOptions.parameters(at: \.action) + CandidateOptions.parameters(at: \.options)
  }

  static var examples: [Example] {
    [
      Example(
        "puente candidate consent C-7K2M9QXD4T --for matching --for profile --to esdc --notice 2026-1",
        "A consent of today."),
      Example("puente candidate consent C-7K2M9QXD4T --withdraw", "All are withdrawn."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let id = try CandidateDesk.id(id)
    if !isWithdrawn, purposes.isEmpty || recipients.isEmpty || notice.isEmpty {
      throw UsageError("a consent has '--for', '--to' and '--notice'")
    }
    if !isWithdrawn, !Consent.isNotice(notice) {
      throw UsageError("'--notice' takes a version of letters, digits, '-' and '.', such as 2026-1")
    }
    let desk = try options.desk(console, action)
    let count = try desk.perform(action) {
      var candidate = try desk.store.entry(id).candidate
      var count = 0
      if isWithdrawn {
        for index in candidate.consents.indices where candidate.consents[index].withdrawnOn == nil {
          let own = candidate.consents[index]
          guard purposes.isEmpty || own.purposes.contains(where: purposes.contains) else {
            continue
          }
          candidate.consents[index].withdrawnOn = max(desk.day, own.givenOn)
          count += 1
        }
      } else {
        candidate.consents.append(
          Consent(
            for: purposes, to: recipients, on: desk.day, notice: notice,
            language: language.rawValue))
        count = 1
      }
      try desk.store.replace(
        candidate, on: desk.day, by: action.by, action: isWithdrawn ? "withdraw" : "consent",
        desk.credentials)
      return count
    }
    console.write(
      "\(id): \(count) consents \(isWithdrawn ? "withdrawn" : "given") on \(desk.day)\n")
    console.writeDiagnostic(action.isRehearsal ? "nothing was recorded\n" : "")
    return count > 0 ? .success : .negative
  }
}

extension Consent.Recipient: ArgumentValue {}
