import Classifications
import Correspondences
import Diagnostics
import Digests
import Matching
import ReferenceData
import Reports
import SSSOM
import Tabular

/// A report while it is written: its words, and the sources and records that it has cited so far.
struct ReportDraft {
  let wording: Wording
  let catalogue: Catalogue
  let day: CalendarDate
  private(set) var sources = SourceList()
  private(set) var records: [CitedRecord] = []
  private var known: Set<CitedRecord> = []
  private var sets: [String: MappingHashes] = [:]

  /// The most single mappings that a report lists; beyond, only the files are cited.
  static let mostMappings = 400

  init(_ options: ReportOptions, _ catalogue: Catalogue) {
    wording = Wording(options.language)
    self.catalogue = catalogue
    day = options.day
  }

  // MARK: Sources

  /// The number of a publication of `datasets/sources.csv`.
  ///
  /// - Parameters:
  ///   - id: The row.
  ///   - place: Where in it, or at which address; empty for all of it.
  /// - Returns: The number.
  /// - Throws: `UnknownName` if there is no such row.
  mutating func cite(source id: String, place: String = "") throws -> Int {
    let source = try catalogue.source(id)
    let published = source.published.isEmpty ? "" : " (\(source.published))"
    return sources.cite(
      ReportSource(
        title: Phrase("\(source.publisher), \(source.title)\(published)", in: nil), address: place,
        asOf: source.asOf, confidence: .init(rawValue: source.confidence) ?? .unstated,
        note: try catalogue.licence(source.licence).attribution))
  }

  /// The number of another source.
  mutating func cite(_ source: ReportSource) -> Int { sources.cite(source) }

  // MARK: Records

  /// Cites a record, once.
  mutating func cite(_ record: CitedRecord) {
    if known.insert(record).inserted { records.append(record) }
  }

  /// Cites a file of the data folder as it is now; one that is not there is left out.
  mutating func cite(file relative: String) throws {
    let path = catalogue.directory.file(relative)
    guard fileExists(path) else { return }
    cite(CitedRecord(.file, place: relative, hash: SHA256Digest(of: try WholeFile.read(path)).hex))
  }

  /// Cites the mapping sets that an answer came through, and returns the numbers of their sources.
  mutating func cite(routes: [Route]) throws -> [Int] {
    var tables: [String: (file: String, source: String)] = [:]
    for step in routes.flatMap(\.steps) {
      tables[step.correspondence.id] = (step.correspondence.file, step.correspondence.source)
    }
    var numbers: Set<Int> = []
    try citeFiles(of: routes)
    for (_, table) in tables.sorted(by: { $0.key < $1.key }) {
      numbers.insert(try cite(source: table.source))
    }
    return numbers.sorted()
  }

  /// Cites the files of mapping sets, and what their use follows from.
  mutating func citeFiles(of routes: [Route]) throws {
    let files = Set(routes.flatMap(\.steps).map { "crosswalks/\($0.correspondence.file)" })
    for file in files.sorted() + ["datasets/equivalence/model.csv", "crosswalks/index.csv"] {
      try cite(file: file)
    }
  }

  /// Cites the mappings on the strongest path of each candidate, as far as there is room for them.
  mutating func cite(mappingsBehind candidates: [Equivalence]) throws {
    var found: [CitedRecord] = []
    for candidate in candidates {
      guard let path = candidate.paths.first else { continue }
      for (index, table) in path.tables.enumerated() {
        if sets[table.id] == nil {
          sets[table.id] = try MappingHashes(
            path: catalogue.directory.file("crosswalks/\(table.file)"))
        }
        let pair = (path.codes[index], path.codes[index + 1])
        if let record = sets[table.id]?.record(pair.0, pair.1, in: table.id) {
          found.append(record)
        }
      }
    }
    guard Set(found).count <= Self.mostMappings else { return }
    for record in found { cite(record) }
  }

  // MARK: Texts

  /// The official title of a code in the best language there is; the code's own text where there is none.
  func title(_ code: OccupationCode) throws -> Phrase {
    guard let item = try catalogue.codeTable(code.classification)[code.code] else {
      return Phrase("")
    }
    return title(item)
  }

  /// The official title of a group, marked with its language where that is not the report's.
  func title(_ item: ClassificationItem) -> Phrase {
    var titles: [Language: String] = [:]
    for language in Language.allCases where !item.unofficialLanguages.contains(language) {
      titles[language] = item.title(in: language)
    }
    return wording.official(titles) ?? Phrase(item.title())
  }

  /// The name of a classification.
  func name(_ id: ClassificationID) throws -> String { try catalogue.classification(id).name }

  /// The report, in its order: first the mappings, then the files.
  func document(
    kind: String, title: String, subtitle: String, facts: [KeyValue], sections: [Reports.Section],
    isBrief: Bool = false
  ) -> Document {
    Document(
      kind: kind, language: wording.language, title: title, subtitle: Phrase(subtitle), day: day,
      generator: "puente \(puenteVersion)", facts: facts, sections: sections,
      sources: sources.sources,
      records: records.filter { $0.kind != .file } + records.filter { $0.kind == .file },
      isBrief: isBrief)
  }
}

/// The hashes of the mappings of a set, by the codes that they link.
struct MappingHashes {
  private var records: [String: CitedRecord] = [:]
  /// All hashes.
  private(set) var hashes: Set<String> = []

  /// Reads a set.
  ///
  /// - Throws: `FileError` if the file cannot be read.
  init(path: String) throws {
    let set = try SSSOMReader.read(path: path).set
    for mapping in set.mappings {
      let ends = (mapping[.subjectID], mapping[.objectID])
      let hash = mapping.standardHash
      hashes.insert(hash)
      let statement = "\(ends.0) \(mapping[.predicateID]) \(ends.1)"
      records["\(ends.0) \(ends.1)"] = CitedRecord(
        .mapping, place: "", statement: statement, hash: hash)
    }
  }

  /// The mapping that ties two codes, in either direction, or the groups above them that the set lists.
  func record(_ first: OccupationCode, _ second: OccupationCode, in set: String) -> CitedRecord? {
    for (left, right) in [(first, second), (second, first)] {
      for upper in Self.prefixes(left) {
        for lower in Self.prefixes(right) {
          if let record = records["\(upper) \(lower)"] {
            return CitedRecord(
              .mapping, place: set, statement: record.statement.text, hash: record.hash.text)
          }
        }
      }
    }
    return nil
  }

  /// Whether the set has a mapping from one identifier to another.
  func links(_ subject: String, _ object: String) -> Bool { records["\(subject) \(object)"] != nil }

  private static func prefixes(_ code: OccupationCode) -> [String] {
    (0..<code.code.count).map { "\(code.classification):\(code.code.dropLast($0))" }
  }
}
