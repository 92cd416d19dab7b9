import Classifications
public import Credentials
public import Diagnostics

/// Where a candidate stands on the way to work in Canada: computed from what is recorded, the credentials and a day.
///
/// ```swift
/// let standing = CandidateStanding(of: candidate, records, in: catalogue, on: day)
/// for place in standing.places { print(place.jurisdiction, place.open.count) }
/// ```
///
/// Every time and fee is as the credentials give it; what they do not give is counted as unknown, never guessed.
public struct CandidateStanding: Hashable, Sendable {
  /// The day.
  public let day: CalendarDate
  /// Where the candidate stands, by occupation and jurisdiction, in the order of the targets.
  public let places: [JurisdictionStanding]

  /// Works out where a candidate stands.
  ///
  /// - Parameters:
  ///   - candidate: The candidate.
  ///   - records: What is recorded of the candidate's steps and evidence.
  ///   - catalogue: The credentials.
  ///   - day: The day by whose rules and times.
  ///   - occupations: The occupations of the credentials; those of ``CredentialCatalogue/occupations(of:)`` if `nil`.
  public init(
    of candidate: Candidate, _ records: CandidateRecords = CandidateRecords(),
    in catalogue: CredentialCatalogue, on day: CalendarDate, as occupations: [String]? = nil
  ) {
    self.day = day
    let places =
      candidate.jurisdictions.isEmpty
      ? catalogue.provinces.map(\.id) : candidate.jurisdictions
    self.places = (occupations ?? catalogue.occupations(of: candidate)).flatMap { occupation in
      places.map { place in
        JurisdictionStanding(
          in: place, as: occupation, hasCedula: candidate.cedula == .yes, records, catalogue,
          on: day)
      }
    }
  }

  /// The places with a way, the nearest first: fewest open steps to the licence, then fewest days, then fewest times
  /// that are not known.
  public var nearest: [JurisdictionStanding] {
    let reachable = places.filter { $0.hasWay && $0.end != nil }
    func rank(_ place: JurisdictionStanding) -> (Int, Int, Int) {
      (place.open.count, place.end?.atLeast ?? 0, place.unknownTimes)
    }
    let order = reachable.indices.sorted {
      let (left, right) = (rank(reachable[$0]), rank(reachable[$1]))
      return left < right || (left == right && $0 < $1)
    }
    return order.map { reachable[$0] }
  }

  /// What ends first; `nil` if nothing that is recorded has an end.
  public var firstExpiry: Expiry? { places.flatMap(\.expiries).min { $0.on < $1.on } }

  /// The steps that can be begun now, each once.
  public var ready: [StepStanding] {
    var known: Set<String> = []
    return places.flatMap(\.ready).filter { known.insert($0.step.id).inserted }
  }
}

extension CredentialCatalogue {
  /// The occupations that a candidate wants to work in, or has worked in where no target is named.
  ///
  /// Codes count that the credentials give for an occupation; a code that is a candidate for a person to judge
  /// counts only where no other leads to one.
  public func occupations(of candidate: Candidate) -> [String] {
    var found: [String] = []
    func add(_ ids: [String]) { found += ids.filter { !found.contains($0) } }
    for target in candidate.targets {
      switch target {
      case .occupation(let id): add(occupation(id).map { [$0.id] } ?? [])
      case .code(let code): add(described(by: code))
      }
    }
    if candidate.targets.isEmpty {
      for code in candidate.occupations { add(described(by: code)) }
    }
    return found
  }

  private func described(by code: OccupationCode) -> [String] {
    let found = occupations(with: code)
    let given = found.filter { occupation in
      occupation.codes.contains { $0.code == code && !$0.isCandidate }
    }
    return (given.isEmpty ? found : given).map(\.id)
  }
}
