import Diagnostics

/// Gathers the findings of one input, up to a maximum.
struct FindingLog {
  private let maximum: Int
  private var findings: [Finding] = []
  private var overflow: Finding?

  /// Whether there was one finding more than is kept, so that reading should stop.
  private(set) var isFull = false

  init(maximum: Int) { self.maximum = max(maximum, 1) }

  /// Whether there is no finding.
  var isEmpty: Bool { findings.isEmpty }

  /// Whether there is any finding except of this rule.
  func hasOthers(than rule: String) -> Bool { findings.contains { $0.rule != rule } }

  /// Takes a finding, an error.
  mutating func report(
    _ rule: String,
    at location: SourceLocation,
    _ message: String,
    help: String,
    suggestions: [String] = []
  ) {
    guard findings.count < maximum else {
      if isFull { return }
      isFull = true
      overflow = Finding(
        "too-many-errors", .error, at: location,
        "more than \(maximum) errors, reading stopped here",
        help: "mend these first, then read the input again"
      )
      return
    }
    findings.append(
      Finding(rule, .error, at: location, message, help: help, suggestions: suggestions)
    )
  }

  /// The findings in the order of their places; at the end, whether there were too many.
  var result: [Finding] { findings.sortedByLocation() + (overflow.map { [$0] } ?? []) }
}
