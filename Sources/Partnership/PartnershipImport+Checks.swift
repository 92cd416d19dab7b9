import Diagnostics
import FactTables

extension PartnershipImport {
  /// Tables that nobody knows, which would be left behind without a word.
  static func strangers(_ context: Context) -> [Finding] {
    let known = Set(TableDefinition.partnership.map(\.name) + ["sources"])
    return context.files.filter { $0.hasSuffix(".csv") }.sorted().compactMap { file in
      let name = String(file.dropLast(4))
      guard !known.contains(name) else { return nil }
      return Finding(
        "unknown-table", .error,
        at: SourceLocation(file: "\(context.folder)/\(file)", line: 1, column: 1),
        "'\(file)' is no table of the partnership's data",
        help: "use one of \(known.sorted().map { "\($0).csv" }.joined(separator: ", "))")
    }
  }

  /// Gives dates whose reading was left out the one that their words have.
  ///
  /// - Returns: A remark for each that was read, and for each that could not be.
  static func resolveDates(_ tables: inout FactTables) -> [Finding] {
    var remarks: [Finding] = []
    let years = Dictionary(
      tables["reports"].map { ($0["report"], Int($0["year"]) ?? 0) }, uniquingKeysWith: max)
    for table in ["deadlines", "tracker_phases"] {
      for index in tables[table].indices {
        var row = tables[table][index]
        guard row["precision"].isEmpty, row["earliest"].isEmpty, row["latest"].isEmpty else {
          continue
        }
        let date = PrintedDate(row["printed"], reportYear: years[row["report"]] ?? 0)
        row["earliest"] = date.span.earliest?.description ?? ""
        row["latest"] = date.span.latest?.description ?? ""
        row["precision"] = date.span.precision.rawValue
        if row["certainty"].isEmpty { row["certainty"] = date.isTentative ? "tentative" : "firm" }
        tables[table][index] = row
        let isRead = date.span.latest != nil
        remarks.append(
          Finding(
            isRead ? "date-read" : "date-unresolved", isRead ? .note : .warning,
            at: row.location(of: "printed"),
            "'\(row["printed"])' is read as \(date.span) (\(date.span.precision.rawValue))",
            help: "fill in 'earliest', 'latest' and 'precision' if it means something else"))
      }
    }
    return remarks
  }

  /// Reports that are there already, and names that do not begin with the year.
  static func reportFaults(
    _ new: FactTables, old: FactTables, replaces: Bool
  ) -> [Finding] {
    new["reports"].flatMap { row -> [Finding] in
      let id = row["report"]
      var findings: [Finding] = []
      if old.reportNames.contains(id), !replaces {
        findings.append(
          Finding(
            "report-exists", .error, at: row.location(of: "report"),
            "the report of \(id) is there already",
            help: "correct the name, or add '--replace' to put this in its place"))
      }
      if !row["year"].isEmpty, !id.hasPrefix(row["year"]) {
        findings.append(
          Finding(
            "invalid-value", .error, at: row.location(of: "report"),
            "the report '\(id)' does not begin with its year, \(row["year"])",
            help: "name it by its year, such as \(row["year"])"))
      }
      return findings
    }
  }

  static func sourceFaults(_ new: FactTables, sources: Set<String>) -> [Finding] {
    TableDefinition.partnership.flatMap { definition in
      new[definition.name].compactMap { row in
        let source = row["source"]
        guard !source.isEmpty, !sources.contains(source) else { return nil }
        return Finding(
          "unknown-reference", .error, at: row.location(of: "source"),
          "there is no source '\(source)'",
          help: "correct it, or describe it in 'sources.csv' beside the tables")
      }
    }
  }

  /// Meetings that another report gives with another day or place.
  static func meetingRemarks(_ new: FactTables, old: FactTables) -> [Finding] {
    new["meetings"].compactMap { row in
      let other = old["meetings"].first { other in
        other["meeting_no"] == row["meeting_no"] && other["report"] != row["report"]
          && ["start", "end", "host"].contains { other[$0] != row[$0] }
      }
      guard let other else { return nil }
      return Finding(
        "meeting-differs", .warning, at: row.location(of: "start"),
        "meeting \(row["meeting_no"]) is \(row["start"]) to \(row["end"]) here, but \(other["start"]) to \(other["end"]) in the report of \(other["report"])",
        help: "check both reports; each keeps its own")
    }
  }
}
