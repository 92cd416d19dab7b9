import CommandLineKit
import Diagnostics
import Partnership
import Rendering

/// `puente cmp actions`: lists what the working groups said, above all what they promised.
struct CMPActions: Command {
  static let name = "cmp actions"
  static let abstract = "List what the working groups promised, by whom and for when."
  static let discussion = """
    The future activities of the annual reports, or with --section their other statements. The words with \
    which a report dates something stay beside the days that Puente reads in them; an action without a date \
    is due on an unknown day, not on none. Who is to act is shown where the report says so. Actions of the \
    labour group show the state of the pairs of occupations they speak of. What became of an action is shown \
    where a ledger has it; 'puente cmp action update' records it.
    """

  /// A section, or all of them.
  enum SectionChoice: String, CaseIterable, ArgumentValue {
    case objective
    case result
    case futureActivity = "future_activity"
    case challenge
    case opportunity
    case all

    var section: ReportItem.Section? { ReportItem.Section(rawValue: rawValue) }
  }

  var sections = [SectionChoice.futureActivity]
  var side: PartnerSide?
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
        "--section", to: \.sections, placeholder: "section",
        help: "The section of the groups' reports."),
      .option(
        "--side", to: \.side, placeholder: "side",
        help: "Only what this side is to do, alone or with the other."),
      .option(
        "--institution", to: \.institution, placeholder: "name",
        help: "Only what a body is to do or is named with, by identifier, abbreviation or name."),
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
      Example("puente cmp actions --group LM", "What the labour group promised."),
      Example("puente cmp actions --overdue --on 2018-07-01", "What was overdue on a day."),
      Example(
        "puente cmp actions --side CA --due-by 2018-06-30 --format csv",
        "What Canada was to do by a day, as a table."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let partnership = try options.partnership()
    let wanted = try groups.identifiers(in: partnership, console)
    let query = try query(text)
    let bodies = try institutions(institution, in: partnership)
    let book = try FollowUpBook(ledger, try options.directory())
    let chosen =
      sections.contains(.all)
      ? Set(ReportItem.Section.allCases) : Set(sections.compactMap(\.section))
    let candidates = partnership.items.filter { item in
      options.takes(item.provenance) && wanted?.contains(item.group) != false
        && side.map { item.bySide == $0.rawValue || item.bySide == "both" } != false
        && bodies.map { bodies in bodies.contains { concerns(item, $0) } } != false
        && query?.matches(Self.searched(item)) != false
        && (states.isEmpty || states.contains { $0.takes(book.followUp(of: item)) })
    }
    let inSection = candidates.filter { chosen.contains($0.section) }
    let rows = inSection.filter { item in
      let followUp = book.followUp(of: item)
      return due.takes(followUp.dates(item.deadlines), isClosed: followUp.isClosed)
    }
    let pairs = try PairStates(
      of: rows, in: try options.directory(), ledger: book.ledger)
    var listing = Listing(
      name: "actions", columns: ActionColumns(partnership, due, pairs, book).all, rows: rows)
    listing.notes = notes(
      partnership, wanted, chosen: chosen, rows: rows, inSection: inSection, candidates, book)
    listing.technical = [
      "group", "heading", "kind", "due_printed", "due_earliest", "due_latest", "overdue", "roughly",
      "state",
    ]
    listing.facts = ["on": .string(due.day.description)]
    return try listing.write(options.format, to: console) { rows in
      ActionText(partnership, due, pairs, book).lines(rows)
    }
  }

  static func searched(_ item: ReportItem) -> String {
    ([item.id, item.gist] + item.deadlines.flatMap { [$0.what, $0.printed] }
      + item.byInstitutions + item.withInstitutions)
      .joined(separator: " ")
  }

  private func concerns(_ item: ReportItem, _ institution: Institution) -> Bool {
    guard item.provenance.report == institution.provenance.report else { return false }
    return (item.byInstitutions + item.withInstitutions).contains(institution.id)
      || institution.isNamed(in: item.provenance)
  }

  /// What the list does not have: undated and perhaps due actions, promises elsewhere, missing lists.
  private func notes(
    _ partnership: PartnershipReports, _ wanted: Set<String>?, chosen: Set<ReportItem.Section>,
    rows: [ReportItem], inSection: [ReportItem], _ candidates: [ReportItem], _ book: FollowUpBook
  ) -> [String] {
    var notes = due.overdue ? ["judged on \(due.day)"] : []
    let unrecorded = rows.count { book.followUp(of: $0) == nil }
    if due.overdue, unrecorded > 0 {
      notes.append(
        "of \(unrecorded) of these nothing is recorded: whether they were done is unknown ('puente cmp action update' records it)"
      )
    }
    let actions = inSection.filter { $0.kind == "action" }
    let undated = actions.count { !$0.isDated }
    if undated > 0, due.due != .unknown {
      notes.append(
        "\(undated) of \(actions.count) actions have no date in the report that could be read: when they are due is unknown (--due unknown lists them)"
      )
    }
    let possible = inSection.filter { due.mayBeDue(book.followUp(of: $0).dates($0.deadlines)) }
    if !possible.isEmpty {
      notes.append(
        "perhaps due by then as well, because only a year or a longer time is printed: \(possible.map(\.id).joined(separator: ", "))"
      )
    }
    let elsewhere = candidates.filter {
      !chosen.contains($0.section) && ["action", "expectation"].contains($0.kind)
    }
    if !elsewhere.isEmpty {
      notes.append(
        "promised or expected in other sections (--section all lists them): \(elsewhere.map(\.id).joined(separator: ", "))"
      )
    }
    // A list that is missing could hold anything but what is looked for by its words or its state.
    guard states.isEmpty, text == nil, institution == nil else { return notes }
    return notes
      + missingNotes(
        partnership, groups: wanted, sections: Set(chosen.map(\.rawValue)),
        taking: options.takes)
  }
}
