import CommandLineKit
import Partnership
import Rendering

/// `puente cmp institutions`: lists the bodies that the reports name.
struct CMPInstitutions: Command {
  static let name = "cmp institutions"
  static let abstract = "List the bodies that the reports name, with every line that names them."

  var names: [String] = []
  var country: String?
  var kind: String?
  var text: String?
  var groups = GroupOptions()
  var options = CMPOptions()

  static var parameters: [Parameter<Self>] {
    [
      .arguments(
        "institution", to: \.names, help: "Bodies to show, by identifier, abbreviation or name.")
    ] + GroupOptions.parameters(at: \.groups) + [
      .option(
        "--country", to: \.country, placeholder: "country",
        help: "Only those of a country, such as MX or CA, or INT for international ones."),
      .option(
        "--kind", to: \.kind, placeholder: "kind", help: "Only those of a kind, such as university."
      ),
      .option(
        "--text", to: \.text, placeholder: "words", help: "Only what has words that begin so."),
    ] + CMPOptions.parameters(at: \.options)
  }

  static var examples: [Example] {
    [
      Example("puente cmp institutions --group LM", "The bodies named in the labour group's part."),
      Example("puente cmp institutions NNAS", "Where one is named, and how."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let partnership = try options.partnership()
    let wanted = try groups.identifiers(in: partnership, console)
    let query = try query(text)
    let named = try names.flatMap { try institutions($0, in: partnership) ?? [] }
    let countries = Set(partnership.institutions.map(\.country)).sorted()
    if let country, !countries.contains(country.uppercased()) {
      throw UsageError(
        "no institution is of \(echoed(country)); there are \(countries.joined(separator: ", "))")
    }
    let kinds = Set(partnership.institutions.map(\.kind)).sorted()
    if let kind, !kinds.contains(kind) {
      throw UsageError(
        "no institution is of the kind \(echoed(kind)); there are \(kinds.joined(separator: ", "))")
    }
    let rows = partnership.institutions.filter { institution in
      options.takes(institution.provenance)
        && (names.isEmpty || named.contains(institution))
        && country.map { $0.uppercased() == institution.country } != false
        && kind.map { $0 == institution.kind } != false
        && (wanted.map { wanted in
          partnership.groups(naming: institution).contains { wanted.contains($0.id) }
        } ?? true)
        && query?.matches(
          ([institution.id, institution.name, institution.abbreviation ?? ""]
            + institution.namesPrinted).joined(separator: " ")) != false
    }
    var listing = Listing(
      name: "institutions", columns: Self.columns(partnership), rows: rows)
    if rows.isEmpty {
      listing.notes = missingNotes(
        partnership, groups: wanted ?? [], sections: [], taking: options.takes)
    }
    return try listing.write(options.format, to: console) { rows in
      rows.flatMap { Self.text($0, partnership) }
    }
  }

  private static func chairs(_ row: Institution, _ partnership: PartnershipReports) -> [String] {
    partnership.coChairs.filter {
      $0.institution == row.id && $0.provenance.report == row.provenance.report
    }.map(\.group)
  }

  private static func columns(_ partnership: PartnershipReports) -> [Listing<Institution>.Column] {
    [
      .init("id") { .string($0.id) },
      .init("name") { .string($0.name) },
      .init("abbreviation") { .text($0.abbreviation) },
      .init("country") { .string($0.country) },
      .init("kind") { .string($0.kind) },
      .init("names_printed") { .texts($0.namesPrinted) },
      .init("groups") { .texts(partnership.groups(naming: $0).map(\.id)) },
      .init("cochair_of") { .texts(Set(chairs($0, partnership)).sorted()) },
      .init("note") { .text($0.note) },
    ] + provenanceColumns(\.provenance)
  }

  private static func text(_ row: Institution, _ partnership: PartnershipReports) -> [String] {
    var lines = ["\(row.id)  \(row.name)  \(row.country), \(row.kind)  [\(place(row.provenance))]"]
    let groups = partnership.groups(naming: row).map(\.id)
    let chairs = Set(chairs(row, partnership)).sorted()
    var facts = groups.isEmpty ? [] : ["named by \(groups.joined(separator: ", "))"]
    if !chairs.isEmpty { facts.append("co-chairs \(chairs.joined(separator: ", "))") }
    let others = row.namesPrinted.filter { $0 != row.name && $0 != row.abbreviation }
    if !others.isEmpty { facts.append("printed '\(others.joined(separator: "', '"))'") }
    if !facts.isEmpty { lines.append("      \(facts.joined(separator: "; "))") }
    if let note = row.note { lines.append("      note: \(note)") }
    return lines
  }
}
