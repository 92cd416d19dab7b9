import Classifications
import Correspondences
import Diagnostics
import Tabular
import Titles

/// Reads the files that titles are found by into values.
struct TitleFiles {
  let directory: DataDirectory

  /// The classifications whose titles are in the index; titles lead to others through the published tables.
  static let classifications: [ClassificationID] = [
    .noc2016, .noc2021, .sinco2011, .sinco2019, .isco08, ClassificationID(known: "soc2010"),
    ClassificationID(known: "soc2018"),
  ]

  static let abbreviations = "datasets/coding/abbreviations.csv"
  static let common = "datasets/coding/common_titles.csv"
  static let national = "datasets/coding/national_titles.csv"
  static let ranking = "datasets/coding/ranking.csv"
  static let calibration = "datasets/coding/calibration.csv"
  static let workforce = "datasets/coding/workforce.csv"
  static let compiledNumbers = "datasets/coding/compiled/titles.bin"
  static let compiledTitles = "datasets/coding/compiled/titles.txt"

  /// The files that the index is made from, relative to the data folder.
  static var inputs: [String] {
    classifications.flatMap {
      ["datasets/classifications/\($0).csv", "datasets/titles/\($0).csv"]
    } + [
      "datasets/esco/occupations.csv", "datasets/esco/labels.csv", abbreviations, common, national,
    ]
  }

  /// What is compiled from files, by the hash of their content and that of their sizes.
  func origin(of inputs: [String]) throws -> CompiledOrigin {
    var content: UInt64 = 0
    for input in inputs {
      let path = directory.file(input)
      guard fileExists(path) else { continue }
      content = contentHash(Array(input.utf8), seed: content)
      content = contentHash(try WholeFile.read(path), seed: content)
    }
    return CompiledOrigin(content: content, sizes: sizes(of: inputs.map { ($0, state($0)) }))
  }

  private func state(_ input: String) -> FileState? { FileState(directory.file(input)) }

  private func sizes(of states: [(path: String, state: FileState?)]) -> UInt64 {
    states.reduce(0) { hash, item in
      contentHash(Array("\(item.path) \(item.state?.size ?? -1)".utf8), seed: hash)
    }
  }

  /// Whether a compiled file is of what its inputs are now.
  ///
  /// One that is newer than all its inputs, which have the sizes they had, is; of another the content is
  /// compared, which takes longer.
  func isCurrent(_ compiled: String, _ inputs: [String], _ origin: CompiledOrigin) throws -> Bool {
    let states = inputs.map { ($0, state($0)) }
    guard sizes(of: states) == origin.sizes else { return false }
    if let own = state(compiled),
      states.allSatisfy({ $0.1.map { $0.changed <= own.changed } ?? true })
    {
      return true
    }
    return try self.origin(of: inputs) == origin
  }

  private func read(
    _ file: String, _ columns: [String], _ body: (borrowing TableRow) throws -> Void
  ) throws {
    let path = directory.file(file)
    guard fileExists(path) else { return }
    let schema = TableSchema(columns: columns.map { TableSchema.Column($0) })
    var options = CSVOptions()
    options.delimiter = .comma
    var reader = TableReader(
      bytes: try WholeFile.read(path), name: path, schema: schema, options: options)
    let findings = try reader.read(body)
    if findings.containsErrors { throw InvalidInput(findings) }
  }

  /// Every title of every index, with abbreviations.
  func build(_ catalogue: Catalogue) throws -> TitleIndex {
    var builder = TitleIndex.Builder()
    for id in Self.classifications where catalogue.classifications.contains(where: { $0.id == id })
    {
      try addTitles(of: id, catalogue, &builder)
    }
    try addLabels(&builder)
    try addNational(&builder)
    try read(Self.common, ["lang", "title", "classification", "code"]) { row in
      guard let language = Language(rawValue: row[0]), let id = ClassificationID(rawValue: row[2])
      else { throw fault(row, 0, "no language or classification") }
      builder.add(
        TitleEntry(
          code: OccupationCode(id, row[3]), language: language, title: row[1], standing: .common))
    }
    try read(Self.abbreviations, ["lang", "abbreviation", "expansion"]) { row in
      builder.add(
        TitleAbbreviation(
          language: Language(rawValue: row[0]), text: row[1], expansion: row[2]))
    }
    return builder.finish()
  }

  private func addTitles(
    of id: ClassificationID, _ catalogue: Catalogue, _ builder: inout TitleIndex.Builder
  ) throws {
    let table = try catalogue.codeTable(id)
    for item in table.unitGroups {
      for language in Language.allCases {
        guard let title = item.title(in: language) else { continue }
        let isOfficial = !item.unofficialLanguages.contains(language)
        builder.add(
          TitleEntry(
            code: OccupationCode(id, item.code), language: language, title: title,
            standing: isOfficial ? .group : .label))
      }
    }
    let titles = try catalogue.titles(id)
    for item in table.unitGroups {
      for title in titles[item.code] ?? [] {
        let standing: TitleEntry.Standing =
          switch title.kind {
          case "group": .group
          case "carried": .carried
          case "derived": .label
          default: .index
          }
        builder.add(
          TitleEntry(
            code: OccupationCode(id, item.code), language: title.language, title: title.title,
            standing: standing))
      }
    }
  }

