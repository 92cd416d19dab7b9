import Classifications
import Correspondences
import Diagnostics
import Matching
import ReferenceData

/// What is known of one code, gathered once for all rows that have it.
///
/// A class, because each pair hands its two profiles from rule to rule, and a value would be copied each time.
final class CodeProfile {
  let code: OccupationCode
  /// The code with its title, for messages.
  let name: String
  /// The groups of the pivot that the code corresponds to by the shortest published way.
  let pivotGroups: Set<String>
  /// The skill levels of those groups.
  let skillLevels: Set<Int>
  /// What its official titles name.
  let titleNames: TitleNames
  /// How many levels it is above the unit groups.
  let levelsAboveUnitGroups: Int

  init(
    code: OccupationCode, name: String, pivotGroups: Set<String>, skillLevels: Set<Int>,
    titleNames: TitleNames, levelsAboveUnitGroups: Int
  ) {
    self.code = code
    self.name = name
    self.pivotGroups = pivotGroups
    self.skillLevels = skillLevels
    self.titleNames = titleNames
    self.levelsAboveUnitGroups = levelsAboveUnitGroups
  }
}

/// The fields, such as pharmacy, and roles, such as supervision, that titles name.
final class TitleNames {
  let fields: Set<String>
  let roles: Set<String>

  init(fields: Set<String>, roles: Set<String>) {
    self.fields = fields
    self.roles = roles
  }
}

/// Gathers what is known of codes, each asked for once.
final class CodeProfiles {
  private let catalogue: Catalogue
  private let vocabulary: TitleVocabulary
  private var profiles: [OccupationCode: CodeProfile] = [:]
  private var answers: [ClassificationID: [OccupationCode: EquivalenceAnswer]] = [:]
  private var parts: [OccupationCode: [String]] = [:]
  private var ties: [ClassificationID: [OccupationCode: [OccupationCode]]] = [:]
  private var adjacent: [OccupationCode: [OccupationCode]] = [:]
  private var names: [PrintedTitle: TitleNames] = [:]

  /// The classification through which the two sides are compared.
  static let pivot = ClassificationID.isco08

  init(_ catalogue: Catalogue, _ vocabulary: TitleVocabulary) {
    self.catalogue = catalogue
    self.vocabulary = vocabulary
  }

  /// What is known of a code.
  ///
  /// - Throws: ``FileError`` or ``InvalidInput`` if the reference data cannot be read.
  subscript(code: OccupationCode) -> CodeProfile {
    get throws {
      if let known = profiles[code] { return known }
      let table = try catalogue.codeTable(code.classification)
      let item = table[code.code]
      let groups = try pivotGroups(of: code)
      let profile = CodeProfile(
        code: code, name: item.map { "\(code.code) \($0.title())" } ?? code.code,
        pivotGroups: groups, skillLevels: Self.skillLevels(of: groups),
        titleNames: TitleNames(fields: names(of: .field, item), roles: names(of: .role, item)),
        levelsAboveUnitGroups: item.map { table.classification.unitGroupLevel - $0.level } ?? 0
      )
      profiles[code] = profile
      return profile
    }
  }

  private func pivotGroups(of code: OccupationCode) throws -> Set<String> {
    if code.classification == Self.pivot { return [code.code] }
    let finder = try catalogue.finder(
      from: code.classification, to: Self.pivot, shortestOnly: true)
    return Set(try finder.answer(for: code.code, traced: 0).candidates.map(\.target.code))
  }

  /// The skill level of ISCO-08's major groups, 1...4; managers and the armed forces span levels
  /// (ISCO-08, volume I, table 1).
  private static let skillLevelsOfMajorGroups: [Character: ClosedRange<Int>] = [
    "0": 1...4, "1": 3...4, "2": 4...4, "3": 3...3, "4": 2...2, "5": 2...2, "6": 2...2, "7": 2...2,
    "8": 2...2, "9": 1...1,
  ]

