import Credentials
import Diagnostics
import FactTables
import Foundation
import ReferenceData
import TestSupport
import Testing

/// The data of the repository, and copies of it that a test may damage.
enum World {
  static let folder = Repository.data.file("datasets/credentials")

  static func catalogue() throws -> CredentialCatalogue {
    try CredentialCatalogue(folder: folder, isThere: fileExists)
  }

  static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  /// The faults of a copy in which the only place of a text in a table is replaced.
  static func faults(
    _ table: String, _ old: String, _ new: String
  ) throws -> [Finding] {
    try withCopy { copy in
      let path = "\(copy)/\(table).csv"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try #require(text.components(separatedBy: old).count == 2, "'\(old)' is not there once")
      try text.replacingOccurrences(of: old, with: new)
        .write(toFile: path, atomically: false, encoding: .utf8)
      let tables = try FactTables(
        TableDefinition.credentials, folder: copy, isThere: fileExists)
      return CredentialCheck(tables).faults()
    }
  }

  static func withCopy<Result>(_ body: (String) throws -> Result) throws -> Result {
    let copy = "\(FileManager.default.temporaryDirectory.path)/credentials-\(UUID().uuidString)"
    try FileManager.default.copyItem(atPath: folder, toPath: copy)
    defer { try? FileManager.default.removeItem(atPath: copy) }
    return try body(copy)
  }
}
