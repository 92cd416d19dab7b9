import Classifications

/// Gathers the evidence for each group from the titles that were found, and from the words of its titles.
///
/// It keeps working memory, so each thread has its own, for one target.
final class GroupScorer {
  let index: TitleIndex
  let target: TitleTarget
  private let bags: WordBags
  private var memory: Memory

  private typealias Channel = GroupEvidence.Channel
  private static var width: Int { GroupEvidence.count }

  /// What is used anew for every query; one value, so that no step has to ask who else uses it.
  private struct Memory {
    var evidence = GroupEvidence()
    /// Where each group of the target is in the evidence; -1 if it is not.
    var places: [Int32]
    /// For each group and channel, the last title that led there, by its turn, and how strongly.
    var turns: [Int32]
    var strengths: [Float]
    var turn: Int32 = 0

    mutating func at(_ group: Int) -> Int {
      if places[group] < 0 {
        places[group] = Int32(evidence.groups.count)
        evidence.groups.append(group)
        for _ in 0..<width { evidence.values.append(0) }
      }
      return Int(places[group]) * width
    }
  }

  init(_ index: TitleIndex, _ target: TitleTarget) {
    self.index = index
    self.target = target
    bags = WordBags(index, target)
    let size = target.groups.count * GroupEvidence.channelCount
    memory = Memory(
      places: [Int32](repeating: -1, count: target.groups.count),
      turns: [Int32](repeating: 0, count: size), strengths: [Float](repeating: 0, count: size))
  }

  /// The evidence for every group that one of the titles leads to.
  func evidence(for found: TitleCoder.Found) -> GroupEvidence {
    gather(found, &memory)
    let evidence = memory.evidence
    for group in evidence.groups { memory.places[group] = -1 }
    memory.evidence.groups.removeAll(keepingCapacity: true)
    memory.evidence.values.removeAll(keepingCapacity: true)
    return evidence
  }

  private func gather(_ found: TitleCoder.Found, _ memory: inout Memory) {
    for hit in found.own { add(hit, found.hidden, &memory) }
    for hit in found.others { add(hit, found.hidden, &memory) }
    let words = bags.scores(of: found.query, without: found.hidden)
    for group in words.best { _ = memory.at(group) }
    share(&memory.evidence)
    let isWord = found.query.slots.count { $0.importance == 1 } == 1
    for place in memory.evidence.groups.indices {
      let group = memory.evidence.groups[place]
      let base = place * Self.width
      func set(_ feature: GroupEvidence.Feature, _ value: Float) {
        memory.evidence.values[base + GroupEvidence.place(feature)] = value
      }
      set(.prior, target.priors[group])
      set(.priorOfWord, isWord ? target.priors[group] : 0)
      set(.words, words.all[group])
      set(.wordsOfWord, isWord ? words.all[group] : 0)
      set(.headWord, words.head[group])
      set(.headOfWord, isWord ? words.head[group] : 0)
      guard isWord else { continue }
      var same: Float = 0
      for channel in Channel.allCases {
        same += memory.evidence.values[base + GroupEvidence.place(channel, .same)]
      }
      set(.sameOfWord, same)
    }
  }

  /// Makes shares of sums: what the other groups have of the same counts against a group.
  private func share(_ evidence: inout GroupEvidence) {
    let bases = evidence.groups.indices.map { $0 * Self.width }
    let (logVotes, headVotes) = (GroupEvidence.place(.logVotes), GroupEvidence.place(.headVotes))
    let firsts = GroupEvidence.place(.firsts)
    var heads: Float = 0
    for base in bases { heads += evidence.values[base + headVotes] }
    for channel in Channel.allCases {
      let best = GroupEvidence.place(channel, .best)
      let same = GroupEvidence.place(channel, .same)
      let votes = GroupEvidence.place(channel, .votes)
      var sums = (votes: Float(0), same: Float(0), best: Float(0))
      for base in bases {
        evidence.values[base + logVotes] += evidence.values[base + votes]
        sums.votes += evidence.values[base + votes]
        sums.same += evidence.values[base + same]
        sums.best = max(sums.best, evidence.values[base + best])
      }
      guard sums.votes > 0 else { continue }
      for base in bases {
        evidence.values[base + votes] /= sums.votes
        // One group alone with the title says more than one of several.
        evidence.values[base + same] /= max(sums.same, 1)
        if evidence.values[base + best] >= 0.999 * sums.best { evidence.values[base + firsts] += 1 }
      }
    }
    var total: Float = 0
    for base in bases { total += evidence.values[base + logVotes] }
    for base in bases {
      evidence.values[base + logVotes] = logarithm(
        0.01 + evidence.values[base + logVotes] / max(total, 1e-9))
      evidence.values[base + headVotes] /= max(heads, 1e-9)
    }
  }

