import Candidates
import Credentials
import Diagnostics
import FactTables
import Rendering

/// What standings say, in words for an officer.
enum CandidateWording {
  /// When something can be done: `between 2026-12-05 and 2027-01-10`, `2026-12-05 or later, the latest day is not known`.
  static func days(_ span: TimeSpan?, from day: CalendarDate) -> String {
    guard let span else { return "never, as things stand" }
    let (first, last) = span.days(from: day)
    guard let last else {
      return span.atLeast == 0
        ? "not known, no time of these steps is"
        : "not before \(first); the latest day is not known"
    }
    if span.atLeast == 0, first != last { return "\(last) at the latest" }
    return first == last ? "\(first)" : "between \(first) and \(last)"
  }

  /// The same in a cell: `2026-12-05..2027-01-10`, `2026-12-05..`, `unknown`.
  static func cell(_ span: TimeSpan?, from day: CalendarDate) -> String {
    guard let span else { return "never" }
    let (first, last) = span.days(from: day)
    guard let last else { return span.atLeast == 0 ? "unknown" : "\(first).." }
    return first == last ? "\(first)" : "\(first)..\(last)"
  }

  /// An amount: `CAD 120 to 650`, `MXN 1773`.
  static func amount(_ amount: RemainingCost.Amount) -> String {
    func number(_ value: Double) -> String {
      value == value.rounded() ? fixed(value, decimals: 0) : fixed(value, decimals: 2)
    }
    let (low, high) = (number(amount.range.lowerBound), number(amount.range.upperBound))
    return "\(amount.currency) \(low == high ? low : "\(low) to \(high)")"
  }

  /// What is left to pay, with what is not known.
  static func cost(_ cost: RemainingCost) -> String {
    let all = cost.counted + cost.unknown
    guard all > 0 else { return "nothing" }
    let known = cost.known.map(amount).joined(separator: " and ")
    if cost.unknown == 0 { return known }
    let fees = "the fees of \(cost.unknown) of \(all) open steps are not known"
    return known.isEmpty ? "not known: \(fees)" : "\(known) at least; \(fees)"
  }

  /// The same in a cell: `CAD 750 + 9 unknown`.
  static func cell(_ cost: RemainingCost) -> String {
    let unknown = cost.unknown > 0 ? ["\(cost.unknown) unknown"] : []
    let parts = cost.known.map(amount) + unknown
    return parts.isEmpty ? "-" : parts.joined(separator: " + ")
  }

  /// What a step waits for: `A and B or C`.
  static func blockers(_ groups: [[String]]) -> String {
    groups.map { $0.joined(separator: " or ") }.joined(separator: " and ")
  }

  /// A state for people.
  static func state(_ state: StepState) -> String {
    state.rawValue.replacing("_", with: " ")
  }

  /// What a step takes, in the numbers of the data: `5 days`, `unknown`.
  static func own(_ span: TimeSpan) -> String {
    guard let most = span.atMost else {
      return span.atLeast > 0 ? "\(span.atLeast) days or more" : "unknown"
    }
    if span.atLeast == 0, most > 0 { return "\(most) days at most" }
    return span.atLeast == most ? "\(most) days" : "\(span.atLeast) to \(most) days"
  }

  /// The fee of a step.
  static func fee(_ step: Step) -> String {
    guard let fee = step.fee else { return "unknown" }
    guard let range = fee.amount else { return "\(fee.printed) \(fee.currency)" }
    return amount(RemainingCost.Amount(currency: fee.currency, range: range))
  }

  /// What ends, and whether before it is needed.
  static func expiry(_ expiry: Expiry) -> String {
    let what =
      switch expiry.subject {
      case .step(let name): "the result of \(name)"
      case .evidence(let number): "evidence \(number)"
      }
    guard let step = expiry.neededBy else {
      return "\(expiry.on): \(what) ends; no open step needs it"
    }
    let needed =
      switch expiry.endsBeforeNeeded {
      case .yes: "BEFORE \(step), which needs it, can begin"
      case .no: "after \(step), which needs it, can begin"
      case .unknown: "perhaps before \(step), which needs it, can begin: its day is not known"
      }
    return "\(expiry.on): \(what) ends, \(needed)"
  }
}
