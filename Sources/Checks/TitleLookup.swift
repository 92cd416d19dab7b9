import Classifications
import ReferenceData

/// Finds the groups that a printed title is of.
final class TitleLookup {
  private let catalogue: Catalogue
  private var indexes: [ClassificationID: Index] = [:]
  private var jobTitles: [ClassificationID: [String: [String]]] = [:]
  private var found: [ClassificationID: [String: [ClassificationItem]]] = [:]

  private struct Index {
    /// The groups by their folded titles.
    var exact: [String: [ClassificationItem]] = [:]
    /// The groups by the words of their titles, in any order and number.
    var loose: [String: [ClassificationItem]] = [:]
  }

  init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// The unit groups whose title, in any language, is the one printed; other levels only where no unit
  /// group has it.
  ///
  /// Case, accents, hyphens and punctuation do not matter. Only where no title is the same do the order
  /// and the number of its words not matter either.
  func groups(titled title: String, in table: CodeTable) throws -> [ClassificationItem] {
    if let known = found[table.id]?[title] { return known }
    let groups = search(title, in: table)
    found[table.id, default: [:]][title] = groups
    return groups
  }

  private func search(_ title: String, in table: CodeTable) -> [ClassificationItem] {
    let folded = foldedTitle(title)
    guard !folded.isEmpty else { return [] }
    let index = index(of: table)
    var same = index.exact[folded] ?? []
    if same.isEmpty { same = index.loose[Self.loose(folded)] ?? [] }
    let unitGroups = same.filter { $0.level == table.classification.unitGroupLevel }
    return unitGroups.isEmpty ? same : unitGroups
  }

  private func index(of table: CodeTable) -> Index {
    if let known = indexes[table.id] { return known }
    var index = Index()
    for item in table.items {
      let titles = Set(Language.allCases.compactMap { item.title(in: $0).map(foldedTitle) })
      for title in titles { index.exact[title, default: []].append(item) }
      for words in Set(titles.map(Self.loose)) { index.loose[words, default: []].append(item) }
    }
    indexes[table.id] = index
    return index
  }

  /// The words of a folded title that carry its meaning, without the endings of plurals, in alphabetical
  /// order.
  private static func loose(_ folded: String) -> String {
    let words = folded.split(separator: " ").filter { !smallWords.contains($0) }
    return words.map { word in
      word.utf8.count > 3 && word.last == "s" ? word.dropLast() : word
    }.sorted().joined(separator: " ")
  }

  private static let smallWords: Set<Substring> = [
    "and", "or", "of", "the", "in", "y", "e", "o", "de", "del", "en", "la", "las", "los", "el",
    "et", "ou", "du", "des", "le", "les", "l", "d",
  ]

  /// The groups in whose index of job titles a title stands.
  ///
  /// - Throws: ``FileError`` or ``InvalidInput`` if the index cannot be read.
  func groups(
    withJobTitle title: String, in table: CodeTable
  ) throws -> [ClassificationItem] {
    if jobTitles[table.id] == nil {
      var index: [String: [String]] = [:]
      for (code, titles) in try catalogue.titles(table.id) {
        for folded in Set(titles.map { foldedTitle($0.title) }) {
          index[folded, default: []].append(code)
        }
      }
      jobTitles[table.id] = index
    }
    let codes = jobTitles[table.id]?[foldedTitle(title)] ?? []
    return codes.sorted().compactMap { table[$0] }
  }
}
