import Classifications

/// How much likelier the words of a query are in the titles of a group than elsewhere.
///
/// A single title may be odd; all titles of a group that have a word say more about short answers. Titles
/// of every classification count, by the part of their group that is in the target's. It keeps what it
/// worked out of a word, so each thread has its own, for one target.
final class WordBags {
  /// The scores of groups.
  struct Scores {
    /// Of all words, for each group of the target.
    var all: [Float]
    /// Of the word that the query is about.
    var head: [Float]
    /// The groups with the highest scores of all words, and the size of the group taken into account.
    var best: [Int]
  }

  /// A group of the target, and how many titles with the word lead to it.
  private struct Count {
    let group: Int32
    var titles: Float
    var heads: Float
  }

  private let index: TitleIndex
  private let target: TitleTarget
  private var known: [Int: [Count]] = [:]

  /// How many titles a group is taken to have that are like all titles (a Dirichlet prior).
  private static let smoothing: Float = 8
  private static let cacheSize = 8_000
  private static let bestCount = 8

  init(_ index: TitleIndex, _ target: TitleTarget) {
    self.index = index
    self.target = target
  }

  /// The scores of the groups of the target.
  func scores(of query: TitleQuery, without hidden: TitleCoder.Hidden?) -> Scores {
    let count = target.groups.count
    var scores = Scores(
      all: [Float](repeating: 0, count: count), head: [Float](repeating: 0, count: count), best: [])
    let sizes = sizes(query.languages)
    let lost = hidden.map { self.lost($0) } ?? [:]
    for (place, slot) in query.slots.enumerated() {
      var titles = [Float](repeating: 0, count: count)
      var heads = [Float](repeating: 0, count: count)
      for meaning in slot.meanings.prefix(3) {
        for item in counts(meaning.stem) {
          titles[Int(item.group)] = max(titles[Int(item.group)], meaning.factor * item.titles)
          heads[Int(item.group)] = max(heads[Int(item.group)], meaning.factor * item.heads)
        }
      }
      for (group, number) in lost {
        titles[group] = max(0, titles[group] - number)
        heads[group] = max(0, heads[group] - number)
      }
      add(titles, sizes, slot.importance, to: &scores.all)
      if place == query.head { add(heads, sizes, 1, to: &scores.head) }
    }
    scores.best = best(scores.all)
    return scores
  }

  private func add(
    _ titles: [Float], _ sizes: Sizes, _ weight: Float, to sums: inout [Float]
  ) {
    var sum: Float = 0.5
    for group in titles.indices { sum += titles[group] }
    let mean = sum / (sizes.total + 1)
    for group in titles.indices {
      let number = titles[group]
      sums[group] +=
        number > 0
        ? weight
          * logarithm(
            (number / mean + Self.smoothing) / (sizes.titles[group] + Self.smoothing))
        : weight * sizes.withoutWord[group]
    }
  }

  /// How many titles there are in the languages of a query.
  private struct Sizes {
    /// Of each group.
    var titles: [Float]
    var total: Float
    /// How much less likely a word is in a group that has no title with it.
    var withoutWord: [Float]
  }

  private var sizesOfLanguage: [Sizes?] = [nil, nil, nil]

  private func sizes(_ languages: [Float]) -> Sizes {
    let sure = languages.firstIndex { $0 > 0.95 }
    if let sure, let known = sizesOfLanguage[sure] { return known }
    let parts = sure.map { sure in (0..<3).map { $0 == sure ? 1 : 0 } } ?? languages
    let titles = target.groups.indices.map { group in
      (0..<3).reduce(Float(0)) { $0 + parts[$1] * target.sizes[3 * group + $1] }
    }
    let sizes = Sizes(
      titles: titles, total: max(titles.reduce(0, +), 1),
      withoutWord: titles.map { max(-3, logarithm(Self.smoothing / ($0 + Self.smoothing))) })
    if let sure { sizesOfLanguage[sure] = sizes }
    return sizes
  }

  private func best(_ scores: [Float]) -> [Int] {
    let values = scores.indices.map { scores[$0] + 0.5 * target.priors[$0] }
    var best: [Int] = []
    for group in values.indices where scores[group] > 0.5 {
      if best.count == Self.bestCount, values[group] <= values[best[Self.bestCount - 1]] {
        continue
      }
      let place = best.firstIndex { values[$0] < values[group] } ?? best.count
      best.insert(group, at: place)
      if best.count > Self.bestCount { best.removeLast() }
    }
    return best
  }

  /// How many titles with a stem lead to each group.
  private func counts(_ stem: Int) -> [Count] {
    if let found = known[stem] { return found }
    var places = [Int32](repeating: -1, count: target.groups.count)
    var result: [Count] = []
    for number in Int(index.bagStarts[stem])..<Int(index.bagStarts[stem + 1]) {
      let bag = index.bags[number]
      for link in target.linkRange(Int(bag.group)).map({ target.allLinks[$0] }) {
        if places[link.group] < 0 {
          places[link.group] = Int32(result.count)
          result.append(Count(group: Int32(link.group), titles: 0, heads: 0))
        }
        let place = Int(places[link.group])
        result[place].titles += link.strength * Float(bag.titles) / 4
        result[place].heads += link.strength * Float(bag.heads) / 4
      }
    }
    if known.count < Self.cacheSize { known[stem] = result }
    return result
  }

  /// How many titles that do not count lead to each group.
  private func lost(_ hidden: TitleCoder.Hidden) -> [Int: Float] {
    var result: [Int: Float] = [:]
    for title in hidden.titles {
      for place in index.linkRange(title) {
        let link = index.links[place]
        let group = Int(link.group)
        guard hidden.hides(index.groups[group].classification, link.standing) else { continue }
        for lead in target.linkRange(group).map({ target.allLinks[$0] }) {
          result[lead.group, default: 0] += lead.strength * Float(link.strength) / 255
        }
      }
    }
    return result
  }
}
