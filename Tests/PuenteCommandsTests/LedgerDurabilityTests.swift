import CommandLineKit
import Foundation
import Testing

/// The ledger under what happens to files: killed processes, full disks, two writers, damage.
///
/// All with the executable itself.
@Suite(.enabled(if: ExecutableTests.isBuilt), .serialized, .timeLimit(.minutes(5)))
struct LedgerDurabilityTests {
  /// A run of the executable, perhaps under a shell.
  private struct Run {
    let process = Process()
    private let log: URL

    init(_ arguments: [String], shell: String? = nil) throws {
      log = FileManager.default.temporaryDirectory.appending(component: "puente-\(UUID()).log")
      try Data().write(to: log)
      if let shell {
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments =
          ["-c", "\(shell); exec \"$0\" \"$@\"", ExecutableTests.path] + arguments
      } else {
        process.executableURL = URL(filePath: ExecutableTests.path)
        process.arguments = arguments
      }
      process.environment = ["PUENTE_DATA": Transcript.root]
      // One file for both outputs, so that no pipe can fill.
      let handle = try FileHandle(forWritingTo: log)
      process.standardOutput = handle
      process.standardError = handle
      process.standardInput = FileHandle.nullDevice
      try process.run()
    }

    /// Waits for the end, and returns what was written.
    func finish() throws -> (output: String, code: Int32) {
      process.waitUntilExit()
      defer { try? FileManager.default.removeItem(at: log) }
      return (try String(contentsOf: log, encoding: .utf8), process.terminationStatus)
    }
  }

  private func comment(_ text: String, _ ledger: String, shell: String? = nil) throws -> Run {
    try Run(
      [
        "review", "comment", "L1", text, "--side", "mexico", "--on", "2026-11-24", "--ledger",
        ledger,
      ],
      shell: shell)
  }

  /// The comments of L1, after a check of the whole ledger.
  private func comments(_ ledger: String) throws -> [String] {
    let check = Transcript("review", "verify", "--ledger", ledger)
    #expect(check.code == .success, "\(check.output)\(check.diagnostics)")
    let history = Transcript("review", "history", "L1", "--format", "json", "--ledger", ledger)
    struct Event: Decodable {
      let body: [String: String]
    }
    return try JSONDecoder().decode([Event].self, from: Data(history.output.utf8))
      .compactMap { $0.body["comment"] }
  }

