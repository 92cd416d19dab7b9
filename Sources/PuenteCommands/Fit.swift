import CommandLineKit
import Fitting
import Matching
import ReferenceData
import Tabular

/// `puente fit`: fits the weights of the equivalence model.
struct Fit: Command {
  static let name = "fit"
  static let abstract = "Fit the weights of the equivalence model, after a change of its evidence."
  static let discussion = """
    The weights are fitted to INEGI's table of SINCO 2011 and NOC-S 2006, carried to NOC 2016, which is left out \
    of the evidence. They are written to 'datasets/equivalence/model.csv'; weights that were set there by \
    hand stay. 'puente evaluate' measures them in cross-validation.
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
    if !checks, !isSame { try AtomicFile.write(writer.bytes, to: path) }
    console.writeDiagnostic(
      isSame ? "the weights are as in the file\n" : "the weights have changed\n")
    return checks && !isSame ? .negative : .success
  }

  /// A weight with four decimals, so that the last bits of a processor's arithmetic do not show.
  private func decimals(_ weight: Double) -> String {
    let rounded = (weight * 10_000).rounded() / 10_000
    return rounded == 0 ? "0.0" : "\(rounded)"
  }
}
