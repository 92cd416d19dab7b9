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
    PairColumns.find(in: columns) != nil
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
    guard let (left, right, unused) = PairColumns.find(in: table.columns) else {
      throw InvalidInput([Self.unknownTable(table)])
    }
    var findings = unused.map { Self.unused($0, table) }
    let readers = try (
      SideReader(left, table, catalogue, versions: versions, &findings),
      SideReader(right, table, catalogue, versions: versions, &findings)
    )
    if table.rows.isEmpty {
      findings.append(
        Finding(
          .noPairs, .note, at: table.location(ofHeader: 0), "there are no pairs below the header",
          help: "check that the file is the one that is meant"
        )
      )
    }
    let review = ReviewColumns(table.columns)
    let name = table.columns.firstIndex {
      ["link_id", "row", "id", "pair_id"].contains($0.lowercased())
    }
    // What `puente lookup` writes says so of a group without an equivalent.
    let relation = table.columns.firstIndex { ["predicate", "relation"].contains($0.lowercased()) }
    var pairs: [PrintedPair] = []
    for (index, row) in table.rows.enumerated() {
      let cells = (
        readers.0.cell(row, at: index, &findings), readers.1.cell(row, at: index, &findings)
      )
      let isNone = relation.map { row.values[$0].hasPrefix("none") } ?? false
      guard let left = Self.side(cells.0, readers.0, row, isNone: isNone, &findings),
        let right = Self.side(cells.1, readers.1, row, isNone: isNone, &findings)
      else { continue }
      pairs.append(
        PrintedPair(
          name: name.map { row.values[$0] } ?? "", left: left, right: right,
          review: review.standing(row, &findings)
        )
      )
    }
    self.pairs = pairs
    self.findings = findings
  }

  /// The side of a cell; `nil` if it is blank and the row does not say that nothing corresponds.
  private static func side(
    _ cell: SideReader.Cell, _ reader: SideReader, _ row: Table.Row, isNone: Bool,
    _ findings: inout [Finding]
  ) -> PrintedSide? {
    let blank = row.location(of: reader.columns.code)
    switch cell {
    case .side(let side): return side
    case .blank where isNone:
      return side(.none(blank), reader, row, isNone: isNone, &findings)
    case .blank:
      findings.append(
        Finding(
          .missingCode, .error, at: blank,
          "the row has nothing on the side of \(reader.name)",
          help: "write the code, or 'none' if nothing corresponds, or delete the row"
        )
      )
      return nil
    case .none(let place):
      findings.append(
        Finding(
          .statedNone, .note, at: place,
          "the row says that nothing in \(reader.name) corresponds",
          help: "look whether the published tables agree with 'puente lookup'"
        )
      )
      return PrintedSide(entries: [], isVersionStated: true, location: place)
    }
  }

  static func unknownTable(_ table: Table) -> Finding {
    Finding(
      .unknownTable, .error, at: SourceLocation(file: table.name, line: 1, column: 1),
      "this is neither a mapping set nor a table of pairs",
      help:
        "a table of pairs has a column for each side, named after its classification, such as 'noc2016' and 'sinco2011'"
    )
  }

  private static func unused(_ column: Int, _ table: Table) -> Finding {
    Finding(
      .unusedColumn, .note, at: table.location(ofHeader: column),
      "'\(table.columns[column])' names no classification, so its titles are not compared",
      help: "name it after the classification, such as 'noc2016_title'"
    )
  }
}
