import Classifications
import CommandLineKit
import ReferenceData
import Rendering
import Tabular
import Titles

/// `puente search`: finds the groups that a title belongs to.
struct Search: Command {
  static let name = "search"
  static let abstract = "Find the groups that a job title belongs to, in any of three languages."
  static let discussion = """
    The title may be in English, Spanish or French, abbreviated or mistyped. The scores are calibrated: of \
    first answers with 0.80, about 80 of 100 are right. Titles beside a group are those it was found by.
    """

  var title = ""
  var targets = ""
  var language: Language?
  var context = ""
  var limit = 5
  var format = OutputFormat.text
  var data = DataOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument("title", to: \.title, help: "The job title."),
      .option(
        "--in", to: \.targets, placeholder: "classifications",
        help:
          "Classifications to answer in, with commas; the newest of SINCO, NOC and ISCO if none is named."
      ),
      .option(
        "--lang", to: \.language, placeholder: "language",
        help: "The language of the title, which is found out if it is not named."),
      .option(
        "--context", to: \.context, placeholder: "text",
        help: "What else is known, such as the industry."),
      .option(
        "--limit", to: \.limit, placeholder: "number", in: 1...50,
        help: "How many groups of each classification to show."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
    ] + DataOptions.parameters(at: \.data)
  }

  static var examples: [Example] {
    [
      Example(
        "puente search 'enfermera quirurgica' --in sinco2011,noc2021", "Find a title in both."),
      Example("puente search 'RN - ICU' --in noc2016", "Find what an abbreviation stands for."),
    ]
  }

  private struct Row: Encodable {
    let classification: String
    let code: String
    let title: String
    let score: Double
    let matches: [String]
    let language: String?
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try data.catalogue()
    let ids = try TitleTargets.read(targets, catalogue)
    let library = try TitleLibrary(catalogue)
    TitleTargets.warnIfSlow(library, console)
    let coder = TitleCoder(library.index, library.ranking)
    var rows: [Row] = []
    for id in ids {
      let answer = coder.answer(
        title, context: context, language: language, in: try library.target(id), limit: limit)
      let table = try catalogue.codeTable(id)
      for candidate in answer.candidates {
        rows.append(
          Row(
            classification: id.rawValue, code: candidate.code,
            title: table[candidate.code]?.title(preferring: answer.language.map { [$0] } ?? [])
              ?? "",
            score: rounded(candidate.score), matches: candidate.titles,
            language: answer.language?.rawValue))
      }
    }
    try write(rows, catalogue, console)
    return rows.isEmpty ? .negative : .success
  }

  private func write(_ rows: [Row], _ catalogue: Catalogue, _ console: Console) throws {
    switch format {
    case .json: console.write(try jsonText(rows))
    case .csv, .tsv, .spreadsheet:
      var writer = CSVWriter(style: format.style())
      writer.write(["classification", "code", "title", "score", "matches", "language"])
      for row in rows {
        writer.write([
          row.classification, row.code, row.title, fixed(row.score, decimals: 4),
          row.matches.joined(separator: "|"), row.language ?? "",
        ])
      }
      console.write(String(decoding: writer.bytes, as: UTF8.self))
    case .text:
      guard !rows.isEmpty else {
        console.writeDiagnostic("no match for \(echoed(withoutPersonalData(title)))\n")
        return
      }
      var last = ""
      for row in rows {
        if row.classification != last {
          let name = try ClassificationID(rawValue: row.classification).map(
            catalogue.classification)?.name
          console.write("\(last.isEmpty ? "" : "\n")\(name ?? row.classification)\n")
          last = row.classification
        }
        console.write(
          "  \(fixed(row.score, decimals: 2))  \(row.classification):\(row.code)  \(printable(row.title))\n"
        )
        if !row.matches.isEmpty {
          console.write("        \(row.matches.map { printable($0) }.joined(separator: "; "))\n")
        }
      }
    }
  }
}

/// The classifications that titles are coded in, as commands read them.
enum TitleTargets {
  /// Reads names with commas between; without any, the newest of each family that has its own titles.
  static func read(_ text: String, _ catalogue: Catalogue) throws -> [ClassificationID] {
    guard !text.isEmpty else { return [.sinco2019, .noc2021, .isco08] }
    var ids: [ClassificationID] = []
    for name in text.split(separator: ",") {
      guard let id = ClassificationID(argument: name.filter { $0 != " " }) else {
        throw UsageError("\(echoed(String(name))) is not the name of a classification")
      }
      let classification = try catalogue.classification(id)
      guard classification.isComplete else {
        throw UsageError(
          "titles cannot be coded in \(classification.name), which is not complete here")
      }
      if !ids.contains(id) { ids.append(id) }
    }
    guard !ids.isEmpty else { throw UsageError("\(echoed(text)) names no classification") }
    return ids
  }

  /// Tells that a compiled index would be quicker, when there is none of the data as it is.
  static func warnIfSlow(_ library: TitleLibrary, _ console: Console) {
    guard library.isMadeAnew else { return }
    console.writeDiagnostic(
      "note: the compiled index of titles is missing or old, so the titles were read one by one; 'puente compile' makes it\n"
    )
  }
}
