import Diagnostics
import Matching
import Tabular

extension ReferenceFiles {
  /// The columns of the model's file.
  static let modelColumns = ["term", "form", "weight", "origin", "note"]

  /// The file of the model.
  var modelFile: String { directory.file("datasets/equivalence/model.csv") }

  func model() throws -> EquivalenceModel {
    var terms: [EquivalenceModel.Term] = []
    try read("datasets/equivalence/model.csv", Self.modelColumns, key: ["term", "form"]) { row in
      guard let form = EquivalenceModel.Form(rawValue: row[1]) else {
        let forms = EquivalenceModel.Form.allCases.map(\.rawValue).joined(separator: ", ")
        throw fault(row, 1, "'\(row[1])' is not a form", "use one of \(forms)")
      }
      guard let weight = Double(row[2]), weight.isFinite else {
        throw fault(row, 2, "'\(row[2])' is not a weight", "write a number")
      }
      guard ["fitted", "set"].contains(row[3]) else {
        throw fault(row, 3, "'\(row[3])' is not an origin", "use fitted or set")
      }
      terms.append(
        EquivalenceModel.Term(
          row[0], form, weight: weight, isFitted: row[3] == "fitted", note: row[4]))
    }
    return EquivalenceModel(terms: terms)
  }
}
