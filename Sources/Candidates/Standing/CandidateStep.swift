public import Diagnostics

/// What is recorded of a step of the credentials for a candidate.
public struct CandidateStep: Hashable, Sendable {
  /// An amount that was paid.
  public struct Payment: Hashable, Sendable {
    /// The amount in hundredths, so that sums are exact.
    public var hundredths: Int
    /// The currency of ISO 4217.
    public var currency: String

    /// Creates an amount.
    public init(hundredths: Int, currency: String) {
      self.hundredths = hundredths
      self.currency = currency
    }

    /// Reads `750 CAD` or `600.24 CAD`; `nil` for another text.
    public init?(_ text: String) {
      let parts = text.split(separator: " ")
      guard parts.count == 2, ["CAD", "MXN", "USD"].contains(String(parts[1])) else { return nil }
      let number = parts[0].split(separator: ".", omittingEmptySubsequences: false)
      guard (1...2).contains(number.count), (1...9).contains(number[0].count),
        number.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
        let whole = Int(number[0])
      else { return nil }
      var cents = 0
      if number.count == 2 {
        guard (1...2).contains(number[1].count), let value = Int(number[1]) else { return nil }
        cents = number[1].count == 1 ? value * 10 : value
      }
      self.init(hundredths: whole * 100 + cents, currency: String(parts[1]))
    }

    /// The form it is read from.
    public var description: String {
      let cents = hundredths % 100
      let ending = cents == 0 ? "" : ".\(cents < 10 ? "0" : "")\(cents)"
      return "\(hundredths / 100)\(ending) \(currency)"
    }
  }

  /// The step of the credentials, such as `RN-BC-04`.
  public let step: String
  /// Where it stands; always one that can be recorded.
  public internal(set) var state = StepState.notStarted
  /// Since when.
  public internal(set) var since: CalendarDate
  /// The day by which more information has to be given.
  public internal(set) var dueOn: CalendarDate?
  /// The last day on which the result holds; `nil` where it is not known or has no end.
  public internal(set) var expiresOn: CalendarDate?
  /// Which attempt it is, from 1.
  public internal(set) var attempt = 1
  /// How many attempts there are at most; `nil` where it is not known.
  public internal(set) var attemptLimit: Int?
  /// The first day on which it may be tried again; `nil` for at once.
  public internal(set) var retryFrom: CalendarDate?
  /// What was paid.
  public internal(set) var paid: Payment?
  /// Why it was waived, withdrawn or reopened; a free text that is not shown by default.
  public internal(set) var reason: String?
  /// Who said so at last.
  public internal(set) var by: CandidateActor

  init(_ step: String, since: CalendarDate, by: CandidateActor) {
    self.step = step
    self.since = since
    self.by = by
  }

  /// Where it stands on a day: as recorded, or expired from the day after the last on which it holds.
  public func state(on day: CalendarDate) -> StepState {
    if state == .completed, let expiresOn, expiresOn < day { return .expired }
    return state
  }

  /// Whether a failed step can be tried again at all.
  public var canBeRetried: Bool { attemptLimit.map { attempt < $0 } ?? true }
}
