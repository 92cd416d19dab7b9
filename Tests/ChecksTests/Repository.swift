import Checks
import Classifications
import Diagnostics
import Foundation
import ReferenceData

/// The repository's own data, against which tables are checked.
///
/// It is read once: the tests that use it run on the main actor, one after the other.
@MainActor enum Repository {
  /// The root, three folders above this file.
  nonisolated static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path()

  private static let shared = Result { try Catalogue(DataDirectory(path: root)) }

  static func catalogue() throws -> Catalogue { try shared.get() }
}

/// Checks a table that exists only for the time of a test.
///
/// - Parameters:
///   - bytes: What is in it.
///   - name: Its name, to which places are cut.
///   - versions: The classifications that the user names.
/// - Returns: What was found.
/// - Throws: What the check throws.
@MainActor func check(
  _ bytes: [UInt8], named name: String = "pairs.csv", versions: [ClassificationID] = []
) throws -> [Finding] {
  let folder = FileManager.default.temporaryDirectory.appending(
    component: "checks-tests-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appending(component: name)
  try Data(bytes).write(to: file)
  guard let day = CalendarDate("2026-11-24") else { return [] }
  let checker = FileChecker(
    catalogue: try Repository.catalogue(), today: day, versions: versions)
  return try checker.check([file.path()]).findings.map { finding in
    var finding = finding
    finding.location = finding.location.map {
      SourceLocation(file: name, line: $0.line, column: $0.column)
    }
    return finding
  }
}

/// As above, with text in UTF-8.
@MainActor func check(
  _ text: String, named name: String = "pairs.csv", versions: [ClassificationID] = []
) throws -> [Finding] {
  try check(Array(text.utf8), named: name, versions: versions)
}

/// The findings at least as severe, each as `line severity[rule]`, in order and once.
func brief(_ findings: [Finding], from severity: Severity = .note) -> [String] {
  var seen: Set<String> = []
  return findings.filter { $0.severity >= severity }
    .map { "\($0.location?.line ?? 0) \($0.severity.rawValue)[\($0.rule)]" }
    .filter { seen.insert($0).inserted }
}
