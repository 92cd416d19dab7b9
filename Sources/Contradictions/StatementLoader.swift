public import Classifications
import Correspondences
import Diagnostics
import FoundationEssentials
import Matching
public import ReferenceData
import Tabular

/// Reads statements from the crosswalks and from files.
public struct StatementLoader {
  let catalogue: Catalogue
  let versions: [ClassificationID]
  private let known: Set<ClassificationID>

  /// Creates a loader.
  ///
  /// - Parameters:
  ///   - catalogue: The code tables and the crosswalks.
  ///   - versions: The classifications that the user names for a family in tables of pairs.
  public init(_ catalogue: Catalogue, versions: [ClassificationID] = []) {
    self.catalogue = catalogue
    self.versions = versions
    known = Set(catalogue.classifications.map(\.id))
  }

  /// The pairs of the 2017 report, relative to the data folder.
  private static let reportPairs = "crosswalks/lmwg-2017/links.csv"

  /// Adds all tables of the crosswalks, but for similarities, and the pairs of the 2017 report.
  ///
  /// Places name the files relative to the data folder.
  ///
  /// - Parameter list: Takes the statements.
  /// - Throws: ``FileError`` or ``InvalidInput`` if the data cannot be read.
  public func addCrosswalks(to list: inout StatementList) throws {
    for table in catalogue.correspondences where !table.isSimilarity {
      let name = "crosswalks/\(table.file)"
      try list.add(
        mappingSet: try WholeFile.read(catalogue.directory.file(name)), name: name, known: known
      ) { _ in table }
    }
    let path = catalogue.directory.file(Self.reportPairs)
    if fileExists(path) {
      try list.add(
        pairs: try WholeFile.read(path), name: Self.reportPairs, catalogue: catalogue,
        versions: versions)
    }
  }

  /// Adds files, and the tables of folders.
  ///
  /// In a folder, tables of other kinds are passed over with a note, and so are pairs as printed beside the
  /// links that repeat them.
  ///
  /// - Parameters:
  ///   - paths: The files and folders; `-` is the standard input.
  ///   - list: Takes the statements.
  /// - Throws: ``FileError``, or ``InvalidInput`` with the faults of all files.
  public func add(_ paths: [String], to list: inout StatementList) throws {
    var faults: [Finding] = []
    var seen: Set<String> = []
    func add(_ path: String, isInFolder: Bool) throws {
      guard seen.insert(path).inserted else { return }
      do {
        try addFile(path, isInFolder: isInFolder, to: &list)
      } catch let error as InvalidInput {
        faults += error.findings
      }
    }
    for path in paths {
      guard path != "-", let names = try? FileManager.default.contentsOfDirectory(atPath: path)
      else {
        try add(path, isInFolder: false)
        continue
      }
      let tables = names.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".tsv") }.sorted()
      guard !tables.isEmpty else {
        throw FileError("compare", path, reason: "it has no .csv or .tsv files")
      }
      for name in tables where name != "pairs.csv" || !tables.contains("links.csv") {
        try add(path.hasSuffix("/") ? path + name : "\(path)/\(name)", isInFolder: true)
      }
    }
    if !faults.isEmpty { throw InvalidInput(faults) }
  }

  private func addFile(
    _ path: String, isInFolder: Bool, to list: inout StatementList
  ) throws {
    let bytes = try WholeFile.read(path)
    if isMappingSet(bytes, path) {
      try list.add(mappingSet: bytes, name: path, known: known) { identifier in
        let last = identifier.split(separator: "/").last.map(String.init)
        return catalogue.correspondences.first { $0.id == last }
      }
      return
    }
    do {
      try list.add(pairs: bytes, name: path, catalogue: catalogue, versions: versions)
    } catch let error as InvalidInput
      where isInFolder && error.findings.allSatisfy({ $0.rule == "unknown-table" })
    {
      list.notes.append(
        "\(path): neither a mapping set nor a table of pairs, so it was passed over")
    }
  }

  /// Whether a file is a mapping set: it says so by its name, or begins as one.
  private func isMappingSet(_ bytes: [UInt8], _ path: String) -> Bool {
    if path.hasSuffix(".sssom.tsv") { return true }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }
    guard first.first != UInt8(ascii: "#") else { return true }
    let columns = String(decoding: first, as: UTF8.self).split(separator: "\t")
    return columns.contains("subject_id") && columns.contains("predicate_id")
  }

  /// What the code lists say of the groups of statements.
  ///
  /// - Parameter list: The statements.
  /// - Returns: The facts of every classification that they name.
  /// - Throws: ``FileError`` or ``InvalidInput`` if the data cannot be read.
  public func trees(of list: StatementList) throws -> GroupTrees {
    var ids: Set<ClassificationID> = []
    for statement in list.statements {
      for concept in [statement.subject, statement.object] {
        if let id = concept.code?.classification { ids.insert(id) }
      }
    }
    var levels: [OccupationCode: Double] = [:]
    let tables = try ids.sorted().map { id in
      let table = try catalogue.codeTable(id)
      let traits = try catalogue.traits(id)
      for (unit, own) in zip(table.unitGroups, traits.traits) {
        levels[OccupationCode(id, unit.code)] = own.skillLevel
      }
      return table
    }
    return GroupTrees(tables, skillLevels: levels, vocabulary: try catalogue.vocabulary())
  }
}
