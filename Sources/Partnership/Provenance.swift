public import FactTables

/// Where a row of the partnership's data is from.
public struct Provenance: Hashable, Sendable {
  /// The report: its year.
  public let report: String
  /// The lines of the report; empty where the row rests on those of another.
  public let lines: ReportLines
  /// The row of `datasets/sources.csv`.
  public let source: String
  /// What time the row stands for.
  public let asOf: String
  /// How far it is trusted: `high` if printed, less if read out of the report.
  public let confidence: String

  init(_ row: FactRow) {
    report = row["report"]
    lines = ReportLines(row["report_lines"]) ?? ReportLines(ranges: [])
    source = row["source"]
    asOf = row["as_of"]
    confidence = row["confidence"]
  }
}

/// A country that takes part.
public enum PartnerSide: String, Hashable, Sendable, CaseIterable {
  /// Mexico.
  case mexico = "MX"
  /// Canada.
  case canada = "CA"

  /// The name in English.
  public var name: String {
    switch self {
    case .mexico: "Mexico"
    case .canada: "Canada"
    }
  }
}
