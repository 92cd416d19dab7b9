public import Diagnostics

/// The folder that holds Puente's data: `datasets/` and `crosswalks/`.
public struct DataDirectory: Hashable, Sendable {
  /// The path of the folder, without a slash at its end.
  public let path: String

  /// Where Puente looks for its data when it is not told.
  public struct Places: Sendable {
    /// What the user named with `--data`.
    public var named: String?
    /// The value of `PUENTE_DATA`.
    public var environment: String?
    /// The real path of the executable; `nil` if it is not known.
    public var executable: String?

    /// Creates the places to look in.
    public init(named: String?, environment: String?, executable: String?) {
      self.named = named
      self.environment = environment
      self.executable = executable
    }
  }

  /// Uses a folder as it is.
  public init(path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// Finds the data: in the folder the user named, else in the one `PUENTE_DATA` names, else beside the
  /// executable as it was installed (`PREFIX/share/puente`), else in the repository it was built in.
  ///
  /// A folder that is named but has no data is an error: no other is taken in its place.
  ///
  /// - Parameters:
  ///   - places: Where to look.
  ///   - exists: Whether a file is there.
  /// - Returns: The folder.
  /// - Throws: ``FileError`` if there is no data in any of them.
  public static func locate(
    _ places: Places, exists: (String) -> Bool = fileExists
  ) throws(FileError) -> DataDirectory {
    func holdsData(_ path: String) -> Bool { exists("\(path)/datasets/classifications.csv") }
    for (name, origin) in [(places.named, "--data"), (places.environment, "PUENTE_DATA")] {
      guard let name, !name.isEmpty else { continue }
      guard holdsData(name) else {
        throw FileError(
          "use", name,
          reason: "\(origin) names it, but it has no 'datasets/classifications.csv'"
        )
      }
      return DataDirectory(path: name)
    }
    var parts = (places.executable ?? "").split(separator: "/", omittingEmptySubsequences: false)
    while !parts.isEmpty {
      parts.removeLast()
      let folder = parts.joined(separator: "/")
      for candidate in ["\(folder)/share/puente", folder]
      where !candidate.isEmpty && holdsData(candidate) {
        return DataDirectory(path: candidate)
      }
    }
    throw FileError(
      "find", "datasets/classifications.csv",
      reason: "name the folder that holds Puente's data with --data or PUENTE_DATA"
    )
  }

  /// The path of a file in the folder.
  public func file(_ relative: String) -> String { "\(path)/\(relative)" }
}
