public import Classifications
public import ReferenceData
import Storage
import Titles

/// A way to code titles.
public enum TitleContender: String, CaseIterable, Sendable {
  /// Puente's own.
  case puente
  /// The title, folded, as it stands in the classification's index.
  case exact
  /// SQLite's full-text search over the same index, ranked by BM25.
  case fts5

  /// The name of the contender in a report.
  public var name: String {
    switch self {
    case .puente: "Puente"
    case .exact: "exact index look-up"
    case .fts5: "SQLite FTS5 (BM25)"
    }
  }

  /// The answers for titles.
  ///
  /// - Parameters:
  ///   - gold: The titles.
  ///   - id: The classification.
  ///   - usesLanguage: Whether Puente is told the language where the gold set knows it.
  ///   - library: The titles that are known.
  /// - Returns: An answer for each row.
  /// - Throws: `DatabaseError`, or what reading the data throws.
  public func answers(
    to gold: TitleGold, in id: ClassificationID, usesLanguage: Bool, _ library: TitleLibrary
  ) throws -> [TitleEvaluation.Answer] {
    switch self {
    case .puente:
      let coder = TitleCoder(library.index, library.ranking)
      let target = try library.target(id)
      return gold.rows.map { row in
        let candidates = coder.answer(
          row.title, context: row.context, language: usesLanguage ? row.language : nil, in: target,
          limit: 5
        ).candidates
        return TitleEvaluation.Answer(
          codes: candidates.map(\.code), score: candidates.first?.score ?? 0, right: row.codes)
      }
    case .exact:
      var codes: [String: [String]] = [:]
      for language in Language.allCases {
        for item in TitleCoder(library.index, library.ranking).titles(of: id, in: language) {
          for group in item.groups.sorted() {
            codes[foldedTitle(item.title), default: []].append(group)
          }
        }
      }
      return gold.rows.map { row in
        let found = codes[foldedTitle(row.title)] ?? []
        return TitleEvaluation.Answer(
          codes: found, score: found.isEmpty ? 0 : 1 / Double(found.count), right: row.codes)
      }
    case .fts5: return try fullText(gold, id, library)
    }
  }

  private func fullText(
    _ gold: TitleGold, _ id: ClassificationID, _ library: TitleLibrary
  ) throws -> [TitleEvaluation.Answer] {
    let database = try Database.inMemory()
    try database.execute(
      "CREATE VIRTUAL TABLE titles USING fts5(title, code UNINDEXED, tokenize = 'porter unicode61 remove_diacritics 2')"
    )
    let coder = TitleCoder(library.index, library.ranking)
    try database.write {
      for language in Language.allCases {
        for item in coder.titles(of: id, in: language) {
          for group in item.groups.sorted() {
            try database.execute(
              "INSERT INTO titles VALUES (?, ?)", [.text(foldedTitle(item.title)), .text(group)])
          }
        }
      }
    }
    return try gold.rows.map { row in
      let words = foldedTitle(row.title).split(separator: " ").map { "\"\($0)\"" }
      guard !words.isEmpty else {
        return TitleEvaluation.Answer(codes: [], score: 0, right: row.codes)
      }
      let found = try database.rows(
        "SELECT code, -bm25(titles) FROM titles WHERE titles MATCH ? ORDER BY bm25(titles), rowid LIMIT 50",
        [.text(words.joined(separator: " OR "))]
      ) { ($0.text(0), $0.real(1)) }
      var codes: [String] = []
      for (code, _) in found where !codes.contains(code) { codes.append(code) }
      let best = found.first?.1 ?? 0
      return TitleEvaluation.Answer(
        codes: codes, score: best / (best + 10), right: row.codes)
    }
  }
}
