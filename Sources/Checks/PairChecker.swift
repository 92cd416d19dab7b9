public import Classifications
import Correspondences
public import Diagnostics
import Matching
public import ReferenceData

/// Checks a table of pairs the way a careful analyst reads it: are the codes there, do the titles belong
/// to them, do the two sides mean the same work at the same level, and what waits for an answer.
///
/// Each rule is documented in `docs/checks.md`. The checker suggests; it changes no pair and no state.
public final class PairChecker {
  let catalogue: Catalogue
  let vocabulary: TitleVocabulary
  let today: CalendarDate
  var pivots: [OccupationCode: Set<String>] = [:]
  private var itemsByTitle: [ClassificationID: [String: [ClassificationItem]]] = [:]
  private var answers: [ClassificationID: [OccupationCode: EquivalenceAnswer]] = [:]

  /// The classification through which the two sides are compared.
  static let pivot = ClassificationID.isco08

  /// Creates a checker.
  ///
  /// - Parameters:
  ///   - catalogue: The code tables and correspondences.
  ///   - vocabulary: The words that tell fields and roles.
  ///   - today: The day from which waiting is counted.
  public init(catalogue: Catalogue, vocabulary: TitleVocabulary, today: CalendarDate) {
    self.catalogue = catalogue
    self.vocabulary = vocabulary
    self.today = today
  }

  /// Checks the rows of one table.
  ///
  /// - Parameter pairs: The rows, in the order of the file.
  /// - Returns: What was found, in the order of the file.
  /// - Throws: ``InvalidInput`` or ``FileError`` if the reference data cannot be read.
  public func check(_ pairs: [PrintedPair]) throws -> [Finding] {
    var findings: [Finding] = []
    var links: [Link] = []
    for (row, pair) in pairs.enumerated() {
      let left = try resolve(pair.left, &findings)
      let right = try resolve(pair.right, &findings)
      for (side, codes) in [(pair.left, left), (pair.right, right)] where codes.count > 1 {
        findings.append(multiCode(side, codes))
      }
      for leftCode in left {
        for rightCode in right {
          links.append(Link(row: row, pair: pair, left: leftCode, right: rightCode))
        }
      }
      if let review = pair.review, review.isOpen { findings.append(awaiting(review, pair)) }
    }
    for link in links { findings += try check(link, among: links) }
    findings += shared(links)
    findings += duplicated(links)
    var seen: Set<Finding> = []
    return findings.sortedByLocation().filter { seen.insert($0).inserted }
  }

  /// A code of a row as the check understands it.
  struct Resolved: Hashable {
    let printed: PrintedCode
    let location: SourceLocation
    /// The classification it was read in.
    let classification: ClassificationID
    /// The code that the row means: as printed where it exists, else the one its title names; `nil`
    /// where neither is known.
    let meant: String?
    /// Whether the printed code exists.
    let exists: Bool

    var code: OccupationCode? { meant.map { OccupationCode(classification, $0) } }
    var label: String { printed.code.isEmpty ? "'\(printed.title)'" : "'\(printed.code)'" }
  }

  /// One code of the left side with one of the right.
  struct Link {
    let row: Int
    let pair: PrintedPair
    let left: Resolved
    let right: Resolved

    var subjects: [String] { [left, right].compactMap { $0.code?.description } }
    /// The link as messages name it.
    var label: String {
      "\(left.meant ?? left.printed.code) - \(right.meant ?? right.printed.code)"
    }
  }

  private func check(_ link: Link, among links: [Link]) throws -> [Finding] {
    guard let left = link.left.code, let right = link.right.code else { return [] }
    var findings = try comparePivots(link, left, right, among: links)
    findings += try compareRoles(link, left, right)
    findings += try compareScope(link, left, right)
    findings += try compareReference(link, left, right)
    findings += try compareCoverage(link, left, right)
    return findings
  }

  // MARK: Evidence

  /// The groups of the pivot that a code corresponds to by the shortest published way.
  func pivotGroups(of code: OccupationCode) throws -> Set<String> {
    if let known = pivots[code] { return known }
    var groups: Set<String> = []
    if code.classification == Self.pivot {
      groups = [code.code]
    } else {
      let finder = try catalogue.finder(
        from: code.classification, to: Self.pivot, shortestOnly: true)
      groups = Set(try finder.answer(for: code.code).candidates.map(\.target.code))
    }
    pivots[code] = groups
    return groups
  }

  /// The groups of a table with a folded title in any language, in the order of the table.
  func items(in table: CodeTable, titled folded: String) -> [ClassificationItem] {
    if itemsByTitle[table.id] == nil {
      var index: [String: [ClassificationItem]] = [:]
      for item in table.items {
        for title in Set(Language.allCases.compactMap { item.title(in: $0).map(foldedTitle) }) {
          index[title, default: []].append(item)
        }
      }
      itemsByTitle[table.id] = index
    }
    return itemsByTitle[table.id]?[folded] ?? []
  }

  /// What the published tables tie to a code in another classification.
  func answer(
    for code: OccupationCode, in classification: ClassificationID
  ) throws -> EquivalenceAnswer {
    if let known = answers[classification]?[code] { return known }
    let answer = try catalogue.finder(from: code.classification, to: classification).answer(
      for: code.code)
    answers[classification, default: [:]][code] = answer
    return answer
  }

  /// The official titles of a code, whatever their language.
  func titles(of code: OccupationCode) throws -> [String] {
    guard let item = try catalogue.codeTable(code.classification)[code.code] else { return [] }
    return Language.allCases.compactMap {
      item.unofficialLanguages.contains($0) ? nil : item.title(in: $0)
    }
  }

  /// A code with its title, for messages.
  func named(_ code: OccupationCode) throws -> String {
    let item = try catalogue.codeTable(code.classification)[code.code]
    return item.map { "\(code.code) \($0.title())" } ?? code.code
  }

  /// The short name of a classification.
  func name(of id: ClassificationID) throws -> String { try catalogue.classification(id).name }
}
