import Classifications
import Matching
import ReferenceData

/// Compares groups by the English words that Spanish titles translate to, each weighed by how few Canadian
/// groups have it.
struct WordComparison: Comparison {
  private let subjects: [SparseVector]
  private let objects: [SparseVector]
  private let words: [String]

  /// How much more the title of a group counts than one of its job titles.
  static let ownTitle: Float = 5
  /// The same on the Mexican side, which has fewer job titles.
  static let ownSpanishTitle: Float = 3
  /// What a word that the lexicon does not know counts where English has the same.
  static let untranslated: Float = 0.5

  init(_ subject: ClassificationID, _ object: ClassificationID, _ catalogue: Catalogue) throws {
    let lexicon = TranslationLexicon(pairs: try Self.bilingualTitles(catalogue))
    let counts = try TitleCorpus.groups(of: object, in: .en, catalogue).map { group in
      var counts: [String: Float] = [:]
      for title in group.own { Self.count(title, ownTitle: Self.ownTitle, &counts) }
      for title in group.jobs { Self.count(title, ownTitle: 1, &counts) }
      return counts
    }
    var documents: [String: Int] = [:]
    for group in counts { for word in group.keys { documents[word, default: 0] += 1 } }
    let words = documents.keys.sorted()
    let positions = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, Int32($0)) })
    let rarities = words.map { word in
      Float(logarithm(1 + Double(counts.count) / Double(documents[word] ?? 1)))
    }
    self.words = words
    objects = counts.map { group in
      var numbers: [Int32: Float] = [:]
      for (word, count) in group {
        guard let position = positions[word] else { continue }
        numbers[position] = Float(1 + logarithm(Double(count))) * rarities[Int(position)]
      }
      return SparseVector(numbers).normalized
    }
    subjects = try TitleCorpus.groups(of: subject, in: .es, catalogue).map { group in
      var sums: [Int32: Float] = [:]
      func add(_ title: String, _ weight: Float) {
        for stem in Set(Stems.of(title, in: .es)).sorted() {
          let translations = lexicon.translations(of: stem)
          if translations.isEmpty {
            let same = [stem, Stems.stem(stem, in: .en)].lazy.compactMap { positions[$0] }.first
            if let same { sums[same, default: 0] += untranslatedWeight(weight) }
          }
          for (word, chance) in translations {
            if let position = positions[word] { sums[position, default: 0] += chance * weight }
          }
        }
      }
      for title in group.own { add(title, Self.ownSpanishTitle) }
      for title in group.jobs { add(title, 1) }
      var numbers: [Int32: Float] = [:]
      for (position, sum) in sums {
        numbers[position] = Float(logarithm(Double(1 + sum))) * rarities[Int(position)]
      }
      return SparseVector(numbers).normalized
    }
    func untranslatedWeight(_ weight: Float) -> Float { weight * Self.untranslated }
  }

  func scores() -> [[Float]] {
    let index = VectorIndex(objects, width: words.count)
    return subjects.map(index.products)
  }

  func common(_ subject: Int, _ object: Int) -> String {
    let left = subjects[subject]
    let right = Dictionary(
      uniqueKeysWithValues: zip(objects[object].positions, objects[object].values))
    let shared = zip(left.positions, left.values).compactMap { position, value in
      right[position].map { (position: position, product: value * $0) }
    }.sorted { ($1.product, $0.position) < ($0.product, $1.position) }
    return shared.prefix(3).map { "\(words[Int($0.position)])-" }.joined(separator: " ")
  }

  private static func count(_ title: String, ownTitle: Float, _ counts: inout [String: Float]) {
    for stem in Set(Stems.of(title, in: .en)) { counts[stem, default: 0] += ownTitle }
  }

  /// Titles in Spanish and English of the same occupation: ESCO's preferred labels, and those of ISCO-08 and
  /// SOC 2010.
  private static func bilingualTitles(
    _ catalogue: Catalogue
  ) throws -> [(source: [String], target: [String])] {
    var pairs: [(source: [String], target: [String])] = []
    func add(_ spanish: String?, _ english: String?) {
      guard let spanish, let english else { return }
      let target = Stems.of(english, in: .en)
      // 'enfermero/enfermera': each form is a title.
      for form in spanish.split(separator: "/").prefix(2) {
        let source = Stems.of(String(form), in: .es)
        if !source.isEmpty, !target.isEmpty { pairs.append((source, target)) }
      }
    }
    for occupation in try catalogue.escoOccupations() {
      add(occupation.labels[.es], occupation.labels[.en])
    }
    for id in [ClassificationID.isco08, .soc2010] {
      for item in try catalogue.codeTable(id).items { add(item.titleES, item.titleEN) }
    }
    return pairs
  }
}
