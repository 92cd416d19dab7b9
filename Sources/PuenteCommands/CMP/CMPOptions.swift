import Classifications
import CommandLineKit
import Diagnostics
import FactTables
import Partnership
import ReferenceData
import Rendering

/// What the commands on the partnership's reports share.
struct CMPOptions: ParameterGroup {
  var reports: [String] = []
  var format = DocumentFormat.text
  var folder: String?

  static var parameters: [Parameter<Self>] {
    [
      .option(
        "--report", to: \.reports, placeholder: "year",
        help: "Only what this annual report says, instead of all."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
      .option(
        "--data", to: \.folder, placeholder: "folder",
        help: "Folder with 'datasets' and 'crosswalks', instead of the one found.",
        completion: .directory),
    ]
  }

  func directory() throws -> DataDirectory {
    var data = DataOptions()
    data.folder = folder
    return try data.directory()
  }

  /// The reports' data, of which `--report` may name a part.
  func partnership() throws -> PartnershipReports {
    let all = try PartnershipReports(
      folder: try directory().file("datasets/cmp"), isThere: fileExists)
    for report in reports where !all.reports.contains(where: { $0.id == report }) {
      let known = all.reports.map(\.id).joined(separator: ", ")
      throw UsageError("there is no report \(echoed(report)); there are \(known)")
    }
    return all
  }

  /// Whether a row is of a report that is asked for.
  func takes(_ provenance: Provenance) -> Bool {
    reports.isEmpty || reports.contains(provenance.report)
  }
}

/// Which groups are asked for.
struct GroupOptions: ParameterGroup {
  var names: [String] = []

  static var parameters: [Parameter<Self>] {
    [
      .option(
        "--group", to: \.names, placeholder: "group",
        help: "Only this working group, by identifier (LM), name or abbreviation (LMWG).")
    ]
  }

  /// The identifiers of the groups; `nil` for all.
  ///
  /// - Throws: `UsageError` where a name is of no group, or of several: then it asks which.
  func identifiers(in partnership: PartnershipReports, _ console: Console) throws -> Set<String>? {
    guard !names.isEmpty else { return nil }
    return Set(try names.map { try Self.identifier($0, in: partnership, console) })
  }

  /// The identifier of the group a name is of.
  static func identifier(
    _ name: String, in partnership: PartnershipReports, _ console: Console
  ) throws -> String {
    switch partnership.group(name, folding: foldedTitle) {
    case .one(let id):
      let group = partnership.groups.last { $0.id == id }
      if let group, foldedTitle(name) == "cmp ewg" || foldedTitle(name) == "cmpewg" {
        console.writeDiagnostic("note: \(echoed(name)) is read as \(group.id), \(group.name)\n")
      }
      return id
    case .several(let groups, let places):
      let choices = zip(groups, places).map { "\($0.id) (\($0.name), \($1.words))" }
      throw UsageError(
        "\(echoed(name)) is used for \(groups.count) groups; say which: \(choices.joined(separator: " or "))"
      )
    case .none:
      var known: [String] = []
      for group in partnership.groups where !known.contains(group.id) { known.append(group.id) }
      throw UsageError(
        "there is no group \(echoed(name)); there are \(known.joined(separator: ", "))")
    }
  }
}

/// What rows say of where they are from.
func provenanceColumns<Row>(
  _ provenance: @escaping (Row) -> Provenance
) -> [Listing<Row>.Column] {
  [
    .init("report") { .string(provenance($0).report) },
    .init("report_lines") { .string(provenance($0).lines.description) },
    .init("source") { .string(provenance($0).source) },
    .init("as_of") { .string(provenance($0).asOf) },
    .init("confidence") { .string(provenance($0).confidence) },
  ]
}

/// Where a row is in its report, for people: `2017, lines 770-778`.
func place(_ provenance: Provenance) -> String {
  provenance.lines.isEmpty
    ? provenance.report : "\(provenance.report), \(provenance.lines.words)"
}

/// A text to look for, checked to have something to look for.
func query(_ text: String?) throws -> TextQuery? {
  guard let text else { return nil }
  let query = TextQuery(text, folding: foldedTitle)
  if query.isEmpty { throw UsageError("\(echoed(text)) has no letter or digit to look for") }
  return query
}

/// What is missing in the reports about groups, as notes.
func missingNotes(
  _ partnership: PartnershipReports, groups: Set<String>?, sections: Set<String>?,
  taking: (Provenance) -> Bool
) -> [String] {
  var notes: [String] = []
  for group in partnership.groups
  where group.reported == "no" && groups?.contains(group.id) != false && taking(group.provenance) {
    let lines = group.provenance.lines.words
    notes.append(
      "the report of \(group.provenance.report) has no part about \(group.name) (\(group.id)); it is named on \(lines) only"
    )
  }
  for list in partnership.missingLists
  where groups?.contains(list.group) != false && taking(list.provenance) {
    if let sections, list.section.map({ !sections.contains($0) }) ?? true { continue }
    notes.append(
      "list missing in the source: \(list.what) (\(list.group), \(place(list.provenance)): '\(list.announced)')"
    )
  }
  return notes
}

/// The bodies of a name that a user gave; `nil` where none is asked for.
///
/// - Throws: `UsageError` if no report names one so.
func institutions(
  _ name: String?, in partnership: PartnershipReports
) throws -> [Institution]? {
  guard let name else { return nil }
  let found = partnership.institutions(called: name, folding: foldedTitle)
  if found.isEmpty {
    throw UsageError(
      "no report names an institution \(echoed(name)); 'puente cmp institutions' lists them")
  }
  return found
}
