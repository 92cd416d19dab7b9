public import ReferenceData

/// The repository that the tests are built in, with its data.
public enum Repository {
  /// The path of the repository's root.
  public static let path = String(#filePath.dropLast("/Tests/TestSupport/Repository.swift".count))

  /// The folder with the reference data, which is the root.
  public static var data: DataDirectory { DataDirectory(path: path) }

  /// Opens the reference data.
  ///
  /// A catalogue is of one task, so each test opens its own.
  public static func catalogue(leavingOut: Set<String> = []) throws -> Catalogue {
    try Catalogue(data, leavingOut: leavingOut)
  }
}
