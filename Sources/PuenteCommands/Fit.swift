import Classifications
import CommandLineKit
import Correspondences
import Diagnostics
import Evaluating
import Fitting
import Matching
import ReferenceData
import Rendering
import Tabular

/// `puente fit`: fits the weights of the equivalence model.
struct Fit: Command {
  static let name = "fit"
  static let abstract = "Fit the weights of the equivalence model, after a change of its evidence."
  static let discussion = """
    The weights are fitted to INEGI's table of SINCO 2011 and NOC-S 2006, carried to NOC 2016, which is left out \
    of the evidence. They are written to 'datasets/equivalence/model.csv', where weights that were set by \
    hand stay, and the figures of the fit to 'fit.csv' beside it. 'puente evaluate' measures them in cross-validation.
    """

  var checks = false
  var data = DataOptions()

  static var parameters: [Parameter<Self>] {
    [
      .flag(
        "--check", to: \.checks,
        help: "Write nothing; exit with 1 if the weights in the file are others.")
    ] + DataOptions.parameters(at: \.data)
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try data.catalogue()
    let path = catalogue.directory.file("datasets/equivalence/model.csv")
    let model = try TrainingData(catalogue).fit.model(assuming: try catalogue.model())
    var writer = CSVWriter()
    writer.write(["term", "form", "weight", "origin", "note"])
    for term in model.terms {
      writer.write([
        term.name, term.form.rawValue, decimals(term.weight), term.isFitted ? "fitted" : "set",
        term.note,
      ])
    }
    let isSame = (try? WholeFile.read(path)) == writer.bytes
    if !checks, !isSame {
      try AtomicFile.write(writer.bytes, to: path)
      try AtomicFile.write(
        try report(Catalogue(catalogue.directory)),
        to: catalogue.directory.file("datasets/equivalence/fit.csv"))
    }
    console.writeDiagnostic(
      isSame ? "the weights are as in the file\n" : "the weights have changed\n")
    return checks && !isSame ? .negative : .success
  }

  /// The date, the data and the figures of the fit, in cross-validation.
  private func report(_ catalogue: Catalogue) throws -> [UInt8] {
    let table = TrainingData.standardTable
    let rest = try Catalogue(catalogue.directory, leavingOut: [table])
    let training = try TrainingData(rest)
    let scoring = try training.crossValidated(rest.scoring(.sinco2011, .noc2016))
    guard let description = catalogue.correspondences.first(where: { $0.id == table }) else {
      throw UnknownName("table", table, known: catalogue.correspondences.map(\.id))
    }
    let gold = try GoldTable(description, from: .sinco2011, to: .noc2016, catalogue)
    let evaluation = Evaluation(
      try Contender.puente.answers(scoring, from: .sinco2011, rest), gold: gold.targets)
    let candidates = training.fit.answers.indices.filter { training.fit.answers[$0] != nil }
      .reduce(0) { $0 + training.fit.features.candidates.range(ofRow: $1).count }
    var writer = CSVWriter()
    writer.write(["name", "value", "low", "high", "note"])
    writer.write(["date", today().description, "", "", "the day of the fit"])
    writer.write([
      "answer", table, "", "", "\(gold.title), carried to NOC 2016; no part of the evidence",
    ])
    writer.write(["groups", String(evaluation.count), "", "", "unit groups that have an answer"])
    writer.write([
      "candidates", String(candidates), "", "", "pairs that the weights are fitted to",
    ])
    writer.write([
      "right", String(gold.targets.values.reduce(0) { $0 + $1.count }), "", "",
      "pairs that the table has",
    ])
    func write(_ name: String, _ figure: Evaluation.Figure, _ note: String) {
      writer.write(
        [name] + [figure.value, figure.low, figure.high].map { fixed($0, decimals: 4) } + [note])
    }
    write("top_1", evaluation.topOne, "cross-validated over subgroups; 95 % bootstrap interval")
    write("recall_5", evaluation.recallAtFive, "likewise")
    write("mrr", evaluation.meanReciprocalRank, "likewise")
    for (name, value, note) in [
      ("precision_half", evaluation.precisionAtHalf, "of the pairs with a score of at least 0.5"),
      ("recall_half", evaluation.recallAtHalf, "likewise"),
      ("ece", evaluation.calibrationError, "expected calibration error over all candidates"),
      ("ece_first", evaluation.calibrationErrorOfFirst, "over the first candidate of each group"),
    ] {
      writer.write([name, value.map { fixed($0, decimals: 4) } ?? "", "", "", note])
    }
    return writer.bytes
  }

  /// A weight with four decimals, so that the last bits of a processor's arithmetic do not show.
  private func decimals(_ weight: Double) -> String {
    let rounded = (weight * 10_000).rounded() / 10_000
    return rounded == 0 ? "0.0" : "\(rounded)"
  }
}
