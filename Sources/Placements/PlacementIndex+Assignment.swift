extension PlacementIndex {
  /// Gives the places of all openings to the candidates so that the sum of scores is the greatest there is.
  ///
  /// Scores count in millionths of a millionth, as whole numbers, so that the sum does not depend on the order of
  /// adding. Of equally good ways one is taken that depends on the data alone.
  ///
  /// - Parameter order: What ``candidateOrder()`` returns.
  /// - Returns: The opening of each candidate by number.
  public func assignment(_ order: CandidateOrder) -> Assignment {
    var first = [Int64](repeating: 0, count: pool.profiles.count)
    for profile in first.indices {
      first[profile] =
        openings(forProfile: profile, limit: 1).first.map { Self.weight($0.score) } ?? 0
    }
    let profiles = pool.profileOfCandidate
    // Whoever has the best chance goes first, which makes for short ways; equal profiles come together.
    let candidates = (0..<Int32(pool.count)).filter { first[Int(profiles[Int($0)])] > 0 }.sorted {
      let (left, right) = (Int(profiles[Int($0)]), Int(profiles[Int($1)]))
      if first[left] != first[right] { return first[left] > first[right] }
      if left != right { return left < right }
      return order.ranks[Int($0)] < order.ranks[Int($1)]
    }
    var cache = EdgeCache()
    return Assignment(candidates: pool.count, order: candidates, places: openings.map(\.places)) {
      cache.edges(of: profiles[Int($0)]) { edges(ofProfile: Int($0)) }
    }
  }

  private static func weight(_ score: Double) -> Int64 { Int64((score * 1e12).rounded()) }

  private func edges(ofProfile profile: Int) -> [Assignment.Edge] {
    let found = allOpenings(forProfile: profile).map {
      Assignment.Edge(opening: $0.number, weight: Self.weight($0.score))
    }
    return found.filter { $0.weight > 0 }.sorted {
      $0.weight != $1.weight ? $0.weight > $1.weight : $0.opening < $1.opening
    }
  }
}

/// The edges of the profiles that were asked for, as many as memory should hold.
private struct EdgeCache {
  private var known: [Int32: [Assignment.Edge]] = [:]
  private var count = 0

  /// About 400 MB.
  private static let most = 25_000_000

  mutating func edges(
    of profile: Int32, _ make: (Int32) -> [Assignment.Edge]
  ) -> [Assignment.Edge] {
    if let edges = known[profile] { return edges }
    let edges = make(profile)
    if count + edges.count > Self.most {
      known.removeAll()
      count = 0
    }
    known[profile] = edges
    count += edges.count
    return edges
  }
}
