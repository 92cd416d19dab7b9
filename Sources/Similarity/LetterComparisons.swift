import Classifications
import ReferenceData

/// Compares groups by the letters that Spanish titles share with English and with French ones.
struct WordingComparison: Comparison {
  private let rows: [[Float]]

  init(_ subject: ClassificationID, _ object: ClassificationID, _ catalogue: Catalogue) throws {
    let spanish = try TitleCorpus.groups(of: subject, in: .es, catalogue).map(\.text)
    let products = try [Language.en, .fr].map { language in
      let others = try TitleCorpus.groups(of: object, in: language, catalogue).map(\.text)
      let letters = LetterGroups(texts: spanish + others, sizes: 3...6)
      let index = VectorIndex(others.map(letters.vector), width: letters.width)
      return spanish.map { index.products(with: letters.vector($0)) }
    }
    rows = zip(products[0], products[1]).map { zip($0, $1).map { ($0 + $1) / 2 } }
  }

  func scores() -> [[Float]] { rows }

  func common(_ subject: Int, _ object: Int) -> String { "" }
}

/// Compares unofficial English titles of Mexican groups with the titles of Canadian groups and with the job
/// titles in them.
struct EnglishComparison: Comparison {
  private let rows: [[Float]]
  private let titles: [String]

  init(_ subject: ClassificationID, _ object: ClassificationID, _ catalogue: Catalogue) throws {
    let unofficial = try TitleCorpus.groups(of: subject, in: .en, catalogue, official: false)
    titles = unofficial.map { $0.own.first ?? "" }
    let texts = unofficial.map(\.text)
    let groups = try TitleCorpus.groups(of: object, in: .en, catalogue)
    let products = [
      groups.map { $0.own.map(foldedTitle).joined(separator: " ") }, groups.map(\.text),
    ]
    .map { others in
      let letters = LetterGroups(texts: texts + others, sizes: 3...5)
      let index = VectorIndex(others.map(letters.vector), width: letters.width)
      return texts.map { index.products(with: letters.vector($0)) }
    }
    rows = zip(products[0], products[1]).map { zip($0, $1).map { ($0 + $1) / 2 } }
  }

  func scores() -> [[Float]] { rows }

  func common(_ subject: Int, _ object: Int) -> String { titles[subject] }
}
