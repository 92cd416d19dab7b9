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
  private var memory: Memory

  /// For each title, what it shares with the query, and whether that has the head.
  ///
  /// As one value, it is worked on without asking at every step whether somebody else does.
  private struct Memory {
    var shared: [Float]
    var touched: [Int32] = []
    /// For each touched title, its pool and how alike it is, and how many titles there are of each.
    var keys: [Int32] = []
    var counts: [Int32]
    var heads: [UInt8]
  }

  /// How many postings are read, at most, for one query.
  private static let bound = 120_000

  /// How finely similarities are told apart before they are put in order.
  private static let steps = 1_024

  /// How many titles are touched before frequent words no longer add others.
  private static let enough = 250

  init(_ index: TitleIndex) {
    self.index = index
    memory = Memory(
      shared: [Float](repeating: 0, count: index.count),
      counts: [Int32](repeating: 0, count: 2 * Self.steps + 2),
      heads: [UInt8](repeating: 0, count: index.count))
    memory.touched.reserveCapacity(4_096)
  }

  /// The titles that are most like a query, the best first: so many of those that the classification of a
  /// bit has, and as many of the others.
  func hits(
    for query: TitleQuery, limit: Int, preferring owner: UInt16
  ) -> (preferred: [Hit], others: [Hit]) {
    gather(query, &memory)
    return collect(query, limit, owner, &memory)
  }

  private func collect(
    _ query: TitleQuery, _ limit: Int, _ owner: UInt16, _ memory: inout Memory
  ) -> (preferred: [Hit], others: [Hit]) {
    let factors = query.languages.map { 0.4 + 0.6 * $0 }
    let weight = query.weight
    let width = Self.steps + 1
    // Titles are first counted by how alike they are, so that only the best have to be put in order.
    for place in memory.touched.indices {
      let title = Int(memory.touched[place])
      let fact = index.facts[title]
      let common = min(memory.shared[title], weight, fact.norm)
      let similarity = 2 * common / (weight + fact.norm) * factors[Int(fact.language)]
      let step = Int(similarity * Float(Self.steps))
      let key = fact.owners & owner != 0 ? step : step + width
      memory.counts[key] += 1
      memory.keys.append(Int32(key))
      memory.shared[title] = common
    }
    let least = (
      Self.least(memory.counts[..<width], limit), width + Self.least(memory.counts[width...], limit)
    )
    var preferred: [Hit] = []
    var others: [Hit] = []
    for place in memory.touched.indices {
      let title = Int(memory.touched[place])
      let key = Int(memory.keys[place])
      memory.counts[key] = 0
      if key >= (key < width ? least.0 : least.1) {
        let common = memory.shared[title]
        let fact = index.facts[title]
        let norm = fact.norm
        let hit = Hit(
          title: title, similarity: 2 * common / (weight + norm) * factors[Int(fact.language)],
          coverage: common / max(weight, 0.001), sharesHead: memory.heads[title] != 0,
          isSame: common > 0.98 * weight && common > 0.98 * norm)
        if key < width { preferred.append(hit) } else { others.append(hit) }
      }
      memory.shared[title] = 0
      memory.heads[title] = 0
    }
    memory.touched.removeAll(keepingCapacity: true)
    memory.keys.removeAll(keepingCapacity: true)
    return (Self.best(preferred, limit), Self.best(others, limit))
  }

  private static func best(_ hits: [Hit], _ limit: Int) -> [Hit] {
    let sorted = hits.sorted { ($1.similarity, $0.title) < ($0.similarity, $1.title) }
    return Array(sorted.prefix(limit))
  }

  /// The step from which on there are enough titles.
  private static func least(_ counts: ArraySlice<Int32>, _ limit: Int) -> Int {
    var sum = 0
    for step in counts.indices.reversed() {
      sum += Int(counts[step])
      if sum >= limit { return step - counts.startIndex }
    }
    return 0
  }

  /// Adds up, for each title, the weights of the words it shares with the query.
  private func gather(_ query: TitleQuery, _ memory: inout Memory) {
    var left = Self.bound
    let order = query.slots.indices.sorted {
      (query.slots[$1].weight, $0) < (query.slots[$0].weight, $1)
    }
    for place in order {
      let slot = query.slots[place]
      let isHead = place == query.head
      // Rare words come first; a title that has only frequent ones is then no longer among the best.
      let onlyKnown = slot.importance < 1 || memory.touched.count > Self.enough
      for meaning in slot.meanings {
        let range =
          Int(index.postingStarts[meaning.stem])..<Int(index.postingStarts[meaning.stem + 1])
        guard range.count <= left else { continue }
        left -= range.count
        let weight = index.stemWeights[meaning.stem] * meaning.factor * slot.importance
        for place in range {
          let posting = index.postings[place]
          let title = Int(posting >> 1)
          let sum = memory.shared[title]
          if sum == 0 {
            if onlyKnown { continue }
            memory.touched.append(Int32(title))
          }
          memory.shared[title] = sum + weight
          if isHead, posting & 1 == 1 { memory.heads[title] = 1 }
        }
      }
    }
  }
}