  private func add(
    _ hit: TitleRetrieval.Hit, _ hidden: TitleCoder.Hidden?, _ memory: inout Memory
  ) {
    let squared = hit.similarity * hit.similarity
    let vote = squared * squared
    let isHidden = hidden?.titles.contains(hit.title) ?? false
    memory.turn &+= 1
    for place in index.linkRange(hit.title) {
      let link = index.links[place]
      let group = Int(link.group)
      if isHidden, let hidden, hidden.hides(index.groups[group].classification, link.standing) {
        continue
      }
      let channel = Channel(target.kinships[group], link)
      for number in target.linkRange(group) {
        let lead = target.allLinks[number]
        let strength = lead.strength * Float(link.strength) / 255
        // A title that leads to a group twice through a channel does so once, the stronger way.
        let key = lead.group * GroupEvidence.channelCount + channel.rawValue
        let known = memory.turns[key] == memory.turn ? memory.strengths[key] : 0
        guard strength > known else { continue }
        memory.turns[key] = memory.turn
        memory.strengths[key] = strength
        let base = memory.at(lead.group)
        apply(
          hit, vote * (strength - known), strength, strength - known, channel, link.standing, base,
          &memory.evidence.values)
      }
    }
  }

  private func apply(
    _ hit: TitleRetrieval.Hit, _ vote: Float, _ strength: Float, _ gain: Float,
    _ channel: Channel, _ standing: UInt8, _ base: Int, _ values: inout [Float]
  ) {
    func raise(_ place: Int, _ value: Float) {
      if value > values[base + place] { values[base + place] = value }
    }
    let root = strength.squareRoot()
    let similarity = hit.similarity * root
    raise(GroupEvidence.place(channel, .best), similarity)
    values[base + GroupEvidence.place(channel, .votes)] += vote
    if hit.isSame { raise(GroupEvidence.place(channel, .same), strength) }
    if hit.sharesHead {
      raise(GroupEvidence.place(.head), similarity)
      values[base + GroupEvidence.place(.headVotes)] += gain * hit.similarity
    }
    raise(GroupEvidence.place(.coverage), hit.coverage * root)
    if standing == 0, channel == .own { raise(GroupEvidence.place(.groupTitle), hit.similarity) }
    if standing == UInt8(TitleEntry.Standing.common.rawValue), hit.isSame {
      raise(GroupEvidence.place(.common), channel == .own ? 1 : strength)
    }
  }

  /// The titles that speak most for a group, by number, the best first; three at most.
  func titles(of group: Int, in found: TitleCoder.Found) -> [Int] {
    var best: [(title: Int, strength: Float)] = []
    for hit in found.own + found.others {
      var most: Float = 0
      for place in index.linkRange(hit.title) {
        let link = index.links[place]
        for number in target.linkRange(Int(link.group)) where target.allLinks[number].group == group
        {
          most = max(most, target.allLinks[number].strength * Float(link.strength) / 255)
        }
      }
      if most > 0 { best.append((hit.title, hit.similarity * most.squareRoot())) }
    }
    best.sort { ($1.strength, $0.title) < ($0.strength, $1.title) }
    return best.prefix(3).map(\.title)
  }
}
