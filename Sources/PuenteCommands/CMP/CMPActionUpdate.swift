import CommandLineKit
import Diagnostics
import Digests
import FollowUps
import Ledgers
import Partnership
import ReferenceData
import Rendering

/// `puente cmp action update`: records where an action stands.
struct CMPActionUpdate: Command {
  static let name = "cmp action update"
  static let abstract = "Record where an action or an initiative stands."
  static let discussion = """
    The entry goes into the ledger, the one that the review desk uses, and stays there: a later entry adds to \
    it and never changes it. Write no person's data into notes; say who in roles. What was done or dropped can \
    be opened again with a note that says why.
    """

  /// The states that can be recorded.
  enum StateChoice: String, CaseIterable, ArgumentValue {
    case open
    case inProgress = "in_progress"
    case postponed
    case done
    case dropped

    var state: FollowUpState? { FollowUpState(rawValue: rawValue) }
  }

  var action = ""
  var state: StateChoice?
  var side: PartnerSide?
  var note = ""
  var evidence = ""
  var until: CalendarDate?
  var role = ""
  var on: CalendarDate?
  var dryRun = false
  var dataFolder: String?
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument("action", to: \.action, help: "The action, such as LM-FU-199 or 2017:LM-FU-199."),
      .requiredOption(
        "--state", to: \.state, placeholder: "state", help: "Where it stands."),
      .requiredOption(
        "--side", to: \.side, placeholder: "side", help: "The side that records it."),
      .option("--note", to: \.note, placeholder: "text", help: "What there is to say."),
      .option(
        "--evidence", to: \.evidence, placeholder: "text",
        help: "What shows it, such as the number of a letter."),
      .option(
        "--until", to: \.until, placeholder: "date",
        help: "The day it is put off to, where it is postponed."),
      .option(
        "--role", to: \.role, placeholder: "role",
        help: "The role of who records it, such as co-chair; never a name."),
      .option("--on", to: \.on, placeholder: "date", help: "The day of the entry, if not today."),
      .flag("--dry-run", to: \.dryRun, help: "Show what would be recorded, and record nothing."),
      .option(
        "--data", to: \.dataFolder, placeholder: "folder",
        help: "Folder with 'datasets' and 'crosswalks', instead of the one found.",
        completion: .directory),
    ] + LedgerOptions.parameters(at: \.ledger)
  }

  static var examples: [Example] {
    [
      Example(
        "puente cmp action update LM-FU-198 --state done --side MX --note \"held by telephone\"",
        "Record that the call was held.")
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    guard let state = state?.state, let side = side.flatMap({ Side(rawValue: $0.rawValue) }) else {
      return .usage
    }
    var options = CMPOptions()
    options.folder = dataFolder
    let (subject, gist) = try FollowUpSubject.named(action, in: try options.partnership())
    let draft = FollowUpDraft(
      state, by: side, on: on ?? today(), role: role, note: note, evidence: evidence, until: until)
    let catalogue = try Catalogue(try options.directory())
    let book =
      dryRun
      ? try ledger.openIfThere(catalogue, mayBeMissing: true)
        ?? Ledger.inMemory(components: LedgerOptions.components(catalogue))
      : try ledger.open(catalogue, console)
    let before = try FollowUpDesk.followUp(of: subject, in: book)
    do {
      let event =
        try dryRun
        ? book.rehearse { try FollowUpDesk.record(draft, of: subject, in: book) }
        : book.write { try FollowUpDesk.record(draft, of: subject, in: book) }
      let old = before.map { $0.state.rawValue } ?? "nothing recorded"
      console.write(
        printable("\(subject)  \(old) -> \(state.rawValue), \(draft.on), by \(side.name)") + "\n")
      console.write(printable("      \(gist)") + "\n")
      if !note.isEmpty { console.write(printable("      note: \(note)") + "\n") }
      console.writeDiagnostic(
        dryRun ? "nothing was recorded\n" : "recorded as event \(event.id.hex.prefix(12))\n")
      return .success
    } catch let fault as EventFault {
      throw UsageError("\(subject): \(fault)")
    }
  }
}
