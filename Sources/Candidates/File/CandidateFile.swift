import Classifications
public import Diagnostics
public import Tabular

/// Reads the file of a recruitment mission: CSV with one row for each candidate.
///
/// ```swift
/// let (candidates, report) = try CandidateFile.load(path: "mission.csv")
/// ```
///
/// No message repeats a value, because a person's data may stand in the wrong cell; it says where the cell is.
/// Columns whose names say that they tell who somebody is are not read, nor those that nobody may be judged by; what
/// is recognised as such within free texts is masked. No ledger is needed.
public struct CandidateFile {
  /// A candidate of a row.
  public struct Row: Hashable, Sendable {
    /// The candidate, called by the line unless the file has a pseudonym.
    public var candidate: Candidate
    /// The remark, masked; not shown by default.
    public var note: String?
    /// The line.
    public var line: Int
  }

  /// What was found in a file.
  public struct Report: Hashable, Sendable {
    /// How many rows there are.
    public internal(set) var rows = 0
    /// How many of them have no error.
    public internal(set) var accepted = 0
    /// How many have no consent.
    public internal(set) var withoutConsent = 0
    /// How many errors there are.
    public internal(set) var errors = 0
    /// How many warnings there are.
    public internal(set) var warnings = 0
    /// The first ``mostFindings`` errors and warnings, in the order of their places.
    public internal(set) var findings: [Finding] = []
    /// What the columns hold that are not read, such as `CURP`.
    public internal(set) var leftOut: [String] = []

    /// How many findings of each severity are kept.
    public static let mostFindings = 100

    /// Adds a finding, kept if it is among the first of its severity.
    public mutating func add(_ finding: Finding) {
      if finding.severity == .error { errors += 1 } else { warnings += 1 }
      let known = finding.severity == .error ? errors : warnings
      if known <= Self.mostFindings { findings.append(finding) }
    }
  }

  /// The schema of the file.
  public static var schema: TableSchema {
    TableSchema(
      columns: CandidateColumn.allCases.map { .optional($0.rawValue) }, allowsRepeatedColumns: true)
  }

  /// Reads a file row by row.
  ///
  /// - Parameters:
  ///   - path: The path, or `-` for the standard input.
  ///   - options: How the text is read.
  ///   - body: Is called for every row without an error, in order.
  /// - Returns: What was found. Where the header has an error, no row is handed out.
  /// - Throws: `FileError`, or what the function throws.
  public static func read(
    path: String, options: CSVOptions = CSVOptions(), _ body: (Row) throws -> Void
  ) throws -> Report {
    try read(TableReader(path: path, schema: schema, options: options), name: path, body)
  }

  /// Reads bytes row by row.
  ///
  /// - Throws: What the function throws.
  public static func read(
    bytes: [UInt8], name: String, options: CSVOptions = CSVOptions(), _ body: (Row) throws -> Void
  ) throws -> Report {
    try read(
      TableReader(bytes: bytes, name: name, schema: schema, options: options), name: name, body)
  }

  /// Reads a file in which no row may have an error.
  ///
  /// - Returns: The candidates, and what was found.
  /// - Throws: `InvalidInput` with the errors, or `FileError`.
  public static func load(
    path: String, options: CSVOptions = CSVOptions()
  ) throws -> (candidates: [Candidate], report: Report) {
    var candidates: [Candidate] = []
    let report = try read(path: path, options: options) { candidates.append($0.candidate) }
    if report.errors > 0 { throw InvalidInput(report.findings) }
    return (candidates, report)
  }

  private static func read(
    _ reader: consuming TableReader, name: String, _ body: (Row) throws -> Void
  ) throws -> Report {
    var report = Report()
    var isUsable: Bool?
    var references: [String: Int] = [:]
    let faults = try reader.read { row in
      if isUsable == nil {
        isUsable = checkHeader(row.columns, name, into: &report)
      }
      report.rows += 1
      guard isUsable == true else { return }
      var parser = CandidateRowParser(line: row.line)
      parser.read(row)
      if let reference = parser.candidate.reference {
        if let first = references.updateValue(row.line, forKey: reference) {
          parser.fault(
            "duplicate-reference", .reference, "the reference is there already on line \(first)",
            help: "keep one of the two rows", row)
        }
      }
      for finding in parser.findings { report.add(finding) }
      guard !parser.findings.containsErrors else { return }
      report.accepted += 1
      if parser.candidate.consents.isEmpty { report.withoutConsent += 1 }
      try body(Row(candidate: parser.candidate, note: parser.note, line: row.line))
    }
    if isUsable == nil, faults.isEmpty { _ = checkHeader(reader.columns, name, into: &report) }
    for finding in faults { report.add(finding) }
    report.findings = report.findings.sortedByLocation()
    return report
  }

  /// Checks the names of the columns.
  ///
  /// - Returns: Whether the rows can be read.
  static func checkHeader(
    _ columns: [String], _ name: String, into report: inout Report
  ) -> Bool {
    var known: Set<String> = []
    var isUsable = true
    for (index, column) in columns.enumerated() {
      // A file without a header has a person's data here, so not even names of columns are repeated.
      let place = SourceLocation(file: name, line: 1, column: 1)
      let which = "column \(index + 1)"
      if CandidateColumn(rawValue: column) != nil {
        if !known.insert(column).inserted {
          isUsable = false
          report.add(
            Finding(
              "duplicate-column", .error, at: place, "\(which), '\(column)', is there twice",
              help: "remove one of the two"))
        }
      } else if let kind = ColumnNames.unwanted(column) {
        report.leftOut.append(kind)
        report.add(
          Finding(
            "personal-column", .warning, at: place,
            "\(which) holds what is not to be kept (\(kind)); it was not read",
            help: "leave it out of the file"))
      } else {
        isUsable = false
        let near = nearest(to: column)
        report.add(
          Finding(
            "unknown-column", .error, at: place, "\(which) has a name that is not known",
            help: near.map { "remove it, or rename it '\($0)'" }
              ?? "remove it; 'puente candidate import --columns' lists those there are",
            suggestions: near.map { [$0] } ?? []))
      }
    }
    if !known.contains(CandidateColumn.occupations.rawValue) {
      isUsable = false
      report.add(
        Finding(
          "missing-column", .error, at: SourceLocation(file: name, line: 1, column: 1),
          "there is no column 'occupations'",
          help:
            "the first line has to name the columns; 'puente candidate import --columns' lists them"
        ))
    }
    return isUsable
  }

  /// The name of a column that differs in case, blanks or a plural only.
  private static func nearest(to column: String) -> String? {
    func core(_ text: String) -> String {
      String(foldedTitle(text).filter { $0.isLetter || $0.isNumber }.drop { $0 == "_" })
    }
    let wanted = core(column)
    return CandidateColumn.allCases.map(\.rawValue).first {
      let own = core($0)
      return own == wanted || own + "s" == wanted || own == wanted + "s"
    }
  }
}
