import Diagnostics
public import Tabular

/// A part of a row that can be read without the others.
public enum CandidatePart: Int, Hashable, Sendable, CaseIterable {
  case occupations
  case cedula
  case languages
  case jurisdictions
  case consent
  case retention

  /// The columns of the part, and those among them that have nothing but a day, whose days do not matter.
  var columns: (all: [CandidateColumn], days: Set<CandidateColumn>) {
    switch self {
    case .occupations: ([.occupations], [])
    case .cedula: ([.cedula], [])
    case .languages:
      (
        [
          .languages, .englishTest, .englishListening, .englishReading, .englishWriting,
          .englishSpeaking, .englishDate, .frenchTest, .frenchListening, .frenchReading,
          .frenchWriting, .frenchSpeaking, .frenchDate,
        ], [.englishDate, .frenchDate]
      )
    case .jurisdictions: ([.targetProvinces], [])
    case .consent:
      (
        [
          .consentPurposes, .consentRecipients, .consentDate, .consentWithdrawn, .noticeVersion,
          .noticeLanguage,
        ], []
      )
    case .retention: ([.retainUntil], [])
    }
  }
}

extension CandidateFile {
  /// Reads only the parts of rows that matching needs, each different one once, for files of many rows.
  ///
  /// Studies, experience, references and free texts are not looked at; ``read(path:options:_:)`` does that. The
  /// days of language tests are checked and not kept.
  ///
  /// - Parameters:
  ///   - path: The path, or `-` for the standard input.
  ///   - options: How the text is read.
  ///   - make: Makes what is kept of a part, from a candidate of whom nothing but the part is known.
  ///   - body: Is called for every row without an error, in order, with what was made of each part.
  /// - Returns: What was found. Where the header has an error, no row is handed out.
  /// - Throws: `FileError`, or what a function throws.
  public static func readParts<Made>(
    path: String, options: CSVOptions = CSVOptions(),
    make: (CandidatePart, Candidate) throws -> Made,
    _ body: (CandidateID, [Made]) throws -> Void
  ) throws -> Report {
    let reader = try TableReader(path: path, schema: schema, options: options)
    return try readParts(reader, name: path, make: make, body)
  }

  /// Reads bytes in memory, as ``readParts(path:options:make:_:)`` reads a file.
  ///
  /// - Throws: What a function throws.
  public static func readParts<Made>(
    bytes: [UInt8], name: String, make: (CandidatePart, Candidate) throws -> Made,
    _ body: (CandidateID, [Made]) throws -> Void
  ) throws -> Report {
    let reader = TableReader(bytes: bytes, name: name, schema: schema)
    return try readParts(reader, name: name, make: make, body)
  }

  private static func readParts<Made>(
    _ reader: consuming TableReader, name: String,
    make: (CandidatePart, Candidate) throws -> Made,
    _ body: (CandidateID, [Made]) throws -> Void
  ) throws -> Report {
    var report = Report()
    var isUsable: Bool?
    var memos = CandidatePart.allCases.map { PartMemo<Made>($0) }
    var parts: [Made] = []
    let faults = try reader.read { row in
      if isUsable == nil { isUsable = checkHeader(row.columns, name, into: &report) }
      report.rows += 1
      guard isUsable == true else { return }
      parts.removeAll(keepingCapacity: true)
      let errors = report.errors
      var id = CandidateID(row: row.line)
      if !row.isEmpty(CandidateColumn.id.index) {
        var parser = CandidateRowParser(line: row.line)
        parser.identifier(row)
        for finding in parser.findings { report.add(finding) }
        id = parser.candidate.id
      }
      for index in memos.indices {
        if let made = try memos[index].part(row, make, into: &report) { parts.append(made) }
      }
      guard report.errors == errors else { return }
      report.accepted += 1
      try body(id, parts)
    }
    if isUsable == nil, faults.isEmpty { _ = checkHeader(reader.columns, name, into: &report) }
    for finding in faults { report.add(finding) }
    report.findings = report.findings.sortedByLocation()
    return report
  }
}

/// What was made of each different text of a part.
private struct PartMemo<Made> {
  private let part: CandidatePart
  private let columns: [(index: Int, isDay: Bool)]
  private var texts = ByteInterner()
  /// `nil` for a text with an error, which is told at each place.
  private var made: [Made?] = []
  private var key: [UInt8] = []

  init(_ part: CandidatePart) {
    self.part = part
    let (all, days) = part.columns
    columns = all.map { ($0.index, days.contains($0)) }
  }

  /// What was made of the part of a row; `nil` if it has an error.
  mutating func part(
    _ row: borrowing TableRow, _ make: (CandidatePart, Candidate) throws -> Made,
    into report: inout CandidateFile.Report
  ) throws -> Made? {
    key.removeAll(keepingCapacity: true)
    for (index, isDay) in columns {
      if isDay, !row.isEmpty(index), CalendarDate(row[index]) != nil {
        // UTF-8 has no such byte.
        key.append(0xFF)
      } else {
        var own = key
        key = []
        row.withUTF8(index) { bytes in
          for place in bytes.indices { own.append(bytes[place]) }
        }
        key = own
      }
      // No field has such a sign in it and is sound.
      key.append(0x00)
    }
    let (number, isNew) = texts.number(of: key)
    if !isNew, let known = made[number] { return known }
    var parser = CandidateRowParser(line: row.line)
    parser.read(row, only: part)
    for finding in parser.findings { report.add(finding) }
    let result = parser.findings.containsErrors ? nil : try make(part, parser.candidate)
    if isNew { made.append(result) }
    return result
  }
}
