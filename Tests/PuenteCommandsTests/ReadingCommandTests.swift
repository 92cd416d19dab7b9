import CommandLineKit
import Foundation
import PuenteCommands
import Testing

/// What the commands that only read write, and how they end.
@Suite struct ReadingCommandTests {
  @Test func isDeclaredWithoutFaults() { #expect(puente.declarationFaults.isEmpty) }

  @Test func hasItsGuide() throws {
    try expectSnapshot(
      Transcript("man", "--format", "markdown").output, "../../../docs/commands.md")
  }

  /// A call whose text is kept in `Snapshots`.
  struct GoldenCase: Sendable, CustomTestStringConvertible {
    let file: String
    let arguments: [String]
    var code = ExitCode.success
    var testDescription: String { file }

    init(_ file: String, _ arguments: String..., code: ExitCode = .success) {
      self.file = file
      self.arguments = arguments
      self.code = code
    }
  }

  static let goldens = [
    GoldenCase("lookup-sinco2011-2426.txt", "lookup", "sinco2011:2426", "--to", "noc2016"),
    GoldenCase("lookup-noc2021-72106.txt", "lookup", "noc2021:72106", "--to", "sinco2019"),
    GoldenCase(
      "lookup-without.txt", "lookup", "sinco2011:2426", "--to", "noc2016", "--without",
      "sinco2011-nocs2006"),
    GoldenCase(
      "lookup-sinco2011-2426.json", "lookup", "sinco2011:2426", "--to", "noc2016", "--limit", "2",
      "--format", "json"),
    GoldenCase("explain-2814-3212.txt", "explain", "sinco2011:2814", "noc2016:3212"),
    GoldenCase(
      "explain-2811-3233.md", "explain", "sinco2011:2811", "noc2016:3233", "--format", "markdown"),
    GoldenCase("explain-isco.txt", "explain", "isco08:2221", "sinco2011:2426"),
    GoldenCase("show-sinco2011-2426.txt", "show", "sinco2011:2426", "--titles", "3"),
    GoldenCase("show-noc2021-31301.txt", "show", "noc2021:31301", "--titles", "3"),
    GoldenCase(
      "unresolved-health.txt", "unresolved", "--from", "sinco2011", "--to", "noc2016", "--sector",
      "health", "--limit", "2", code: .negative),
    GoldenCase(
      "unresolved-24.csv", "unresolved", "--from", "sinco2011", "--to", "noc2016", "--within", "24",
      "--format", "csv", code: .negative),
    GoldenCase("tables.txt", "tables"),
    GoldenCase("tree-sinco2011-24.txt", "tree", "sinco2011:24"),
    GoldenCase("tree-noc2021-fr.txt", "tree", "noc2021:31", "--language", "fr", "--depth", "2"),
    GoldenCase("help.txt", "--help"),
  ]

  @Test(arguments: goldens) func staysAsItIs(_ given: GoldenCase) throws {
    let run = Transcript(given.arguments)
    #expect(run.code == given.code)
    try expectSnapshot(run.output, given.file)
  }

  /// A call whose output programs read.
  static let machineReadable = [
    GoldenCase(
      "lookup.keys", "lookup", "sinco2011:2426", "--to", "noc2016", "--format", "json"),
    GoldenCase(
      "lookup-silent.keys", "lookup", "sinco2011:2334", "--to", "isco08", "--format", "json",
      code: .negative),
    GoldenCase(
      "explain.keys", "explain", "sinco2011:2426", "noc2016:3012", "--format", "json"),
    GoldenCase("show.keys", "show", "sinco2011:1129", "--format", "json"),
    GoldenCase(
      "unresolved.keys", "unresolved", "--from", "sinco2011", "--to", "noc2016", "--within", "242",
      "--format", "json", code: .negative),
    GoldenCase("tables.keys", "tables", "sinco2011", "--format", "json"),
    GoldenCase("tree.keys", "tree", "sinco2011:24", "--format", "json"),
    GoldenCase("sources.keys", "sources", "--format", "json"),
    GoldenCase("version.keys", "version", "--format", "json"),
    GoldenCase(
      "check.keys", "check", "\(Transcript.root)crosswalks/lmwg-2017", "--on", "2026-11-24",
      "--format", "json", code: .negative),
  ]

  @Test(arguments: machineReadable) func keepsItsKeys(_ given: GoldenCase) throws {
    let run = Transcript(given.arguments)
    #expect(run.code == given.code)
    #expect(run.diagnostics.isEmpty)
    try expectSnapshot(try keys(ofJSON: run.output).joined(separator: "\n") + "\n", given.file)
  }

  @Test(arguments: goldens.prefix(6)) func writesTheSameBytesTwice(_ given: GoldenCase) {
    #expect(Transcript(given.arguments) == Transcript(given.arguments))
  }

  @Test func leavesTablesOut() {
    let whole = Transcript("lookup", "sinco2011:2426", "--to", "noc2016")
    let part = Transcript(
      "lookup", "sinco2011:2426", "--to", "noc2016", "--without", "inegi-sinco2011-nocs2006")
    #expect(whole.output.contains("SINCO 2011 - NOC-S 2006"))
    #expect(!part.output.contains("SINCO 2011 - NOC-S 2006"))
    let unknown = Transcript("lookup", "sinco2011:2426", "--without", "nothing")
    #expect(unknown.code == .usage)
    #expect(
      unknown.diagnostics.hasPrefix(
        "error: there is no table, source or evidence 'nothing' to leave out"))
  }

