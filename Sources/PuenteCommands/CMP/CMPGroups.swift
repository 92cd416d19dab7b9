import CommandLineKit
import FactTables
import Partnership
import Rendering

/// `puente cmp groups`: lists the working groups with their co-chairs and what is missing about them.
struct CMPGroups: Command {
  static let name = "cmp groups"
  static let abstract = "List the working groups, their co-chairs and whom they work with."
  static let discussion = """
    Name groups by Puente's identifiers, by name or by abbreviation. An abbreviation that the report uses \
    for two groups is not decided: Puente asks which.
    """

  var names: [String] = []
  var groups = GroupOptions()
  var options = CMPOptions()

  static var parameters: [Parameter<Self>] {
    [.arguments("group", to: \.names, help: "Groups to show, instead of all.")]
      + GroupOptions.parameters(at: \.groups) + CMPOptions.parameters(at: \.options)
  }

  static var examples: [Example] {
    [
      Example("puente cmp groups", "List the groups."),
      Example("puente cmp groups LM", "Show the labour group with its co-chairs."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let partnership = try options.partnership()
    var asked = groups
    asked.names += names
    let wanted = try asked.identifiers(in: partnership, console)
    let rows = partnership.groups.filter {
      options.takes($0.provenance) && wanted?.contains($0.id) != false
    }
    var listing = Listing(name: "groups", columns: columns(partnership), rows: rows)
    listing.notes = missingNotes(
      partnership, groups: wanted, sections: nil, taking: options.takes)
    return try listing.write(options.format, to: console) { rows in
      rows.flatMap { group in
        text(group, partnership) + (wanted == nil ? [] : facts(group, partnership))
      }
    }
  }

  /// What the report says of the partnership as a whole, for a person who asks for it.
  private func facts(_ group: WorkingGroup, _ partnership: PartnershipReports) -> [String] {
    guard group.kind == "partnership" else { return [] }
    return partnership.facts.filter { $0.provenance.report == group.provenance.report }.map {
      "      \($0.field.replacing("_", with: " ")): \($0.value)  [\($0.provenance.lines.words)]"
    }
  }

  private func coChairs(_ group: WorkingGroup, _ partnership: PartnershipReports) -> [CoChair] {
    partnership.coChairs.filter {
      $0.group == group.id && $0.provenance.report == group.provenance.report
    }
  }

  private func joint(_ group: WorkingGroup, _ partnership: PartnershipReports) -> [JointWork] {
    partnership.jointWork.filter {
      $0.groups.contains(group.id) && $0.provenance.report == group.provenance.report
    }
  }

  private func count(
    _ section: ReportItem.Section, _ group: WorkingGroup, _ partnership: PartnershipReports
  ) -> Int {
    partnership.items.count {
      $0.group == group.id && $0.section == section
        && $0.provenance.report == group.provenance.report
    }
  }

  private func columns(_ partnership: PartnershipReports) -> [Listing<WorkingGroup>.Column] {
    let what: [Listing<WorkingGroup>.Column] = [
      .init("id") { .string($0.id) },
      .init("name") { .string($0.name) },
      .init("abbreviation") { .text($0.abbreviation) },
      .init("kind") { .string($0.kind) },
      .init("reported") { .string($0.reported) },
      .init(
        "cochairs",
        cell: { group in
          coChairs(group, partnership).map { "\($0.name) (\($0.side), \($0.institution))" }
            .joined(separator: "; ")
        },
        value: { group in
          .array(
            coChairs(group, partnership).map { chair in
              .object([
                "name": .string(chair.name), "side": .string(chair.side),
                "sector": .string(chair.sector), "title": .text(chair.title),
                "institution": .string(chair.institution), "role": .string(chair.role),
                "represented_by": .text(chair.representedBy),
                "report_lines": .string(chair.provenance.lines.description),
              ])
            })
        }),
    ]
    let counts = ReportItem.Section.allCases.map { section in
      Listing<WorkingGroup>.Column(Self.plural(section)) {
        .int(count(section, $0, partnership))
      }
    }
    let rest: [Listing<WorkingGroup>.Column] = [
      .init("joint_with") { group in
        .texts(
          joint(group, partnership).filter { $0.kind != .sharedSubject }.map { work in
            work.groups.first { $0 != group.id } ?? ""
          })
      },
      .init("note") { .text($0.note) },
    ]
    return what + counts + rest + provenanceColumns(\.provenance)
  }

  private static func plural(_ section: ReportItem.Section) -> String {
    switch section {
    case .futureActivity: "future_activities"
    case .opportunity: "opportunities"
    default: "\(section.rawValue)s"
    }
  }

  private func text(_ group: WorkingGroup, _ partnership: PartnershipReports) -> [String] {
    let abbreviation = group.abbreviation.map { " (\($0))" } ?? ""
    var lines = ["\(group.id)  \(group.name)\(abbreviation)  [\(place(group.provenance))]"]
    if group.kind != "partnership" {
      let counts = ReportItem.Section.allCases.compactMap { section -> String? in
        let count = count(section, group, partnership)
        return count == 0
          ? nil
          : "\(count) \(count == 1 ? section.title : Self.plural(section).replacing("_", with: " "))"
      }
      if !counts.isEmpty { lines.append("      \(counts.joined(separator: ", "))") }
    }
    let chairs = coChairs(group, partnership)
    if chairs.isEmpty { lines.append("      co-chairs: not named in the report") }
    lines += chairs.map { chair in
      var text = "      \(chair.side)  \(chair.name)"
      if let other = chair.representedBy { text += " (represented by \(other))" }
      if let title = chair.title { text += ", \(title)" }
      text += ", \(chair.institution)"
      let remarks =
        (chair.sector == "private" ? ["private sector"] : [])
        + (["co_chair", "national_co_chair"].contains(chair.role)
          ? [] : [chair.role.replacing("_", with: " ")])
      return remarks.isEmpty ? text : "\(text) [\(remarks.joined(separator: ", "))]"
    }
    for work in joint(group, partnership) where work.kind == .met || work.kind == .agreed {
      let other = work.groups.first { $0 != group.id } ?? ""
      lines.append("      \(work.kind.title) with \(other): \(work.subject)")
    }
    if let note = group.note { lines.append("      note: \(note)") }
    return lines
  }
}
