public import Diagnostics

/// Something that happens to a candidate's step.
public struct StepEvent: Hashable, Sendable {
  /// What happens.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case start
    case submit
    /// The body asks for more.
    case requestMore = "request_more"
    case resubmit
    /// The result is positive.
    case complete
    /// The body finds gaps.
    case findGaps = "find_gaps"
    /// The gaps are filled.
    case closeGaps = "close_gaps"
    /// The result is negative.
    case fail
    case retry
    case renew
    case waive
    case withdraw
    /// What was waived or withdrawn by mistake is taken up again.
    case reopen
  }

  /// What happens.
  public var kind: Kind
  /// On which day.
  public var on: CalendarDate
  /// Who says so.
  public var by: CandidateActor
  /// The day by which more information has to be given.
  public var dueOn: CalendarDate?
  /// The last day on which the result holds.
  public var expiresOn: CalendarDate?
  /// How many attempts there are at most.
  public var attemptLimit: Int?
  /// The first day on which it may be tried again.
  public var retryFrom: CalendarDate?
  /// What was paid.
  public var paid: CandidateStep.Payment?
  /// Why; a free text, masked.
  public var reason: String?

  /// Creates an event.
  public init(_ kind: Kind, on day: CalendarDate, by actor: CandidateActor) {
    self.kind = kind
    on = day
    by = actor
  }
}

/// What has to be known of the other steps and the evidence to judge an event.
public struct StepContext: Hashable, Sendable {
  /// The open steps that it waits for, none if it is ready; of each group, one is enough.
  public var blockedBy: [[String]]
  /// The open steps that fill the gaps that were found in it.
  public var openGaps: [String]
  /// Whether there is evidence of it, a receipt included.
  public var hasEvidence: Bool
  /// Whether there is evidence of its result, which a receipt is not.
  public var hasResult: Bool
  /// Whether the step gives evidence at all.
  public var givesEvidence: Bool

  /// Creates a context; without arguments that of a step that is ready and has its evidence.
  public init(
    blockedBy: [[String]] = [], openGaps: [String] = [], hasEvidence: Bool = true,
    hasResult: Bool = true, givesEvidence: Bool = true
  ) {
    self.blockedBy = blockedBy
    self.openGaps = openGaps
    self.hasEvidence = hasEvidence
    self.hasResult = hasResult
    self.givesEvidence = givesEvidence
  }
}

/// Why something cannot be recorded, and what could be; it repeats no free text.
public struct CandidateRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do, without a full stop.
  public let description: String

  init(_ description: String) { self.description = description }
}
