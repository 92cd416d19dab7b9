import CommandLineKit
import Foundation
import PuenteCommands
import Testing

/// What the commands that only read write, and how they end.
@Suite struct ReadingCommandTests {
  @Test func isDeclaredWithoutFaults() { #expect(puente.declarationFaults.isEmpty) }

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

  @Test func writesTheWholeCrosswalkAsCSV() throws {
    let run = Transcript(
      "lookup", "--all", "--from", "sinco2011", "--to", "noc2016", "--format", "csv")
    let lines = run.output.split(separator: "\n").map { $0.trimmingCharacters(in: ["\r"]) }
    #expect(run.code == .success)
    #expect(lines.first == "source_id,rank,target_id,score,predicate,path")
    let sources = Set(lines.dropFirst().compactMap { $0.split(separator: ",").first })
    #expect(sources.count == 468)
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("sinco2011:") && $0.contains(",noc2016:") })
    #expect(run.diagnostics.isEmpty)
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
      unknown.diagnostics.hasPrefix("error: there is no table, source or evidence 'nothing' to leave out"))
  }

  // MARK: Titles

  /// A title, and the codes it stands for.
  struct TitleCase: Sendable, CustomTestStringConvertible {
    let title: String
    let finds: String
    var testDescription: String { title }
  }

  static let titles = [
    TitleCase(title: "enfermeras especialistas", finds: "sinco2011:2426"),
    TitleCase(title: "ENFERMERAS ESPECIALISTAS", finds: "sinco2011:2426"),
    TitleCase(title: "Nursing coordinators and supervisors", finds: "noc2016:3011"),
    TitleCase(title: "Nursing co-ordinators and supervisors", finds: "noc2021:31300"),
    TitleCase(
      title:
        "Infirmiers autorisés/infirmières autorisées et infirmiers psychiatriques autorisés/infirmières psychiatriques autorisées",
      finds: "noc2016:3012"),
    TitleCase(title: "brazing machine operator", finds: "noc2016:7237"),
    TitleCase(title: "  Parteras ", finds: "sinco2011:2824"),
  ]

  @Test(arguments: titles) func findsTitlesInThreeLanguages(_ given: TitleCase) {
    let run = Transcript("lookup", given.title, "--to", "isco08")
    #expect(run.output.contains(given.finds))
  }

  @Test func leavesTheDestinationOutOfATitlesGroups() {
    let run = Transcript("lookup", "Cooks", "--to", "noc2016")
    #expect(run.code == .success)
    #expect(run.output.hasPrefix("noc2021:63200  Cooks"))
    #expect(!run.output.contains("\nnoc2016:6322"))
  }

  // MARK: Queries

  /// A call that ends otherwise than with an answer.
  struct QueryCase: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let code: ExitCode
    /// What the diagnostics begin with.
    let says: String
    var testDescription: String { arguments.joined(separator: " ").prefix(60).debugDescription }

    init(_ arguments: String..., code: ExitCode, says: String) {
      self.arguments = arguments
      self.code = code
      self.says = says
    }
  }

  static let queries = [
    QueryCase("lookup", "", code: .usage, says: "error: the code or title is empty\n"),
    QueryCase("lookup", " \t ", code: .usage, says: "error: the code or title is empty\n"),
    QueryCase("show", "", code: .usage, says: "error: the code or title is empty\n"),
    QueryCase("lookup", code: .usage, says: "error: missing argument '<code-or-title>'\n"),
    QueryCase("lookup", "noc2016:", code: .usage, says: "error: 'noc2016:' has no code;"),
    QueryCase(
      "lookup", ":3012", code: .usage,
      says: "error: '3012' is a code of 2 classifications; say which\n"),
    QueryCase(
      "lookup", "3012", code: .usage,
      says: "error: '3012' is a code of 2 classifications; say which\n  noc2011:3012"),
    QueryCase("show", "2426", code: .usage, says: "error: '2426' is a code of"),
    QueryCase("tree", "2426", code: .usage, says: "error: '2426' is a code of"),
    QueryCase(
      "lookup", "noc2016:3021", code: .negative,
      says: "error: NOC 2016 V1.3 has no code '3021'\ndid you mean\n  noc2016:3012  "),
    QueryCase("lookup", "sinco2019:2428", "--to", "noc2016", code: .success, says: ""),
    QueryCase(
      "lookup", "2013", "--from", "noc2016", code: .negative,
      says: "error: NOC 2016 V1.3 has no code '2013'\ndid you mean\n"),
    QueryCase(
      "lookup", "noc1999:3012", code: .usage,
      says: "error: there is no classification 'noc1999'; there are noc2006, nocs2006,"),
    QueryCase(
      "lookup", "noc2016:3012", "--to", "noc2050", code: .usage,
      says: "error: there is no classification 'noc2050'; there are noc2006"),
    QueryCase(
      "lookup", "noc2016:3012", "--to", "noc2016", code: .usage,
      says: "error: noc2016:3012 is of noc2016 already"),
    QueryCase(
      "lookup", "--all", "--from", "noc2016", "--to", "noc2016", code: .usage,
      says: "error: noc2016:0011 is of noc2016 already"),
    QueryCase(
      "lookup", "--all", "--from", "noc2016", code: .usage,
      says: "error: '--all' needs '--to <classification>'"),
    QueryCase(
      "lookup", "--all", "--to", "noc2016", code: .usage,
      says: "error: '--all' needs '--from <classification>'"),
    QueryCase(
      "lookup", "x", "--all", "--from", "noc2016", "--to", "isco08", code: .usage,
      says: "error: '--all' takes no code or title"),
    QueryCase("lookup", "sinco2011:2334", "--to", "isco08", code: .negative, says: ""),
    QueryCase(
      "lookup", "\u{1F642}", "--from", "isco88", code: .negative,
      says: "error: no group has the title '\u{1F642}'\n"),
    QueryCase(
      "lookup", "a\u{1B}[2Jb\u{7}", "--from", "isco88", code: .negative,
      says: "error: no group has the title 'a\\u{1B}[2Jb\\u{7}'\n"),
    QueryCase(
      "lookup", "noc2016:30\u{1B}[2J12", code: .negative,
      says: "error: NOC 2016 V1.3 has no code '30\\u{1B}[2J12'\n"),
    QueryCase(
      "lookup", "noc2016:٣٠١٢", code: .negative, says: "error: NOC 2016 V1.3 has no code '٣٠١٢'\n"),
    QueryCase(
      "lookup", "٣٠١٢", "--from", "isco88", code: .negative,
      says: "error: no group has the title '٣٠١٢'\n"),
    QueryCase(
      "lookup", "noc\u{1B}:1", "--from", "isco88", code: .negative,
      says: "error: no group has the title 'noc\\u{1B}:1'\n"),
    QueryCase(
      "lookup", "3012", "--to", "\u{1B}[2J", code: .usage,
      says: "error: '\\u{1B}[2J' is not a value of '--to <classification>'"),
    QueryCase(
      "lookup", String(repeating: "a", count: 10_000), "--from", "isco88", code: .negative,
      says: "error: no group has the title '\(String(repeating: "a", count: 80))…'\n"),
    QueryCase(
      "lookup", String(repeating: "9", count: 10_000), "--from", "isco88", code: .negative,
      says: "error: no group has the title '999"),
    QueryCase("lookup", "--limit", "0", "noc2016:3012", code: .usage, says: "error: "),
    QueryCase(
      "lookup", "--two", "noc2016:3012", code: .usage, says: "error: unknown option '--two'"),
    QueryCase(
      "unresolved", "--from", "noc2016", "--to", "noc2016", code: .usage,
      says: "error: '--from' and '--to' are the same classification\n"),
    QueryCase(
      "unresolved", "--from", "noc2016", "--to", "sinco2011", "--within", "9\u{1B}9", code: .usage,
      says: "error: NOC 2016 V1.3 has no code '9\\u{1B}9'\n"),
    QueryCase(
      "unresolved", "--from", "noc2016", "--to", "sinco2011", "--sector", "he\u{1B}", code: .usage,
      says: "error: there is no sector 'he\\u{1B}'; there are health"),
    QueryCase("unresolved", "--from", "noc2016", code: .usage, says: "error: "),
    QueryCase(
      "tables", "noc2050", code: .usage,
      says: "error: there is no classification 'noc2050'; there are noc2006"),
    QueryCase(
      "tree", "Cooks", code: .usage, says: "error: 'Cooks' is neither a classification nor a code\n"
    ),
    QueryCase(
      "check", "/nowhere\u{1B}/x.csv", code: .failure,
      says: "error: cannot read '/nowhere\\u{1B}/x.csv': No such file or directory\n"),
    QueryCase("check", code: .usage, says: "error: missing argument '<file>'"),
    QueryCase(
      "lookup", "noc2016:3012", "--data", "/nowhere", code: .failure,
      says:
        "error: cannot use '/nowhere': --data names it, but it has no 'datasets/classifications.csv'\n"
    ),
    QueryCase(
      "lookup", "noc2016:3012", "--to", "sinco2019", "--output", "/nowhere/x", code: .failure,
      says: "error: cannot write '/nowhere/x': No such file or directory\n"),
    QueryCase(
      "import", "codes", "/nowhere/x.csv", "--classification", "noc2021", code: .failure,
      says: "error: cannot read '/nowhere/x.csv'"),
    QueryCase(
      "import", "correspondence", "/nowhere/x.csv", "--table", "x\u{1B}", code: .usage,
      says:
        "error: there is no table 'x\\u{1B}' in 'crosswalks/index.csv'; there are sinco2011-isco08"),
    QueryCase(
      "import", "titles", "/nowhere/x.csv", "--classification", "noc2021", "--source", "nobody",
      code: .usage, says: "error: there is no source 'nobody'"),
    QueryCase(
      "import", "titles", "/nowhere/x.csv", "--classification", "noc2021", "--source", "esco",
      "--rename-kind", "a=:", code: .usage,
      says: "error: 'a=:' is not of the form 'old=new[:source]'"),
    QueryCase(
      "import", "table", "/nowhere/x.csv", "--columns", "a,=", "--key", "a", "--output", "-",
      code: .usage, says: "error: '=' names no column"),
    QueryCase(
      "import", "table", "/nowhere/x.csv", "--columns", "a", "--key", ",", "--output", "-",
      code: .usage, says: "error: '--key' names no column"),
    QueryCase(
      "import", "table", "/nowhere/x.csv", "--columns", "a", "--key", "b", "--output", "-",
      code: .usage, says: "error: the key 'b' is not among the columns"),
    QueryCase(
      "lokup", "noc2016:3012", code: .usage,
      says: "error: unknown command 'lokup'; did you mean 'lookup'?"),
    QueryCase("compile", "--check", code: .success, says: "0 of 32 missing or old\n"),
  ]

  @Test(arguments: queries) func endsAsItShould(_ given: QueryCase) {
    let run = Transcript(given.arguments)
    #expect(run.code == given.code)
    #expect(run.diagnostics.hasPrefix(given.says), "\(run.diagnostics.prefix(300))")
    #expect(run.diagnostics.count < 5_000)
    let written = run.output + run.diagnostics
    #expect(
      !written.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\r" && $0 != "\t" }
    )
  }

  @Test func takesBlanksAndCapitals() {
    let plain = Transcript("lookup", "sinco2011:2426", "--to", "noc2016")
    #expect(Transcript("lookup", " sinco2011:2426 ", "--to", "noc2016") == plain)
    #expect(Transcript("lookup", "SINCO2011:2426", "--to", "NOC2016") == plain)
  }

  @Test func takesWhatFollowsTwoDashesAsATitle() {
    let run = Transcript("lookup", "--data", Transcript.root, "--", "--to")
    #expect(run.code != .usage)
    #expect(Transcript("lookup", "--data", Transcript.root, "--", "--").code == .negative)
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
