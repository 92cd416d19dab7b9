import Classifications
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
    labour group show the state of the pairs of occupations they speak of.
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
  var groups = GroupOptions()
  var due = DueOptions()
  var options = CMPOptions()

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
    ] + DueOptions.parameters(at: \.due) + CMPOptions.parameters(at: \.options)
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
    let bodies = try institutions(in: partnership)
    let chosen =
      sections.contains(.all)
      ? Set(ReportItem.Section.allCases) : Set(sections.compactMap(\.section))
    let candidates = partnership.items.filter { item in
      options.takes(item.provenance) && wanted?.contains(item.group) != false
        && side.map { item.bySide == $0.rawValue || item.bySide == "both" } != false
        && bodies.map { bodies in bodies.contains { concerns(item, $0) } } != false
        && query?.matches(Self.searched(item)) != false
    }
    let inSection = candidates.filter { chosen.contains($0.section) }
    let rows = inSection.filter { due.takes($0.deadlines, isClosed: false) }
    let pairs = try PairStates(of: rows, in: try options.directory())
    var listing = Listing(
      name: "actions", columns: ActionColumns(partnership, due, pairs).all, rows: rows)
    listing.notes = notes(
      partnership, wanted, chosen: chosen, rows: rows, inSection: inSection, candidates)
    listing.facts = ["on": .string(due.day.description)]
    return try listing.write(options.format, to: console) { rows in
      ActionText(partnership, due, pairs).lines(rows)
    }
  }

  static func searched(_ item: ReportItem) -> String {
    ([item.id, item.gist] + item.deadlines.flatMap { [$0.what, $0.printed] }
      + item.byInstitutions + item.withInstitutions)
      .joined(separator: " ")
  }

  private func institutions(in partnership: PartnershipReports) throws -> [Institution]? {
    guard let institution else { return nil }
    let found = partnership.institutions(called: institution, folding: foldedTitle)
    if found.isEmpty {
      throw UsageError(
        "no report names an institution \(echoed(institution)); 'puente cmp institutions' lists them"
      )
    }
    return found
  }

  private func concerns(_ item: ReportItem, _ institution: Institution) -> Bool {
    guard item.provenance.report == institution.provenance.report else { return false }
    return item.byInstitutions.contains(institution.id)
      || item.withInstitutions.contains(institution.id)
      || item.provenance.lines.overlaps(institution.provenance.lines)
  }

  /// What the list does not have: undated and perhaps due actions, promises elsewhere, missing lists.
  private func notes(
    _ partnership: PartnershipReports, _ wanted: Set<String>?, chosen: Set<ReportItem.Section>,
    rows: [ReportItem], inSection: [ReportItem], _ candidates: [ReportItem]
  ) -> [String] {
    var notes: [String] = []
    let actions = inSection.filter { $0.kind == "action" }
    let undated = actions.count { !$0.isDated }
    if undated > 0, due.due != .unknown {
      notes.append(
        "\(undated) of \(actions.count) actions have no date in the report that could be read: when they are due is unknown (--due unknown lists them)"
      )
    }
    let possible = inSection.filter { due.mayBeDue($0.deadlines) }
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
    return notes
      + missingNotes(
        partnership, groups: wanted, sections: Set(chosen.map(\.rawValue)),
        taking: options.takes)
  }
}
