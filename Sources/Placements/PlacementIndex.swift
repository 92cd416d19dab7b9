public import Classifications
public import Credentials
public import Diagnostics

/// Openings and candidates, made ready for ranking one against the other.
///
/// A match is the product of four factors of 0...1: equivalence, readiness, language and stream.
public struct PlacementIndex: Sendable {
  /// The openings.
  public let openings: [Opening]
  /// The groups of each opening.
  public let groups: [[OccupationCode]]
  /// The candidates.
  public let pool: CandidatePool
  /// The score of the engine below which a pair is no match.
  public let leastEquivalence: Double

  let ties: CodeTies
  let routes: [LicenceRoute]
  let streams: [MatchFactor]
  let compiled: CompiledOpenings
  let skills: CompiledSkills
  let steps: CompiledSteps
  let targetMasks: [UInt64]
  /// The openings that each set of occupations reaches, the best possible score first.
  let reach: [[Reach]]

  /// An opening that a set of occupations reaches.
  struct Reach {
    let opening: Int32
    let equivalence: Double
    /// No score of the two is above it.
    let bound: Double
  }

  /// Makes ready.
  ///
  /// - Parameters:
  ///   - openings: The openings.
  ///   - groups: The groups of each, none for one that is in no group.
  ///   - settings: What is known of the groups.
  ///   - pool: The candidates.
  ///   - ties: The ties of their codes to the groups.
  ///   - credentials: The recognition of credentials.
  ///   - day: The day that rules are looked up for.
  ///   - leastEquivalence: The score of the engine below which a pair is no match, above 0.
  ///   - anywhere: Whether candidates are matched outside the provinces that they look to.
  public init(
    openings: [Opening], groups: [[OccupationCode]],
    settings: [OccupationCode: OccupationSetting], pool: CandidatePool, ties: CodeTies,
    credentials: CredentialCatalogue, on day: CalendarDate, leastEquivalence: Double = 0.05,
    anywhere: Bool = false
  ) {
    precondition(openings.count == groups.count, "each opening has its groups")
    self.openings = openings
    self.groups = groups
    self.pool = pool
    self.ties = ties
    self.leastEquivalence = leastEquivalence
    var places = PlaceFacts(settings: settings, credentials: credentials, day: day)
    compiled = CompiledOpenings(openings, groups, &places)
    routes = places.routes.values
    streams = places.streams
    steps = CompiledSteps(routes, pool.stepsDone)
    skills = CompiledSkills(openings.map(\.languages), pool.languages)
    let jurisdictions = compiled.jurisdictions
    targetMasks = pool.targets.map { targets in
      guard !targets.isEmpty, !anywhere else { return .max }
      return targets.reduce(0) { mask, target in
        mask | (jurisdictions[target].map { 1 << UInt64($0) } ?? 0)
      }
    }
    reach = Self.reach(
      pool.occupations, groups, ties,
      streams: compiled.records.map { [streams] in streams[$0.stream].value },
      ranks: compiled.records.map(\.rank), least: leastEquivalence)
  }

  private static func reach(
    _ occupations: [[OccupationCode]], _ groups: [[OccupationCode]], _ ties: CodeTies,
    streams: [Double], ranks: [Int32], least: Double
  ) -> [[Reach]] {
    // Openings share few sets of groups, so each is compared once.
    var sets = Interner<[OccupationCode]>()
    let setOfOpening = groups.map { sets.number(of: $0) }
    var openingsOfSet = [[Int32]](repeating: [], count: sets.values.count)
    for (opening, set) in setOfOpening.enumerated() {
      openingsOfSet[Int(set)].append(Int32(opening))
    }
    return occupations.map { codes in
      var found: [Reach] = []
      for (set, groups) in sets.values.enumerated() {
        guard let best = ties.best(of: codes, to: groups), best.tie.score >= least else { continue }
        for opening in openingsOfSet[set] where streams[Int(opening)] > 0 {
          found.append(
            Reach(
              opening: opening, equivalence: best.tie.score,
              bound: best.tie.score * streams[Int(opening)]))
        }
      }
      return found.sorted {
        $0.bound != $1.bound
          ? $0.bound > $1.bound : ranks[Int($0.opening)] < ranks[Int($1.opening)]
      }
    }
  }

  /// The score of a profile and an opening that it reaches.
  @inline(__always)
  func score(_ parts: CandidatePool.Parts, _ one: Reach) -> Double {
    let record = compiled.records[Int(one.opening)]
    guard targetMasks[Int(parts.targets)] & record.jurisdictionMask != 0 else { return 0 }
    let language = skills.value(parts.languages, record.demand)
    guard language > 0 else { return 0 }
    // A group may have several occupations; what is asked of the strictest is what counts.
    var readiness = 1.0
    for route in compiled.routes[record.routes] {
      readiness = min(readiness, steps.value(parts.steps, route))
    }
    return one.bound * readiness * language
  }
}
