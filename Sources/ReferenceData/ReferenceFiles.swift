import Classifications
import Correspondences
import Diagnostics
import Tabular

/// Reads the files of the data folder into values.
struct ReferenceFiles {
  let directory: DataDirectory

  init(_ directory: DataDirectory) { self.directory = directory }

  /// Reads a table of the folder, every required column present and the key unique.
  func read(
    _ file: String, _ columns: [String], optional: [String] = [], key: [String],
    _ body: (borrowing TableRow) throws -> Void
  ) throws {
    let schema = TableSchema(
      columns: columns.map { TableSchema.Column($0) }
        + optional.map { TableSchema.Column($0, isRequired: false) }, key: key)
    var options = CSVOptions()
    options.delimiter = .comma
    let path = directory.file(file)
    var reader = TableReader(
      bytes: try WholeFile.read(path), name: path, schema: schema, options: options)
    let findings = try reader.read(body)
    if findings.containsErrors { throw InvalidInput(findings) }
  }

  func classifications() throws -> [Classification] {
    var levels: [String: [Classification.Level]] = [:]
    try read(
      "datasets/levels.csv", ["classification", "level", "name_en", "name_es", "name_fr", "count"],
      key: ["classification", "level"]
    ) { row in
      let level = Classification.Level(
        number: try number(row, 1) ?? 0, nameEN: row[2], nameES: row[3], nameFR: row[4],
        count: try number(row, 5)
      )
      levels[row[0], default: []].append(level)
    }
    var result: [Classification] = []
    try read(
      "datasets/classifications.csv",
      [
        "id", "name", "title", "publisher", "country", "family", "year", "languages", "complete",
        "source",
      ], key: ["id"]
    ) { row in
      guard let id = ClassificationID(rawValue: row[0]) else {
        throw fault(row, 0, "'\(row[0])' is not an identifier", "use lower-case letters and digits")
      }
      result.append(
        Classification(
          id: id, name: row[1], title: row[2], publisher: row[3], country: row[4], family: row[5],
          year: try number(row, 6) ?? 0,
          languages: row[7].split(separator: " ").compactMap { Language(rawValue: String($0)) },
          isComplete: row[8] == "yes", source: row[9],
          levels: (levels[row[0]] ?? []).sorted { $0.number < $1.number }
        )
      )
    }
    return result
  }

  func codeForms(_ id: ClassificationID) throws -> [Int: CodeForm] {
    var forms: [Int: CodeForm] = [:]
    try read(
      "datasets/levels.csv", ["classification", "level", "code_pattern"],
      key: ["classification", "level"]
    ) { row in
      guard row[0] == id.rawValue, let level = try number(row, 1) else { return }
      guard let form = CodeForm(row[2]) else {
        throw fault(row, 2, "'\(row[2])' is not the form of a code", "write it like '[0-9]{4}'")
      }
      forms[level] = form
    }
    return forms
  }

  /// Reads a code table.
  ///
  /// That no code is doubled is not checked here, where it would make every look-up wait, but by
  /// `puente tables`.
  ///
  /// - Parameters:
  ///   - classification: The classification.
  ///   - withTitles: Whether titles are taken, or the tree of codes alone.
  /// - Returns: The table.
  /// - Throws: `FileError` or `InvalidInput`.
  func codeTable(_ classification: Classification, withTitles: Bool = true) throws -> CodeTable {
    var items: [ClassificationItem] = []
    items.reserveCapacity(1_500)
    func text(_ row: borrowing TableRow, _ column: Int) -> String? {
      row.isEmpty(column) ? nil : row[column]
    }
    try read(
      "datasets/classifications/\(classification.id).csv",
      [
        "code", "level", "parent", "title_en", "title_es", "title_fr", "unofficial_titles",
        "skill_level", "teer",
      ], key: []
    ) { row in
      guard withTitles else {
        items.append(
          ClassificationItem(code: row[0], level: try number(row, 1) ?? 0, parent: text(row, 2)))
        return
      }
      items.append(
        ClassificationItem(
          code: row[0], level: try number(row, 1) ?? 0, parent: text(row, 2), titleEN: text(row, 3),
          titleES: text(row, 4), titleFR: text(row, 5),
          unofficialLanguages: row.isEmpty(6)
            ? [] : row[6].split(separator: " ").compactMap { Language(rawValue: String($0)) },
          skillLevel: text(row, 7), teer: text(row, 8)
        )
      )
    }
    return CodeTable(classification, items: items)
  }

