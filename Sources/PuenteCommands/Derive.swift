import CommandLineKit
import Correspondences
import ReferenceData
import Similarity
import Tabular

/// `puente derive`: computes the similarities of titles that the equivalence engine takes as evidence.
struct Derive: Command {
  static let name = "derive"
  static let abstract =
    "Compute the similarity sets, after a change of titles or of a table they rest on."
  static let discussion = """
    The entries of 'crosswalks/index.csv' whose kind is 'similarity' are computed from titles, labels and \
    tables in 'datasets' and 'crosswalks': see docs/method.md.
    """

  var names: [String] = []
  var checks = false
  var data = DataOptions()

  static var parameters: [Parameter<Self>] {
    [
      .arguments("set", to: \.names, help: "A set to compute, instead of all."),
      .flag(
        "--check", to: \.checks,
        help: "Write nothing; exit with 1 if a set is missing or old."),
    ] + DataOptions.parameters(at: \.data)
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try data.catalogue()
    let sets = catalogue.correspondences.filter(\.isSimilarity)
    for name in names where !sets.contains(where: { $0.id == name }) {
      throw UsageError(
        "there is no similarity set \(echoed(name)); there are \(sets.map(\.id).joined(separator: ", "))"
      )
    }
    var old: [String] = []
    for description in sets where names.isEmpty || names.contains(description.id) {
      let path = catalogue.directory.file("crosswalks/\(description.file)")
      let bytes = try SimilaritySet(description, catalogue).sssom(catalogue)
      guard (try? WholeFile.read(path)) != bytes else { continue }
      old.append(description.id)
      if !checks { try AtomicFile.write(bytes, to: path) }
    }
    let done = checks ? "missing or old" : "computed anew"
    console.writeDiagnostic(
      "\(old.count) \(done)\(old.isEmpty ? "" : ": \(old.joined(separator: ", "))")\n")
    return checks && !old.isEmpty ? .negative : .success
  }
}
