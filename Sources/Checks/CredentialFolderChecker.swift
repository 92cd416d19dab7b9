import Classifications
import Credentials
import Diagnostics
import FactTables
import ReferenceData

/// Checks a folder with the tables of the recognition of credentials.
struct CredentialFolderChecker {
  let catalogue: Catalogue
  let today: CalendarDate

  /// Whether a folder holds those tables: it has the rules, the steps and the bodies.
  static func recognises(_ names: [String]) -> Bool {
    Set(["regulations.csv", "steps.csv", "bodies.csv"]).isSubset(of: names)
  }

  /// What is wrong with the tables, then what has to be looked up again.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - names: The tables in it.
  /// - Returns: The findings, in the order of the tables.
  /// - Throws: `FileError` or `InvalidInput` if a table cannot be read.
  func check(_ folder: String, _ names: [String]) throws -> [Finding] {
    let tables = try FactTables(TableDefinition.credentials, folder: folder, isThere: fileExists)
    let check = CredentialCheck(tables)
    let known = Set(TableDefinition.credentials.map { "\($0.name).csv" })
    func place(_ name: String) -> SourceLocation {
      SourceLocation(file: "\(folder)/\(name)", line: 1, column: 1)
    }
    let missing = known.subtracting(names).sorted().map { name in
      Finding(
        "missing-table", .error, at: place(name), "there is no table '\(name)'",
        help:
          "write it, with its header if it has no row; 'puente credentials --schema' has the columns"
      )
    }
    let strange = names.filter { !known.contains($0) }.map { name in
      Finding(
        "unknown-table", .warning, at: place(name),
        "'\(name)' is no table of the recognition of credentials, and was not checked",
        help: "check it by itself, or take it out of the folder")
    }
    return try missing + strange + check.faults()
      + check.doubts(on: today) { code in
        guard catalogue.classifications.contains(where: { $0.id == code.classification }) else {
          return nil
        }
        return try catalogue.codeTable(code.classification).contains(code.code)
      }
  }
}