  private func addLabels(_ builder: inout TitleIndex.Builder) throws {
    var groups: [String: String] = [:]
    try read("datasets/esco/occupations.csv", ["esco_id", "isco08"]) { groups[$0[0]] = $0[1] }
    try read("datasets/esco/labels.csv", ["esco_id", "lang", "label"]) { row in
      guard let group = groups[row[0]], let language = Language(rawValue: row[1]) else {
        throw fault(row, 0, "no occupation or language of ESCO")
      }
      // 'infirmier/infirmière' is two labels in one.
      let label = row[2]
      for part in [label] + parts(of: label) {
        builder.add(
          TitleEntry(
            code: OccupationCode(.isco08, group), language: language, title: part, standing: .label,
            concept: row[0]))
      }
    }
  }

  private func addNational(_ builder: inout TitleIndex.Builder) throws {
    try read(Self.national, ["lang", "title", "isco08", "relation"]) { row in
      guard let language = Language(rawValue: row[0]) else {
        throw fault(row, 0, "'\(row[0])' is not a language")
      }
      guard !row.isEmpty(2) else { return }
      let title = row[1]
      for part in [title] + parts(of: title) {
        builder.add(
          TitleEntry(
            code: OccupationCode(.isco08, row[2]), language: language, title: part,
            standing: .national, isLoose: row[3] != "exactMatch" && row[3] != "closeMatch"))
      }
    }
  }

  /// The feminine and masculine forms that stand in one title with a slash between.
  private func parts(of title: String) -> [String] {
    let parts = title.split(separator: "/").map(String.init)
    guard parts.count == 2, !title.contains("(") else { return [] }
    return parts.allSatisfy { $0.count > 3 } ? parts : []
  }

  /// The weights of the ranking and its calibration.
  func ranking() throws -> TitleRanking {
    var weights: [String: [Double]] = [:]
    try read(Self.ranking, ["evidence"] + Language.allCases.map(\.rawValue)) { row in
      weights[row[0]] = try Language.allCases.indices.map { language in
        guard let weight = Double(row[language + 1]) else {
          throw fault(row, language + 1, "'\(row[language + 1])' is not a number")
        }
        return weight
      }
    }
    var steps: [Language: [TitleRanking.Step]] = [:]
    try read(Self.calibration, ["lang", "raw", "certainty"]) { row in
      guard let language = Language(rawValue: row[0]), let raw = Double(row[1]),
        let certainty = Double(row[2])
      else { throw fault(row, 0, "no language, or not a number") }
      steps[language, default: []].append(TitleRanking.Step(raw: raw, certainty: certainty))
    }
    return TitleRanking(weights: weights, calibration: steps)
  }

  /// How many people work in each group of a classification, in proportion.
  func workforce(_ id: ClassificationID) throws -> [String: Double] {
    var result: [String: Double] = [:]
    try read(Self.workforce, ["classification", "code", "openings"]) { row in
      guard row.withUTF8(0, { $0.count == id.rawValue.utf8.count }), row[0] == id.rawValue else {
        return
      }
      guard let number = Double(row[2]) else { throw fault(row, 2, "'\(row[2])' is not a number") }
      result[row[1]] = number
    }
    return result
  }

  /// The openings of groups of NOC 2021 in British Columbia, the only measure of the workforce in our data.
  func openings() throws -> [String: Double] {
    var result: [String: Double] = [:]
    try read("datasets/coding/openings_bc.csv", ["noc2021", "openings"]) { row in
      guard let number = Double(row[1]) else { throw fault(row, 1, "'\(row[1])' is not a number") }
      result[row[0]] = number
    }
    return result
  }

  /// Reads the compiled index, if it is of what the data is now.
  func compiledIndex() throws -> TitleIndex? {
    guard let numbers = try? WholeFile.read(directory.file(Self.compiledNumbers)),
      let titles = try? WholeFile.read(directory.file(Self.compiledTitles))
    else { return nil }
    return try TitleIndex(numbers: numbers, titles: titles) {
      try isCurrent(Self.compiledNumbers, Self.inputs, $0)
    }
  }

  /// Where the compiled links of a classification belong.
  static func compiledLinks(_ id: ClassificationID) -> String {
    "datasets/coding/compiled/links-\(id).bin"
  }

  /// The files that links are made from: the titles, and all that scores rest on.
  static func linkInputs(_ catalogue: Catalogue) -> [String] {
    inputs + [
      workforce, "datasets/classifications.csv", "datasets/levels.csv", "datasets/title_fields.csv",
      "datasets/equivalence/model.csv", "crosswalks/index.csv",
    ] + catalogue.correspondences.map { "crosswalks/\($0.file)" }
      + catalogue.classifications.map { "datasets/classifications/\($0.id).csv" }
  }

  /// Reads the compiled links of a classification, if they are of what the data is now.
  func compiledLinks(_ id: ClassificationID, _ catalogue: Catalogue) throws -> TitleLinks? {
    let path = Self.compiledLinks(id)
    guard catalogue.leftOut.isEmpty, catalogue.decisions.isEmpty,
      let bytes = try? WholeFile.read(directory.file(path))
    else { return nil }
    return try TitleLinks(bytes) { try isCurrent(path, Self.linkInputs(catalogue), $0) }
  }
}

private func fault(_ row: borrowing TableRow, _ column: Int, _ message: String) -> InvalidInput {
  InvalidInput([
    Finding(
      "invalid-value", .error, at: row.location(of: column), message,
      help: "correct the table; docs/titles.md describes it")
  ])
}
