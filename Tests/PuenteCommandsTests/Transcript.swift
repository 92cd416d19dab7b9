import CommandLineKit
import Foundation
import PuenteCommands
import Synchronization

/// What a run of `puente` wrote, and how it ended.
struct Transcript: Hashable {
  var output = ""
  var diagnostics = ""
  var code = ExitCode.success

  /// The root of the repository, three folders above this file.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path()

  /// Runs the tool in this process, with the repository's data unless other data are named.
  init(_ arguments: [String]) {
    let written = Mutex((output: "", diagnostics: ""))
    let console = Console(
      write: { text in written.withLock { $0.output += text } },
      writeDiagnostic: { text in written.withLock { $0.diagnostics += text } }
    )
    let takesData = !["man", "completions", "help"].contains(arguments.first ?? "")
    let isTable = arguments.starts(with: ["import", "table"])
    let isPlain =
      isTable || ["template", "schema"].contains { arguments.starts(with: ["cmp", $0]) }
    let names = takesData && !isPlain && !arguments.contains("--data") && !arguments.contains("--")
    code = puente.run(arguments + (names ? ["--data", Self.root] : []), on: console)
    (output, diagnostics) = written.withLock { $0 }
  }

  init(_ arguments: String...) { self.init(arguments) }
}

/// Makes a folder for the time of a function.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(
    component: "puente-tests-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path())
}

/// Writes a file into a folder and returns its path.
func write(_ text: String, _ name: String, in folder: String) throws -> String {
  let path = "\(folder)/\(name)"
  try Data(text.utf8).write(to: URL(filePath: path))
  return path
}

/// The text of a file; `nil` if there is none.
func read(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

/// The names in a folder, hidden ones as well, in order.
func names(in folder: String) -> [String] {
  ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
}

/// The paths of the keys of a JSON text, as `candidates[].score`, in order.
func keys(ofJSON text: String) throws -> [String] {
  func collect(_ value: Any, _ path: String, _ found: inout Set<String>) {
    if let object = value as? [String: Any] {
      for (key, value) in object {
        found.insert("\(path)\(key)")
        collect(value, "\(path)\(key).", &found)
      }
    } else if let list = value as? [Any] {
      for value in list { collect(value, path.isEmpty ? "" : "\(path.dropLast())[].", &found) }
    }
  }
  var found: Set<String> = []
  collect(try JSONSerialization.jsonObject(with: Data(text.utf8)), "", &found)
  return found.sorted()
}
