import Classifications
import CommandLineKit
import Evaluating
import ReferenceData
import Rendering
import Tabular

/// `puente evaluate-titles`: measures the coding of titles.
struct EvaluateTitles: Command {
  static let name = "evaluate-titles"
  static let abstract = "Measure the coding of titles against titles that people coded."
  static let discussion = """
    The file has the columns 'title' and 'code' (several right codes with ';' between), and if need be \
    'language' (en, es, fr) and 'context'. Beside Puente stand the look-up of the exact title in the index of \
    the classification and SQLite's full-text search in it. Intervals are Wilson's, of 95 %. No title is \
    shown, because people's answers may name them.
    """

  var file = ""
  var to = ClassificationID.noc2016
  var usesLanguage = false
  var format = OutputFormat.text
  var data = DataOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument(
        "file", to: \.file, help: "The coded titles; '-' is standard input.", completion: .file),
      .option(
        "--to", to: \.to, placeholder: "classification", help: "The classification of the codes."),
      .flag(
        "--use-language", to: \.usesLanguage,
        help: "Take the language from the file instead of finding it out."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
    ] + DataOptions.parameters(at: \.data)
  }

  static var examples: [Example] {
    [Example("puente evaluate-titles gold.csv --to noc2016", "Measure against a coded file.")]
  }

  private struct Row: Encodable {
    struct Figure: Encodable {
      let value: Double
      let low: Double
      let high: Double

      init(_ figure: Evaluation.Figure) {
        (value, low, high) = (rounded(figure.value), rounded(figure.low), rounded(figure.high))
      }
    }

    let contender: String
    let language: String
    let digits: Int
    let titles: Int
    let topOne: Figure
    let topFive: Figure
    let coverageAtPrecision90: Double
    let calibrationError: Double

    init(_ contender: TitleContender, _ language: String, _ digits: Int, _ figures: TitleEvaluation)
    {
      self.contender = contender.name
      self.language = language
      self.digits = digits
      titles = figures.count
      topOne = Figure(figures.topOne)
      topFive = Figure(figures.topFive)
      coverageAtPrecision90 = rounded(figures.coverageAtNineTenths)
      calibrationError = rounded(figures.calibrationError)
    }
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try data.catalogue()
    let table = try catalogue.codeTable(to)
    let gold = try TitleGold(path: file, codes: table)
    guard !gold.rows.isEmpty else {
      console.writeDiagnostic("the file has no coded title\n")
      return .negative
    }
    let library = try TitleLibrary(catalogue)
    TitleTargets.warnIfSlow(library, console)
    let depth = table.unitGroups.map(\.code.count).max() ?? 4
    var rows: [Row] = []
    for contender in TitleContender.allCases {
      let answers = try contender.answers(to: gold, in: to, usesLanguage: usesLanguage, library)
      for digits in stride(from: depth, through: 1, by: -1) {
        rows.append(Row(contender, "all", digits, TitleEvaluation(answers, digits: digits)))
      }
      for language in Language.allCases {
        let own = zip(gold.rows, answers).filter { $0.0.language == language }.map(\.1)
        guard !own.isEmpty else { continue }
        for digits in stride(from: depth, through: 1, by: -1) {
          rows.append(
            Row(contender, language.rawValue, digits, TitleEvaluation(own, digits: digits)))
        }
      }
    }
    try write(rows, console)
    return .success
  }

  private func write(_ rows: [Row], _ console: Console) throws {
    switch format {
    case .json: console.write(try jsonText(rows))
    case .csv, .tsv, .spreadsheet:
      var writer = CSVWriter(style: format.style())
      writer.write([
        "contender", "language", "digits", "titles", "top_1", "top_1_low", "top_1_high", "top_5",
        "top_5_low", "top_5_high", "coverage_at_precision_90", "ece",
      ])
      for row in rows {
        let figures = [row.topOne, row.topFive].flatMap { [$0.value, $0.low, $0.high] }
        writer.write(
          [row.contender, row.language, String(row.digits), String(row.titles)]
            + (figures + [row.coverageAtPrecision90, row.calibrationError]).map {
              fixed($0, decimals: 4)
            })
      }
      console.write(String(decoding: writer.bytes, as: UTF8.self))
    case .text:
      var table = TextTable([.left, .left, .right, .right, .left, .left, .right, .right])
      table.add(["", "language", "digits", "titles", "top-1", "top-5", "cov@P.9", "ECE"])
      for row in rows {
        func text(_ figure: Row.Figure) -> String {
          "\(fixed(figure.value, decimals: 3)) (\(fixed(figure.low, decimals: 3))-\(fixed(figure.high, decimals: 3)))"
        }
        table.add([
          row.contender, row.language, String(row.digits), String(row.titles), text(row.topOne),
          text(row.topFive), fixed(row.coverageAtPrecision90, decimals: 3),
          fixed(row.calibrationError, decimals: 3),
        ])
      }
      console.write(table.lines(indent: 0).joined(separator: "\n") + "\n")
    }
  }
}
