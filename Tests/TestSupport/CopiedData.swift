import FoundationEssentials
public import ReferenceData

/// A copy of the small files of the reference data that a test may damage.
public struct CopiedData {
  /// The folder.
  public let directory: DataDirectory

  /// Makes a copy, hands it out and removes it.
  ///
  /// - Parameters:
  ///   - files: The files to copy besides the lists, relative to the repository.
  ///   - body: What to do with it.
  /// - Returns: What the function returns.
  /// - Throws: What the function throws, or why files cannot be copied.
  public static func use<Result>(
    _ files: [String] = [], _ body: (CopiedData) throws -> Result
  ) throws -> Result {
    let manager = FileManager.default
    let root = "\(manager.temporaryDirectory.path)/puente-\(UUID().uuidString)"
    defer { try? manager.removeItem(atPath: root) }
    for folder in ["datasets/classifications", "datasets/titles", "crosswalks/compiled"] {
      try manager.createDirectory(atPath: "\(root)/\(folder)", withIntermediateDirectories: true)
    }
    for file in lists + files {
      try manager.copyItem(atPath: "\(Repository.path)/\(file)", toPath: "\(root)/\(file)")
    }
    return try body(CopiedData(directory: DataDirectory(path: root)))
  }

  private static let lists =
    ["classifications", "levels", "licences", "sectors", "sources", "title_fields"].map {
      "datasets/\($0).csv"
    } + ["crosswalks/index.csv"]

  /// Replaces the only place at which a text stands in a file.
  public func replace(_ old: String, with new: String, in file: String) throws {
    let path = directory.file(file)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let parts = text.split(separator: old, omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw NotOnce(text: old, count: parts.count - 1) }
    try (parts[0] + new + parts[1]).write(toFile: path, atomically: false, encoding: .utf8)
  }

  /// Replaces the bytes of a file.
  public func write(_ bytes: [UInt8], to file: String) throws {
    try Data(bytes).write(to: URL(filePath: directory.file(file)))
  }

  private struct NotOnce: Error {
    let text: String
    let count: Int
  }
}
