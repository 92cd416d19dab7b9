/// Where a candidate's step stands.
public enum StepState: String, Hashable, Sendable, CaseIterable {
  /// Nothing has been done. It is shown as ``blocked`` or ``ready``, which follow from the other steps.
  case notStarted = "not_started"
  /// A step that it depends on is open; follows from the others and is never recorded.
  case blocked
  /// Everything that it depends on is done; follows from the others and is never recorded.
  case ready
  case inProgress = "in_progress"
  case submitted
  case moreInformationNeeded = "more_information_needed"
  /// The body found gaps, which have to be filled first.
  case conditional
  case completed
  case failed
  /// It was completed, and the day up to which that holds has passed; follows from the day.
  case expired
  case waived
  case withdrawn

  /// Whether it can be recorded; the others follow from it, the other steps and the day.
  public var isRecorded: Bool { self != .blocked && self != .ready && self != .expired }

  /// Whether nothing has to be done about it any more.
  public var isDone: Bool { self == .completed || self == .waived }
}

/// Who says or does something, as a role: never a person.
public enum CandidateActor: String, Hashable, Sendable, CaseIterable {
  case candidate
  case officer
  case recruiter
  case regulator
  case assessor
  case school
  case employer
  case other
}
