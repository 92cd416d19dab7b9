import Candidates
public import CommandLineKit
import Diagnostics
import FollowUps
import Glibc
import Ledgers
import ReferenceData
import Rendering
import Reviews
public import Storage

/// Where a command finds the ledger.
struct LedgerOptions: ParameterGroup {
  var path: String?

  static var parameters: [Parameter<Self>] {
    [
      .option(
        "--ledger", to: \.path, placeholder: "file",
        help: "The ledger, instead of the one that PUENTE_LEDGER names or of your own.",
        completion: .file
      )
    ]
  }

  /// What the modules bring to the ledger.
  ///
  /// - Parameter catalogue: The reference data, which has the events that a ledger begins with.
  /// - Returns: The components.
  static func components(_ catalogue: Catalogue) -> [LedgerComponent] {
    [
      ReviewDesk.component { desk in try PairsOf2017(catalogue).record(at: desk) },
      FollowUpDesk.component, CandidateSchema.component,
    ]
  }

  /// Opens the ledger, or makes one.
  ///
  /// - Throws: `DatabaseRefusal` and others of ``Ledger/open(_:components:)``, `UsageError` if no place for it is
  ///   known, `FileError`.
  func open(_ catalogue: Catalogue, _ console: Console) throws -> Ledger {
    let path = try location()
    let isNew = unsafe access(path, F_OK) != 0
    let ledger = try Ledger.open(path, components: Self.components(catalogue))
    if isNew { console.writeDiagnostic("note: made the ledger \(echoed(path))\n") }
    return ledger
  }

  /// Opens the ledger if there is one, for a command that records nothing; none is made.
  ///
  /// - Parameters:
  ///   - catalogue: The reference data.
  ///   - mayBeMissing: Whether one that is named need not be there.
  /// - Returns: The ledger; `nil` if there is none.
  /// - Throws: `FileError` if '--ledger' names one that is not there, and what ``open(_:_:)`` throws.
  func openIfThere(_ catalogue: Catalogue, mayBeMissing: Bool = false) throws -> Ledger? {
    // Without a home folder there is no ledger of one's own.
    guard let path = try? location(makingFolders: false) else { return nil }
    guard unsafe access(path, F_OK) == 0 else {
      // PUENTE_LEDGER may be set for good before the first event is recorded.
      if self.path != nil, !mayBeMissing {
        throw FileError("open", path, reason: "there is no such ledger")
      }
      return nil
    }
    return try Ledger.open(path, components: Self.components(catalogue))
  }

  /// The path of the ledger: the one named, that of the environment, or one in the user's own data folder
  /// (<https://specifications.freedesktop.org/basedir-spec/latest/>).
  private func location(makingFolders: Bool = true) throws -> String {
    if let path { return path }
    if let path = environment("PUENTE_LEDGER"), !path.isEmpty { return path }
    let data = environment("XDG_DATA_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let folder = data ?? environment("HOME").map({ "\($0)/.local/share" }) else {
      throw UsageError("name the ledger with '--ledger' or PUENTE_LEDGER: there is no home folder")
    }
    if makingFolders { try makeFolder("\(folder)/puente") }
    return "\(folder)/puente/puente.ledger"
  }

  private func makeFolder(_ path: String) throws {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/\(part)"
      if unsafe mkdir(made, 0o755) != 0, errno != EEXIST, unsafe access(made, F_OK) != 0 {
        throw FileError("make", made, reason: "it is not there and cannot be made")
      }
    }
  }

  private func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension DatabaseRefusal: ReportedError {
  public var diagnostics: String { "error: \(printable(description))" }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension DatabaseError: ReportedError {
  public var diagnostics: String { "error: the ledger: \(printable(description))" }
}
