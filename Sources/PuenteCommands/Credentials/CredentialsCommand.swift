import Classifications
import CommandLineKit
import Credentials
import Diagnostics
import FactTables
import ReferenceData
import Rendering
import Tabular

/// `puente credentials`: says what is asked of a Mexican who wants to work in an occupation in Canada.
struct CredentialsCommand: Command {
  static let name = "credentials"
  static let abstract = "Say how an occupation is recognised in Canada, by province and day."
  static let discussion = """
    Whether it is regulated, by whom and since when; who assesses; the steps in their order, with what each \
    depends on, its fee, its time, and whether it can be done from Mexico; what is asked; bridging; and which \
    streams are open, with the reason. Every fact has its source and its date; what no document states and what \
    is older than a year is marked, and what the data do not have is shown as unknown. Nothing here is advice: \
    the body that decides is the one to ask.

    Without --in all provinces and territories are listed. The occupation is a code of any classification, a \
    title, or Puente's name for it, such as RN.
    """

  var occupation: String?
  var places: [String] = []
  var on: CalendarDate?
  var compares = false
  var table = CredentialTable.regulation
  var format = DocumentFormat.text
  var writesSchema = false
  var data = DataOptions()

  static var parameters: [Parameter<Self>] {
    [
      .optionalArgument("occupation", to: \.occupation, help: "A code, a title or a name."),
      .option(
        "--in", to: \.places, placeholder: "province",
        help: "Only there, such as CA-ON; several with commas between."),
      .option(
        "--on", to: \.on, placeholder: "date", help: "By the rules of this day, instead of today's."
      ),
      .flag("--compare", to: \.compares, help: "Put the provinces side by side."),
      .option(
        "--table", to: \.table, placeholder: "table", help: "What CSV and TSV have a row for."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
      .flag(
        "--schema", to: \.writesSchema,
        help: "Write the schema of 'datasets/credentials' as Frictionless Table Schemas."),
    ] + DataOptions.parameters(at: \.data)
  }

  static var examples: [Example] {
    [
      Example("puente credentials noc2021:31301", "Registered nurses in all of Canada."),
      Example(
        "puente credentials sinco2011:2813 --in CA-ON,CA-QC", "Every step in Ontario and Quebec."),
      Example("puente credentials midwife --compare --in CA-ON,CA-QC", "Side by side."),
      Example(
        "puente credentials AIDE --in CA-AB --on 2026-02-01", "By the rules before they changed."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    if writesSchema {
      console.write(
        try TableSchemas(definitions: TableDefinition.credentials, prefix: "credentials-").json())
      return .success
    }
    guard let occupation else { throw UsageError("missing argument '<occupation>'") }
    let catalogue = try data.catalogue()
    let credentials = try CredentialCatalogue(
      folder: catalogue.directory.file("datasets/credentials"), isThere: fileExists)
    let query = CredentialQuery(catalogue: catalogue, credentials: credentials)
    let jurisdictions = try chosen(credentials)
    let reports = try query.matches(occupation).map {
      try CredentialReport($0, in: jurisdictions, on: on ?? today(), query)
    }
    if reports.count > 1 {
      let names = reports.map(\.match.id).joined(separator: ", ")
      console.writeDiagnostic("note: \(reports.count) occupations are meant by it: \(names)\n")
    }
    switch format {
    case .json:
      let answers = reports.map { $0.json(detailed: !places.isEmpty) }
      console.write(
        try jsonText([
          "query": .string(occupation), "on": .string((on ?? today()).description),
          "occupations": JSONValue.array(answers),
        ]))
    case .csv, .tsv, .spreadsheet: console.write(delimited(reports))
    case .markdown: console.write(reports.map(markdown).joined(separator: "\n"))
    case .text:
      for (index, report) in reports.enumerated() {
        if index > 0 { console.write("\n") }
        for line in text(report) { console.write("\(printable(line))\n") }
      }
    }
    return reports.contains { $0.match.occupation != nil } ? .success : .negative
  }

  /// The jurisdictions asked for, by code or name; all if none is named.
  private func chosen(_ credentials: CredentialCatalogue) throws -> [Jurisdiction] {
    let all = credentials.provinces
    let names = places.flatMap { $0.split(separator: ",").map(String.init) }
    guard !places.isEmpty else { return all }
    var chosen: [Jurisdiction] = []
    for name in names {
      let folded = foldedTitle(name)
      let found = all.first { place in
        ([place.id, String(place.id.dropFirst(3))] + Array(place.names.values)).contains {
          foldedTitle($0) == folded
        }
      }
      guard let found else {
        let known = all.map(\.id).joined(separator: ", ")
        throw UsageError("there is no province or territory \(echoed(name)); there are \(known)")
      }
      if !chosen.contains(found) { chosen.append(found) }
    }
    guard !chosen.isEmpty else { throw UsageError("'--in' names no province or territory") }
    return chosen
  }

  private func text(_ report: CredentialReport) -> [String] {
    if compares {
      let comparison = CredentialComparison(report: report)
      // Side by side, long cells would be wider than any screen: each fact is a block instead.
      var lines = ["\(report.match.id)  \(report.match.name), on \(report.day)"]
      for row in comparison.rows {
        lines.append("  \(row[0])")
        var table = TextTable([.left, .left])
        for (place, cell) in zip(report.places, row.dropFirst()) {
          table.add([place.jurisdiction.id, cell])
        }
        lines += table.lines(indent: 4)
      }
      return lines
    }
    var text = CredentialText(report)
    return places.isEmpty ? text.overview() : text.details()
  }

  private func delimited(_ reports: [CredentialReport]) -> String {
    var writer = CSVWriter(style: format.style)
    if compares {
      for report in reports {
        let comparison = CredentialComparison(report: report)
        if report.match.id == reports.first?.match.id {
          writer.write(["occupation", "fact"] + comparison.header.dropFirst())
        }
        for row in comparison.rows { writer.write([report.match.id] + row) }
      }
    } else {
      var isFirst = true
      for report in reports {
        for place in report.places {
          for row in report.rows(table, place) {
            if isFirst { writer.write(row.map(\.name)) }
            isFirst = false
            writer.write(row.map(\.value.cell))
          }
        }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func markdown(_ report: CredentialReport) -> String {
    let title = "# \(markdownText(report.match.name)), on \(report.day)\n\n"
    if compares {
      let comparison = CredentialComparison(report: report)
      return title
        + markdownTable(["fact"] + comparison.header.dropFirst(), comparison.rows)
    }
    return title + CredentialMarkdown(report: report).text(detailed: !places.isEmpty)
  }
}
