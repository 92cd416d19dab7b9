public import Classifications
import Diagnostics
public import ReferenceData
import Tabular

/// Turns a publisher's index of job titles into the schema of `datasets/titles/`.
///
/// It reads Statistics Canada's element files (`Element Type Label English`, `Element Description
/// English`; `Nom du type d'élément Français`, `Description d'élément Français`), and tables with a column of codes and one of titles.
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

  /// The columns of an index of titles.
  private struct Columns {
    let code: Int
    let title: Int
    let language: Int?
    let kind: Int?
    let illustrative: Int?

    init(_ header: HeaderRecognition) throws(ColumnError) {
      code = try header.requiredColumn("code") { header in
        header.split(separator: " ").contains { HeaderRecognition.codeWords.contains(String($0)) }
      }
      title = try header.requiredColumn("title") { header in
        ["title", "titulo", "titre", "title es", "title en", "title fr"].contains(header)
          || Self.isOfElements("description", header)
      }
      language = try header.column("language") { ["lang", "language"].contains($0) }
      kind = try header.column("kind") { $0 == "kind" || Self.isOfElements("type", $0) }
      illustrative = try header.column("illustrative") { $0 == "illustrative" }
    }

    /// Whether a folded header is Statistics Canada's for a part of elements, as `Element Type Label English`
    /// and `Nom du type d'élément Français` are.
    static func isOfElements(_ part: Substring, _ header: String) -> Bool {
      let words = header.split(separator: " ")
      return words.contains("element") && words.contains(part)
    }
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - known: Titles read before, to which the file's are added. Where both have the same title of a
  ///     group, the kind that was read first stays.
  /// - Returns: The titles in the order of the code table, and what was repaired.
  /// - Throws: ``InvalidInput`` with every fault, or ``FileError``.
  public func read(path: String, addingTo known: [JobTitle] = []) throws -> Import<[JobTitle]> {
    let (file, findings) = try publishersTable(path: path, options)
    var log = ImportLog()
    log.add(findings)
    let header = HeaderRecognition(columns: file.columns, named: options.columns)
    let columns = try log.header(of: file) { () throws(ColumnError) in try Columns(header) }
    var titles: [[String]: JobTitle] = [:]
    for title in known { titles[Self.key(title)] = title }
    var lacksLanguage = false
    for row in file.rows {
      let printed = cleaned(row.values[columns.code]).text
      guard !options.excludedCodes.contains(printed) else {
        log.repaired(
          "excluded", at: row.location(of: columns.code), "'\(printed)' is left out as asked",
          to: "")
        continue
      }
      var kind = self.kind
      if let column = columns.kind {
        let printedKind = row.values[column]
        let folded = foldedTitle(printedKind)
        if Columns.isOfElements("type", foldedTitle(header.columns[column])) {
          guard let known = Self.elementKinds[folded] else { continue }
          kind = known
        } else if !printedKind.isEmpty {
          kind = printedKind
        }
      }
      if let column = columns.illustrative, row.values[column] == "1" { kind = "illustrative" }
      let renamed = renamed(kind)
      kind = renamed?.name ?? kind
      guard let code = resolve(printed, row.location(of: columns.code), &log) else { continue }
      let title = log.title(row, columns.title)
      guard !title.isEmpty else {
        log.failed(
          "missing-title", at: row.location(of: columns.title), "'\(code)' has an empty title",
          help: "delete the row")
        continue
      }
      let language =
        columns.language.map { Language(rawValue: row.values[$0]) } ?? options.language
        ?? header.language(of: columns.title)
      guard let language else {
        // Where no column says it, it is the same fault on every row.
        guard columns.language != nil || !lacksLanguage else { continue }
        lacksLanguage = true
        log.failed(
          "unknown-language", at: row.location(of: columns.language ?? columns.title),
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
