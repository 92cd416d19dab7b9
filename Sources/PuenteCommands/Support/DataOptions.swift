import CommandLineKit
import Correspondences
import Diagnostics
import Glibc
import ReferenceData

/// Where a command finds Puente's data, and what of it is left out.
struct DataOptions: ParameterGroup {
  var folder: String?
  var without: [String] = []

  static var parameters: [Parameter<Self>] {
    [
      .option(
        "--data", to: \.folder, placeholder: "folder",
        help: "Folder with 'datasets' and 'crosswalks', instead of the one found.",
        completion: .directory
      ),
      .option(
        "--without", to: \.without, placeholder: "source",
        help:
          "Leave out a table, by its name in 'puente sources' or by that of its source, or a kind of evidence (docs/method.md), such as soc, esco or decisions."
      ),
    ]
  }

  /// The folder, found if it is not named.
  func directory() throws -> DataDirectory {
    let places = DataDirectory.Places(
      named: folder, environment: environment("PUENTE_DATA"), executable: executablePath()
    )
    return try DataDirectory.locate(places)
  }

  /// The reference data without what is left out.
  func catalogue() throws -> Catalogue {
    let catalogue = try Catalogue(
      try directory(), leavingOut: Set(without), program: executablePath())
    // Kept until the process ends: freeing its thousands of texts one by one would take longer than the
    // look-up they were read for.
    _ = unsafe Unmanaged.passRetained(catalogue)
    guard !without.isEmpty else { return catalogue }
    let whole = try Catalogue(catalogue.directory)
    let all = whole.correspondences
    for name in without
    where !whole.evidenceNames.contains(name)
      && !all.contains(where: { $0.id == name || $0.source == name })
    {
      let tables = all.filter { !$0.isSimilarity }.map(\.id).joined(separator: ", ")
      throw UsageError(
        "there is no table, source or evidence \(echoed(name)) to leave out; there are \(tables), and \(whole.evidenceNames.joined(separator: ", "))"
      )
    }
    return catalogue
  }

  private func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  private func executablePath() -> String? {
    guard let path = unsafe realpath("/proc/self/exe", nil) else { return nil }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }
}
