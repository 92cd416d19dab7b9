import CommandLineKit
import Partnership
import Rendering

/// `puente cmp indicators`: lists the figures of the reports, each with what has to stand beside it.
struct CMPIndicators: Command {
  static let name = "cmp indicators"
  static let abstract = "List the figures of the reports, with qualifier, period and citation."
  static let discussion = """
    A figure is never shown without its qualifier ('more than', 'up to'), the time it is for and its lines \
    in the report. Figures that look alike may measure different things; 'puente cmp defects' says where.
    """

  var ids: [String] = []
  var text: String?
  var institution: String?
  var groups = GroupOptions()
  var options = CMPOptions()

  static var parameters: [Parameter<Self>] {
    [.arguments("indicator", to: \.ids, help: "Figures to show, such as IND-02, instead of all.")]
      + GroupOptions.parameters(at: \.groups) + [
        .option(
          "--text", to: \.text, placeholder: "words", help: "Only what has words that begin so."),
        .option(
          "--institution", to: \.institution, placeholder: "name",
          help: "Only figures on lines that name a body."),
      ] + CMPOptions.parameters(at: \.options)
  }

  static var examples: [Example] {
    [
      Example("puente cmp indicators --group LM", "The figures of the labour group."),
      Example("puente cmp indicators --text sawp --format markdown", "A table for a paper."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let partnership = try options.partnership()
    let wanted = try groups.identifiers(in: partnership, console)
    let query = try query(text)
    for id in ids
    where !partnership.indicators.contains(where: { $0.id == id.uppercased() || $0.id == id }) {
      throw UsageError("there is no indicator \(echoed(id)); 'puente cmp indicators' lists them")
    }
    let bodies = try institutions(institution, in: partnership)
    let rows = partnership.indicators.filter { indicator in
      options.takes(indicator.provenance) && wanted?.contains(indicator.group) != false
        && (ids.isEmpty || ids.contains { $0 == indicator.id || $0.uppercased() == indicator.id })
        && bodies.map { $0.contains { $0.isNamed(in: indicator.provenance) } } != false
        && query?.matches(
          [indicator.id, indicator.name, indicator.unit, indicator.note ?? ""]
            .joined(separator: " ")) != false
    }
    func citation(_ indicator: Indicator) -> IndicatorCitation? {
      partnership.citation(ofIndicator: indicator.id, in: indicator.provenance.report)
    }
    let columns: [Listing<Indicator>.Column] = [
      .init("id") { .string($0.id) },
      .init("group") { .string($0.group) },
      .init("indicator") { .string($0.name) },
      .init("value", cell: { $0.value }, value: { Self.number($0.value) }),
      .init(
        "value_max", cell: { $0.maximum ?? "" }, value: { $0.maximum.map(Self.number) ?? .null }),
      .init("unit") { .string($0.unit) },
      .init("bound") { .string($0.bound) },
      .init("qualifier") { .text($0.qualifier) },
      .init("period") { .text($0.period) },
      .init("note") { .text($0.note) },
      .init("citation") { .text(citation($0)?.words) },
    ]
    var listing = Listing(
      name: "indicators", columns: columns + provenanceColumns(\.provenance), rows: rows)
    listing.technical = ["bound", "note"]
    if rows.isEmpty {
      listing.notes = missingNotes(
        partnership, groups: wanted ?? [], sections: [], taking: options.takes)
    }
    return try listing.write(options.format, to: console) { rows in
      rows.flatMap { row in
        var lines = ["\(row.id)  \(row.name): \(row.words)  [\(place(row.provenance))]"]
        let more = [
          row.period.map { "period: \($0)" } ?? "period: not given",
          row.qualifier.map { "qualifier: \($0)" },
        ].compactMap { $0 }
        lines.append("      \(more.joined(separator: "; "))")
        if let note = row.note { lines.append("      note: \(note)") }
        return lines
      }
    }
  }

  private static func number(_ text: String) -> JSONValue {
    Int(text).map { .int($0) } ?? Double(text).map { .double($0) } ?? .string(text)
  }
}
