import Diagnostics
import FactTables

/// Checks tables against their definitions: values, references, dates and lines.
struct TableCheck {
  let tables: FactTables

  /// The faults, in the order of their places within each table.
  func findings() -> [Finding] {
    var findings = tables.findings
    let lineCounts = Dictionary(
      tables["reports"].map { ($0["report"], Int($0["lines"]) ?? 0) }, uniquingKeysWith: max)
    for definition in TableDefinition.partnership {
      for row in tables[definition.name] {
        findings += FactTables.valueFaults(of: row)
        findings += orderFaults(of: row)
        findings += lineFaults(of: row, counts: lineCounts)
      }
      findings += tables.referenceFaults(of: definition)
    }
    return findings
  }

  /// Pairs of columns of which the second may not be before the first.
  private static let ordered = [("start", "end"), ("earliest", "latest")]

  private func orderFaults(of row: FactRow) -> [Finding] {
    var findings: [Finding] = []
    for (first, last) in Self.ordered {
      guard let start = CalendarDate(row[first]), let end = CalendarDate(row[last]), start > end
      else { continue }
      findings.append(
        Finding(
          "reversed-dates", .error, at: row.location(of: last),
          "'\(last)' \(end) is before '\(first)' \(start)", help: "correct one of the two"))
    }
    if let low = Double(row["value"]), let high = Double(row["value_max"]), high < low {
      findings.append(
        Finding(
          "reversed-range", .error, at: row.location(of: "value_max"),
          "'value_max' \(row["value_max"]) is below 'value' \(row["value"])",
          help: "write the lower figure in 'value'"))
    }
    let precision = row["precision"]
    if precision == "unresolved", !row["latest"].isEmpty || !row["earliest"].isEmpty {
      findings.append(
        Finding(
          "date-of-unresolved", .error, at: row.location(of: "precision"),
          "the date is 'unresolved' but days are given",
          help: "leave the days empty, or say how closely the words date it"))
    } else if !precision.isEmpty, precision != "unresolved", row["latest"].isEmpty {
      findings.append(
        Finding(
          "missing-value", .error, at: row.location(of: "latest"),
          "'latest' is empty, although the date is resolved",
          help: "write the last day that the words can mean, or 'unresolved' as precision"))
    }
    return findings
  }

  private func lineFaults(of row: FactRow, counts: [String: Int]) -> [Finding] {
    guard let lines = ReportLines(row["report_lines"]), let last = lines.last,
      let count = counts[row["report"]], count > 0, last > count
    else { return [] }
    return [
      Finding(
        "no-such-line", .error, at: row.location(of: "report_lines"),
        "line \(last) is not in the report of \(row["report"]), which has \(count) lines",
        help: "correct the line, or the number of lines in 'reports.csv'")
    ]
  }
}
