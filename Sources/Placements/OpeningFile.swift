import Diagnostics
public import Tabular

/// Reads a file of openings.
public enum OpeningFile {
  /// The columns, in the order in which ``header`` has them.
  enum Column: Int, CaseIterable {
    case opening, occupation, jurisdiction, languages, teer, places, opens, closes
  }

  /// The names of the columns and what is to be written in each.
  public static let columns: [(name: String, isRequired: Bool, help: String)] = [
    (
      "opening", true,
      "A name for it: 1 to 64 letters, digits, '-', '.' and '_', a letter or digit first."
    ),
    ("occupation", true, "A code with its classification, such as noc2021:31301, or a title."),
    ("jurisdiction", true, "The province or territory by ISO 3166-2, such as CA-ON."),
    (
      "languages", false,
      "What is asked: 'en:7', 'en:7;fr:5' (both), 'en:7 or fr:7', 'none'; empty if that is not known. Levels of CLB or NCLC 1 to 12, or A1 to C2."
    ),
    ("teer", false, "The TEER 0 to 5, if it is known; it chooses among the groups of a title."),
    ("places", true, "How many people it takes, from 1 on."),
    ("opens", false, "The first day it is open, such as 2026-11-28."),
    ("closes", false, "The last day it is open."),
  ]

  /// The greatest number of places of an opening.
  public static let mostPlaces = 1_000_000

  /// The columns that a file has to have; other columns are left alone.
  public static let schema = TableSchema(
    columns: columns.map { TableSchema.Column($0.name, isRequired: $0.isRequired) },
    key: ["opening"])

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The path, or `-` for the standard input.
  ///   - jurisdictions: The codes of the provinces and territories.
  ///   - options: How the text is read.
  /// - Returns: The openings, in the order of the file.
  /// - Throws: `InvalidInput` with every fault, or `FileError` if the file cannot be read.
  public static func openings(
    path: String, jurisdictions: [String], options: CSVOptions = CSVOptions()
  ) throws -> [Opening] {
    var reader = try TableReader(path: path, schema: schema, options: options)
    return try openings(&reader, jurisdictions)
  }

  /// Reads bytes in memory.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - name: The name of the input for places, as the user knows it.
  ///   - jurisdictions: The codes of the provinces and territories.
  /// - Returns: The openings, in the order of the file.
  /// - Throws: `InvalidInput` with every fault.
  public static func openings(
    bytes: [UInt8], name: String, jurisdictions: [String]
  ) throws -> [Opening] {
    var reader = TableReader(bytes: bytes, name: name, schema: schema)
    return try openings(&reader, jurisdictions)
  }

  private static func openings(
    _ reader: inout TableReader, _ jurisdictions: [String]
  ) throws -> [Opening] {
    var faults = OpeningFaults()
    var openings: [Opening] = []
    let known = Set(jurisdictions)
    let findings = try reader.read { row in
      if let opening = opening(row, known, &faults) { openings.append(opening) }
    }
    let all = (findings + faults.findings).sortedByLocation()
    if all.containsErrors { throw InvalidInput(all) }
    return openings
  }

  /// The opening of a row; `nil` if the row has a fault.
  private static func opening(
    _ row: borrowing TableRow, _ jurisdictions: Set<String>, _ faults: inout OpeningFaults
  ) -> Opening? {
    let before = faults.count
    let id = row[Column.opening.rawValue]
    if !isName(id) {
      faults.report(
        .opening, row, "use 1 to 64 letters, digits, '-', '.' and '_', a letter or digit first")
    }
    let occupation = row[Column.occupation.rawValue]
    if occupation.allSatisfy(\.isWhitespace) {
      faults.report(.occupation, row, "write a code such as noc2021:31301, or a title")
    }
    let jurisdiction = row[Column.jurisdiction.rawValue]
    if !jurisdictions.contains(jurisdiction) {
      faults.report(
        .jurisdiction, row, "use one of \(jurisdictions.sorted().joined(separator: ", "))")
    }
    let languages = LanguageDemand(row[Column.languages.rawValue])
    if languages == nil {
      faults.report(
        .languages, row, "write 'en:7', 'en:7;fr:5', 'en:7 or fr:7' or 'none', or leave it empty")
    }
    let teer = row[Column.teer.rawValue]
    if !teer.isEmpty, !["0", "1", "2", "3", "4", "5"].contains(teer) {
      faults.report(.teer, row, "write 0 to 5, or leave it empty")
    }
    let places = number(row[Column.places.rawValue])
    if places == nil {
      faults.report(.places, row, "write a whole number from 1 to \(mostPlaces)")
    }
    let days = [Column.opens, .closes].map { column -> CalendarDate? in
      let text = row[column.rawValue]
      let day = CalendarDate(text)
      if day == nil, !text.isEmpty {
        faults.report(column, row, "write a day of the calendar such as 2026-11-28")
      }
      return day
    }
    if let opens = days[0], let closes = days[1], closes < opens {
      faults.report(
        .closes, row, "the last day is before the first; write it in the form 2026-11-28")
    }
    guard faults.count == before, let languages, let places else { return nil }
    return Opening(
      id: id, occupation: occupation, jurisdiction: jurisdiction, languages: languages,
      teer: Int(teer), places: places, opens: days[0], closes: days[1],
      location: row.location(of: Column.occupation.rawValue))
  }

  private static func isName(_ text: String) -> Bool {
    // A sign at the beginning would make a spreadsheet take it for a formula.
    (1...64).contains(text.utf8.count) && ![0x2D, 0x2E, 0x5F].contains(text.utf8.first)
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F
      }
  }

  private static func number(_ text: String) -> Int? {
    guard (1...7).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text), (1...mostPlaces).contains(number)
    else { return nil }
    return number
  }
}

/// The faults of the rows of openings.
///
/// What the file has there is not repeated: people write names where they do not belong.
private struct OpeningFaults {
  private(set) var findings: [Finding] = []
  private(set) var count = 0

  /// The number of faults after which no more are kept.
  private static let most = 100

  mutating func report(_ column: OpeningFile.Column, _ row: borrowing TableRow, _ help: String) {
    count += 1
    guard count <= Self.most else { return }
    let name = OpeningFile.columns[column.rawValue].name
    let isMissing = row.isEmpty(column.rawValue)
    findings.append(
      Finding(
        isMissing ? "missing-value" : "invalid-value", .error,
        at: row.location(of: column.rawValue),
        isMissing ? "there is no '\(name)'" : "this cannot stand in '\(name)'", help: help))
    if count == Self.most {
      findings.append(
        Finding(
          "too-many-errors", .error, at: row.location(of: column.rawValue),
          "\(Self.most) errors, the others are not told",
          help: "mend these first, then read the file again"))
    }
  }
}
