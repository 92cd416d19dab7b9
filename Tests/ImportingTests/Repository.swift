import Classifications
import Correspondences
import Diagnostics
import Foundation
import ReferenceData

/// The repository's own data, against which publishers' files are read.
enum Repository {
  /// The root, three folders above this file.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path()

  static func catalogue() throws -> Catalogue { try Catalogue(DataDirectory(path: root)) }

  static func description(_ id: String) throws -> CorrespondenceDescription {
    guard let found = try catalogue().correspondences.first(where: { $0.id == id }) else {
      throw NoTable(id: id)
    }
    return found
  }

  struct NoTable: Error {
    let id: String
  }
}

/// Writes a publisher's file for the time of a test.
///
/// - Parameters:
///   - bytes: What is in it.
///   - name: Its name; places in findings are compared without its folder.
///   - body: What is done with its path.
/// - Returns: What that returns.
/// - Throws: What that throws.
func withFile<Result>(
  _ bytes: [UInt8], named name: String = "a.csv", _ body: (String) throws -> Result
) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(
    component: "importing-tests-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appending(component: name)
  try Data(bytes).write(to: file)
  return try body(file.path())
}

/// As above, with text in UTF-8.
func withFile<Result>(
  _ text: String, named name: String = "a.csv", _ body: (String) throws -> Result
) throws -> Result {
  try withFile(Array(text.utf8), named: name, body)
}

/// A finding in one line: `line:column severity[rule] message -> suggestions`.
func line(_ finding: Finding) -> String {
  let place = finding.location.map { "\($0.line):\($0.column) " } ?? ""
  let values = finding.suggestions.joined(separator: ",")
  return "\(place)\(finding.severity.rawValue)[\(finding.rule)] \(finding.message) -> \(values)"
}

/// The faults for which an import is refused, each in one line; none if it is not refused.
func faults(_ body: () throws -> Void) throws -> [String] {
  do {
    try body()
    return []
  } catch let error as InvalidInput {
    return error.findings.map(line)
  }
}
