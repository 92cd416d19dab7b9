public import CommandLineKit
import Diagnostics
import Digests
public import Ledgers
import ReferenceData
import Rendering
public import Reviews

/// What every command of the review desk needs: the data, the ledger, and the day it is.
struct ReviewOptions: ParameterGroup {
  var ledger = LedgerOptions()
  var data = DataOptions()
  var on: CalendarDate?

  static var parameters: [Parameter<Self>] {
    [
      .option(
        "--on", to: \.on, placeholder: "day",
        help:
          "The day it is, for what is done and for how long things have lasted; today if left out.")
    ] + LedgerOptions.parameters(at: \.ledger) + DataOptions.parameters(at: \.data)
  }

  /// The day it is.
  var day: CalendarDate { on ?? today() }

  /// Opens the desk.
  func desk(_ catalogue: Catalogue, _ console: Console) throws -> ReviewDesk {
    ReviewDesk(try ledger.open(catalogue, console))
  }
}

/// Who does something to a pair, and what there is to say of it.
struct ActionOptions: ParameterGroup {
  var side: Side?
  var role = ""
  var channel: Channel?
  var evidence = ""
  var isRehearsal = false

  static var parameters: [Parameter<Self>] {
    [
      .option(
        "--side", to: \.side, placeholder: "government",
        help: "The government that acts, where it does not follow from the state of the pair."),
      .option(
        "--role", to: \.role, placeholder: "role",
        help: "In which role, such as 'co-chair'; not a person's name."),
      .option(
        "--channel", to: \.channel, placeholder: "channel", help: "How it was said."),
      .option(
        "--evidence", to: \.evidence, placeholder: "text",
        help: "What it rests on, such as a document and its page."),
      .flag("--dry-run", to: \.isRehearsal, help: "Show what would be done, and do nothing."),
    ]
  }

  /// How something was said.
  enum Channel: String, CaseIterable, ArgumentValue {
    case email, teleconference, meeting, report, letter, form
  }

  /// The action, with more fields.
  func action(on day: CalendarDate, _ fields: [String: String] = [:]) -> ReviewDesk.Action {
    var all = fields
    all["channel"] = channel?.rawValue ?? ""
    all["evidence"] = evidence
    return ReviewDesk.Action(side: side, role: role, on: day, all)
  }

  /// Does something to pairs, or only tries it, and tells what it did.
  ///
  /// - Parameters:
  ///   - desk: The desk.
  ///   - console: Where it is told.
  ///   - body: What to do.
  /// - Throws: What the function throws, or `DatabaseError`; then nothing is recorded.
  func perform(
    at desk: ReviewDesk, _ console: Console, _ body: () throws -> [ReviewDesk.Change]
  ) throws {
    let changes = isRehearsal ? try desk.ledger.rehearse(body) : try desk.ledger.write(body)
    for change in changes {
      console.write(ChangeText.line(change, isRehearsal: isRehearsal) + "\n")
    }
  }
}

/// What a change did, in a line.
enum ChangeText {
  static func line(_ change: ReviewDesk.Change, isRehearsal: Bool) -> String {
    let event = change.event
    let step = ReviewStep(rawValue: event.kind).map(words) ?? event.kind
    let states =
      change.before.map { before in
        before.state == change.after.state
          ? "still \(before.state.words)" : "\(before.state.words) -> \(change.after.state.words)"
      } ?? change.after.state.words
    let who = event.role.isEmpty ? event.side.name : "\(event.side.name) (\(event.role))"
    let end = isRehearsal ? "nothing was recorded" : "event \(event.id.hex.prefix(12))"
    let prefix = isRehearsal ? "would be: " : ""
    return printable(
      "\(prefix)\(change.after.id) \(change.after.pair): \(step) by \(who) on \(event.on); \(states) [\(end)]"
    )
  }

  /// A step for people, such as `counter-proposed`.
  static func words(_ step: ReviewStep) -> String {
    switch step {
    case .counterProposed: "counter-proposed"
    case .needsRevision: "marked for revision"
    default: step.rawValue
    }
  }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Side: ArgumentValue {
  public init?(argument: String) {
    switch argument.lowercased() {
    case "canada", "ca": self = .canada
    case "mexico", "méxico", "mx": self = .mexico
    default: return nil
    }
  }
  public var argument: String { name.lowercased() }
  public static var allowedArguments: [String] { ["canada", "mexico"] }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension ReviewState: ArgumentValue {}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension ReviewRefusal: ReportedError {
  public var diagnostics: String { "error: \(printable(description))" }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension EventFault: ReportedError {
  public var diagnostics: String { "error: \(printable(description))" }
}
