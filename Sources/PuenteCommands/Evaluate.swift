import Classifications
import CommandLineKit
import Correspondences
import Evaluating
import Matching
import ReferenceData
import Rendering
import Tabular

/// `puente evaluate`: measures look-ups against a table that is taken as the answer.
struct Evaluate: Command {
  static let name = "evaluate"
  static let abstract = "Measure look-ups against a published table or a file of right answers."
  static let discussion = """
    The table that is taken as the answer is left out of the evidence. Beside Puente stand the answers that \
    joining the published tables gives. The intervals hold 95 of 100 resamplings of the groups. ECE is the \
    expected calibration error over all candidates, ECE@1 over the first of each group. An official table is \
    not truth: what is measured is agreement with it.
    """

  var from = ClassificationID.sinco2011
  var to = ClassificationID.noc2016
  var against: String?
  var gold: String?
  var format = OutputFormat.text
  var data = DataOptions()

  static var parameters: [Parameter<Self>] {
    [
      .option(
        "--from", to: \.from, placeholder: "classification",
        help: "The classification of the groups asked about."),
      .option(
        "--to", to: \.to, placeholder: "classification", help: "The classification of the answers."),
      .option(
        "--against", to: \.against, placeholder: "table",
        help:
          "The published table to take as the answer, instead of INEGI's of SINCO 2011 and NOC-S 2006."
      ),
      .option(
        "--gold", to: \.gold, placeholder: "file",
        help: "Right answers of your own: CSV with source_id, target_id and, if need be, relation.",
        completion: .file),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
    ] + DataOptions.parameters(at: \.data)
  }

  static var examples: [Example] {
    [
      Example("puente evaluate", "Measure against INEGI's table of SINCO 2011 and NOC-S 2006."),
      Example(
        "puente evaluate --gold answers.csv --without sinco2011-soc2010",
        "Measure against your own answers, without SOC."),
    ]
  }

  private struct Row: Encodable {
    struct Figure: Encodable {
      let value: Double
      let low: Double
      let high: Double

      init(_ figure: Evaluation.Figure) {
        value = rounded(figure.value)
        low = rounded(figure.low)
        high = rounded(figure.high)
      }
    }

    let contender: String
    let division: String?
    let groups: Int
    let topOne: Figure
    let recallAtFive: Figure
    let meanReciprocalRank: Figure
    let precisionAtHalf: Double?
    let recallAtHalf: Double
    let coverage: Double
    let calibrationError: Double?
    let calibrationErrorOfFirst: Double?
    let reliabilityOfFirst: [Bin]

    /// First candidates of about one score: how many, their mean score, the share that is right.
    struct Bin: Encodable {
      let count: Int
      let score: Double
      let right: Double
    }

    init(_ contender: String, _ division: String?, _ evaluation: Evaluation) {
      self.contender = contender
      self.division = division
      groups = evaluation.count
      topOne = Figure(evaluation.topOne)
      recallAtFive = Figure(evaluation.recallAtFive)
      meanReciprocalRank = Figure(evaluation.meanReciprocalRank)
      precisionAtHalf = evaluation.precisionAtHalf.map(rounded)
      recallAtHalf = rounded(evaluation.recallAtHalf)
      coverage = rounded(evaluation.coverage)
      calibrationError = evaluation.calibrationError.map(rounded)
      calibrationErrorOfFirst = evaluation.calibrationErrorOfFirst.map(rounded)
      reliabilityOfFirst = evaluation.reliabilityOfFirst.map {
        Bin(count: $0.count, score: rounded($0.score), right: rounded($0.right))
      }
    }
  }

  func run(_ console: Console) throws -> ExitCode {
    guard gold == nil || against == nil else {
      throw UsageError("'--gold' and '--against' are two answers; name one")
    }
    let all = try data.catalogue()
    let (answers, scoring, catalogue) = try judged(all)
    guard !answers.targets.isEmpty else {
      console.writeDiagnostic("\(answers.title) has no answers from \(from) to \(to)\n")
      return .negative
    }
    var contenders: [Contender] = [
      .puente, .chain(["isco"]), .chain(["soc"]), .chain(["isco", "soc"]),
    ]
    contenders += ["words", "wording", "english"].filter { scoring.evidence[$0] != nil }.map {
      .titles($0)
    }
    var rows: [Row] = []
    for contender in contenders {
      let given = try contender.answers(scoring, from: from, catalogue)
      rows.append(Row(contender.name, nil, Evaluation(given, gold: answers.targets)))
      guard contender == .puente else { continue }
      for division in Set(given.map(\.division)).sorted() {
        let part = Evaluation(given.filter { $0.division == division }, gold: answers.targets)
        if part.count > 0 { rows.append(Row(contender.name, division, part)) }
      }
    }
    try write(rows, answers, console)
    return .success
  }

