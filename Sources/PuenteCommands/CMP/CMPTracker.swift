import CommandLineKit
import Diagnostics
import FollowUps
import Partnership
import Rendering

/// `puente cmp tracker`: lists the initiatives of the tracker in the annex.
struct CMPTracker: Command {
  static let name = "cmp tracker"
  static let abstract = "List the initiatives of the tracker in Annex A, with their phases."
  static let discussion = """
    Phases keep the words of the annex beside the days read in them; '(TBC)' and 'tentative' are shown as \
    tentative. Participants that are to be confirmed or defined are shown so.
    """

  var institution: String?
  var text: String?
  var states: [FollowUpFilter] = []
  var groups = GroupOptions()
  var due = DueOptions()
  var options = CMPOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    GroupOptions.parameters(at: \.groups) + [
      .option(
        "--institution", to: \.institution, placeholder: "name",
        help: "Only those a body takes part in, by identifier, abbreviation or name."),
      .option(
        "--text", to: \.text, placeholder: "words", help: "Only what has words that begin so."),
      .option(
        "--state", to: \.states, placeholder: "state",
        help: "Only what is recorded to stand so, or of which nothing is recorded."),
    ] + DueOptions.parameters(at: \.due) + CMPOptions.parameters(at: \.options)
      + LedgerOptions.parameters(at: \.ledger)
  }

  static var examples: [Example] {
    [
      Example("puente cmp tracker", "List the initiatives."),
      Example("puente cmp tracker --overdue --on 2018-06-01", "Phases that are over on a day."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let partnership = try options.partnership()
    let wanted = try groups.identifiers(in: partnership, console)
    let query = try query(text)
    let bodies = try institutions(institution, in: partnership).map { Set($0.map(\.id)) }
    let book = try FollowUpBook(ledger, try options.directory())
    let rows = partnership.tracker.filter { entry in
      let followUp = book.followUp(of: entry)
      return options.takes(entry.provenance) && wanted?.contains(entry.group) != false
        && (bodies.map { bodies in
          entry.parties.contains { $0.institution.map(bodies.contains) ?? false }
        } ?? true)
        && query?.matches(Self.searched(entry)) != false
        && (states.isEmpty || states.contains { $0.takes(followUp) })
        && due.takes(followUp.dates(entry.phases), isClosed: followUp.isClosed)
    }
    var listing = Listing(name: "tracker", columns: columns(book), rows: rows)
    if due.overdue { listing.notes = ["judged on \(due.day)"] }
    listing.technical = ["timeline", "participants", "overdue", "state"]
    listing.facts = ["on": .string(due.day.description)]
    return try listing.write(options.format, to: console) { rows in
      rows.flatMap { text($0, book) }
    }
  }

  private static func searched(_ entry: TrackerEntry) -> String {
    ([entry.id, entry.initiative]
      + [entry.milestones, entry.status, entry.participants, entry.comments].compactMap { $0 })
      .joined(separator: " ")
  }

  private static func name(_ party: TrackerEntry.Party) -> String {
    switch party.certainty {
    case "to_be_confirmed" where !party.namePrinted.contains("TBC"):
      "\(party.namePrinted) (to be confirmed)"
    case "to_be_defined" where party.institution != nil: "\(party.namePrinted) (to be defined)"
    default: party.namePrinted
    }
  }

  private func columns(_ book: FollowUpBook) -> [Listing<TrackerEntry>.Column] {
    let due = due
    return [
      .init("id") { .string($0.id) },
      .init("group") { .string($0.group) },
      .init("initiative") { .string($0.initiative) },
      .init("milestones") { .text($0.milestones) },
      .init("status") { .text($0.status) },
      .init("timeline") { .text($0.timeline) },
      .init(
        "phases",
        cell: { entry in
          let isClosed = book.followUp(of: entry).isClosed
          return entry.phases.map { due.words($0, isClosed: isClosed) }.joined(separator: "; ")
        },
        value: { entry in .array(entry.phases.map { json($0, on: due.day) }) }),
      .init("standing") { entry in
        let followUp = book.followUp(of: entry)
        return .string(due.standing(followUp.dates(entry.phases), isClosed: followUp.isClosed))
      },
      .init("overdue") { entry in
        let followUp = book.followUp(of: entry)
        return .bool(due.isOverdue(followUp.dates(entry.phases), isClosed: followUp.isClosed))
      },
      .init("state") { .text(book.followUp(of: $0)?.state.rawValue) },
      .init(
        "follow_up", cell: { book.followUp(of: $0).words ?? "" },
        value: { book.followUp(of: $0).json }),
      .init(
        "parties",
        cell: { entry in
          entry.parties.map { "\($0.side) \($0.sector): \(Self.name($0))" }
            .joined(separator: "; ")
        },
        value: { entry in
          .array(
            entry.parties.map { party in
              .object([
                "side": .string(party.side), "sector": .string(party.sector),
                "institution": .text(party.institution), "printed": .string(party.namePrinted),
                "certainty": .string(party.certainty),
              ])
            })
        }),
      .init("participants") { .text($0.participants) },
      .init("comments") { .text($0.comments) },
    ] + provenanceColumns(\.provenance)
  }

  private func text(_ entry: TrackerEntry, _ book: FollowUpBook) -> [String] {
    var lines = ["\(entry.id)  \(entry.initiative)  [\(place(entry.provenance))]"]
    lines.append("      status in the report: \(entry.status ?? "not given")")
    if let milestones = entry.milestones { lines.append("      \(milestones)") }
    let isClosed = book.followUp(of: entry).isClosed
    lines += entry.phases.map { "      \(due.words($0, isClosed: isClosed))" }
    if let words = book.followUp(of: entry).words { lines.append("      follow-up: \(words)") }
    for side in PartnerSide.allCases {
      for sector in ["public", "private"] {
        let parties = entry.parties.filter { $0.side == side.rawValue && $0.sector == sector }
        if parties.isEmpty { continue }
        lines.append(
          "      \(side.rawValue) \(sector): \(parties.map(Self.name).joined(separator: ", "))")
      }
    }
    if entry.parties.isEmpty {
      lines.append("      participants: \(entry.participants ?? "not given in the report")")
    }
    if let comments = entry.comments { lines.append("      \(comments)") }
    return lines
  }
}
