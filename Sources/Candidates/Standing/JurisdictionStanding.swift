public import Credentials
public import Diagnostics

/// A step as it stands for a candidate.
public struct StepStanding: Hashable, Sendable {
  /// The step of the credentials.
  public let step: Step
  /// Where it stands on the day.
  public let state: StepState
  /// What is recorded of it; `nil` if nothing is.
  public let record: CandidateStep?
  /// Whether it counts as done because a cédula is held, though nothing is recorded of it.
  public let isImplied: Bool
  /// Whether it is passed over: it is asked for only in cases that have not come up.
  public let isSkipped: Bool
  /// The open steps that it waits for; of each group, one is enough.
  public let blockedBy: [[String]]
  /// When it can begin; `nil` if never.
  public let start: TimeSpan?
  /// When it is done; `nil` if never.
  public let end: TimeSpan?
  /// What it still takes once it can begin.
  public let own: TimeSpan

  /// Whether something is left to do about it.
  public var isOpen: Bool { !state.isDone && !isSkipped }
}

/// What is left to pay, by currency; amounts of different currencies are never added.
public struct RemainingCost: Hashable, Sendable {
  /// The known fees, from the lowest to the highest.
  public let known: [Amount]
  /// How many open steps have no fee that is known.
  public let unknown: Int
  /// How many open steps have one.
  public let counted: Int

  /// An amount of a currency.
  public struct Amount: Hashable, Sendable {
    /// The currency of ISO 4217.
    public let currency: String
    /// From the lowest to the highest.
    public let range: ClosedRange<Double>

    /// Creates an amount.
    public init(currency: String, range: ClosedRange<Double>) {
      self.currency = currency
      self.range = range
    }
  }

  init(_ steps: [StepStanding]) {
    let unpaid = steps.filter { $0.isOpen && $0.record?.paid == nil }
    known = StepPlan.knownFees(of: unpaid.map(\.step)).map {
      Amount(currency: $0.currency, range: $0.amount)
    }
    counted = unpaid.count { $0.step.fee?.amount != nil }
    unknown = unpaid.count - counted
  }
}

/// Evidence that has an end, and the step that needs it.
public struct Expiry: Hashable, Sendable {
  /// What ends.
  public enum Subject: Hashable, Sendable {
    /// The result of a step, by its name.
    case step(String)
    /// Evidence, by its number.
    case evidence(Int)
  }

  /// What ends.
  public let subject: Subject
  /// The last day on which it holds.
  public let on: CalendarDate
  /// The step that needs it last; `nil` if none does any more.
  public let neededBy: String?
  /// Whether it ends before that step can begin.
  public let endsBeforeNeeded: Certainty
}

/// Where a candidate stands in a jurisdiction.
public struct JurisdictionStanding: Hashable, Sendable {
  /// The jurisdiction.
  public let jurisdiction: String
  /// The occupation, by the credentials' name.
  public let occupation: String
  /// Whether the occupation is regulated there on the day.
  public let regulation: RegulationAnswer
  /// Whether the data have a way there.
  public let hasWay: Bool
  /// The steps to the licence, in order: recognition, and the papers it builds on.
  public let steps: [StepStanding]
  /// The steps beside it: other papers, the work permit and entry.
  public let others: [StepStanding]
  /// Steps that are passed over as long as nobody asks for them.
  public let optional: [StepStanding]
  /// Whether the licence, or where there is none every step, is there.
  public let isDone: Bool
  /// When the steps to the licence are done; `nil` if never, or if the data have no way.
  public let end: TimeSpan?
  /// The chain of open steps that takes longest, the first first.
  public let criticalPath: [StepStanding]
  /// What is left to pay up to the licence.
  public let cost: RemainingCost
  /// What is left to pay for the steps beside it.
  public let otherCost: RemainingCost
  /// Whether the licence can be had within four months, as some work permits ask.
  public let withinFourMonths: Certainty
  /// What ends and when, the first first.
  public let expiries: [Expiry]

  /// Whether a licence or another registration is asked for at the end.
  public var endsInLicence: Bool { regulation.regulated != .no }

  /// The open steps to the licence.
  public var open: [StepStanding] { steps.filter(\.isOpen) }

  /// The steps that can be begun now, those beside the licence included.
  public var ready: [StepStanding] { (steps + others).filter { $0.state == .ready } }

  /// How many of the open steps to the licence can be done from Mexico, partly, and not.
  public var fromMexico: (yes: Int, partly: Int, no: Int) {
    func count(_ answer: Step.FromMexico) -> Int { open.count { $0.step.fromMexico == answer } }
    return (count(.yes), count(.partly), count(.no))
  }

  /// How many of the open steps to the licence have no time that is known.
  public var unknownTimes: Int { open.count { $0.own.atMost == nil } }
}
