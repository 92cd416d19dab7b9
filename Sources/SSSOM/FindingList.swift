import Diagnostics

/// Gathers findings up to a maximum, and counts those beyond it.
struct FindingList {
  private let maximum: Int
  private(set) var findings: [Finding] = []
  private var hidden: [Severity: Int] = [:]

  init(maximum: Int) { self.maximum = max(maximum, 1) }

  /// Whether findings are only counted from here on.
  var isFull: Bool { findings.count >= maximum }

  mutating func add(_ finding: Finding) {
    if findings.count < maximum {
      findings.append(finding)
    } else {
      hidden[finding.severity, default: 0] += 1
    }
  }

  mutating func add(
    _ rule: SSSOMRule,
    at location: SourceLocation?,
    _ message: String,
    help: String? = nil,
    suggestions: [String] = [],
    subjects: [String] = []
  ) {
    guard findings.count < maximum else {
      hidden[rule.severity, default: 0] += 1
      return
    }
    findings.append(
      rule.finding(
        at: location, message, help: help, suggestions: suggestions, subjects: subjects
      )
    )
  }

  /// The findings by place, then one that says how many there are beside them.
  var result: [Finding] {
    let sorted = findings.sortedByLocation()
    guard let worst = hidden.keys.max() else { return sorted }
    let counts = Severity.allCases.reversed().compactMap { severity in
      hidden[severity].map { "\($0) \(severity.rawValue)\($0 == 1 ? "" : "s")" }
    }
    let rule = SSSOMRule.tooManyFindings
    return sorted + [
      Finding(
        rule.id, worst, "not shown: " + counts.joined(separator: ", "), help: rule.help
      )
    ]
  }
}