  private static func skillLevels(of groups: Set<String>) -> Set<Int> {
    Set(groups.flatMap { $0.first.flatMap { skillLevelsOfMajorGroups[$0] }.map(Array.init) ?? [] })
  }

  /// The fields or roles in the official titles of a group, in all languages.
  private func names(
    of kind: TitleVocabulary.Kind, _ item: ClassificationItem?
  ) -> Set<String> {
    var found: Set<String> = []
    for language in Language.allCases {
      guard let item, !item.unofficialLanguages.contains(language),
        let title = item.title(in: language)
      else { continue }
      found.formUnion(vocabulary.names(of: kind, in: title, languages: [language]))
    }
    return found
  }

  private struct PrintedTitle: Hashable {
    let title: String
    let code: OccupationCode
  }

  /// What the titles of a code name, the official ones and that which is printed, in the languages of its
  /// classification.
  func names(inPrinted title: String, of profile: CodeProfile) throws -> TitleNames {
    if title.isEmpty { return profile.titleNames }
    let key = PrintedTitle(title: title, code: profile.code)
    if let known = names[key] { return known }
    let languages = try catalogue.classification(profile.code.classification).languages
    let official = profile.titleNames
    let found = TitleNames(
      fields: official.fields.union(
        vocabulary.names(of: .field, in: title, languages: languages)),
      roles: official.roles.union(vocabulary.names(of: .role, in: title, languages: languages)))
    names[key] = found
    return found
  }

  /// What the evidence ties to a code in another classification.
  func answer(
    for code: OccupationCode, in classification: ClassificationID
  ) throws -> EquivalenceAnswer {
    if let known = answers[classification]?[code] { return known }
    let finder = try catalogue.finder(from: code.classification, to: classification)
    let answer = try finder.answer(for: code.code, traced: 0)
    answers[classification, default: [:]][code] = answer
    return answer
  }

  /// The two codes of a classification that tables and titles tie most strongly to a code.
  func tied(
    _ code: OccupationCode, in classification: ClassificationID
  ) throws -> [OccupationCode] {
    if let known = ties[classification]?[code] { return known }
    let found = try answer(for: code, in: classification).serious.prefix(2).map(\.target)
    ties[classification, default: [:]][code] = found
    return found
  }

  /// The codes one below and one above, within the same minor group.
  func neighbours(of code: OccupationCode) throws -> [OccupationCode] {
    if let known = adjacent[code] { return known }
    let table = try catalogue.codeTable(code.classification)
    let siblings = table[code.code]?.parent.map(table.children) ?? []
    let found = siblings.map(\.code).filter { Self.isNext($0, code.code) }.map {
      OccupationCode(code.classification, $0)
    }
    adjacent[code] = found
    return found
  }

  /// Whether two codes of one length differ by one in their last digit alone.
  static func isNext(_ code: String?, _ other: String) -> Bool {
    guard let code, code.utf8.count == other.utf8.count, code.dropLast() == other.dropLast(),
      let a = code.last?.wholeNumberValue, let b = other.last?.wholeNumberValue
    else { return false }
    return abs(a - b) == 1
  }

  /// The codes that a later version gives a code, by a published table between the two.
  func successors(of code: OccupationCode, in later: ClassificationID) throws -> [String] {
    let finder = try catalogue.finder(from: code.classification, to: later, shortestOnly: true)
    guard finder.routes.allSatisfy({ $0.steps.count == 1 }) else { return [] }
    return try finder.answer(for: code.code, traced: 0).candidates.map(\.target.code).sorted()
  }

  /// What the earliest later version that splits a group makes of it, each part with its title.
  func laterParts(of code: OccupationCode) throws -> [String] {
    if let known = parts[code] { return known }
    var found: [String] = []
    let own = try catalogue.classification(code.classification)
    for later in catalogue.classifications where later.family == own.family && later.year > own.year
    {
      let codes = try successors(of: code, in: later.id)
      guard codes.count > 1 else { continue }
      found = try codes.map { "\(later.id):\(try self[OccupationCode(later.id, $0)].name)" }
      break
    }
    parts[code] = found
    return found
  }
}
