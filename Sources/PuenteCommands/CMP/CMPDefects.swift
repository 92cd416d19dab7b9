import CommandLineKit
import FactTables
import Partnership
import Rendering

/// `puente cmp defects`: shows the defects of the reports themselves.
struct CMPDefects: Command {
  static let name = "cmp defects"
  static let abstract = "Show the defects of the reports themselves, and what is done about them."
  static let discussion = """
    Lists that a report announces and does not have are shown as missing and never filled in; slips of \
    names and figures that do not agree are shown with their lines.
    """

  var kinds: [String] = []
  var text: String?
  var groups = GroupOptions()
  var options = CMPOptions()

  static var parameters: [Parameter<Self>] {
    [
      .option(
        "--kind", to: \.kinds, placeholder: "kind",
        help: "Only defects of a kind, such as missing or contradiction."),
      .option(
        "--text", to: \.text, placeholder: "words", help: "Only what has words that begin so."),
    ] + GroupOptions.parameters(at: \.groups) + CMPOptions.parameters(at: \.options)
  }

  static var examples: [Example] {
    [Example("puente cmp defects --kind missing", "What the report does not have.")]
  }

  func run(_ console: Console) throws -> ExitCode {
    let partnership = try options.partnership()
    let query = try query(text)
    let wanted = try groups.identifiers(in: partnership, console)
    func isWanted(_ provenance: Provenance) -> Bool {
      guard let wanted else { return true }
      return partnership.groups.contains {
        wanted.contains($0.id) && $0.provenance.report == provenance.report
          && $0.provenance.lines.overlaps(provenance.lines)
      }
    }
    let known = Set(partnership.defects.map(\.kind)).sorted()
    for kind in kinds where !known.contains(kind) {
      throw UsageError(
        "no defect is of the kind \(echoed(kind)); there are \(known.joined(separator: ", "))")
    }
    let rows = partnership.defects.filter { defect in
      options.takes(defect.provenance) && isWanted(defect.provenance)
        && (kinds.isEmpty || kinds.contains(defect.kind))
        && query?.matches("\(defect.id) \(defect.note)") != false
    }
    let columns: [Listing<ReportDefect>.Column] = [
      .init("id") { .string($0.id) },
      .init("kind") { .string($0.kind) },
      .init("note") { .string($0.note) },
      .init("effect") { .string($0.effect) },
    ]
    var listing = Listing(
      name: "defects", columns: columns + provenanceColumns(\.provenance), rows: rows)
    let lists = partnership.missingLists.filter {
      options.takes($0.provenance) && wanted?.contains($0.group) != false
        && (kinds.isEmpty || kinds.contains("missing"))
        && query?.matches("\($0.id) \($0.what) \($0.announced)") != false
    }
    listing.facts = [
      "missing_lists": .array(
        lists.map { list in
          .object([
            "id": .string(list.id), "group": .string(list.group), "section": .text(list.section),
            "what": .string(list.what), "announced": .string(list.announced),
            "item": .text(list.item), "report": .string(list.provenance.report),
            "report_lines": .string(list.provenance.lines.description),
          ])
        })
    ]
    if options.format != .json {
      listing.notes = missingNotes(partnership, groups: nil, sections: nil) { provenance in
        lists.contains { $0.provenance == provenance }
      }
    }
    return try listing.write(options.format, to: console) { rows in
      rows.flatMap { row in
        [
          "\(row.id)  \(row.kind): \(row.note)  [\(place(row.provenance))]",
          "      done about it: \(row.effect)",
        ]
      }
    }
  }
}
