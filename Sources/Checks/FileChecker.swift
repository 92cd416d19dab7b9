public import Classifications
public import Diagnostics
import Glibc
public import ReferenceData
import Tabular

/// Checks files of every kind that Puente knows, by what is in them.
public final class FileChecker {
  let catalogue: Catalogue
  let today: CalendarDate
  let versions: [ClassificationID]

  /// Creates a checker.
  ///
  /// - Parameters:
  ///   - catalogue: The code tables and correspondences.
  ///   - today: The day up to which waiting is counted.
  ///   - versions: The classifications that the user names for a family.
  public init(catalogue: Catalogue, today: CalendarDate, versions: [ClassificationID] = []) {
    self.catalogue = catalogue
    self.today = today
    self.versions = versions
  }

  /// Checks a file, or every table of a folder.
  ///
  /// In a folder, a link that repeats a row of a table of pairs beside it is not reported twice.
  ///
  /// - Parameter path: The file or folder; `-` is the standard input.
  /// - Returns: What was found, file by file.
  /// - Throws: ``InvalidInput`` if a file is of no kind that can be checked, or ``FileError``.
  public func check(path: String) throws -> [Finding] {
    guard path != "-", let names = tables(inFolder: path) else { return try checkFile(path) }
    guard !names.isEmpty else {
      throw FileError("check", path, reason: "it has no .csv or .tsv files")
    }
    var findings: [Finding] = []
    var reported: Set<[String]> = []
    for name in names {
      var new: Set<[String]> = []
      for finding in try checkFile("\(path)/\(name)") {
        let key = [finding.rule, finding.message]
        guard !reported.contains(key) else { continue }
        new.insert(key)
        findings.append(finding)
      }
      reported.formUnion(new)
    }
    return findings
  }

  private func checkFile(_ path: String) throws -> [Finding] {
    let bytes = try WholeFile.read(path)
    if isMappingSet(bytes, path) {
      return try MappingSetChecker(catalogue).check(bytes, path: path)
    }
    let (table, faults) = try Table.read(bytes: bytes, name: path)
    guard PairFile.recognises(table.columns) else {
      if faults.containsErrors { return faults }
      throw InvalidInput([
        Finding(
          "unknown-table", .error, at: SourceLocation(file: path, line: 1, column: 1),
          "this is neither a mapping set nor a table of pairs",
          help:
            "a table of pairs has a column for each side, named after its classification, such as 'noc2016' and 'sinco2011'"
        )
      ])
    }
    let file = try PairFile(table, catalogue: catalogue, versions: versions)
    let vocabulary = try catalogue.vocabulary()
    let checker = PairChecker(catalogue: catalogue, vocabulary: vocabulary, today: today)
    return try (faults + file.findings + checker.check(file.pairs)).sortedByLocation()
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

  /// The tables of a folder in the order of their names, those of pairs as printed before others; `nil`
  /// if the path is no folder.
  private func tables(inFolder path: String) -> [String]? {
    guard let folder = unsafe opendir(path) else { return nil }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name.hasSuffix(".csv") || name.hasSuffix(".tsv") { names.append(name) }
    }
    return names.sorted { left, right in
      (left == "pairs.csv" ? 0 : 1, left) < (right == "pairs.csv" ? 0 : 1, right)
    }
  }
}
