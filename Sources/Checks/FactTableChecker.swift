import Classifications
import Diagnostics
import Tabular

/// Checks how old the facts of a table are: fees, rules and steps change, and a fact counts only with the
/// day it was true on.
struct FactTableChecker {
  let today: CalendarDate

  /// How many days a fee is taken as current.
  static let feeLimit = 180
  /// How many days a rule is taken as current.
  static let ruleLimit = 365

  private static let feeColumns: Set<String> = ["fee", "fee_amount", "fee_min", "fee_max", "cost"]
  private static let ruleColumns: Set<String> = [
    "regulated", "requirement_id", "threshold", "step_id", "step", "stream_id", "valid_from",
  ]

  /// Whether a table holds dated facts: it has a column `as_of` and one of fees or rules.
  static func recognises(_ columns: [String]) -> Bool {
    columns.contains("as_of") && !feeColumns.union(ruleColumns).isDisjoint(with: columns)
  }

  /// Whether a table can be nothing else, although its column `source` could be the side of a pair: it
  /// has the pages that facts are from.
  static func isCertain(of columns: [String]) -> Bool {
    recognises(columns) && columns.contains("source_ref")
  }

  func check(_ table: Table) -> [Finding] {
    guard let asOf = table.columns.firstIndex(of: "as_of") else { return [] }
    let fees = table.columns.indices.filter { Self.feeColumns.contains(table.columns[$0]) }
    return table.rows.compactMap { row in
      let place = row.location(of: asOf)
      let hasFee = fees.contains { !row.values[$0].isEmpty }
      let (limit, kind) = hasFee ? (Self.feeLimit, "a fee") : (Self.ruleLimit, "a rule")
      guard let day = Self.lastDay(in: row.values[asOf]) else {
        let text =
          row.values[asOf].isEmpty ? "the fact has no date" : "'\(row.values[asOf])' names no day"
        return Finding(
          "undated-fact", .warning, at: place, "\(text), so it may be out of date",
          help: "look it up again and write the day as 2026-11-24"
        )
      }
      let age = day.days(until: today)
      guard age > limit else { return nil }
      return Finding(
        "stale-fact", .warning, at: place,
        "\(kind) of \(row.values[asOf]) is \(age) days old, more than \(limit)",
        help: "look it up again and write the day"
      )
    }
  }

  /// The last day that a date such as `2024`, `2024-06` or `2024-06-30` may mean.
  static func lastDay(in text: String) -> CalendarDate? {
    if let day = CalendarDate(text) { return day }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    switch (parts.count, parts.first ?? nil, parts.dropFirst().first ?? nil) {
    case (1, let year?, _) where text.utf8.count == 4:
      return CalendarDate(year: year, month: 12, day: 31)
    case (2, let year?, let month?) where text.utf8.count == 7:
      return (28...31).reversed().lazy.compactMap {
        CalendarDate(year: year, month: month, day: $0)
      }.first
    default: return nil
    }
  }
}
