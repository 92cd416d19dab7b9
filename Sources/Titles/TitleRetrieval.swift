import Classifications

/// Finds the titles that share words with a query.
///
/// It keeps working memory, so each thread has its own.
final class TitleRetrieval {
  /// A title that was found.
  struct Hit: Sendable {
    /// The number of the title.
    var title: Int
    /// How alike the two are, 0...1: twice what they share by what both have.
    var similarity: Float
    /// How much of the query the title has, 0...1.
    var coverage: Float
    /// Whether the title is about what the query is about.
    var sharesHead: Bool
    /// Whether title and query are the same words.
    var isSame: Bool
  }

  private let index: TitleIndex
  private var shared: [Float]
  private var touched: [Int32] = []
  private var heads: [UInt8]

  /// How many titles are looked at, at most, for one query.
  private static let bound = 120_000

  init(_ index: TitleIndex) {
    self.index = index
    shared = [Float](repeating: 0, count: index.count)
    heads = [UInt8](repeating: 0, count: index.count)
    touched.reserveCapacity(4_096)
  }

  /// The titles that are most like a query, the best first: so many of those that satisfy a condition,
  /// and as many of the others.
  func hits(
    for query: TitleQuery, limit: Int, excluding excluded: Set<Int>,
    preferring isPreferred: (Int) -> Bool
  ) -> (preferred: [Hit], others: [Hit]) {
    gather(query)
    var preferred = BestHits(limit)
    var others = BestHits(limit)
    for number in touched {
      let title = Int(number)
      let common = min(shared[title], query.weight, index.norms[title])
      let language = query.languages[Int(index.titleLanguages[title])]
      let similarity = 2 * common / (query.weight + index.norms[title]) * (0.4 + 0.6 * language)
      let isGood = isPreferred(title)
      if excluded.isEmpty || !excluded.contains(title),
        isGood ? preferred.takes(similarity) : others.takes(similarity)
      {
        let hit = Hit(
          title: title, similarity: similarity, coverage: common / max(query.weight, 0.001),
          sharesHead: heads[title] != 0,
          isSame: common > 0.98 * query.weight && common > 0.98 * index.norms[title])
        if isGood { preferred.insert(hit) } else { others.insert(hit) }
      }
      shared[title] = 0
      heads[title] = 0
    }
    touched.removeAll(keepingCapacity: true)
    return (preferred.sorted(), others.sorted())
  }

  /// Adds up, for each title, the weights of the words it shares with the query.
  private func gather(_ query: TitleQuery) {
    var left = Self.bound
    let order = query.slots.indices.sorted {
      (query.slots[$1].weight, $0) < (query.slots[$0].weight, $1)
    }
    for place in order {
      let slot = query.slots[place]
      let isHead = place == query.head
      for meaning in slot.meanings {
        let range =
          Int(index.postingStarts[meaning.stem])..<Int(index.postingStarts[meaning.stem + 1])
        guard range.count <= left else { continue }
        left -= range.count
        let weight = index.stemWeights[meaning.stem] * meaning.factor * slot.importance
        let isContext = slot.importance < 1
        for place in range {
          let posting = index.postings[place]
          let title = Int(posting >> 1)
          let sum = shared[title]
          if sum == 0 {
            if isContext { continue }
            touched.append(Int32(title))
          }
          shared[title] = sum + weight
          if isHead, posting & 1 == 1 { heads[title] = 1 }
        }
      }
    }
  }
}

/// The hits with the highest similarity, of equal ones those with the lower number.
private struct BestHits {
  private var hits: [TitleRetrieval.Hit] = []
  private let limit: Int
  private var threshold: Float = 0

  init(_ limit: Int) {
    self.limit = limit
    hits.reserveCapacity(2 * limit)
  }

  func takes(_ similarity: Float) -> Bool { similarity > 0 && similarity >= threshold }

  mutating func insert(_ hit: TitleRetrieval.Hit) {
    hits.append(hit)
    guard hits.count >= 2 * limit else { return }
    cut()
    threshold = hits.last?.similarity ?? 0
  }

  private mutating func cut() {
    hits.sort { ($1.similarity, $0.title) < ($0.similarity, $1.title) }
    hits.removeLast(max(0, hits.count - limit))
  }

  consuming func sorted() -> [TitleRetrieval.Hit] {
    cut()
    return hits
  }
}
