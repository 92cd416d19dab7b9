import Classifications
import Diagnostics
import ReferenceData
import Tabular

/// Reads the cells of one side of a table of pairs.
struct SideReader {
  /// What a cell holds.
  enum Cell {
    /// Nothing, or a mark that stands for nothing, such as `n/a`.
    case blank
    /// Words that say that nothing corresponds.
    case none(SourceLocation)
    case side(PrintedSide)
  }

  let columns: PairColumns
  /// The classification of codes that do not say theirs; `nil` if every code says it.
  let classification: Classification?
  /// The name of the side for messages.
  let name: String
  private let isVersionStated: Bool
  private let names: ClassificationNames
  /// The codes in the cells of the rows, in their order.
  private let printed: [[PrintedCode]]

  /// Finds out which classification the side is in.
  ///
  /// - Parameters:
  ///   - columns: The columns of the side.
  ///   - table: The table.
  ///   - catalogue: The code tables.
  ///   - versions: The classifications that the user names for a family.
  ///   - findings: Takes what was inferred.
  /// - Throws: ``InvalidInput`` if nothing says the classification, or ``FileError``.
  init(
    _ columns: PairColumns, _ table: Table, _ catalogue: Catalogue, versions: [ClassificationID],
    _ findings: inout [Finding]
  ) throws {
    self.columns = columns
    names = ClassificationNames(catalogue.classifications)
    let header = table.columns[columns.code]
    // A long table has the same cells again and again.
    var known: [String: [PrintedCode]] = [:]
    let cells = table.rows.map { row in
      let cell = row.values[columns.code]
      if let codes = known[cell] { return codes }
      let codes = PrintedCode.all(in: cell)
      known[cell] = codes
      return codes
    }
    printed = cells
    let place = table.location(ofHeader: columns.code)
    let family = columns.family ?? names.commonFamily(of: cells.joined())
    let chosen = versions.first { id in
      family != nil && catalogue.classifications.contains { $0.id == id && $0.family == family }
    }
    let named = names.versions(in: cells, table, columns)
    if let chosen {
      classification = try catalogue.classification(chosen)
      isVersionStated = true
    } else if columns.year.isEmpty, named.known.count == 1, let only = named.known.first {
      classification = try catalogue.classification(only)
      isVersionStated = true
    } else if let family {
      let inference = VersionInference(family: family, year: columns.year, catalogue: catalogue)
      guard let found = try inference.classification(cells, table, columns) else {
        throw InvalidInput([names.unknown("\(family)\(columns.year)", at: place)])
      }
      classification = found.classification
      isVersionStated = found.isOnly && !columns.year.isEmpty
      if !found.isOnly, !named.areComplete {
        findings.append(Self.inferred(found.classification, from: header, at: place))
      }
    } else if !named.known.isEmpty || named.areComplete {
      classification = nil
      isVersionStated = true
    } else {
      throw InvalidInput([Self.unknown(header, at: place)])
    }
    name = classification?.name ?? "'\(header)'"
  }

  private static func unknown(_ header: String, at place: SourceLocation) -> Finding {
    Finding(
      .unknownClassification, .error, at: place,
      "nothing says which classification the codes of '\(header)' are of",
      help:
        "write them as 'sinco2011:2426', or name the column after the classification, such as 'sinco2011'"
    )
  }

  private static func inferred(
    _ classification: Classification, from header: String, at place: SourceLocation
  ) -> Finding {
    let id = classification.id
    return Finding(
      .versionInferred, .note, at: place,
      "'\(header)' names no version; most of its codes and titles are those of \(classification.name)",
      help: "name the version in the header (\(id)), or with '--read-as \(id)'",
      suggestions: [id.rawValue]
    )
  }

  /// Reads the cell of a row.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - index: The place of the row among those of the table.
  ///   - findings: Takes classifications that are not known, and titles that cannot be compared.
  /// - Returns: What the cell holds.
  func cell(_ row: Table.Row, at index: Int, _ findings: inout [Finding]) -> Cell {
    let text = row.values[columns.code]
    let place = row.location(of: columns.code)
    let folded = foldedTitle(text)
    let isNothing = Self.marksForNothing.contains(folded)
    let codes = withTitles(isNothing ? [] : printed[index], row, &findings)
    guard !codes.isEmpty else { return .blank }
    if Self.wordsForNone.contains(folded) { return .none(place) }
    let own = versionOfRow(row, &findings)
    let entries = codes.compactMap { code -> PrintedEntry? in
      guard let own = classification(of: code, inRowOf: own, at: place, &findings) else {
        return nil
      }
      return PrintedEntry(code, in: own)
    }
    let isStated = isVersionStated || own != nil || codes.allSatisfy { isVersion($0.prefix) }
    return .side(PrintedSide(entries: entries, isVersionStated: isStated, location: place))
  }

