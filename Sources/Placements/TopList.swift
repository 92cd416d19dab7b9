/// Something that was ranked, by number, with its score.
public struct Ranked: Hashable, Sendable {
  /// The number of the opening or candidate.
  public let number: Int32
  /// The product of the factors, 0...1.
  public let score: Double
}

/// The best of what it is given: the greatest scores, and of equal ones those of the lowest rank.
struct TopList {
  private(set) var entries: [(ranked: Ranked, rank: Int32)] = []
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
    entries.reserveCapacity(min(limit, 64))
  }

  /// Whether something with such a score may still get in.
  func admits(_ score: Double) -> Bool {
    guard entries.count >= limit else { return limit > 0 }
    return score >= (entries.last?.ranked.score ?? 0)
  }

  /// Takes something in if it is good enough.
  ///
  /// - Returns: Whether it was.
  @discardableResult
  mutating func insert(_ number: Int32, _ score: Double, rank: Int32) -> Bool {
    var place = entries.count
    while place > 0 {
      let other = entries[place - 1]
      let isBehind = other.ranked.score != score ? other.ranked.score < score : other.rank > rank
      guard isBehind else { break }
      place -= 1
    }
    guard place < limit else { return false }
    if entries.count == limit { entries.removeLast() }
    entries.insert((Ranked(number: number, score: score), rank), at: place)
    return true
  }
}