  // MARK: Output and data

  @Test func writesAFileWholeOrNotAtAll() throws {
    try withFolder { folder in
      let call = ["lookup", "sinco2011:2426", "--to", "noc2016"]
      let path = "\(folder)/answer.txt"
      let run = Transcript(call + ["--output", path])
      #expect(run.output.isEmpty)
      #expect(read(path) == Transcript(call).output)
      let missing = Transcript(call + ["--output", "\(folder)/none/answer.txt"])
      #expect(missing.code == .failure)
      #expect(names(in: folder) == ["answer.txt"])
    }
  }

  @Test func placesAFaultOfTheData() throws {
    try withFolder { folder in
      for name in ["datasets", "crosswalks"] {
        try FileManager.default.copyItem(
          atPath: "\(Transcript.root)\(name)", toPath: "\(folder)/\(name)")
      }
      let path = "\(folder)/datasets/classifications/sinco2011.csv"
      let sound = try #require(read(path))
      try Data((sound + "24261,4\n").utf8).write(to: URL(filePath: path))
      let run = Transcript("show", "sinco2011:2426", "--data", folder)
      #expect(run.code == .failure)
      #expect(run.output.isEmpty)
      #expect(run.diagnostics.hasPrefix("\(path):688:1: error[ragged-row]: 2 fields where"))
      try FileManager.default.removeItem(atPath: "\(folder)/datasets/classifications/sinco2011.csv")
      let missing = Transcript("show", "sinco2011:2426", "--data", folder)
      #expect(missing.code == .failure)
      #expect(missing.diagnostics == "error: cannot read '\(path)': No such file or directory\n")
    }
  }

  @Test func gradesACheckByItsSeverity() throws {
    try withFolder { folder in
      let path = try write("noc2016,sinco2011\n7237,7212\n", "a.csv", in: folder)
      #expect(Transcript("check", path, "--fail-on", "warning").code == .success)
      let slip = try write("noc2016,sinco2011\n7273,7212\n", "b.csv", in: folder)
      let run = Transcript("check", slip, "--fail-on", "error")
      #expect(run.code == .negative)
      #expect(run.output.hasPrefix("\(slip):2:1: error[invalid-code]: '7273' is not a code of"))
      #expect(run.diagnostics == "1 error, 0 warnings, 0 notes\n")
      let none = try write("a,b\n1,2\n", "c.csv", in: folder)
      #expect(Transcript("check", none).code == .failure)
    }
  }
}
