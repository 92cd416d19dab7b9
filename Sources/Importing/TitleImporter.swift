public import Classifications
import Diagnostics
public import ReferenceData
import Tabular

/// Turns a publisher's index of job titles into the schema of `datasets/titles/`.
///
/// It reads Statistics Canada's element files (`Element Type Label English`, `Element Description
/// English`), and tables with a column of codes and one of titles.
public struct TitleImporter {
  let table: CodeTable
  let kind: String
  let source: String
  let options: ImportOptions

  /// Creates an importer.
  ///
  /// - Parameters:
  ///   - table: The code table, against which codes are repaired and checked.
  ///   - kind: What the titles are, where the file does not say it.
  ///   - source: The row of `sources.csv` they come from.
  ///   - options: How the file is to be read.
  public init(_ table: CodeTable, kind: String, source: String, options: ImportOptions) {
    self.table = table
    self.kind = kind
    self.source = source
    self.options = options
  }

  /// Element types of Statistics Canada that are job titles, folded.
  private static let elementKinds = [
    "illustrative example s": "illustrative", "illustrative examples": "illustrative",
    "all examples": "element", "exemple s illustratif s": "illustrative",
    "exemples illustratifs": "illustrative", "tous les exemples": "element",
  ]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - known: Titles read before, to which the file's are added. Where both have the same title of a
  ///     group, the kind that was read first stays.
  /// - Throws: ``InvalidInput`` with every fault, ``ColumnError`` or ``FileError``.
  public func read(path: String, addingTo known: [JobTitle] = []) throws -> Import<[JobTitle]> {
    let (file, findings) = try Table.read(path: path, options: options.csv)
    var log = ImportLog()
    log.add(findings)
    let header = HeaderRecognition(columns: file.columns, named: options.columns)
    let codeColumn = try header.requiredColumn("code") { header in
      header.split(separator: " ").contains { HeaderRecognition.codeWords.contains(String($0)) }
    }
    let titleColumn = try header.requiredColumn("title") { header in
      [
        "title", "titulo", "titre", "element description english", "element description french",
        "title es", "title en", "title fr", "description de l element francais",
      ].contains(header)
    }
    let languageColumn = try header.column("language") { ["lang", "language"].contains($0) }
    let kindColumn = try header.column("kind") {
      ["kind", "element type label english", "element type label french"].contains($0)
    }
    let illustrativeColumn = try header.column("illustrative") { $0 == "illustrative" }
    var titles: [[String]: JobTitle] = [:]
    for title in known { titles[Self.key(title)] = title }
    for row in file.rows {
      let printed = cleaned(row.values[codeColumn]).text
      if options.excludedCodes.contains(printed) { continue }
      var kind = self.kind
      if let kindColumn {
        let printedKind = row.values[kindColumn]
        let folded = foldedTitle(printedKind)
        if header.columns[kindColumn].lowercased().hasPrefix("element") {
          guard let known = Self.elementKinds[folded] else { continue }
          kind = known
        } else if !printedKind.isEmpty {
          kind = printedKind
        }
      }
      if let illustrativeColumn, row.values[illustrativeColumn] == "1" { kind = "illustrative" }
      let renamed = renamed(kind)
      kind = renamed?.name ?? kind
      guard let code = resolve(printed, row.location(of: codeColumn), &log) else { continue }
      let (title, hadMarkup) = cleaned(row.values[titleColumn])
      if hadMarkup {
        log.repaired(
          "markup", at: row.location(of: titleColumn),
          "markup was taken off '\(row.values[titleColumn])'", to: title)
      }
      guard !title.isEmpty else {
        log.failed(
          "missing-title", at: row.location(of: titleColumn), "'\(code)' has an empty title",
          help: "delete the row")
        continue
      }
      let language = languageColumn.map { Language(rawValue: row.values[$0]) } ?? options.language
      guard let language else {
        log.failed(
          "unknown-language", at: row.location(of: languageColumn ?? titleColumn),
          "the language of '\(title)' is not known", help: "name it with '--language en|es|fr'")
        continue
      }
      let entry = JobTitle(
        code: code, language: language, title: title, kind: kind, source: renamed?.source ?? source)
      let key = Self.key(entry)
      if titles[key] == nil || (kind == "illustrative" && titles[key]?.kind == "element") {
        titles[key] = entry
      }
    }
    let ordered = titles.values.sorted { left, right in
      (table.position(of: left.code) ?? 0, left.language.rawValue, left.title)
        < (table.position(of: right.code) ?? 0, right.language.rawValue, right.title)
    }
    return try log.finish(ordered)
  }

  /// What the user calls a kind that the file names; a name that ends in `*` stands for all that begin
  /// so.
  private func renamed(_ kind: String) -> TitleKind? {
    if let exact = options.titleKinds[kind] { return exact }
    return options.titleKinds.filter { $0.key.last == "*" && kind.hasPrefix($0.key.dropLast()) }
      .max { $0.key.count < $1.key.count }?.value
  }

  private static func key(_ title: JobTitle) -> [String] {
    [title.code, title.language.rawValue, title.title]
  }

  private func resolve(
    _ printed: String, _ place: SourceLocation, _ log: inout ImportLog
  ) -> String? {
    let level = options.mixesLevels ? nil : table.classification.unitGroupLevel
    switch CodeRepair(table: table, level: level, cutsPadding: options.cutsPadding).resolve(printed)
    {
    case .asPrinted(let code): return code
    case .restoredZeros(let code):
      log.repaired("lost-zeros", at: place, "'\(printed)' has lost leading zeros", to: code)
      return code
    case .cutPadding(let code):
      log.repaired("padded-aggregate", at: place, "'\(printed)' is a padded aggregate", to: code)
      return code
    case .unknown:
      log.failed(
        "unknown-code", at: place, "'\(printed)' is not a code of \(table.classification.name)",
        help: "correct it, or leave its rows out with '--exclude \(printed)'"
      )
      return nil
    }
  }
}

extension JobTitle {
  /// The columns of a title index, in order.
  public static let columns = ["code", "lang", "title", "kind", "source"]

  /// Titles in the schema of `datasets/titles/`.
  public static func csv(_ titles: [JobTitle]) -> [UInt8] {
    var writer = CSVWriter()
    writer.write(columns)
    for title in titles {
      writer.write([title.code, title.language.rawValue, title.title, title.kind, title.source])
    }
    return writer.bytes
  }
}
