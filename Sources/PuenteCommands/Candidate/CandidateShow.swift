import Candidates
import CommandLineKit
import Credentials
import Diagnostics
import Rendering
import Tabular

/// `puente candidate show`: what is kept of a candidate, and where the candidate stands.
struct CandidateShow: Command {
  static let name = "candidate show"
  static let abstract = "Show a candidate: what is kept, what is left to do, what it takes."
  static let discussion = """
    For each province: the open steps and what each waits for, the longest way, the days on which all can be done, \
    what is left to pay by currency, what can be done from Mexico, what ends before it is needed. What the data do not \
    have is counted as unknown, and never guessed. Free texts are not shown without '--full', because a person's data \
    may be in them.
    """

  var id = ""
  var places: [String] = []
  var isFull = false
  var showsAudit = false
  var format = DocumentFormat.text
  var options = CandidateOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument("candidate", to: \.id, help: "The candidate, such as C-7K2M9QXD4T."),
      .option(
        "--in", to: \.places, placeholder: "province",
        help: "There, such as CA-ON, instead of where the candidate wants to go."),
      .flag("--full", to: \.isFull, help: "Show free texts, too."),
      .flag(
        "--audit", to: \.showsAudit,
        help: "Show what was done to the data, also of one that was erased."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
    ] + CandidateOptions.parameters(at: \.options)
  }

  static var examples: [Example] {
    [
      Example("puente candidate show C-7K2M9QXD4T", "Where a candidate stands."),
      Example(
        "puente candidate show C-7K2M9QXD4T --in CA-ON --format csv",
        "The steps in Ontario as a table."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let desk = try options.reader()
    let id = try CandidateDesk.id(id)
    if showsAudit { return try writeAudit(id, desk, console) }
    let facts = try CandidateFacts(id, desk, in: try desk.provinces(places))
    switch format {
    case .text:
      let text = CandidateText(facts, isFull: isFull)
      var lines = text.profile() + text.overview()
      var shown: [JurisdictionStanding] = []
      for place in facts.detailed(all: !places.isEmpty) {
        let twin =
          shown.last { $0.steps == place.steps } ?? shown.last { $0.others == place.others }
        lines += text.details(of: place, after: twin)
        shown.append(place)
      }
      if facts.standing.places.count > 3, places.isEmpty {
        lines += ["", "'--in CA-ON' shows the steps of another province"]
      }
      lines += text.changes() + (try text.streams())
      console.write(lines.map { printable($0) + "\n" }.joined())
    case .json: console.write(try jsonText(CandidateJSON(facts, isFull: isFull).value()))
    default:
      let rows = facts.standing.places.flatMap { place in
        (place.steps + place.others).map { CandidateStepRow(place: place, step: $0) }
      }
      let listing = Listing(
        name: "steps", columns: CandidateStepRow.columns(on: desk.day), rows: rows,
        notes: rows.isEmpty ? ["the data have no way for the targets"] : [])
      return try listing.write(format, to: console) { _ in [] }
    }
    return .success
  }

  private func writeAudit(
    _ id: CandidateID, _ desk: CandidateDesk, _ console: Console
  ) throws -> ExitCode {
    let columns: [Listing<CandidateStore.AuditEntry>.Column] = [
      .init("on") { .string($0.on.description) }, .init("by") { .string($0.by.rawValue) },
      .init("action") { .string($0.action) }, .init("before") { .text($0.before) },
      .init("after") { .text($0.after) },
    ]
    let listing = Listing(name: "audit", columns: columns, rows: try desk.store.audit(of: id))
    return try listing.write(format, to: console) { rows in
      rows.map { row in
        let states = [row.before, row.after].map { $0.map { String($0.prefix(12)) } ?? "-" }
        return "\(row.on)  \(row.by.rawValue)  \(row.action)  \(states.joined(separator: " -> "))"
      }
    }
  }
}

/// A step in a place, as a row of a table.
struct CandidateStepRow {
  let place: JurisdictionStanding
  let step: StepStanding

  static func columns(on day: CalendarDate) -> [Listing<Self>.Column] {
    [
      .init("occupation") { .string($0.place.occupation) },
      .init("jurisdiction") { .string($0.place.jurisdiction) },
      .init("step") { .string($0.step.step.id) }, .init("title") { .string($0.step.step.title) },
      .init("state") { .string($0.step.state.rawValue) },
      .init("implied") { .bool($0.step.isImplied) },
      .init("since") { row in
        .text(row.step.record.flatMap { $0.state == .notStarted ? nil : $0.since.description })
      },
      .init("waits_for") { .string(CandidateWording.blockers($0.step.blockedBy)) },
      .init("from_mexico") { .string($0.step.step.fromMexico.rawValue) },
      .init("fee") { row in .text(row.step.step.fee.map { "\($0.printed) \($0.currency)" }) },
      .init("paid") { .text($0.step.record?.paid?.description) },
      .init("time") { .text($0.step.step.duration?.printed) },
      .init("earliest") { row in
        .text(row.step.end.map { $0.days(from: day).first.description })
      },
      .init("latest") { row in .text(row.step.end?.days(from: day).last?.description) },
      .init("due") { .text($0.step.record?.dueOn?.description) },
      .init("holds_up_to") { .text($0.step.record?.expiresOn?.description) },
      .init("on_longest_way") { row in
        .bool(row.place.criticalPath.contains { $0.step.id == row.step.step.id })
      },
    ]
  }
}
