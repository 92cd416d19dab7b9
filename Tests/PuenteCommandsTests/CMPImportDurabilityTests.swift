import CommandLineKit
import Foundation
import Testing

/// The import of a report, killed at any moment, with the executable itself.
@Suite(.enabled(if: ExecutableTests.isBuilt), .timeLimit(.minutes(5)))
struct CMPImportDurabilityTests {
  @Test func leavesTheOldReportOrTheNewOneIfKilledAHundredTimes() throws {
    try withFolder { folder in
      let manager = FileManager.default
      let data = "\(folder)/data/datasets"
      try manager.createDirectory(atPath: data, withIntermediateDirectories: true)
      for name in ["classifications.csv", "sources.csv", "licences.csv", "cmp"] {
        try manager.copyItem(
          atPath: "\(Transcript.root)datasets/\(name)", toPath: "\(data)/\(name)")
      }
      // Two reports of 2017: one with a figure less.
      var versions: [String] = []
      for dropped in [0, 1] {
        let version = "\(folder)/report-\(dropped)"
        try manager.copyItem(atPath: "\(data)/cmp", toPath: version)
        try manager.removeItem(atPath: "\(version)/schema.json")
        let text = try String(contentsOfFile: "\(version)/indicators.csv", encoding: .utf8)
        let lines = text.split(separator: "\n").dropLast(dropped)
        _ = try write(
          lines.joined(separator: "\n") + "\n", "indicators.csv", in: version)
        versions.append(version)
      }
      let start = ContinuousClock.now
      try run(versions[0], into: "\(folder)/data", killedAfter: nil)
      let whole = Double((ContinuousClock.now - start).components.attoseconds) / 1e18
      var seen: [Int: Int] = [:]
      for round in 0..<100 {
        try run(
          versions[round % 2], into: "\(folder)/data",
          killedAfter: whole * (0.4 + 1.2 * Double(round) / 100))
        let list = Transcript(
          "cmp", "indicators", "--format", "csv", "--data", "\(folder)/data")
        #expect(list.code == .success, "round \(round): \(list.diagnostics)")
        seen[list.output.split(separator: "\n").count, default: 0] += 1
      }
      #expect(seen.count == 2, "\(seen)")
      // Whatever was left beside the folder is gone with the next import.
      try run(versions[0], into: "\(folder)/data", killedAfter: nil)
      #expect(
        names(in: data) == ["classifications.csv", "cmp", "licences.csv", "sources.csv"])
    }
  }

  private func run(_ report: String, into data: String, killedAfter seconds: Double?) throws {
    let process = Process()
    process.executableURL = URL(filePath: ExecutableTests.path)
    process.arguments = ["cmp", "import", report, "--replace", "--data", data]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    if let seconds {
      Thread.sleep(forTimeInterval: seconds)
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    if seconds == nil { #expect(process.terminationStatus == 0) }
  }
}
