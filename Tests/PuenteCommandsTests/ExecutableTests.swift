import Foundation
import Testing

/// The executable itself, where it was built.
@Suite struct ExecutableTests {
  static let path = "\(Transcript.root).build/debug/puente"
  static let isBuilt = FileManager.default.isExecutableFile(atPath: path)

  /// Runs the executable; both pipes are read to their ends before it is waited for.
  private func run(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> (output: String, diagnostics: String, code: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: Self.path)
    process.arguments = arguments
    process.environment = environment
    // Diagnostics go to a file, so that neither pipe can fill while the other is read.
    let log = FileManager.default.temporaryDirectory.appending(component: "puente-\(UUID()).log")
    try Data().write(to: log)
    defer { try? FileManager.default.removeItem(at: log) }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: log)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (
      String(decoding: bytes, as: UTF8.self), try String(contentsOf: log, encoding: .utf8),
      process.terminationStatus
    )
  }

  @Test(.enabled(if: isBuilt)) func answersAsInProcess() throws {
    let arguments = ["lookup", "sinco2011:2426", "--to", "noc2016"]
    let found = try run(arguments, environment: ["PUENTE_DATA": Transcript.root])
    #expect(found.output == Transcript(arguments).output)
    #expect(found.diagnostics.isEmpty)
    #expect(found.code == 0)
  }

  @Test(.enabled(if: isBuilt)) func refusesDataThatAreNotThere() throws {
    let found = try run(["tables"], environment: ["PUENTE_DATA": "/nowhere"])
    #expect(found.code == 2)
    #expect(
      found.diagnostics
        == "error: cannot use '/nowhere': PUENTE_DATA names it, but it has no 'datasets/classifications.csv'\n"
    )
    let whole = try run([
      "lookup", "--all", "--from", "noc2021", "--to", "isco08", "--format", "csv",
    ])
    #expect(whole.code == 0)
    #expect(whole.output.utf8.count > 65_536)
  }
}
