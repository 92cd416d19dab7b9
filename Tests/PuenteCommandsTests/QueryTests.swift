import CommandLineKit
import Foundation
import PuenteCommands
import Testing

/// What people ask for, by code or title, well or badly, and how it ends.
@Suite struct QueryTests {
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
      "check", "crosswalks/lmwg-2017", "--read-as", "noc2012", code: .usage,
      says: "error: there is no classification 'noc2012'; there are noc2006"),
    QueryCase(
      "lookup", "enfermeras espesialistas", "--from", "sinco2011", code: .negative,
      says:
        "error: no group has the title 'enfermeras espesialistas'\ndid you mean\n  sinco2011:2426  Enfermeras especialistas\n"
    ),
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
}
