import CommandLineKit
import Diagnostics
import Digests
import FollowUps
import Ledgers
import Partnership
import ReferenceData
import Rendering

/// `puente cmp action history`: shows everything that was recorded of an action.
struct CMPActionHistory: Command {
  static let name = "cmp action history"
  static let abstract = "Show everything that was recorded of an action, oldest first."

  var action = ""
  var options = CMPOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument("action", to: \.action, help: "The action, such as LM-FU-199 or 2017:LM-FU-199.")
    ] + CMPOptions.parameters(at: \.options) + LedgerOptions.parameters(at: \.ledger)
  }

  static var examples: [Example] {
    [Example("puente cmp action history LM-FU-198", "What was recorded of the conference call.")]
  }

  func run(_ console: Console) throws -> ExitCode {
    let (subject, gist) = try FollowUpSubject.named(action, in: try options.partnership())
    let book = try ledger.openIfThere(try Catalogue(try options.directory()))
    let events = try book.map { try FollowUpDesk.history(of: subject, in: $0) } ?? []
    func text(_ event: Event, _ field: String) -> JSONValue {
      .text(event[field].isEmpty ? nil : event[field])
    }
    var listing = Listing<Event>(
      name: "events",
      columns: [
        .init("on") { .string($0.on.description) },
        .init("state") { text($0, "state") },
        .init("side") { .string($0.side.rawValue) },
        .init("role") { .text($0.role.isEmpty ? nil : $0.role) },
        .init("note") { text($0, "note") },
        .init("evidence") { text($0, "evidence") },
        .init("until") { text($0, "until") },
        .init("event") { .string($0.id.hex) },
        .init("after") { .texts($0.parents.map(\.hex)) },
      ], rows: events)
    listing.facts = ["action": .string(subject.description), "gist": .string(gist)]
    if events.heads.count > 1 {
      listing.notes.append(
        "the sides went on independently of each other; the next entry joins what they recorded")
    }
    if events.isEmpty {
      listing.notes.append("nothing is recorded of \(subject): what became of it is unknown")
    }
    return try listing.write(options.format, to: console) { events in
      var table = TextTable([.left, .left, .left, .left, .left])
      for event in events {
        let until = event["until"].isEmpty ? "" : " to \(event["until"])"
        let said = [
          event["note"], event["evidence"].isEmpty ? "" : "evidence: \(event["evidence"])",
        ]
        table.add([
          event.on.description, event.side.rawValue + (event.role.isEmpty ? "" : " \(event.role)"),
          event["state"].replacing("_", with: " ") + until, String(event.id.hex.prefix(12)),
          said.filter { !$0.isEmpty }.joined(separator: "; "),
        ])
      }
      return events.isEmpty ? [] : ["\(subject)  \(gist)"] + table.lines(indent: 2)
    }
  }
}
