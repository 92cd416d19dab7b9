public import Classifications
public import Diagnostics
public import ReferenceData
public import Tabular

/// Reads a table of pairs as somebody wrote it: a column for each side, with codes, titles or both.
///
/// The report's own table has cells such as `3011 Nursing coordinators and supervisors`; other lists have
/// codes and titles in columns of their own, or CURIEs in `source_id` and `target_id`. Which
/// classification a column is in is read from its header (`noc2016`, `SINCO 2011 code`), from CURIEs,
/// from a version column, or else from which version has most of the codes and titles.
public struct PairFile: Sendable {
  /// The rows.
  public let pairs: [PrintedPair]
  /// What was found while reading, such as a version that had to be inferred.
  public let findings: [Finding]

  /// Whether a header is that of a table of pairs.
  ///
  /// - Parameter columns: The columns of the file.
  /// - Returns: Whether there are columns for two sides.
  public static func recognises(_ columns: [String]) -> Bool {
    SideColumns.find(in: columns) != nil
  }

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - table: The table, as read from the file.
  ///   - catalogue: The code tables.
  ///   - versions: The classifications that the user names for a family, such as `noc` in `noc2011`.
  /// - Throws: ``InvalidInput`` if the file is not a table of pairs, or ``FileError``.
  public init(
    _ table: Table, catalogue: Catalogue, versions: [ClassificationID] = []
  ) throws {
    guard let (left, right) = SideColumns.find(in: table.columns) else {
      let place = SourceLocation(file: table.name, line: 1, column: 1)
      throw InvalidInput([
        Finding(
          "unknown-table", .error, at: place, "the columns are not those of a table of pairs",
          help:
            "name one column for each side after its classification, such as 'noc2016' and 'sinco2011'"
        )
      ])
    }
    var findings: [Finding] = []
    let readers = try [left, right].map { columns in
      try SideReader(columns, table, catalogue, versions: versions, &findings)
    }
    let review = ReviewColumns(table.columns)
    let name = table.columns.firstIndex {
      ["link_id", "row", "id", "pair_id"].contains($0.lowercased())
    }
    self.pairs = table.rows.compactMap { row in
      let sides = readers.map { $0.side(row) }
      guard let left = sides[0], let right = sides[1] else {
        let empty = sides[0] == nil ? readers[0] : readers[1]
        findings.append(
          Finding(
            "missing-code", .error, at: row.location(of: empty.place),
            "the row has nothing on the side of \(empty.name)",
            help: "write the code, or delete the row"
          )
        )
        return nil
      }
      return PrintedPair(
        name: name.map { row.values[$0] } ?? "", left: left, right: right,
        review: review.standing(row)
      )
    }
    self.findings = findings
  }
}

/// The columns of one side of a table of pairs.
struct SideColumns: Hashable {
  /// The family, such as `noc`; `nil` where CURIEs say it.
  let family: String?
  /// The year of the version where the header has it.
  let year: String
  /// The column of codes, or of cells with codes and titles.
  let code: Int
  /// The column of titles, if they have their own.
  let title: Int?
  /// The column that names the version, if there is one.
  let version: Int?

  private static let families = ["noc", "cnp", "nocs", "sinco", "isco", "ciuo", "soc"]

  /// Finds the two sides of a table in its header: of the columns that could be a side's codes, the
  /// printed ones come before resolved ones.
  static func find(in columns: [String]) -> (SideColumns, SideColumns)? {
    let words = columns.map { foldedTitle($0).split(separator: " ").map(String.init) }
    if let source = columns.firstIndex(where: { ["source_id", "subject_id"].contains($0) }),
      let target = columns.firstIndex(where: { ["target_id", "object_id"].contains($0) })
    {
      func side(_ code: Int, _ label: [String]) -> SideColumns {
        SideColumns(
          family: nil, year: "", code: code, title: columns.firstIndex { label.contains($0) },
          version: nil
        )
      }
      return (
        side(source, ["source_title", "source_label", "subject_label"]),
        side(target, ["target_title", "target_label", "object_label"])
      )
    }
    var sides: [SideColumns] = []
    for (index, header) in words.enumerated() {
      guard let (family, year) = family(of: header), isCode(header) else { continue }
      let isSame = { (side: SideColumns) in side.family == family && side.year == year }
      guard !sides.contains(where: isSame) else { continue }
      func column(_ accept: ([String]) -> Bool) -> Int? {
        words.firstIndex { other in
          self.family(of: other).map { $0 == (family, year) } ?? false && accept(other)
        }
      }
      sides.append(
        SideColumns(
          family: family, year: year, code: index, title: column(isTitle),
          version: column { $0.contains("version") }
        )
      )
    }
    // Versions of the same family beside the pair, such as a column with the successor, are no side.
    guard let first = sides.first,
      let second = sides.first(where: { $0.family != first.family }) ?? sides.dropFirst().first
    else { return nil }
    return (first, second)
  }

  private static func family(of header: [String]) -> (String, String)? {
    // `NOC 2016 code` as well as `Código NOC 2016`.
    for (place, word) in header.prefix(2).enumerated() {
      let letters = String(word.prefix { $0.isLetter })
      let digits = String(word.dropFirst(letters.count))
      guard families.contains(letters), digits.allSatisfy(\.isNumber) else { continue }
      let family = letters == "cnp" ? "noc" : letters == "ciuo" ? "isco" : letters
      if !digits.isEmpty { return (family, digits) }
      let year = header.dropFirst(place + 1).first {
        $0.allSatisfy(\.isNumber) && [2, 4].contains($0.count)
      }
      return (family, year ?? "")
    }
    return nil
  }

