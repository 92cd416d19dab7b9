public import Classifications

/// What matching knows of a candidate: nothing that names a person.
public struct CandidateProfile: Hashable, Sendable {
  /// The codes of the occupations, of any classification; none if they are not known.
  public var occupations: [OccupationCode]
  /// What is known of languages, each language once.
  public var languages: [KnownLanguage]
  /// The steps of recognition that are done, by name; see `Step`.
  public var stepsDone: [String]
  /// The provinces and territories that the candidate looks to; none if any will do.
  public var targets: [String]

  /// Creates a profile, whose parts are put in order so that equal profiles are the same.
  public init(
    occupations: [OccupationCode], languages: [KnownLanguage] = [], stepsDone: [String] = [],
    targets: [String] = []
  ) {
    self.occupations = Array(Set(occupations)).sorted()
    self.languages = languages.sorted { $0.language < $1.language }
    self.stepsDone = Array(Set(stepsDone)).sorted()
    self.targets = Array(Set(targets)).sorted()
  }
}

/// Candidates by number, kept small: their names, and their profiles in four parts, each different one once.
public struct CandidatePool: Sendable {
  /// A profile by the numbers of its parts.
  public struct Parts: Hashable, Sendable {
    /// The place of its occupations in ``CandidatePool/occupations``.
    public let occupations: Int32
    /// The place of its languages in ``CandidatePool/languages``.
    public let languages: Int32
    /// The place of its steps in ``CandidatePool/stepsDone``.
    public let steps: Int32
    /// The place of its targets in ``CandidatePool/targets``.
    public let targets: Int32

    /// Takes each part from a profile that has it.
    public init(occupations: Self, languages: Self, steps: Self, targets: Self) {
      self.init(
        occupations: occupations.occupations, languages: languages.languages, steps: steps.steps,
        targets: targets.targets)
    }

    init(occupations: Int32, languages: Int32, steps: Int32, targets: Int32) {
      self.occupations = occupations
      self.languages = languages
      self.steps = steps
      self.targets = targets
    }
  }

  /// The names, by number.
  public private(set) var names: [String] = []
  /// The number of each candidate's profile.
  public private(set) var profileOfCandidate: [Int32] = []
  /// The different profiles.
  public private(set) var profiles: [Parts] = []
  /// The different sets of occupations.
  public var occupations: [[OccupationCode]] { occupationSets.values }
  /// The different sets of languages.
  public var languages: [[KnownLanguage]] { languageSets.values }
  /// The different sets of steps.
  public var stepsDone: [[String]] { stepSets.values }
  /// The different sets of targets.
  public var targets: [[String]] { targetSets.values }

  private var numbers: [Parts: Int32] = [:]
  private var occupationSets = Interner<[OccupationCode]>()
  private var languageSets = Interner<[KnownLanguage]>()
  private var stepSets = Interner<[String]>()
  private var targetSets = Interner<[String]>()

  /// Creates an empty pool.
  public init() {}

  /// How many candidates there are.
  public var count: Int { names.count }

  /// Takes a candidate in.
  ///
  /// - Parameters:
  ///   - name: The pseudonym.
  ///   - profile: What is known.
  public mutating func add(_ name: String, _ profile: CandidateProfile) {
    add(name, parts(of: profile))
  }

  /// Takes in what is known of a candidate, without the candidate.
  public mutating func parts(of profile: CandidateProfile) -> Parts {
    Parts(
      occupations: occupationSets.number(of: profile.occupations),
      languages: languageSets.number(of: profile.languages),
      steps: stepSets.number(of: profile.stepsDone),
      targets: targetSets.number(of: profile.targets))
  }

  /// Takes a candidate in, whose parts have been.
  public mutating func add(_ name: String, _ parts: Parts) {
    names.append(name)
    if let known = numbers[parts] {
      profileOfCandidate.append(known)
    } else {
      let number = Int32(profiles.count)
      numbers[parts] = number
      profiles.append(parts)
      profileOfCandidate.append(number)
    }
  }

  /// The profile of a candidate by number.
  public func profile(of candidate: Int) -> CandidateProfile {
    let parts = profiles[Int(profileOfCandidate[candidate])]
    return CandidateProfile(
      occupations: occupations[Int(parts.occupations)], languages: languages[Int(parts.languages)],
      stepsDone: stepsDone[Int(parts.steps)], targets: targets[Int(parts.targets)])
  }
}

/// Gives equal values one number.
struct Interner<Value: Hashable & Sendable>: Sendable {
  private(set) var values: [Value] = []
  private var numbers: [Value: Int32] = [:]

  mutating func number(of value: Value) -> Int32 {
    if let known = numbers[value] { return known }
    let number = Int32(values.count)
    numbers[value] = number
    values.append(value)
    return number
  }
}
