public import Classifications
public import Diagnostics
import Glibc
public import ReferenceData
import Tabular

/// What checking files came to.
public struct CheckReport: Sendable {
  /// What was found, file by file.
  public var findings: [Finding] = []
  /// The files that could not be read.
  public var unread: [FileError] = []
  /// Whether every file was checked; otherwise one could not be read or is of no kind that can be checked.
  public var isComplete = true

  /// Creates an empty report.
  public init() {}
}

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

  /// Checks files, and every table of folders.
  ///
  /// One that cannot be read or checked does not keep the others from being checked. In a folder with
  /// `pairs.csv` and `links.csv`, a link that repeats a row of the pairs as printed is not reported twice,
  /// and a table of another kind is only pointed out.
  ///
  /// - Parameter paths: The files and folders; `-` is the standard input.
  /// - Returns: What was found.
  /// - Throws: ``InvalidInput`` or ``FileError`` if the reference data cannot be read.
  public func check(_ paths: [String]) throws -> CheckReport {
    var report = CheckReport()
    for path in paths {
      if path != "-", let names = tables(inFolder: path) {
        try check(names, inFolder: path, &report)
      } else {
        try checkFile(path, &report)
      }
    }
    return report
  }

  private func check(_ names: [String], inFolder path: String, _ report: inout CheckReport) throws {
    guard !names.isEmpty else {
      report.unread.append(FileError("check", path, reason: "it has no .csv or .tsv files"))
      report.isComplete = false
      return
    }
    if CredentialFolderChecker.recognises(names) {
      let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
      let checker = CredentialFolderChecker(catalogue: catalogue, today: today)
      report.findings += try checker.check(folder, names)
      return
    }
    var printed: Set<[String]> = []
    for name in names {
      var own = CheckReport()
      try checkFile(path.hasSuffix("/") ? path + name : "\(path)/\(name)", &own)
      if own.findings.contains(where: { $0.rule == PairRule.unknownTable.rawValue }) {
        own.findings = own.findings.map { $0.asWarning(of: .unknownTable) }
        own.isComplete = own.unread.isEmpty
      }
      if name == "pairs.csv" { printed = Set(own.findings.map { [$0.rule, $0.message] }) }
      if name == "links.csv" {
        own.findings.removeAll { printed.contains([$0.rule, $0.message]) }
      }
      report.findings += own.findings
      report.unread += own.unread
      report.isComplete = report.isComplete && own.isComplete
    }
  }

  private func checkFile(_ path: String, _ report: inout CheckReport) throws {
    let bytes: [UInt8]
    do {
      bytes = try WholeFile.read(path)
    } catch {
      report.unread.append(error)
      report.isComplete = false
      return
    }
    if isMappingSet(bytes, path) {
      report.findings += try MappingSetChecker(catalogue).check(bytes, path: path)
      return
    }
    let (table, faults) = try Table.read(bytes: bytes, name: path)
    report.findings += try check(table, faults, &report.isComplete).sortedByLocation()
  }

  private func check(
    _ table: Table, _ faults: [Finding], _ isComplete: inout Bool
  ) throws -> [Finding] {
    // Without a header that can be read nothing says what the table is.
    if table.columns.isEmpty { return faults }
    guard PairFile.recognises(table.columns), !FactTableChecker.isCertain(of: table.columns) else {
      if FactTableChecker.recognises(table.columns) {
        return faults + FactTableChecker(today: today).check(table)
      }
      isComplete = false
      return faults + [PairFile.unknownTable(table)]
    }
    let file: PairFile
    do {
      file = try PairFile(table, catalogue: catalogue, versions: versions)
    } catch let error as InvalidInput
      where error.findings.allSatisfy({
        $0.location?.file == table.name
      })
    {
      isComplete = false
      return faults + error.findings
    }
    let vocabulary = try catalogue.vocabulary()
    let checker = PairChecker(catalogue: catalogue, vocabulary: vocabulary, today: today)
    // Rows with a fault are no pairs, but that is not what is to be said of them.
    let own = file.findings.filter {
      $0.rule != PairRule.noPairs.rawValue || !faults.containsErrors
    }
    return try faults + own + checker.check(file.pairs)
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

extension Finding {
  /// The finding with less weight, if it is of a rule.
  fileprivate func asWarning(of rule: PairRule) -> Finding {
    guard self.rule == rule.rawValue else { return self }
    var lighter = self
    lighter.severity = .warning
    lighter.message += "; it was not checked"
    return lighter
  }
}