  private static let titleWords: Set<String> = [
    "title", "titulo", "titre", "label", "denominacion", "name", "nombre", "descripcion",
    "description", "intitule",
  ]

  private static func isCode(_ header: [String]) -> Bool {
    let words = Set(header)
    return words.isDisjoint(with: titleWords)
      && words.isDisjoint(with: ["version", "resolved", "note", "notes"])
  }

  private static func isTitle(_ header: [String]) -> Bool {
    !Set(header).isDisjoint(with: titleWords)
  }
}

/// Reads the cells of one side.
private struct SideReader {
  let columns: SideColumns
  let classification: Classification
  let known: [ClassificationID]

  var place: Int { columns.code }
  var name: String { classification.name }

  init(
    _ columns: SideColumns, _ table: Table, _ catalogue: Catalogue, versions: [ClassificationID],
    _ findings: inout [Finding]
  ) throws {
    self.columns = columns
    self.known = catalogue.classifications.map(\.id)
    let place = SourceLocation(file: table.name, line: 1, column: 1)
    let cells = table.rows.flatMap { PrintedCode.all(in: $0.values[columns.code]) }
    if let version = columns.version,
      let named = table.rows.lazy.compactMap({ row in
        ClassificationID(rawValue: row.values[version].lowercased())
      }).first
    {
      classification = try catalogue.classification(named)
      return
    }
    if let prefix = cells.lazy.compactMap({ OccupationCode(curie: $0.code)?.classification }).first
    {
      classification = try catalogue.classification(prefix)
      return
    }
    guard let family = columns.family else {
      throw InvalidInput([
        Finding(
          "unknown-classification", .error, at: place,
          "nothing says which classification the codes of '\(table.columns[columns.code])' are of",
          help: "write them as CURIEs, such as 'sinco2011:2426'"
        )
      ])
    }
    if let named = versions.first(where: { id in
      catalogue.classifications.contains { $0.id == id && $0.family == family }
    }) {
      classification = try catalogue.classification(named)
      return
    }
    let candidates = catalogue.classifications.filter { candidate in
      candidate.family == family && candidate.isComplete
        && (columns.year.isEmpty || String(candidate.year).hasSuffix(columns.year))
    }
    if candidates.count == 1 {
      classification = candidates[0]
      return
    }
    // Titles tell more than codes, because versions share codes; the newest version wins a tie.
    let titles = columns.title
    let printed = table.rows.flatMap { row in
      PrintedCode.all(in: row.values[columns.code]).map { cell in
        PrintedCode(code: cell.code, title: titles.map { row.values[$0] } ?? cell.title)
      }
    }
    var best: (Classification, fits: Int)?
    for candidate in candidates {
      let items = try catalogue.codeTable(candidate.id)
      let fits = printed.reduce(0) { sum, cell in
        guard let item = items[cell.code] else { return sum }
        let folded = foldedTitle(cell.title)
        let isTitled = Language.allCases.contains {
          item.title(in: $0).map { foldedTitle($0) == folded } ?? false
        }
        return sum + (isTitled ? 3 : 1)
      }
      if fits >= best?.fits ?? 0 { best = (candidate, fits) }
    }
    guard let best else {
      throw InvalidInput([
        Finding(
          "unknown-classification", .error, at: place,
          "there is no version of '\(family)' \(columns.year)",
          help: "there are \(known.map(\.rawValue).joined(separator: ", "))"
        )
      ])
    }
    classification = best.0
    findings.append(
      Finding(
        "version-inferred", .note, at: place,
        "'\(table.columns[columns.code])' names no version; most of its codes and titles are those of \(best.0.name)",
        help: "name the version in the header (\(best.0.id)), or with '--read-as \(best.0.id)'",
        suggestions: [best.0.id.rawValue]
      )
    )
  }

  func side(_ row: Table.Row) -> PrintedSide? {
    let cell = row.values[columns.code]
    var codes = PrintedCode.all(in: cell)
    if let title = columns.title, codes.count == 1, codes[0].title.isEmpty {
      codes = [PrintedCode(code: codes[0].code, title: row.values[title])]
    }
    guard !codes.isEmpty else { return nil }
    var own = classification.id
    if let version = columns.version,
      let named = ClassificationID(rawValue: row.values[version].lowercased()),
      known.contains(named)
    {
      own = named
    }
    if let prefixed = codes.lazy.compactMap({ OccupationCode(curie: $0.code)?.classification })
      .first, known.contains(prefixed)
    {
      own = prefixed
    }
    return PrintedSide(classification: own, codes: codes, location: row.location(of: columns.code))
  }
}

/// The columns that say where the review of a pair stands.
private struct ReviewColumns {
  let state: Int?
  let since: Int?
  let awaiting: Int?

  init(_ columns: [String]) {
    let names = columns.map { foldedTitle($0) }
    func column(_ wanted: [String]) -> Int? {
      wanted.lazy.compactMap { names.firstIndex(of: $0) }.first
    }
    state = column(["state", "status", "review state", "mapping status"])
    since = column(["state since", "sent on", "proposed on", "since"])
    awaiting = column(["awaiting"])
  }

  func standing(_ row: Table.Row) -> ReviewStanding? {
    guard let state, !row.values[state].isEmpty else { return nil }
    return ReviewStanding(
      state: row.values[state], since: since.flatMap { CalendarDate(row.values[$0]) },
      awaiting: awaiting.map { row.values[$0] } ?? "", location: row.location(of: state)
    )
  }
}
