public import Classifications
import Tabular

/// An occupation of ESCO: finer than a unit group of ISCO-08, in which it lies.
public struct EscoOccupation: Hashable, Sendable {
  /// ESCO's identifier.
  public let id: String
  /// The unit group of ISCO-08 that it lies in.
  public let isco08: String
  /// The preferred label in each language that has one.
  public let labels: [Language: String]
}

/// A label of an ESCO occupation.
public struct EscoLabel: Hashable, Sendable {
  /// The identifier of the occupation.
  public let occupation: String
  /// The language.
  public let language: Language
  /// The label.
  public let text: String
}

extension ReferenceFiles {
  func escoOccupations() throws -> [EscoOccupation] {
    var occupations: [EscoOccupation] = []
    try read(
      "datasets/esco/occupations.csv", ["esco_id", "isco08", "label_en", "label_es", "label_fr"],
      key: ["esco_id"]
    ) { row in
      let texts: [(Language, String)] = [(.en, row[2]), (.es, row[3]), (.fr, row[4])]
      occupations.append(
        EscoOccupation(
          id: row[0], isco08: row[1],
          labels: Dictionary(uniqueKeysWithValues: texts.filter { !$0.1.isEmpty })))
    }
    return occupations
  }

  func escoLabels() throws -> [EscoLabel] {
    var labels: [EscoLabel] = []
    try read("datasets/esco/labels.csv", ["esco_id", "lang", "label"], key: []) { row in
      guard let language = Language(rawValue: row[1]) else {
        throw fault(row, 1, "'\(row[1])' is not a language", "use en, es or fr")
      }
      labels.append(EscoLabel(occupation: row[0], language: language, text: row[2]))
    }
    return labels
  }
}