  @Test func keepsEveryAcknowledgedEventIfKilledAHundredTimes() throws {
    try withFolder { folder in
      let ledger = "\(folder)/l"
      let form = "\(folder)/form.json"
      #expect(Transcript("review", "status", "--ledger", ledger).code == .success)
      // Another ledger has forty pairs more, which are imported in one transaction.
      let other = "\(folder)/other"
      let codes = try wideCodes(count: 40)
      for (noc, sinco) in codes {
        let made = Transcript(
          "review", "propose", "--noc", noc, "--sinco", sinco, "--side", "canada", "--on",
          "2026-11-24", "--ledger", other)
        #expect(made.code == .success, "\(made.diagnostics)")
      }
      #expect(
        Transcript(
          "review", "export", "--for", "mexico", "--format", "json", "--output", form, "--ledger",
          other
        ).code == .success)
      let start = ContinuousClock.now
      _ = try comment("warm", ledger).finish()
      let whole = ContinuousClock.now - start
      var random = SystemRandomNumberGenerator()
      var acknowledged: [String] = []
      var killed = 0
      var isImported = false
      for round in 0..<100 {
        let isImport = round % 4 == 3
        let run =
          isImport
          ? try Run(["review", "import", form, "--on", "2026-11-24", "--ledger", ledger])
          : try comment("round \(round)", ledger)
        let share = Double.random(in: 0.1...1.1, using: &random) * (isImport ? 2 : 1)
        Thread.sleep(forTimeInterval: share * Double(whole.components.attoseconds) / 1e18)
        kill(run.process.processIdentifier, SIGKILL)
        let (output, code) = try run.finish()
        if run.process.terminationReason == .uncaughtSignal { killed += 1 }
        if !isImport, output.contains("[event ") { acknowledged.append("round \(round)") }
        if isImport, code == 0, run.process.terminationReason == .exit { isImported = true }
        // All of an import, or nothing.
        let status = Transcript("review", "list", "--format", "csv", "--ledger", ledger)
        let pairs = status.output.split(separator: "\n").count - 1
        #expect(status.code == .success && (pairs == 8 || pairs == 48), "\(pairs)")
        #expect(!isImported || pairs == 48)
      }
      let kept = try comments(ledger)
      #expect(killed > 30, "of 100 runs \(killed) were killed before their end")
      #expect(Set(kept).isSuperset(of: acknowledged))
      #expect(Set(kept).count == kept.count)
    }
  }

  /// Pairs of groups that exist.
  private func wideCodes(count: Int) throws -> [(String, String)] {
    func codes(_ id: String) throws -> [String] {
      let text = try String(
        contentsOfFile: "\(Transcript.root)datasets/classifications/\(id).csv", encoding: .utf8)
      return text.split(separator: "\n").compactMap { line in
        let fields = line.split(separator: ",", maxSplits: 2)
        return fields.count > 1 && fields[1] == "4" ? "\(id):\(fields[0])" : nil
      }
    }
    return Array(zip(try codes("noc2016"), try codes("sinco2011")).prefix(count))
  }

  @Test func keepsWhatItHasWhenTheDiskIsFull() throws {
    try withFolder { folder in
      let ledger = "\(folder)/l"
      #expect(Transcript("review", "status", "--ledger", ledger).code == .success)
      let size = try FileManager.default.attributesOfItem(atPath: ledger)[.size] as? Int ?? 0
      // The system refuses to let any file grow beyond this, as a full disk does.
      let limit = "ulimit -f \(size / 1024 + 60); trap '' XFSZ"
      var acknowledged: [String] = []
      var refused = 0
      for round in 0..<60 where refused < 3 {
        let text = "round \(round) " + String(repeating: "x", count: 9_000)
        let (output, code) = try comment(text, ledger, shell: limit).finish()
        if code == 0 {
          acknowledged.append(text)
        } else {
          refused += 1
          #expect(code == 2)
          #expect(output.contains("error: the ledger:"), "\(output)")
        }
      }
      #expect(refused > 0)
      #expect(!acknowledged.isEmpty)
      #expect(Set(try comments(ledger)).isSuperset(of: acknowledged))
      // With room again, work goes on.
      #expect(try comment("after", ledger).finish().code == 0)
      #expect(try comments(ledger).contains("after"))
    }
  }

  @Test func keepsWhatItHasOnASmallDisk() throws {
    try withFolder { folder in
      let disk = "\(folder)/disk"
      try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
      guard try system("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", disk) == 0 else {
        // Only root may mount; the test above stands for this one.
        return
      }
      defer { _ = try? system("umount", disk) }
      let ledger = "\(disk)/l"
      #expect(Transcript("review", "status", "--ledger", ledger).code == .success)
      var acknowledged: [String] = []
      var refused = 0
      for round in 0..<60 where refused < 3 {
        let text = "round \(round) " + String(repeating: "x", count: 9_000)
        let (output, code) = try comment(text, ledger).finish()
        if code == 0 { acknowledged.append(text) } else { refused += 1 }
        if code != 0 { #expect(output.contains("error: the ledger:"), "\(output)") }
      }
      #expect(refused > 0)
      #expect(!acknowledged.isEmpty)
      // A full disk has no room even for the log of a reader, so the ledger is looked at elsewhere.
      for ending in ["", "-wal"] where FileManager.default.fileExists(atPath: ledger + ending) {
        try FileManager.default.copyItem(atPath: ledger + ending, toPath: "\(folder)/copy\(ending)")
      }
      #expect(Set(try comments("\(folder)/copy")).isSuperset(of: acknowledged))
    }
  }

  private func system(_ arguments: String...) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test func letsManyWriteAtOnce() throws {
    try withFolder { folder in
      // The ledger is not there yet: all make it at once.
      let ledger = "\(folder)/l"
      let runs = try (0..<8).map { try comment("writer \($0)", ledger) }
      for run in runs {
        let (output, code) = try run.finish()
        #expect(code == 0, "\(output)")
      }
      #expect(try comments(ledger).count == 8)
    }
  }

  @Test func leavesOtherFilesAsTheyWere() throws {
    try withFolder { folder in
      let ledger = "\(folder)/l"
      #expect(Transcript("review", "status", "--ledger", ledger).code == .success)
      let whole = try Data(contentsOf: URL(filePath: ledger))
      var damaged = whole
      damaged.replaceSubrange(4_096..<4_196, with: repeatElement(0xA5, count: 100))
      // A letter of a text that an event has: the structure is sound, the digest is not.
      var altered = whole
      let word = try #require(whole.range(of: Data("cmp-report-2017".utf8), options: .backwards))
      altered[word.lowerBound] ^= 1
      let files: [(name: String, content: Data)] = [
        ("text", Data("not a ledger".utf8)), ("empty", Data()), ("cut", whole.prefix(20_001)),
        ("header", whole.prefix(100)), ("damaged", damaged), ("altered", altered),
        ("foreign", whole.prefix(68) + Data([1, 2, 3, 4]) + whole.dropFirst(72)),
      ]
      for (name, content) in files {
        let path = "\(folder)/\(name)"
        try content.write(to: URL(filePath: path))
        for command in [["status"], ["comment", "L1", "x", "--side", "mexico"], ["verify"]] {
          let run = Transcript(["review"] + command + ["--ledger", path])
          #expect(run.code == .failure, "\(name) \(command)")
          #expect(run.diagnostics.contains("left as it is"), "\(run.diagnostics)")
        }
        #expect(try Data(contentsOf: URL(filePath: path)) == content)
      }
      #expect(names(in: folder).count == files.count + 1)
    }
  }
}
