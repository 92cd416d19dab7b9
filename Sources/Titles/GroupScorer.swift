/// Gathers the evidence for each group from the titles that were found.
struct GroupScorer {
  let index: TitleIndex
  let target: TitleTarget

  private struct Gathering {
    var evidence: [GroupEvidence] = []
    var place: [Int: Int] = [:]

    mutating func at(_ group: Int) -> Int {
      if let known = place[group] { return known }
      place[group] = evidence.count
      evidence.append(GroupEvidence(group: group))
      return evidence.count - 1
    }
  }

  /// The evidence for every group that one of the titles leads to.
  func evidence(
    for query: TitleQuery, _ own: [TitleRetrieval.Hit], _ others: [TitleRetrieval.Hit]
  ) -> [GroupEvidence] {
    var gathering = Gathering()
    add(own, isOwn: true, &gathering)
    add(others, isOwn: false, &gathering)
    var evidence = gathering.evidence
    var totals = (own: Float(0), carried: Float(0), head: Float(0))
    var same = (own: Float(0), carried: Float(0))
    for item in evidence {
      totals.own += item[.ownVotes]
      totals.carried += item[.carriedVotes]
      totals.head += item[.headVotes]
      same.own += item[.ownSame]
      same.carried += item[.carriedSame]
    }
    let isWord = query.slots.count { $0.importance == 1 } == 1
    for place in evidence.indices {
      let all = evidence[place][.ownVotes] + evidence[place][.carriedVotes]
      let total = totals.own + totals.carried
      evidence[place][.logVotes] = logarithm(0.01 + (total > 0 ? all / total : 0))
      evidence[place][.ownVotes] /= max(totals.own, 1e-9)
      evidence[place][.carriedVotes] /= max(totals.carried, 1e-9)
      evidence[place][.headVotes] /= max(totals.head, 1e-9)
      // One group alone with the title says more than one of several.
      evidence[place][.ownSame] /= max(same.own, 1)
      evidence[place][.carriedSame] /= max(same.carried, 1)
      let prior = target.priors[evidence[place].group]
      evidence[place][.prior] = prior
      evidence[place][.priorOfWord] = isWord ? prior : 0
    }
    return evidence
  }

  private func add(_ hits: [TitleRetrieval.Hit], isOwn: Bool, _ gathering: inout Gathering) {
    for hit in hits {
      let squared = hit.similarity * hit.similarity
      let vote = squared * squared
      var best: [Int: (strength: Float, isOwn: Bool, standing: UInt8)] = [:]
      for link in index.linkRange(hit.title).map({ index.links[$0] }) {
        let group = Int(link.group)
        let own = target.isOwn[group]
        for lead in target.links[group] ?? [] {
          let strength = lead.strength * Float(link.strength) / 255
          if let known = best[lead.group], known.isOwn && !own || known.strength >= strength {
            continue
          }
          best[lead.group] = (strength, own && link.standing != 15, link.standing)
        }
      }
      for (group, link) in best.sorted(by: { $0.key < $1.key }) {
        let place = gathering.at(group)
        apply(hit, vote, link, &gathering.evidence[place])
      }
    }
  }

  private func apply(
    _ hit: TitleRetrieval.Hit, _ vote: Float,
    _ link: (strength: Float, isOwn: Bool, standing: UInt8), _ evidence: inout GroupEvidence
  ) {
    let root = link.strength.squareRoot()
    let similarity = hit.similarity * root
    if link.isOwn {
      evidence[.ownBest] = max(evidence[.ownBest], similarity)
      evidence[.ownVotes] += vote * link.strength
      if hit.isSame { evidence[.ownSame] = max(evidence[.ownSame], link.strength) }
    } else {
      evidence[.carriedBest] = max(evidence[.carriedBest], similarity)
      evidence[.carriedVotes] += vote * link.strength
      if hit.isSame { evidence[.carriedSame] = max(evidence[.carriedSame], link.strength) }
    }
    if hit.sharesHead {
      evidence[.head] = max(evidence[.head], similarity)
      evidence[.headVotes] += link.strength * hit.similarity
    }
    evidence[.coverage] = max(evidence[.coverage], hit.coverage * root)
    if link.standing == 0, link.isOwn {
      evidence[.groupTitle] = max(evidence[.groupTitle], hit.similarity)
    }
    if link.standing == UInt8(TitleEntry.Standing.common.rawValue), hit.isSame {
      evidence[.common] = max(evidence[.common], link.isOwn ? 1 : link.strength)
    }
    if evidence.titles.count < 3 || similarity > evidence.titles[2].strength {
      evidence.titles.append((hit.title, similarity))
      evidence.titles.sort { ($1.strength, $0.title) < ($0.strength, $1.title) }
      if evidence.titles.count > 3 { evidence.titles.removeLast() }
    }
  }
}
