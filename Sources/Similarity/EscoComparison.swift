import Classifications
import Matching
import ReferenceData

/// Compares groups by the ESCO occupations that their titles resemble.
///
/// Each group becomes a vector over ESCO's 3,000 occupations (explicit semantic analysis: Gabrilovich and
/// Markovitch, IJCAI 2007): Mexican groups by ESCO's Spanish labels, Canadian ones by its English and French.
/// Occupations outside of the ISCO-08 groups that published tables link a group to count less. Two groups
/// are as alike as their vectors.
struct EscoComparison: Comparison {
  private let subjects: [SparseVector]
  private let objects: [SparseVector]
  private let labels: [String]

  /// What an occupation counts outside of the ISCO-08 groups that the tables link.
  static let outside: Float = 0.3
  /// How many occupations a group keeps.
  static let kept = 40

  init(
    _ subject: ClassificationID, _ object: ClassificationID, _ catalogue: Catalogue,
    _ ties: (ClassificationID) throws -> (PairMatrix, UnitGroups)
  ) throws {
    let concepts = try TitleCorpus.concepts(catalogue)
    labels = concepts.map { $0.preferred[.en] ?? $0.preferred[.es] ?? "" }
    let spanish = try Self.resemblance(subject, .es, concepts, catalogue)
    let english = try Self.resemblance(object, .en, concepts, catalogue)
    let french = try Self.resemblance(object, .fr, concepts, catalogue)
    let both = zip(english, french).map { zip($0, $1).map { ($0 + $1) / 2 } }
    subjects = try Self.vectors(spanish, concepts, try ties(subject))
    objects = try Self.vectors(both, concepts, try ties(object))
  }

  func scores() -> [[Float]] {
    let index = VectorIndex(objects, width: labels.count)
    return subjects.map(index.products)
  }

  func common(_ subject: Int, _ object: Int) -> String {
    let left = subjects[subject]
    let right = Dictionary(
      uniqueKeysWithValues: zip(objects[object].positions, objects[object].values))
    let shared = zip(left.positions, left.values).compactMap { position, value in
      right[position].map { (position: position, product: value * $0) }
    }.sorted { ($1.product, $0.position) < ($0.product, $1.position) }
    return shared.prefix(3).map { labels[Int($0.position)] }.joined(separator: "; ")
  }

  /// How much the titles of each group resemble the labels of each occupation in one language.
  private static func resemblance(
    _ id: ClassificationID, _ language: Language, _ concepts: [TitleCorpus.Concept],
    _ catalogue: Catalogue
  ) throws -> [[Float]] {
    let groups = try TitleCorpus.groups(of: id, in: language, catalogue).map(\.text)
    let occupations = concepts.map { $0.text(language) }
    let letters = LetterGroups(texts: groups + occupations, sizes: 3...5, fewest: 2)
    let index = VectorIndex(occupations.map(letters.vector), width: letters.width)
    return groups.map { index.products(with: letters.vector($0)) }
  }

  private static func vectors(
    _ resemblance: [[Float]], _ concepts: [TitleCorpus.Concept],
    _ ties: (matrix: PairMatrix, isco: UnitGroups)
  ) throws -> [SparseVector] {
    let groups = concepts.map { ties.isco.number(of: $0.isco) }
    return resemblance.enumerated().map { row, values in
      var weighed = values
      for (number, group) in groups.enumerated() {
        let isLinked = group.map { ties.matrix[row, $0] > 0 } ?? false
        if !isLinked { weighed[number] *= outside }
      }
      let border = weighed.sorted(by: >)[min(kept, weighed.count) - 1]
      var numbers: [Int32: Float] = [:]
      // The third power lets the few that resemble a group well outweigh the many that do a little.
      for (number, value) in weighed.enumerated() where value >= border && value > 0 {
        numbers[Int32(number)] = value * value * value
      }
      return SparseVector(numbers).normalized
    }
  }
}