  /// The right answers, the scores to judge, and the data that they rest on.
  ///
  /// Against the table that the model is fitted to, each group is scored by a model that has seen no answer
  /// of its part of the classification.
  private func judged(_ all: Catalogue) throws -> (GoldTable, PairScoring, Catalogue) {
    if let gold {
      let answers = try GoldTable(path: gold, from: from, to: to, all)
      return (answers, try all.scoring(from, to), all)
    }
    let name = against ?? TrainingData.standardTable
    let whole = try Catalogue(all.directory)
    guard let table = whole.correspondences.first(where: { $0.id == name }) else {
      throw UsageError(
        "there is no table \(echoed(name)); there are \(whole.correspondences.map(\.id).joined(separator: ", "))"
      )
    }
    let answers = try GoldTable(table, from: from, to: to, whole)
    let rest = try Catalogue(all.directory, leavingOut: Set(data.without + [table.id]))
    var scoring = try rest.scoring(from, to)
    if name == TrainingData.standardTable, scoring.isCalibrated {
      scoring = try TrainingData(rest).crossValidated(scoring)
    }
    return (answers, scoring, rest)
  }

  private func write(_ rows: [Row], _ answers: GoldTable, _ console: Console) throws {
    switch format {
    case .json: console.write(try jsonText(rows))
    case .csv, .tsv, .spreadsheet:
      var writer = CSVWriter(style: format.style())
      writer.write(Self.columns)
      for row in rows { writer.write(cells(row)) }
      console.write(String(decoding: writer.bytes, as: UTF8.self))
    case .text:
      var table = TextTable([
        .left, .right, .left, .left, .left, .right, .right, .right, .right, .right,
      ])
      table.add([
        "", "groups", "top-1", "recall@5", "MRR", "P>=.5", "R>=.5", "coverage", "ECE", "ECE@1",
      ])
      for row in rows { table.add(textCells(row)) }
      console.write("\(answers.title) as the answer, \(from) to \(to)\n")
      console.write(table.lines(indent: 2).joined(separator: "\n") + "\n")
    }
  }

  private static let columns = [
    "contender", "division", "groups", "top_1", "top_1_low", "top_1_high", "recall_5",
    "recall_5_low",
    "recall_5_high", "mrr", "mrr_low", "mrr_high", "precision_half", "recall_half", "coverage",
    "ece", "ece_first",
  ]

  private func cells(_ row: Row) -> [String] {
    func text(_ number: Double?) -> String { number.map { fixed($0, decimals: 4) } ?? "" }
    let figures = [row.topOne, row.recallAtFive, row.meanReciprocalRank].flatMap {
      [text($0.value), text($0.low), text($0.high)]
    }
    return [row.contender, row.division ?? "", String(row.groups)] + figures
      + [
        text(row.precisionAtHalf), text(row.recallAtHalf), text(row.coverage),
        text(row.calibrationError), text(row.calibrationErrorOfFirst),
      ]
  }

  private func textCells(_ row: Row) -> [String] {
    func text(_ number: Double?) -> String { number.map { fixed($0, decimals: 2) } ?? "-" }
    func text(_ figure: Row.Figure) -> String {
      "\(text(figure.value)) (\(text(figure.low))-\(text(figure.high)))"
    }
    let name = row.division.map { "  division \($0)" } ?? row.contender
    return [
      name, String(row.groups), text(row.topOne), text(row.recallAtFive),
      text(row.meanReciprocalRank),
      text(row.precisionAtHalf), text(row.recallAtHalf), text(row.coverage),
      text(row.calibrationError), text(row.calibrationErrorOfFirst),
    ]
  }
}
