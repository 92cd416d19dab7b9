public import Credentials
public import Diagnostics

/// What changes if a step were completed first.
public struct WhatIf: Hashable, Sendable {
  /// The step.
  public let step: String
  /// Where it stands now; ``StepState/blocked`` says that others would have to be done before it.
  public let state: StepState
  /// The open steps that it waits for now.
  public let blockedBy: [[String]]
  /// Where the candidate stands now, in the places the step is of.
  public let before: [JurisdictionStanding]
  /// Where the candidate would stand, in the same order.
  public let after: [JurisdictionStanding]
  /// The steps that could be begun then and cannot now.
  public let opened: [StepStanding]
  /// The nearest place now, by occupation and jurisdiction; `nil` if there is none.
  public let nearestBefore: JurisdictionStanding?
  /// The nearest place then.
  public let nearestAfter: JurisdictionStanding?

  /// Works out what changes.
  ///
  /// - Parameters:
  ///   - step: The step, which counts as completed on the day without an end.
  ///   - candidate: The candidate.
  ///   - records: What is recorded.
  ///   - catalogue: The credentials.
  ///   - day: The day.
  ///   - occupations: The occupations of the credentials.
  /// - Throws: ``CandidateRefusal`` if the step is none of the candidate's, or nothing is left to do about it.
  public init(
    completing step: String, for candidate: Candidate, _ records: CandidateRecords,
    in catalogue: CredentialCatalogue, on day: CalendarDate, as occupations: [String]
  ) throws(CandidateRefusal) {
    let now = CandidateStanding(
      of: candidate, records, in: catalogue, on: day, as: occupations)
    func find(_ place: JurisdictionStanding) -> StepStanding? {
      (place.steps + place.others + place.optional).first { $0.step.id == step }
    }
    guard let own = now.places.lazy.compactMap(find).first else {
      throw CandidateRefusal("this is no step on the candidate's ways")
    }
    guard !own.state.isDone else {
      throw CandidateRefusal("\(step) is '\(own.state.rawValue)' already, so nothing would change")
    }
    var done = records
    var record = CandidateStep(step, since: day, by: .other)
    record.state = .completed
    done.steps[step] = record
    let then = CandidateStanding(of: candidate, done, in: catalogue, on: day, as: occupations)
    let pairs = zip(now.places, then.places).filter { find($0.0) != nil }
    let ready = Set(now.ready.map(\.step.id))
    self.step = step
    state = own.state
    blockedBy = own.blockedBy
    before = pairs.map(\.0)
    after = pairs.map(\.1)
    opened = then.ready.filter { !ready.contains($0.step.id) && $0.step.id != step }
    nearestBefore = now.nearest.first
    nearestAfter = then.nearest.first
  }
}
