import Classifications
import Correspondences

/// Why a candidate and an opening match as well as they do.
public struct MatchReasons: Hashable, Sendable {
  /// How strongly the candidate's occupation is tied to that of the opening.
  public let equivalence: MatchFactor
  /// How far the candidate is on the way to a licence.
  public let readiness: MatchFactor
  /// How near the candidate's languages come to what is asked.
  public let language: MatchFactor
  /// How open the ways to a work permit are.
  public let stream: MatchFactor

  /// The factors with their names, in order.
  public var all: [(name: String, factor: MatchFactor)] {
    [
      ("equivalence", equivalence), ("readiness", readiness), ("language", language),
      ("stream", stream),
    ]
  }

  /// The product of the factors.
  public var score: Double {
    equivalence.value * stream.value * readiness.value * language.value
  }
}

extension PlacementIndex {
  /// Why a profile and an opening match as well as they do.
  ///
  /// - Parameters:
  ///   - profile: The number of the profile in the pool.
  ///   - opening: The number of the opening.
  /// - Returns: The factors, whose product is the score that the opening is ranked by.
  public func reasons(forProfile profile: Int, opening: Int) -> MatchReasons {
    let parts = pool.profiles[profile]
    let done = Set(pool.stepsDone[Int(parts.steps)])
    let record = compiled.records[opening]
    let readiness = compiled.routes[record.routes].map { routes[$0].readiness(done) }
    return MatchReasons(
      equivalence: equivalence(ofSet: Int(parts.occupations), opening: opening),
      // Of equals the first.
      readiness: readiness.reduce(readiness[0]) { $1.value < $0.value ? $1 : $0 },
      language: openings[opening].languages.fit(of: pool.languages[Int(parts.languages)]),
      stream: streams[record.stream])
  }

  func equivalence(ofSet set: Int, opening: Int) -> MatchFactor {
    guard !pool.occupations[set].isEmpty else {
      return MatchFactor(unknown: "the candidate's occupation is not known")
    }
    guard let best = reach.best(ofSet: set, opening: opening) else {
      return MatchFactor(0, "no table leads from the candidate's occupation to the opening's")
    }
    if best.code == best.group { return MatchFactor(1, "\(best.code) on both sides") }
    let relation = best.tie.relation.rawValue.dropFirst("skos:".count)
    let kind = best.tie.isProbability ? "" : " by tables alone"
    return MatchFactor(
      best.tie.score, "\(best.code) leads to \(best.group) (\(relation)\(kind))")
  }
}

/// Names a factor: two matches with the same key have the same factor.
public struct MatchFactorKey: Hashable, Sendable {
  private let factor: Int8
  private let candidate: Int32
  private let opening: Int32

  init(_ factor: Int8, _ candidate: Int32, _ opening: Int32) {
    self.factor = factor
    self.candidate = candidate
    self.opening = opening
  }
}

extension PlacementIndex {
  /// The key of a factor of a match.
  ///
  /// - Parameters:
  ///   - place: The place of the factor in ``MatchReasons/all``.
  ///   - profile: The number of the profile.
  ///   - opening: The number of the opening.
  /// - Returns: The key.
  public func factorKey(_ place: Int, forProfile profile: Int, opening: Int) -> MatchFactorKey {
    let parts = pool.profiles[profile]
    let record = compiled.records[opening]
    return switch place {
    case 0: MatchFactorKey(0, parts.occupations, reach.set(of: opening))
    case 1: MatchFactorKey(1, parts.steps, Int32(record.stream))
    case 2: MatchFactorKey(2, parts.languages, Int32(record.demand))
    default: MatchFactorKey(3, 0, Int32(record.stream))
    }
  }
}
