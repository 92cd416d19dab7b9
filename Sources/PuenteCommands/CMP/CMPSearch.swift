import CommandLineKit
import FactTables
import Partnership
import Rendering

/// `puente cmp search`: looks for words in everything the reports' data has.
struct CMPSearch: Command {
  static let name = "cmp search"
  static let abstract = "Look for words in everything, and show their place in the report."
  static let discussion = """
    Every word has to begin a word of what is found, of its heading or of a body that its lines name, \
    whatever its case and accents. What is searched is \
    the data, which has the statements of the report in short; the lines lead to the report's own words.
    """

  var words: [String] = []
  var kinds: [String] = []
  var sections: [ReportItem.Section] = []
  var groups = GroupOptions()
  var options = CMPOptions()

  static var parameters: [Parameter<Self>] {
    [.arguments("word", to: \.words, minimum: 1, help: "What to look for.")]
      + GroupOptions.parameters(at: \.groups) + [
        .option(
          "--kind", to: \.kinds, placeholder: "table",
          help: "Only in this table, such as items or indicators."),
        .option(
          "--section", to: \.sections, placeholder: "section",
          help: "Only in this section of the groups' reports."),
      ] + CMPOptions.parameters(at: \.options)
  }

  static var examples: [Example] {
    [
      Example("puente cmp search gender", "Everything about gender."),
      Example("puente cmp search \"credential recog\" --group LM", "In one group's part."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let partnership = try options.partnership()
    let wanted = try groups.identifiers(in: partnership, console)
    guard let query = try query(words.joined(separator: " ")) else { return .usage }
    let all = partnership.searchable
    for kind in kinds where !TableDefinition.partnership.contains(where: { $0.name == kind }) {
      let known = TableDefinition.partnership.map(\.name).joined(separator: ", ")
      throw UsageError("there is no table \(echoed(kind)); there are \(known)")
    }
    let rows = all.filter { hit in
      options.takes(hit.provenance) && (kinds.isEmpty || kinds.contains(hit.kind))
        && (wanted.map { wanted in hit.group.map(wanted.contains) ?? false } ?? true)
        && (sections.isEmpty || sections.contains { $0.rawValue == hit.section })
        && query.matches("\(hit.id) \(hit.text) \(hit.context)")
    }
    // What only stands around a statement is shown where the words are there.
    func context(_ hit: SearchHit) -> String {
      query.matches("\(hit.id) \(hit.text)")
        ? ""
        : hit.context.split(separator: "; ").filter { query.matchesAny(of: String($0)) }
          .joined(separator: "; ")
    }
    let columns: [Listing<SearchHit>.Column] = [
      .init("kind") { .string($0.kind) },
      .init("id") { .string($0.id) },
      .init("group") { .text($0.group) },
      .init("section") { .text($0.section) },
      .init("text") { .string($0.text) },
      .init("context") { .string($0.context) },
    ]
    let listing = Listing(
      name: "hits", columns: columns + provenanceColumns(\.provenance), rows: rows)
    return try listing.write(options.format, to: console) { rows in
      rows.map { row in
        let kind = row.section ?? row.kind
        let around = context(row).isEmpty ? "" : " (\(context(row)))"
        return
          "\(row.id)  \(kind.replacing("_", with: " "))  \(row.text)\(around)  [\(place(row.provenance))]"
      }
    }
  }
}
