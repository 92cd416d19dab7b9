import Classifications

/// Gathers the evidence for each group from the titles that were found, and from the words of its titles.
struct GroupScorer {
  let index: TitleIndex
  let target: TitleTarget

  private typealias Channel = GroupEvidence.Channel

  private struct Gathering {
    var evidence: [GroupEvidence] = []
    var place: [Int32]

    init(count: Int) { place = [Int32](repeating: -1, count: count) }

    mutating func at(_ group: Int) -> Int {
      if place[group] >= 0 { return Int(place[group]) }
      place[group] = Int32(evidence.count)
      evidence.append(GroupEvidence(group: group))
      return evidence.count - 1
    }
  }

  /// The evidence for every group that one of the titles leads to.
  func evidence(for found: TitleCoder.Found, _ bags: WordBags) -> [GroupEvidence] {
    var gathering = Gathering(count: target.groups.count)
    for hit in found.own { add(hit, found.hidden, &gathering) }
    for hit in found.others { add(hit, found.hidden, &gathering) }
    let words = bags.scores(of: found.query, in: target, without: found.hidden)
    for group in words.best { _ = gathering.at(group) }
    var evidence = gathering.evidence
    share(&evidence)
    let isWord = found.query.slots.count { $0.importance == 1 } == 1
    for place in evidence.indices {
      let group = evidence[place].group
      let prior = target.priors[group]
      evidence[place][.prior] = prior
      evidence[place][.priorOfWord] = isWord ? prior : 0
      evidence[place][.words] = words.all[group]
      evidence[place][.wordsOfWord] = isWord ? words.all[group] : 0
      evidence[place][.headWord] = words.head[group]
    }
    return evidence
  }

  /// Makes shares of sums: what the other groups have of the same counts against a group.
  private func share(_ evidence: inout [GroupEvidence]) {
    var all = [Float](repeating: 0, count: evidence.count)
    var heads: Float = 0
    for place in evidence.indices { heads += evidence[place][.headVotes] }
    for channel in Channel.allCases {
      var votes: Float = 0
      var same: Float = 0
      var best: Float = 0
      for place in evidence.indices {
        let own = evidence[place][channel, .votes]
        all[place] += own
        votes += own
        same += evidence[place][channel, .same]
        best = max(best, evidence[place][channel, .best])
      }
      guard votes > 0 else { continue }
      for place in evidence.indices {
        evidence[place][channel, .votes] /= votes
        // One group alone with the title says more than one of several.
        evidence[place][channel, .same] /= max(same, 1)
        if evidence[place][channel, .best] >= 0.999 * best { evidence[place][.firsts] += 1 }
      }
    }
    let total = max(all.reduce(0, +), 1e-9)
    for place in evidence.indices {
      evidence[place][.logVotes] = logarithm(0.01 + all[place] / total)
      evidence[place][.headVotes] /= max(heads, 1e-9)
    }
  }

  private struct Lead {
    let group: Int
    let channel: Channel
    var strength: Float
    let standing: UInt8
  }

  private func add(
    _ hit: TitleRetrieval.Hit, _ hidden: TitleCoder.Hidden?, _ gathering: inout Gathering
  ) {
    let squared = hit.similarity * hit.similarity
    let vote = squared * squared
    var leads: [Lead] = []
    let isHidden = hidden?.titles.contains(hit.title) ?? false
    for place in index.linkRange(hit.title) {
      let link = index.links[place]
      let group = Int(link.group)
      if isHidden, let hidden, hidden.hides(index.groups[group].classification, link) { continue }
      let channel = Channel(target.kinships[group], link)
      for lead in target.links(group) {
        let strength = lead.strength * Float(link.strength) / 255
        // A title that leads to a group twice through a channel does so once, the stronger way.
        if let known = leads.firstIndex(where: { $0.group == lead.group && $0.channel == channel })
        {
          leads[known].strength = max(leads[known].strength, strength)
        } else {
          leads.append(
            Lead(group: lead.group, channel: channel, strength: strength, standing: link.standing))
        }
      }
    }
    for lead in leads {
      let place = gathering.at(lead.group)
      apply(hit, vote, lead, &gathering.evidence[place])
    }
  }

  private func apply(
    _ hit: TitleRetrieval.Hit, _ vote: Float, _ lead: Lead, _ evidence: inout GroupEvidence
  ) {
    let root = lead.strength.squareRoot()
    let similarity = hit.similarity * root
    let channel = lead.channel
    if similarity > evidence[channel, .best] { evidence[channel, .best] = similarity }
    evidence[channel, .votes] += vote * lead.strength
    if hit.isSame, lead.strength > evidence[channel, .same] {
      evidence[channel, .same] = lead.strength
    }
    if hit.sharesHead {
      evidence[.head] = max(evidence[.head], similarity)
      evidence[.headVotes] += lead.strength * hit.similarity
    }
    evidence[.coverage] = max(evidence[.coverage], hit.coverage * root)
    if lead.standing == 0, channel == .own {
      evidence[.groupTitle] = max(evidence[.groupTitle], hit.similarity)
    }
    if lead.standing == UInt8(TitleEntry.Standing.common.rawValue), hit.isSame {
      evidence[.common] = max(evidence[.common], channel == .own ? 1 : lead.strength)
    }
    if evidence.titles.contains(where: { $0.title == hit.title }) { return }
    if evidence.titles.count < 3 || similarity > evidence.titles[2].strength {
      evidence.titles.append((hit.title, similarity))
      evidence.titles.sort { ($1.strength, $0.title) < ($0.strength, $1.title) }
      if evidence.titles.count > 3 { evidence.titles.removeLast() }
    }
  }
}