  private func isVersion(_ prefix: String) -> Bool {
    if case .version = names.meaning(of: prefix) { return !prefix.isEmpty }
    return false
  }

  /// The classification that the row itself names; `nil` if it names none that is known.
  private func versionOfRow(_ row: Table.Row, _ findings: inout [Finding]) -> ClassificationID? {
    guard let version = columns.version, !row.values[version].isEmpty else { return nil }
    switch names.meaning(of: row.values[version], family: columns.family) {
    case .version(let id): return id
    case .family: return nil
    case .unknown:
      findings.append(names.unknown(row.values[version], at: row.location(of: version)))
      return nil
    }
  }

  private func classification(
    of code: PrintedCode, inRowOf row: ClassificationID?, at place: SourceLocation,
    _ findings: inout [Finding]
  ) -> ClassificationID? {
    let fallback = row ?? classification?.id
    if code.prefix.isEmpty {
      if fallback == nil { findings.append(Self.unknown(code.label, at: place)) }
      return fallback
    }
    switch names.meaning(of: code.prefix) {
    case .version(let id): return id
    case .family where fallback != nil: return fallback
    case .family, .unknown:
      findings.append(names.unknown(code.prefix, at: place))
      return nil
    }
  }

  /// The codes with the titles that stand in a column of their own.
  private func withTitles(
    _ codes: [PrintedCode], _ row: Table.Row, _ findings: inout [Finding]
  ) -> [PrintedCode] {
    guard let column = columns.title, !row.values[column].allSatisfy(\.isWhitespace),
      codes.allSatisfy(\.title.isEmpty)
    else { return codes }
    let title = row.values[column]
    if codes.isEmpty { return [PrintedCode(code: "", title: title)] }
    let titles = codes.count == 1 ? [title] : Self.parts(of: title)
    guard titles.count == codes.count else {
      if codes.count > 1 {
        findings.append(
          Finding(
            .unclearTitles, .note, at: row.location(of: column),
            "\(codes.count) codes and \(titles.count) titles; which belong together is not clear",
            help: "write a row for each code"
          )
        )
      }
      return codes
    }
    return zip(codes, titles).map {
      PrintedCode(prefix: $0.prefix, code: $0.code, title: $1)
    }
  }

  /// The titles of a cell, between slashes, semicolons, bars or new lines.
  private static func parts(of cell: String) -> [String] {
    for mark in ["\n", "|", ";", "/"] as [Character] where cell.contains(mark) {
      return cell.split(separator: mark).map { part in
        let start = part.drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
      }
    }
    return [cell]
  }

  /// Marks for a value that is not there, folded: unknown is not "none".
  private static let marksForNothing: Set<String> = [
    "", "n a", "na", "nd", "n d", "tbd", "unknown", "desconocido", "inconnu", "pending",
    "pendiente",
    "null", "nan",
  ]
  /// Words that say that nothing corresponds, folded.
  private static let wordsForNone: Set<String> = [
    "none", "no match", "no equivalent", "no correspondence", "ninguno", "ninguna",
    "sin correspondencia", "no tiene correspondencia", "sin equivalente", "sin equivalencia",
    "aucun", "aucune", "aucune correspondance", "sans correspondance", "sans equivalent",
    "sssom notermfound", "notermfound",
  ]
}

extension ClassificationNames {
  /// The family that the prefixes of codes name, if they name one and no version.
  fileprivate func commonFamily(of codes: some Sequence<PrintedCode>) -> String? {
    var families: Set<String> = []
    for code in codes where !code.prefix.isEmpty {
      guard case .family(let family) = meaning(of: code.prefix) else { continue }
      families.insert(family)
    }
    return families.count == 1 ? families.first : nil
  }

  /// The versions that codes or their rows name, and whether each code has a name before it or beside it.
  fileprivate func versions(
    in cells: [[PrintedCode]], _ table: Table, _ columns: PairColumns
  ) -> (known: Set<ClassificationID>, areComplete: Bool) {
    var known: Set<ClassificationID> = []
    var isAny = false
    var areComplete = true
    for (cell, row) in zip(cells, table.rows) {
      let version = columns.version.map { row.values[$0] } ?? ""
      if case .version(let id) = meaning(of: version, family: columns.family) {
        known.insert(id)
        isAny = true
        continue
      }
      for code in cell where !code.code.isEmpty {
        isAny = isAny || !code.prefix.isEmpty
        switch meaning(of: code.prefix) {
        case .version(let id): known.insert(id)
        case .family: areComplete = false
        case .unknown: areComplete = areComplete && !code.prefix.isEmpty
        }
      }
    }
    return (known, isAny && areComplete)
  }
}
