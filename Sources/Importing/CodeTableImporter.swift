public import Classifications
import Diagnostics
import Tabular

/// Turns a publisher's structure file into a code table.
///
/// It reads Statistics Canada's structure files (`Level`, `Hierarchical structure`, `Code - NOC 2021
/// V1.0`, `Class title`), INEGI's lists (`Clave`, `Título`), and tables in Puente's own schema. Titles
/// in a further language come from a second file, merged by code.
public struct CodeTableImporter {
  let classification: Classification
  let forms: [Int: CodeForm]
  let options: ImportOptions

  /// Creates an importer.
  ///
  /// - Parameters:
  ///   - classification: The classification, with its levels.
  ///   - forms: The forms of its codes, by level, which tell the level of a code and which zeros it
  ///     has lost.
  ///   - options: How the file is to be read.
  public init(_ classification: Classification, forms: [Int: CodeForm], options: ImportOptions) {
    self.classification = classification
    self.forms = forms
    self.options = options
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - known: The groups known so far, to which the file adds titles; `nil` for a first file.
  /// - Returns: The code table in the order of the file, and what was repaired.
  /// - Throws: ``InvalidInput`` with every fault, or ``FileError``. Nothing of a file with a fault is
  ///   imported.
  public func read(path: String, addingTo known: CodeTable? = nil) throws -> Import<CodeTable> {
    let (table, findings) = try publishersTable(path: path, options)
    var log = ImportLog()
    log.add(findings)
    let columns = try log.header(of: table) { () throws(ColumnError) in
      try Columns(table.columns, options)
    }
    var items: [ClassificationItem] = []
    var rows: [Table.Row] = []
    var seen: [String: Int] = [:]
    for row in table.rows {
      guard let item = try item(row, columns, after: items, &log) else { continue }
      if let line = seen[item.code] {
        if options.takesFirstOfEqualCodes { continue }
        log.failed(
          "duplicate-key", at: row.location(of: columns.code),
          "'\(item.code)' stands already on line \(line)", help: "keep one of the two rows"
        )
      } else {
        seen[item.code] = row.line
        items.append(item)
        rows.append(row)
      }
    }
    if items.isEmpty, log.faults.isEmpty {
      log.failed(
        "empty-input", at: SourceLocation(file: table.name, line: 1, column: 1),
        "the file has no groups", help: "check that it is the structure file")
    }
    // A file of further titles need not hold the tree again.
    if known == nil { checkParents(items, rows, columns, &log) }
    guard let known else { return try log.finish(CodeTable(classification, items: items)) }
    let merged = merge(items, rows, into: known, columns, &log)
    return try log.finish(merged)
  }

  /// The columns of a structure file.
  struct Columns {
    let code: Int
    let level: Int?
    let levelName: Int?
    let parent: Int?
    let titles: [(Int, Language)]
    let skillLevel: Int?
    let teer: Int?
    let unofficial: Int?

    init(_ columns: [String], _ options: ImportOptions) throws(ColumnError) {
      let header = HeaderRecognition(columns: columns, named: options.columns)
      code = try header.requiredColumn("code") { header in
        let words = header.split(separator: " ").map(String.init)
        return words.first.map(HeaderRecognition.codeWords.contains) ?? false
      }
      level = try header.column("level") { ["level", "nivel", "niveau"].contains($0) }
      levelName = try header.column("level-name") {
        ["level name", "hierarchical structure", "structure hierarchique"].contains($0)
      }
      parent = try header.column("parent") { ["parent", "parent code", "padre"].contains($0) }
      skillLevel = try header.column("skill-level") { ["skill level", "skilllevel"].contains($0) }
      teer = try header.column("teer") { $0 == "teer" || $0 == "fefi" }
      unofficial = try header.column("unofficial") { $0 == "unofficial titles" }
      var titles: [(Int, Language)] = []
      for language in Language.allCases {
        if let index = try header.column(
          "title-\(language.rawValue)", where: { $0 == "title \(language.rawValue)" })
        {
          titles.append((index, language))
        }
      }
      if titles.isEmpty {
        let words: [(Language, Set<String>)] = [
          (.en, ["class title", "title", "titles"]),
          (.fr, ["titres de classes", "titre de la classe", "titre de classe", "titre"]),
          (.es, ["titulo", "denominacion", "descripcion", "nombre"]),
        ]
        for (language, names) in words {
          if let index = try header.column("title", where: names.contains), titles.isEmpty {
            titles.append((index, options.language ?? language))
          }
        }
      }
      guard !titles.isEmpty else {
        throw ColumnError(role: "title", columns: columns, problem: .none)
      }
      self.titles = titles
    }
  }

  private func item(
    _ row: Table.Row, _ columns: Columns, after earlier: [ClassificationItem],
    _ log: inout ImportLog
  ) throws -> ClassificationItem? {
    let printed = cleaned(row.values[columns.code]).text
    let place = row.location(of: columns.code)
    guard !printed.isEmpty else {
      log.failed(
        "missing-code", at: place, "the row has no code", help: "write the code, or delete the row")
      return nil
    }
    guard !options.excludedCodes.contains(printed) else {
      log.repaired("excluded", at: place, "'\(printed)' is left out as asked", to: "")
      return nil
    }
    guard let level = level(of: row, printed, columns, &log) else { return nil }
    guard let code = code(printed, level: level, place, &log) else { return nil }
    var titles: [Language: String] = [:]
    for (index, language) in columns.titles {
      let title = log.title(row, index)
      if !title.isEmpty { titles[language] = title }
    }
    func value(_ index: Int?) -> String? {
      guard let index else { return nil }
      let text = cleaned(row.values[index]).text
      return text.isEmpty || text == "NA" ? nil : text
    }
    let unofficial = value(columns.unofficial)?.split(separator: " ").compactMap {
      Language(rawValue: String($0))
    }
    return ClassificationItem(
      code: code, level: level,
      parent: columns.parent == nil ? parent(of: code, level, earlier) : value(columns.parent),
      titleEN: titles[.en], titleES: titles[.es], titleFR: titles[.fr],
      unofficialLanguages: unofficial
        ?? titles.keys.filter { !classification.languages.contains($0) }.sorted {
          $0.rawValue < $1.rawValue
        },
      skillLevel: value(columns.skillLevel), teer: value(columns.teer)
    )
  }

  private func checkParents(
    _ items: [ClassificationItem], _ rows: [Table.Row], _ columns: Columns, _ log: inout ImportLog
  ) {
    let codes = Set(items.map(\.code))
    let top = classification.levels.map(\.number).min() ?? 1
    for (item, row) in zip(items, rows) where item.parent == nil && item.level > top {
      log.failed(
        "orphan", at: row.location(of: columns.code),
        "'\(item.code)' of level \(item.level) has no group above it",
        help: "the file has to hold every level"
      )
    }
    for (item, row) in zip(items, rows) where log.faults.isEmpty {
      guard let parent = item.parent, !codes.contains(parent) else { continue }
      log.failed(
        "orphan", at: row.location(of: columns.parent ?? columns.code),
        "the parent '\(parent)' of '\(item.code)' is not in the file",
        help: "the file has to hold every level"
      )
    }
  }

  /// Adds the titles of a second file to the groups of the first.
  private func merge(
    _ items: [ClassificationItem], _ rows: [Table.Row], into known: CodeTable, _ columns: Columns,
    _ log: inout ImportLog
  ) -> CodeTable {
    let addition = CodeTable(classification, items: items)
    for (item, row) in zip(items, rows) where !known.contains(item.code) {
      log.failed(
        "unknown-code", at: row.location(of: columns.code),
        "'\(item.code)' is not in the table that titles are added to",
        help: "import the structure in the first language again"
      )
    }
    let merged = known.items.map { item in
      guard let other = addition[item.code] else { return item }
      return ClassificationItem(
        code: item.code, level: item.level, parent: item.parent,
        titleEN: other.titleEN ?? item.titleEN, titleES: other.titleES ?? item.titleES,
        titleFR: other.titleFR ?? item.titleFR,
        unofficialLanguages: (item.unofficialLanguages
          + other.unofficialLanguages.filter { !item.unofficialLanguages.contains($0) }),
        skillLevel: item.skillLevel ?? other.skillLevel, teer: item.teer ?? other.teer
      )
    }
    return CodeTable(known.classification, items: merged)
  }
}

extension CodeTable {
  /// The columns of a code table file, in order.
  public static let columns = [
    "code", "level", "parent", "title_en", "title_es", "title_fr", "unofficial_titles",
    "skill_level",
    "teer",
  ]

  /// The table in the schema of `datasets/classifications/`.
  public func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.write(Self.columns)
    for item in items {
      writer.write([
        item.code, String(item.level), item.parent ?? "", item.titleEN ?? "", item.titleES ?? "",
        item.titleFR ?? "", item.unofficialLanguages.map(\.rawValue).joined(separator: " "),
        item.skillLevel ?? "", item.teer ?? "",
      ])
    }
    return writer.bytes
  }
}
