public import Classifications
public import Matching
public import ReferenceData

/// How alike two unit groups are by one way of comparing their titles.
public struct SimilarPair: Hashable, Sendable {
  /// The unit group of the subjects, by number.
  public let subject: Int
  /// The unit group of the objects, by number.
  public let object: Int
  /// How alike they are, 0...1.
  public let score: Float
  /// What they have in common, for a person to check; empty where it cannot be named.
  public let common: String
}

/// A way of comparing the titles of a Mexican and a Canadian classification.
public enum Measure: String, Hashable, Sendable, CaseIterable {
  /// By the ESCO occupations that the titles of both resemble, in the ISCO-08 groups that they are linked to.
  case esco
  /// By the English words that the Spanish titles translate to.
  case words
  /// By the letters that Spanish titles share with English and French ones.
  case wording
  /// By unofficial English titles of the Mexican groups.
  case english

  /// What it compares, in words.
  public var meaning: String {
    switch self {
    case .esco: "titles compared through ESCO's occupations"
    case .words: "Spanish titles translated word by word"
    case .wording: "wording shared by Spanish, English and French titles"
    case .english: "an unofficial English title compared with English ones"
    }
  }

  /// How many pairs are kept of each subject, and of each object.
  static let perSubject = 12
  static let perObject = 6

  /// Compares the titles of two classifications.
  ///
  /// - Parameters:
  ///   - subject: The Mexican classification.
  ///   - object: The Canadian one.
  ///   - catalogue: The reference data.
  ///   - ties: How published tables tie a classification to ISCO-08, as `esco` needs it.
  /// - Returns: The most alike pairs of each unit group of either, by subject, then by object.
  /// - Throws: ``FileError``, ``InvalidInput`` or ``UnknownName``.
  public func pairs(
    _ subject: ClassificationID, _ object: ClassificationID, _ catalogue: Catalogue,
    ties: (ClassificationID) throws -> (PairMatrix, UnitGroups)
  ) throws -> [SimilarPair] {
    let comparison: any Comparison
    switch self {
    case .esco: comparison = try EscoComparison(subject, object, catalogue, ties)
    case .words: comparison = try WordComparison(subject, object, catalogue)
    case .wording: comparison = try WordingComparison(subject, object, catalogue)
    case .english: comparison = try EnglishComparison(subject, object, catalogue)
    }
    let rows = comparison.scores()
    let matrix = PairMatrix(
      rows: rows.map { row in
        row.enumerated().filter { $0.element > 0 }.map { (Int32($0.offset), $0.element) }
      }, columnCount: rows.first?.count ?? 0)
    return matrix.greatest(perRow: Self.perSubject, perColumn: Self.perObject).compactMap { pair in
      let score = (matrix[pair.row, pair.column] * 10_000).rounded() / 10_000
      guard score > 0 else { return nil }
      return SimilarPair(
        subject: pair.row, object: pair.column, score: min(1, score),
        common: comparison.common(pair.row, pair.column))
    }
  }
}

/// Titles made ready to be compared.
protocol Comparison {
  /// How alike each subject is to each object.
  func scores() -> [[Float]]
  /// What two groups have in common.
  func common(_ subject: Int, _ object: Int) -> String
}
