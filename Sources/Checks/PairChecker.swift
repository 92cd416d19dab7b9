public import Classifications
public import Diagnostics
public import ReferenceData

/// Checks a table of pairs the way a careful analyst reads it: are the codes there, do the titles belong
/// to them, do the two sides mean the same work at the same level, and what waits for an answer.
///
/// Each rule is documented in `docs/checks.md`. The checker suggests; it changes no pair and no state.
public final class PairChecker {
  let catalogue: Catalogue
  let today: CalendarDate
  let profiles: CodeProfiles
  let titles: TitleLookup
  let versions: VersionComparison
  var anomalies: [AnomalyKey: [Anomaly]] = [:]

  /// Creates a checker.
  ///
  /// - Parameters:
  ///   - catalogue: The code tables and correspondences.
  ///   - vocabulary: The words that tell fields and roles.
  ///   - today: The day up to which waiting is counted.
  public init(catalogue: Catalogue, vocabulary: TitleVocabulary, today: CalendarDate) {
    self.catalogue = catalogue
    self.today = today
    profiles = CodeProfiles(catalogue, vocabulary)
    titles = TitleLookup(catalogue)
    versions = VersionComparison(catalogue, profiles)
  }

  /// Checks the rows of one table.
  ///
  /// - Parameter pairs: The rows, in the order of the file.
  /// - Returns: What was found, in the order of the file.
  /// - Throws: ``InvalidInput`` or ``FileError`` if the reference data cannot be read.
  public func check(_ pairs: [PrintedPair]) throws -> [Finding] {
    var findings: [Finding] = []
    var links: [[Link]] = []
    for (row, pair) in pairs.enumerated() {
      let left = try resolve(pair.left, &findings)
      let right = try resolve(pair.right, &findings)
      for (side, codes) in [(pair.left, left), (pair.right, right)] where codes.count > 1 {
        findings.append(multiCode(side, codes))
      }
      let own = left.flatMap { leftCode in
        right.map { Link(row: row, left: leftCode, right: $0) }
      }
      links.append(own)
      if let review = pair.review, review.isOpen { findings.append(awaiting(review, pair, own)) }
    }
    for row in links.indices {
      for link in links[row] {
        findings += try check(link) {
          [row - 1, row + 1].filter(links.indices.contains).flatMap { links[$0] }
        }
      }
    }
    let all = links.joined()
    findings += shared(all)
    findings += duplicated(all)
    return withoutRepeats(findings.sortedByLocation())
  }

  /// One code of a row as the check understands it.
  ///
  /// A class for the same reason as ``CodeProfile``.
  final class Resolved {
    let printed: PrintedCode
    let location: SourceLocation
    /// The classification it was read in.
    let classification: ClassificationID
    /// The code that the row means: as printed where it exists, else the one its title names; `nil`
    /// where neither is known.
    let meant: String?

    init(
      printed: PrintedCode, location: SourceLocation, classification: ClassificationID,
      meant: String?
    ) {
      self.printed = printed
      self.location = location
      self.classification = classification
      self.meant = meant
    }

    var code: OccupationCode? { meant.map { OccupationCode(classification, $0) } }
    /// The code in messages, or the title where there is none.
    var label: String {
      meant ?? (printed.code.isEmpty ? "'\(printed.title)'" : printed.label)
    }
  }

  /// One code of the left side with one of the right.
  struct Link {
    let row: Int
    let left: Resolved
    let right: Resolved

    var subjects: [String] { [left, right].compactMap { $0.code?.description } }
    /// The link as messages name it.
    var label: String { "\(left.label) - \(right.label)" }
  }

  private func check(_ link: Link, beside others: () -> [Link]) throws -> [Finding] {
    guard let leftCode = link.left.code, let rightCode = link.right.code else { return [] }
    let (left, right) = (try profiles[leftCode], try profiles[rightCode])
    let pair = LinkedPair(
      link: link, left: left, right: right,
      leftNames: try profiles.names(inPrinted: link.left.printed.title, of: left),
      rightNames: try profiles.names(inPrinted: link.right.printed.title, of: right))
    var findings = try comparePivots(pair, beside: others)
    findings += try compareRoles(pair)
    findings += try compareScope(pair)
    findings += try compareReference(pair)
    findings += try compareCoverage(pair)
    if let level = try compareLevels(pair) { findings.append(level) }
    return findings
  }

  /// The findings in order, each once: the codes of one cell may find the same.
  private func withoutRepeats(_ findings: [Finding]) -> [Finding] {
    // Most cells have one code and repeat nothing, and findings are costly to move.
    var repeated: Set<Int> = []
    var start = 0
    for index in findings.indices {
      if findings[index].location != findings[start].location { start = index }
      if findings[start..<index].contains(findings[index]) { repeated.insert(index) }
    }
    guard !repeated.isEmpty else { return findings }
    return findings.indices.filter { !repeated.contains($0) }.map { findings[$0] }
  }
}

/// A link whose two codes exist, with what is known of them.
struct LinkedPair {
  let link: PairChecker.Link
  let left: CodeProfile
  let right: CodeProfile
  /// What the titles of the left code name, official and printed.
  let leftNames: TitleNames
  /// The same of the right code.
  let rightNames: TitleNames

  var subjects: [String] { link.subjects }
  var label: String { link.label }
  /// Where findings about both sides are reported.
  var location: SourceLocation { link.right.location }
}

/// Names in alphabetical order, with commas.
func listed(_ names: some Sequence<String>) -> String { names.sorted().joined(separator: ", ") }

/// Codes or names in quotes, as alternatives.
func alternatives(_ names: some Sequence<String>) -> String { names.joined(separator: " or ") }
