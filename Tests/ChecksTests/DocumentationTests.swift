import Checks
import Classifications
import Diagnostics
import Foundation
import SSSOM
import Testing

/// `docs/checks.md` has each rule with its severity, its reason and an example.
@Suite struct DocumentationTests {
  private func documented() throws -> [String: [String]] {
    let text = try String(contentsOfFile: "\(Repository.root)docs/checks.md", encoding: .utf8)
    var rows: [String: [String]] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      rows[cells[0].trimmingCharacters(in: ["`"])] = Array(cells.dropFirst())
    }
    return rows
  }

  /// The rules of reading CSV that a file can break.
  static let tableRules = [
    "invalid-utf8", "invalid-encoding", "nul-byte", "unclosed-quote", "stray-quote", "ragged-row",
    "blank-line", "lone-carriage-return", "long-field", "long-record", "missing-column",
    "duplicate-column", "unknown-column", "duplicate-key", "invalid-value", "empty-input",
    "too-many-errors",
  ]

  @Test func hasEachRule() throws {
    let documented = try documented()
    let rules =
      PairRule.allCases.map(\.rawValue) + SSSOMRule.allCases.map(\.rawValue)
      + CodeListQuality.Rule.allCases.map(\.rawValue) + Self.tableRules
      + ["stale-fact", "undated-fact"]
    for rule in rules {
      let cells = documented[rule] ?? []
      #expect(cells.count == 3 && cells.allSatisfy { !$0.isEmpty }, "\(rule)")
    }
    #expect(documented.count == rules.count)
  }

  @Test func hasTheSeverityOfEachRuleOfMappingSets() throws {
    let documented = try documented()
    for rule in SSSOMRule.allCases {
      #expect(documented[rule.rawValue]?.first == rule.severity.rawValue, "\(rule)")
    }
  }
}
