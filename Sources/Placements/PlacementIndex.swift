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

  let routes: [LicenceRoute]
  let streams: [MatchFactor]
  let compiled: CompiledOpenings
  let reach: CompiledReach
  let skills: CompiledSkills
  let steps: CompiledSteps
  let targetMasks: [UInt64]

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
    reach = CompiledReach(
      pool.occupations, groups, ties,
      streams: compiled.records.map { [streams] in streams[$0.stream].value },
      ranks: compiled.records.map(\.rank), least: leastEquivalence)
  }

  /// The score of a profile and an opening that one of its codes reaches; 0 if they are no match.
  @inline(__always)
  func score(_ parts: CandidatePool.Parts, _ one: CompiledReach.Entry) -> Double {
    let record = compiled.records[Int(one.opening)]
    guard targetMasks[Int(parts.targets)] & record.jurisdictionMask != 0 else { return 0 }
    let language = skills.value(parts.languages, record.demand)
    guard language > 0 else { return 0 }
    // A group may have several occupations; what is asked of the strictest is what counts.
    var readiness = 1.0
    for place in record.routes {
      readiness = min(readiness, steps.value(parts.steps, compiled.routes[place]))
    }
    return one.bound * readiness * language
  }
}
