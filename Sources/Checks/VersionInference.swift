import Classifications
import ReferenceData
import Tabular

/// Infers which version of a family the codes of a column are of.
struct VersionInference {
  let family: String
  /// The year that the header names; empty if it names none.
  let year: String
  let catalogue: Catalogue

  /// The version that has most of the codes and titles.
  ///
  /// Titles tell more than codes, because versions share codes; the newest version wins a tie.
  ///
  /// - Returns: The version, and whether it is the only one that the header leaves; `nil` if it leaves none.
  /// - Throws: ``FileError`` or ``InvalidInput`` if the reference data cannot be read.
  func classification(
    _ cells: [[PrintedCode]], _ table: Table, _ columns: PairColumns
  ) throws -> (classification: Classification, isOnly: Bool)? {
    let candidates = catalogue.classifications.filter { candidate in
      candidate.family == family && (candidate.isComplete || !year.isEmpty)
        && (year.isEmpty || String(candidate.year).hasSuffix(year))
    }
    if candidates.count == 1 { return (candidates[0], true) }
    var printed: [(code: String, title: String)] = []
    for (row, cell) in zip(table.rows, cells) {
      for code in cell {
        let title = code.title.isEmpty ? columns.title.map { row.values[$0] } ?? "" : code.title
        printed.append((code.code, foldedTitle(title)))
      }
    }
    var best: (classification: Classification, fits: Int)?
    for candidate in candidates {
      let items = try catalogue.codeTable(candidate.id)
      let titles = items.items.reduce(into: [:]) { titles, item in
        titles[item.code] = Language.allCases.compactMap { item.title(in: $0).map(foldedTitle) }
      }
      let fits = printed.reduce(0) { sum, cell in
        guard let own = titles[cell.code] else { return sum }
        return sum + (own.contains(cell.title) ? 3 : 1)
      }
      if fits >= best?.fits ?? 0 { best = (candidate, fits) }
    }
    return best.map { ($0.classification, false) }
  }
}
