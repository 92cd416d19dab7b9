public import Classifications

/// Finds the groups that a title belongs to.
///
/// It keeps working memory, so each thread has its own.
public final class TitleCoder {
  /// A group a title may belong to.
  public struct Candidate: Hashable, Sendable {
    /// The code of the group.
    public let code: String
    /// How likely the group is, 0...1: of answers with a score of 0.8, about 80 of 100 are right.
    public let score: Double
    /// Titles that lead to the group, as printed, the best first; three at most.
    public let titles: [String]
  }

  /// What was found for a title.
  public struct Answer: Hashable, Sendable {
    /// The groups, the likeliest first; empty if no title has a word in common.
    public let candidates: [Candidate]
    /// The language that the title is in, as far as its words tell; `nil` if no word is known.
    public let language: Language?
  }

  /// The titles.
  public let index: TitleIndex
  private let ranking: TitleRanking
  private let matcher: WordMatcher
  private let retrieval: TitleRetrieval
  private var scorer: GroupScorer?

  /// How many titles of each kind are taken as evidence.
  private static let hitCount = 40

  /// Creates a coder.
  public init(_ index: TitleIndex, _ ranking: TitleRanking) {
    self.index = index
    self.ranking = ranking
    matcher = WordMatcher(index)
    retrieval = TitleRetrieval(index)
  }

  /// Titles that do not count as evidence, in whole or for some classifications.
  struct Hidden: Sendable {
    /// The titles.
    var titles: Set<Int>
    /// The classifications whose links of these titles do not count; `nil` for all.
    var classifications: Set<ClassificationID>?
    /// The standings whose links do not count; `nil` for all.
    var standings: Set<UInt8>?

    /// Whether a link of a title does not count.
    func hides(_ classification: ClassificationID, _ standing: UInt8) -> Bool {
      (classifications?.contains(classification) ?? true)
        && (standing == 15 || standings?.contains(standing) ?? true)
    }
  }

  /// The titles that were found for another, before they are weighed.
  struct Found {
    let query: TitleQuery
    let own: [TitleRetrieval.Hit]
    let others: [TitleRetrieval.Hit]
    let hidden: Hidden?
  }

  /// Finds the titles that are like one.
  ///
  /// - Complexity: Bounded, however long the title is.
  func find(
    _ title: String, context: String = "", language: Language?, in target: TitleTarget,
    hiding hidden: Hidden? = nil
  ) -> Found {
    let query = TitleQuery(title, context: context, language: language, index, matcher)
    let found = retrieval.hits(for: query, limit: Self.hitCount, preferring: target.owner)
    return Found(query: query, own: found.preferred, others: found.others, hidden: hidden)
  }

  /// The groups of a classification that a title belongs to.
  ///
  /// - Parameters:
  ///   - title: The title, as somebody wrote it.
  ///   - context: What else is known, such as the industry; empty if nothing is.
  ///   - language: The language of the title; `nil` to find it out.
  ///   - target: The classification.
  ///   - limit: How many groups there are at most.
  ///   - withTitles: Whether the titles that lead to each group are wanted, too.
  /// - Returns: The groups.
  /// - Complexity: Bounded, however long the title is.
  public func answer(
    _ title: String, context: String = "", language: Language? = nil, in target: TitleTarget,
    limit: Int, withTitles: Bool = true
  ) -> Answer {
    let found = find(title, context: context, language: language, in: target)
    guard !found.query.slots.isEmpty else { return Answer(candidates: [], language: nil) }
    let scorer = scorer(target)
    let evidence = scorer.evidence(for: found)
    let ordered = ranking.order(evidence, languages: found.query.languages, limit: limit)
    let first = ordered.first?.probability ?? 0
    let languages = found.query.languages
    let main = languages.indices.max { languages[$0] < languages[$1] } ?? 0
    let sure = ranking.certainty(first, in: main)
    let candidates = ordered.enumerated().map { rank, item in
      // What the first is not, the others share.
      let score =
        rank == 0 ? sure : min(sure, item.probability * (1 - sure) / max(1 - first, 1e-9))
      return Candidate(
        code: target.groups[item.group], score: score,
        titles: withTitles ? titles(scorer.titles(of: item.group, in: found)) : [])
    }
    return Answer(
      candidates: candidates, language: Language.allCases[main])
  }

  /// A title of a classification, and its groups there.
  public struct KnownTitle: Hashable, Sendable {
    /// The title, as printed.
    public let title: String
    /// How it came to the groups.
    public let standing: TitleEntry.Standing
    /// The codes of the groups.
    public let groups: Set<String>
  }

  /// The titles of a classification in a language; one that came in several ways comes once for each.
  public func titles(of classification: ClassificationID, in language: Language) -> [KnownTitle] {
    let number = UInt8(Language.allCases.firstIndex(of: language) ?? 0)
    var result: [KnownTitle] = []
    for title in 0..<index.count where index.titleLanguages[title] == number {
      var groups: [TitleEntry.Standing: Set<String>] = [:]
      for place in index.linkRange(title) {
        let link = index.links[place]
        let group = index.groups[Int(link.group)]
        guard group.classification == classification,
          let standing = TitleEntry.Standing(rawValue: Int(link.standing))
        else { continue }
        groups[standing, default: []].insert(group.code)
      }
      for (standing, codes) in groups.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        result.append(
          KnownTitle(title: index.title(title), standing: standing, groups: codes))
      }
    }
    return result
  }

  /// Whether a title stands in the classification's own index.
  func isIndexed(_ title: Int, in target: TitleTarget) -> Bool {
    index.linkRange(title).contains { place in
      let link = index.links[place]
      return target.kinships[Int(link.group)] == .own
        && GroupEvidence.Channel(.own, link) == .own
    }
  }

  private func titles(_ numbers: [Int]) -> [String] {
    var seen: Set<String> = []
    return numbers.map { index.title($0) }.filter { seen.insert(foldedTitle($0)).inserted }
  }

  func evidence(_ found: Found, in target: TitleTarget) -> GroupEvidence {
    scorer(target).evidence(for: found)
  }

  private func scorer(_ target: TitleTarget) -> GroupScorer {
    if let scorer, scorer.target.id == target.id { return scorer }
    let new = GroupScorer(index, target)
    scorer = new
    return new
  }
}
