public import Classifications

/// What the code lists say of groups: where they lie in the tree, how skilled they are, whether they are
/// residual.
public struct GroupTrees: Sendable {
  private let tables: [ClassificationID: CodeTable]
  private let skillLevels: [OccupationCode: Double]
  private let vocabulary: TitleVocabulary

  /// Creates the facts.
  ///
  /// - Parameters:
  ///   - tables: The code lists; groups of other classifications are not judged.
  ///   - skillLevels: The skill levels of unit groups on the scale of ISCO-08, 1...4.
  ///   - vocabulary: The words that tell residual groups.
  public init(
    _ tables: [CodeTable], skillLevels: [OccupationCode: Double], vocabulary: TitleVocabulary
  ) {
    self.tables = Dictionary(tables.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.skillLevels = skillLevels
    self.vocabulary = vocabulary
  }

  /// Whether a code is not in its classification's list; `false` where there is no list.
  func isUnknown(_ code: OccupationCode) -> Bool {
    tables[code.classification].map { !$0.contains(code.code) } ?? false
  }

  /// The group with a code; `nil` for an unknown one.
  func item(_ code: OccupationCode) -> ClassificationItem? {
    tables[code.classification]?[code.code]
  }

  /// The lowest group with the same members: a group with one group below it is no wider than that one.
  func narrowed(_ code: OccupationCode) -> OccupationCode {
    guard let table = tables[code.classification] else { return code }
    var own = code.code
    var seen: Set<String> = [own]
    while true {
      let below = table.children(of: own)
      guard below.count == 1, seen.insert(below[0].code).inserted else { break }
      own = below[0].code
    }
    return OccupationCode(code.classification, own)
  }

  /// Whether two groups of one classification are different groups.
  func areApart(_ left: OccupationCode, _ right: OccupationCode) -> Bool {
    narrowed(left) != narrowed(right)
  }

  /// How many levels a group lies above the unit groups, 0 for one of them, and how many levels there are.
  func level(of code: OccupationCode) -> (aboveUnits: Int, levels: Int)? {
    guard let table = tables[code.classification], let item = table[narrowed(code).code] else {
      return nil
    }
    let unit = table.classification.unitGroupLevel
    return (unit - item.level, unit)
  }

  /// What the publisher calls the level of a group.
  func levelName(of code: OccupationCode) -> String {
    guard let table = tables[code.classification], let item = table[code.code] else { return "" }
    let name = table.classification.levels.first { $0.number == item.level }?.nameEN ?? ""
    return name.isEmpty ? "level \(item.level)" : name.lowercased()
  }

  /// The skill level of a unit group, or of a group that has but one.
  func skillLevel(of code: OccupationCode) -> Double? { skillLevels[narrowed(code)] }

  /// A title of a group; empty for an unknown one.
  func title(of code: OccupationCode) -> String { item(code)?.title() ?? "" }

  /// Whether a group takes in what no other does, as its title says; `nil` for an unknown one.
  ///
  /// `Other managers`, `Otros ...` and `... not elsewhere classified` are residual; `doctors and other
  /// professionals` is not, since there the word belongs to one part of the group.
  func isResidual(_ code: OccupationCode) -> Bool? {
    guard let item = item(code) else { return nil }
    let official = Language.allCases.first {
      !item.unofficialLanguages.contains($0) && item.title(in: $0) != nil
    }
    guard let language = official, let title = item.title(in: language) else { return nil }
    return isResidual(title, language)
  }

  private static let others: Set<Substring> = [
    "other", "others", "otros", "otras", "autres", "nec",
  ]
  private static let joints: Set<Substring> = ["and", "or", "y", "e", "o", "u", "et", "ou"]

  private func isResidual(_ title: String, _ language: Language) -> Bool {
    func saysSo(_ words: some Sequence<Substring>) -> Bool {
      vocabulary.names(
        of: .scope, in: words.joined(separator: " "), languages: [language]
      ).contains("residual")
    }
    let words = foldedTitle(title).split(separator: " ")
    let first = words.prefix { !Self.joints.contains($0) }
    return saysSo(first) || saysSo(words.filter { !Self.others.contains($0) })
  }
}
