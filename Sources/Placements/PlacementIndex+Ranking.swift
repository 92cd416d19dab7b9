extension PlacementIndex {
  /// The best openings for a profile.
  ///
  /// - Parameters:
  ///   - profile: The number of the profile in the pool.
  ///   - limit: How many.
  /// - Returns: The openings by number, the best first; of equal ones the first by name.
  public func openings(forProfile profile: Int, limit: Int) -> [Ranked] {
    let parts = pool.profiles[profile]
    var top = TopList(limit: limit)
    for one in reach[Int(parts.occupations)] {
      guard top.admits(one.bound) else { break }
      let score = score(parts, one)
      if score > 0, top.admits(score) {
        top.insert(one.opening, score, rank: compiled.records[Int(one.opening)].rank)
      }
    }
    return top.entries.map(\.ranked)
  }

  /// What ranking candidates needs beside the index.
  public struct CandidateOrder: Sendable {
    /// The place of each candidate by name.
    let ranks: [Int32]
    /// The candidates of each profile, by name.
    let candidates: [[Int32]]
    /// The profiles of each set of occupations.
    let profiles: [[Int32]]
    /// The sets of occupations that reach each opening, the best bound first.
    let reached: [[(occupations: Int32, place: Int32, bound: Double)]]
  }

  /// Puts the candidates in order; that of their names decides between equals.
  public func candidateOrder() -> CandidateOrder {
    let names = pool.names
    let order = names.indices.sorted {
      names[$0] != names[$1] ? names[$0] < names[$1] : $0 < $1
    }
    var ranks = [Int32](repeating: 0, count: names.count)
    var candidates = [[Int32]](repeating: [], count: pool.profiles.count)
    for (rank, candidate) in order.enumerated() {
      ranks[candidate] = Int32(rank)
      candidates[Int(pool.profileOfCandidate[candidate])].append(Int32(candidate))
    }
    var profiles = [[Int32]](repeating: [], count: pool.occupations.count)
    for (number, parts) in pool.profiles.enumerated() {
      profiles[Int(parts.occupations)].append(Int32(number))
    }
    var reached = [[(occupations: Int32, place: Int32, bound: Double)]](
      repeating: [], count: openings.count)
    for (occupations, all) in reach.enumerated() {
      for (place, one) in all.enumerated() {
        reached[Int(one.opening)].append((Int32(occupations), Int32(place), one.bound))
      }
    }
    for opening in reached.indices {
      reached[opening].sort {
        $0.bound != $1.bound ? $0.bound > $1.bound : $0.occupations < $1.occupations
      }
    }
    return CandidateOrder(
      ranks: ranks, candidates: candidates, profiles: profiles, reached: reached)
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
    for (occupations, place, bound) in order.reached[opening] {
      guard top.admits(bound) else { break }
      let one = reach[Int(occupations)][Int(place)]
      for profile in order.profiles[Int(occupations)] {
        let score = score(pool.profiles[Int(profile)], one)
        guard score > 0, top.admits(score) else { continue }
        // The candidates are in order, so that after the first that does not get in none does.
        for candidate in order.candidates[Int(profile)] {
          guard top.insert(candidate, score, rank: order.ranks[Int(candidate)]) else { break }
        }
      }
    }
    return top.entries.map(\.ranked)
  }
}