  func titles(_ classification: Classification) throws -> [JobTitle] {
    let file = "datasets/titles/\(classification.id).csv"
    guard fileExists(directory.file(file)) else { return [] }
    var titles: [JobTitle] = []
    try read(file, ["code", "lang", "title", "kind", "source"], key: []) { row in
      guard let language = Language(rawValue: row[1]) else {
        throw fault(row, 1, "'\(row[1])' is not a language", "use en, es or fr")
      }
      titles.append(
        JobTitle(code: row[0], language: language, title: row[2], kind: row[3], source: row[4])
      )
    }
    return titles
  }

  /// The ISCO-08 groups of the ESCO occupations that have a label, with the label.
  func groupsOfLabel(_ folded: String) throws -> [(OccupationCode, String)] {
    var labels: [String: String] = [:]
    try read("datasets/esco/labels.csv", ["esco_id", "label"], key: []) { row in
      // Folding every label would take longer than reading them all.
      guard row.withUTF8(1, { $0.count >= folded.utf8.count }), foldedTitle(row[1]) == folded else {
        return
      }
      if labels[row[0]] == nil { labels[row[0]] = row[1] }
    }
    guard !labels.isEmpty else { return [] }
    var groups: [(OccupationCode, String)] = []
    try read("datasets/esco/occupations.csv", ["esco_id", "isco08"], key: []) { row in
      guard let label = labels[row[0]] else { return }
      let code = OccupationCode(.isco08, row[1])
      if !groups.contains(where: { $0.0 == code }) { groups.append((code, label)) }
    }
    return groups
  }

  func titleTerms() throws -> [TitleTerm] {
    var terms: [TitleTerm] = []
    try read("datasets/title_fields.csv", ["kind", "name", "lang", "term"], key: []) { row in
      guard let language = Language(rawValue: row[2]) else {
        throw fault(row, 2, "'\(row[2])' is not a language", "use en, es or fr")
      }
      terms.append(TitleTerm(kind: row[0], name: row[1], language: language, stem: row[3]))
    }
    return terms
  }

  func sources() throws -> [Source] {
    var sources: [Source] = []
    try read(
      "datasets/sources.csv",
      ["id", "publisher", "title", "published", "licence", "as_of", "confidence", "note"],
      key: ["id"]
    ) { row in
      sources.append(
        Source(
          id: row[0], publisher: row[1], title: row[2], published: row[3], licence: row[4],
          asOf: row[5],
          confidence: row[6], note: row[7]
        )
      )
    }
    return sources
  }

  func sectors() throws -> [SectorMember] {
    var members: [SectorMember] = []
    try read(
      "datasets/sectors.csv", ["sector", "classification", "code"],
      key: ["sector", "classification", "code"]
    ) { row in
      guard let id = ClassificationID(rawValue: row[1]) else {
        throw fault(row, 1, "'\(row[1])' is not an identifier", "use those of classifications.csv")
      }
      members.append(SectorMember(sector: row[0], code: OccupationCode(id, row[2])))
    }
    return members
  }

  func licences() throws -> [Licence] {
    var licences: [Licence] = []
    try read("datasets/licences.csv", ["id", "name", "url", "attribution"], key: ["id"]) { row in
      licences.append(Licence(id: row[0], name: row[1], address: row[2], attribution: row[3]))
    }
    return licences
  }
}

/// The number in a cell; `nil` for an empty one.
private func number(_ row: borrowing TableRow, _ column: Int) throws -> Int? {
  let text = row[column]
  guard !text.isEmpty else { return nil }
  guard let number = Int(text) else {
    throw fault(row, column, "'\(text)' is not a number", "write a whole number")
  }
  return number
}

func fault(
  _ row: borrowing TableRow, _ column: Int, _ message: String, _ help: String
) -> InvalidInput {
  InvalidInput([
    Finding("invalid-value", .error, at: row.location(of: column), message, help: help)
  ])
}
