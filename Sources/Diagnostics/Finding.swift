/// How much a finding matters.
public enum Severity: String, Hashable, Sendable, CaseIterable {
  /// Worth knowing; nothing has to be done.
  case note
  /// Probably wrong, or right only with a condition: a person should judge.
  case warning
  /// Wrong, or not usable as it stands.
  case error
}

extension Severity: Comparable {
  /// Orders from note to error.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// Something that was found in a user's data: what, where, and what to do about it.
///
/// Findings are data: the library returns them, and whoever called decides what they mean.
public struct Finding: Hashable, Sendable {
  /// The rule that found it, in kebab case, such as `invalid-code`; documented in `docs/checks.md`.
  public var rule: String

  /// How much it matters.
  public var severity: Severity

  /// Where it is, unless it concerns the input as a whole and no place can be named.
  public var location: SourceLocation?

  /// What was found: one sentence without a full stop, values in single quotes.
  public var message: String

  /// What to do about it, without a full stop; empty if there is nothing to say.
  public var help: String

  /// Values that would mend it, best first, in the notation of the field they would replace.
  public var suggestions: [String]

  /// What it is about, such as codes in CURIE form (`noc2016:3012`), for programs that read findings.
  public var subjects: [String]

  /// Creates a finding.
  public init(
    _ rule: String,
    _ severity: Severity,
    at location: SourceLocation? = nil,
    _ message: String,
    help: String = "",
    suggestions: [String] = [],
    subjects: [String] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.location = location
    self.message = message
    self.help = help
    self.suggestions = suggestions
    self.subjects = subjects
  }
}

extension Finding: CustomStringConvertible {
  /// The finding as a compiler prints it: `file:line:column: error[rule]: message`, then a line of
  /// help where there is one.
  public var description: String {
    let place = location.map { "\($0): " } ?? ""
    let first = "\(place)\(severity.rawValue)[\(rule)]: \(message)"
    return help.isEmpty ? first : "\(first)\n  help: \(help)"
  }
}

extension Sequence<Finding> {
  /// The findings in the order of their places, those without a place first; stable otherwise.
  ///
  /// - Complexity: O(*n* log *n*), where *n* is the number of findings; O(*n*) if they are in order.
  public func sortedByLocation() -> [Finding] {
    let findings = Array(self)
    func isBefore(_ left: Int, _ right: Int) -> Bool {
      switch (findings[left].location, findings[right].location) {
      case (let a?, let b?): a < b
      case (nil, _?): true
      default: false
      }
    }
    let isInOrder = findings.indices.dropFirst().allSatisfy { !isBefore($0, $0 - 1) }
    // Places in the array are cheaper to move than findings.
    guard !isInOrder else { return findings }
    let order = findings.indices.sorted { isBefore($0, $1) || !isBefore($1, $0) && $0 < $1 }
    return order.map { findings[$0] }
  }

  /// Whether any finding is an error.
  public var containsErrors: Bool { contains { $0.severity == .error } }
}

/// Thrown when an input has faults that make it unusable; carries every one that was found.
public struct InvalidInput: Error, Hashable, Sendable, CustomStringConvertible {
  /// The faults, at least one of which is an error.
  public let findings: [Finding]

  /// Creates an error from the faults of an input.
  public init(_ findings: [Finding]) { self.findings = findings }

  /// Every fault, one after the other.
  public var description: String { findings.map(\.description).joined(separator: "\n") }
}
