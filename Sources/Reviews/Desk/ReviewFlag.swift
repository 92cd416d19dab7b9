public import Diagnostics
import Ledgers
import Storage

/// Something that a check found in a pair.
public struct ReviewFlag: Hashable, Sendable {
  /// The rule, such as `probable-slip`.
  public let rule: String
  /// How much it matters.
  public let severity: Severity
  /// What was found.
  public let message: String

  /// Creates a flag.
  public init(rule: String, severity: Severity, message: String) {
    self.rule = rule
    self.severity = severity
    self.message = message
  }
}

extension ReviewDesk {
  /// The flags that were raised for a pair, the worst first.
  ///
  /// - Throws: `DatabaseError`.
  public func flags(of link: ReviewLink) throws -> [ReviewFlag] {
    try ledger.database.rows(
      "SELECT rule, severity, message FROM review_flag WHERE link = ? ORDER BY rule, message",
      [.text(link.id)]
    ) { row in
      ReviewFlag(
        rule: row.text(0), severity: Severity(rawValue: row.text(1)) ?? .warning,
        message: row.text(2))
    }.enumerated().sorted { left, right in
      (right.element.severity, left.offset) < (left.element.severity, right.offset)
    }.map(\.element)
  }

  /// Replaces the flags of a pair.
  ///
  /// - Throws: `DatabaseError`.
  public func setFlags(_ flags: [ReviewFlag], of id: String) throws {
    try ledger.database.execute("DELETE FROM review_flag WHERE link = ?", [.text(id)])
    for flag in Set(flags) {
      try ledger.database.execute(
        "INSERT INTO review_flag VALUES (?, ?, ?, ?)",
        [.text(id), .text(flag.rule), .text(flag.message), .text(flag.severity.rawValue)])
    }
  }

  /// The rules of all flags, with the number of pairs that each was raised for.
  ///
  /// - Throws: `DatabaseError`.
  public func flagCounts() throws -> [(rule: String, count: Int)] {
    try ledger.database.rows(
      "SELECT rule, count(DISTINCT link) FROM review_flag GROUP BY rule ORDER BY rule"
    ) { ($0.text(0), $0.integer(1)) }
  }
}
