extension PlacementIndex {
  /// The best openings for a profile.
  ///
  /// - Parameters:
  ///   - profile: The number of the profile in the pool.
  ///   - limit: How many.
  /// - Returns: The openings by number, the best first; of equal ones the first by name.
  public func openings(forProfile profile: Int, limit: Int) -> [Ranked] {
    let parts = pool.profiles[profile]
    let codes = reach.codesOfSet[Int(parts.occupations)]
    var top = TopList(limit: limit)
    for (place, code) in codes.enumerated() {
      for one in reach.entries[Int(code)] {
        guard top.admits(one.bound) else { break }
        let score = score(parts, one)
        if score > 0, top.admits(score), reach.isBest(place, in: codes, one) {
          top.insert(one.opening, score, rank: compiled.records[Int(one.opening)].rank)
        }
      }
    }
    return top.entries.map(\.ranked)
  }

  /// All openings that a profile matches, in no order.
  func allOpenings(forProfile profile: Int) -> [Ranked] {
    let parts = pool.profiles[profile]
    let codes = reach.codesOfSet[Int(parts.occupations)]
    var found: [Ranked] = []
    for (place, code) in codes.enumerated() {
      for one in reach.entries[Int(code)] where reach.isBest(place, in: codes, one) {
        let score = score(parts, one)
        if score > 0 { found.append(Ranked(number: one.opening, score: score)) }
      }
    }
    return found
  }

  /// What ranking candidates needs beside the index.
  public struct CandidateOrder: Sendable {
    /// A code that reaches an opening, with its place among those that the code reaches.
    struct Reaching {
      let code: Int32
      let place: Int32
      let bound: Double
    }

    /// A profile with a code, and the place of the code in it.
    struct Holder {
      let profile: Int32
      let place: Int32
    }

    /// The place of each candidate by name.
    let ranks: [Int32]
    /// The candidates of each profile, by name.
    let candidates: [[Int32]]
    /// The profiles of each code.
    let holders: [[Holder]]
    /// The codes that reach each opening, the best bound first.
    let reaching: [[Reaching]]
  }

  /// Puts the candidates in order; that of their names decides between equals, shorter ones first.
  public func candidateOrder() -> CandidateOrder {
    let names = pool.names
    let order = names.indices.sorted {
      let (left, right) = (names[$0].utf8.count, names[$1].utf8.count)
      if left != right { return left < right }
      return names[$0] != names[$1] ? names[$0] < names[$1] : $0 < $1
    }
    var ranks = [Int32](repeating: 0, count: names.count)
    var candidates = [[Int32]](repeating: [], count: pool.profiles.count)
    for (rank, candidate) in order.enumerated() {
      ranks[candidate] = Int32(rank)
      candidates[Int(pool.profileOfCandidate[candidate])].append(Int32(candidate))
    }
    var holders = [[CandidateOrder.Holder]](repeating: [], count: reach.entries.count)
    for (profile, parts) in pool.profiles.enumerated() {
      for (place, code) in reach.codesOfSet[Int(parts.occupations)].enumerated() {
        holders[Int(code)].append(.init(profile: Int32(profile), place: Int32(place)))
      }
    }
    var reaching = [[CandidateOrder.Reaching]](repeating: [], count: openings.count)
    for (code, all) in reach.entries.enumerated() {
      for (place, one) in all.enumerated() {
        reaching[Int(one.opening)].append(
          .init(code: Int32(code), place: Int32(place), bound: one.bound))
      }
    }
    for opening in reaching.indices {
      reaching[opening].sort { $0.bound != $1.bound ? $0.bound > $1.bound : $0.code < $1.code }
    }
    return CandidateOrder(
      ranks: ranks, candidates: candidates, holders: holders, reaching: reaching)
  }

  /// The best candidates for an opening.
  ///
  /// - Parameters:
  ///   - opening: The number of the opening.
  ///   - limit: How many.
  ///   - order: What ``candidateOrder()`` returns.
  /// - Returns: The candidates by number, the best first; of equal ones the first by name.
  public func candidates(
    forOpening opening: Int, limit: Int, _ order: CandidateOrder
  ) -> [Ranked] {
    var top = TopList(limit: limit)
    for reaching in order.reaching[opening] {
      guard top.admits(reaching.bound) else { break }
      let one = reach.entries[Int(reaching.code)][Int(reaching.place)]
      for holder in order.holders[Int(reaching.code)] {
        let parts = pool.profiles[Int(holder.profile)]
        let score = score(parts, one)
        guard score > 0, top.admits(score),
          reach.isBest(
            Int(holder.place), in: reach.codesOfSet[Int(parts.occupations)], one)
        else { continue }
        // The candidates are in order, so that after the first that does not get in none does.
        for candidate in order.candidates[Int(holder.profile)] {
          guard top.insert(candidate, score, rank: order.ranks[Int(candidate)]) else { break }
        }
      }
    }
    return top.entries.map(\.ranked)
  }
}
