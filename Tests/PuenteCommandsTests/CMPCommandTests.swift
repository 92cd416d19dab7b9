import CommandLineKit
import Foundation
import Testing

typealias Golden = ReadingCommandTests.GoldenCase

/// The commands on the partnership's reports.
@Suite struct CMPCommandTests {
  static let goldens = [
    Golden("cmp-groups.txt", "cmp", "groups"),
    Golden("cmp-groups-agb.txt", "cmp", "groups", "Agribusiness"),
    Golden("cmp-groups.md", "cmp", "groups", "LM", "--format", "markdown"),
    Golden("cmp-meetings.csv", "cmp", "meetings", "--format", "csv"),
    Golden("cmp-actions-lm.txt", "cmp", "actions", "--group", "LM", "--on", "2026-11-24"),
    Golden(
      "cmp-actions-lm.json", "cmp", "actions", "--group", "LMWG", "--on", "2026-11-24", "--format",
      "json"),
    Golden(
      "cmp-actions-overdue.txt", "cmp", "actions", "--overdue", "--on", "2018-04-01"),
    Golden(
      "cmp-actions-due-by.csv", "cmp", "actions", "--due-by", "2018-03-31", "--on", "2018-01-01",
      "--format", "csv"),
    Golden(
      "cmp-actions-ca.md", "cmp", "actions", "--side", "CA", "--on", "2026-11-24", "--format",
      "markdown"),
    Golden("cmp-tracker.txt", "cmp", "tracker", "--on", "2018-06-01"),
    Golden("cmp-indicators-lm.md", "cmp", "indicators", "--group", "LM", "--format", "markdown"),
    Golden("cmp-institutions-lm.txt", "cmp", "institutions", "--group", "LM"),
    Golden("cmp-joint-lm.txt", "cmp", "joint", "--group", "LM"),
    Golden("cmp-search-gender.txt", "cmp", "search", "gender"),
    Golden("cmp-defects.txt", "cmp", "defects"),
  ]

  @Test(arguments: goldens) func staysAsItIs(_ given: Golden) throws {
    let run = Transcript(given.arguments)
    #expect(run.code == given.code)
    try expectSnapshot(run.output, given.file)
  }

  static let machineReadable = [
    Golden("cmp-groups.keys", "cmp", "groups", "--format", "json"),
    Golden("cmp-meetings.keys", "cmp", "meetings", "--format", "json"),
    Golden("cmp-actions.keys", "cmp", "actions", "--on", "2026-11-24", "--format", "json"),
    Golden("cmp-tracker.keys", "cmp", "tracker", "--on", "2026-11-24", "--format", "json"),
    Golden("cmp-indicators.keys", "cmp", "indicators", "--format", "json"),
    Golden("cmp-institutions.keys", "cmp", "institutions", "--format", "json"),
    Golden("cmp-joint.keys", "cmp", "joint", "--format", "json"),
    Golden("cmp-search.keys", "cmp", "search", "nurse", "--format", "json"),
    Golden("cmp-defects.keys", "cmp", "defects", "--format", "json"),
  ]

  @Test(arguments: machineReadable) func keepsItsKeys(_ given: Golden) throws {
    let run = Transcript(given.arguments)
    #expect(run.code == given.code)
    #expect(run.diagnostics.isEmpty)
    try expectSnapshot(try keys(ofJSON: run.output).joined(separator: "\n") + "\n", given.file)
  }

  @Test func asksWhichGroupAnAbbreviationMeans() {
    let run = Transcript("cmp", "actions", "--group", "EWG")
    #expect(run.code == .usage)
    #expect(
      run.diagnostics.hasPrefix(
        "error: 'EWG' is used for 2 groups; say which: ENE (Energy, lines 21, 285, 393, 541, 547) or ENV (Environment, line 631)\n"
      ))
    let read = Transcript("cmp", "groups", "CMP-EWG")
    #expect(read.code == .success)
    #expect(read.diagnostics == "note: 'CMP-EWG' is read as ENV, Environment\n")
    #expect(read.output.hasPrefix("ENV  Environment"))
  }

  /// Options that filter, and the actions that are left.
  struct FilterCase: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let ids: [String]
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: [String], _ ids: [String]) {
      self.arguments = arguments
      self.ids = ids
    }
  }

  static let filters = [
    FilterCase(["--group", "LM", "--due", "unknown"], ["LM-FU-197", "LM-FU-199", "LM-FU-200"]),
    FilterCase(["--group", "LM", "--due", "2018-02"], ["LM-FU-198"]),
    FilterCase(["--group", "LM", "--due", "2018-04"], []),
    FilterCase(["--group", "LM", "--due-by", "2018-03-30"], []),
    FilterCase(["--group", "LM", "--due-by", "2018-03-31"], ["LM-FU-198"]),
    FilterCase(["--group", "LM", "--overdue", "--on", "2018-03-31"], []),
    FilterCase(["--group", "LM", "--overdue", "--on", "2018-04-01"], ["LM-FU-198"]),
    FilterCase(["--institution", "nnas"], ["LM-FU-200"]),
    FilterCase(["--institution", "National Nursing Evaluation Service"], ["LM-FU-200"]),
    FilterCase(["--side", "MX", "--group", "TII"], ["TII-FU-084", "TII-FU-085", "TII-FU-086"]),
    FilterCase(["--text", "INDIGENOUS consult"], ["ENE-FU-112", "ENE-FU-131"]),
    FilterCase(
      ["--section", "challenge", "--group", "LM"], ["LM-CH-201", "LM-CH-202", "LM-CH-203"]),
    FilterCase(["--group", "AGB"], ["AGB-FU-216"]),
  ]

  @Test(arguments: filters) func leavesWhatIsAskedFor(_ given: FilterCase) throws {
    let run = Transcript(["cmp", "actions", "--format", "json"] + given.arguments)
    #expect(run.code == (given.ids.isEmpty ? .negative : .success))
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let actions = object?["actions"] as? [[String: Any]] ?? []
    #expect(actions.compactMap { $0["id"] as? String } == given.ids)
  }

  static let wrong = [
    ["cmp", "actions", "--group", "XX"], ["cmp", "actions", "--section", "promise"],
    ["cmp", "actions", "--due", "soon"], ["cmp", "actions", "--due-by", "2018-02-30"],
    ["cmp", "actions", "--institution", "zzz"], ["cmp", "actions", "--report", "2016"],
    ["cmp", "actions", "--text", "---"], ["cmp", "indicators", "IND-99"],
    ["cmp", "institutions", "--country", "XX"], ["cmp", "institutions", "--kind", "x"],
    ["cmp", "defects", "--kind", "x"], ["cmp", "search", "..."], ["cmp", "search"],
    ["cmp", "search", "a", "--kind", "x"], ["cmp", "actions", "--side", "US"],
  ]

  @Test(arguments: wrong) func refusesWrongCalls(_ arguments: [String]) {
    let run = Transcript(arguments)
    #expect(run.code == .usage)
    #expect(run.output.isEmpty)
    #expect(run.diagnostics.hasPrefix("error: "))
  }

  @Test func searchesByHeadingAndBody() {
    let run = Transcript("cmp", "search", "profepa")
    let ids = run.output.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(ids == ["ENV-RE-143", "ENV-RE-144", "ENV-RE-145", "PROFEPA"])
    let part = Transcript("cmp", "search", "credential", "--section", "challenge", "--group", "LM")
    #expect(part.output.hasPrefix("LM-CH-202  challenge"))
  }

  @Test func showsDefectsAndFiguresOfAPart() {
    let defects = Transcript("cmp", "defects", "--group", "LM")
    #expect(defects.output.contains("\nQ-28  date"))
    #expect(!defects.output.contains("Q-13"))
    let figures = Transcript("cmp", "indicators", "--institution", "CSMLS", "--format", "csv")
    #expect(figures.output.split(separator: "\n").count == 5)
    #expect(
      Transcript("cmp", "groups", "CMP").output.contains("launch year: 2004  [lines 25, 43]"))
  }

  @Test func showsMissingListsAsMissing() {
    let run = Transcript("cmp", "actions", "--group", "TII", "--on", "2018-01-01")
    #expect(
      run.output.contains("TII-FU-087") && run.output.contains("the list is missing in the source"))
    #expect(run.output.contains("note: list missing in the source: the future activities"))
    #expect(
      Transcript("cmp", "groups", "AGB").output.contains("co-chairs: not named in the report"))
  }

  @Test func importsWhatTheTemplateHolds() throws {
    try withFolder { folder in
      let data = "\(folder)/data"
      for name in ["datasets", "crosswalks"] {
        try FileManager.default.createDirectory(
          atPath: "\(data)/\(name)", withIntermediateDirectories: true)
      }
      for file in ["classifications", "sources", "licences"] {
        try FileManager.default.copyItem(
          atPath: "\(Transcript.root)datasets/\(file).csv",
          toPath: "\(data)/datasets/\(file).csv")
      }
      #expect(Transcript("cmp", "template", "\(folder)/new").code == .success)
      #expect(Transcript("cmp", "template", "\(folder)/new").code == .failure)
      let header = try #require(read("\(folder)/new/reports.csv"))
      _ = try write(
        header
          + "2018,2018,English,Report,CMP,,14,100,,cmp-report-2018,2018,high\n", "reports.csv",
        in: "\(folder)/new")
      let refused = Transcript("cmp", "import", "\(folder)/new", "--data", data)
      #expect(refused.code == .failure)
      #expect(
        refused.diagnostics.contains(
          "reports.csv:2:39: error[unknown-reference]: there is no source 'cmp-report-2018'"))
      #expect(read("\(data)/datasets/cmp/reports.csv") == nil)
      _ = try write(
        "id,publisher,title,published,licence,as_of,confidence,note\n"
          + "cmp-report-2018,CMP,Annual Report 2018,2018,facts,2027-01,high,\n", "sources.csv",
        in: "\(folder)/new")
      let trial = Transcript("cmp", "import", "\(folder)/new", "--data", data, "--dry-run")
      #expect(trial.code == .success)
      #expect(trial.output == "1\treports\n")
      #expect(read("\(data)/datasets/cmp/reports.csv") == nil)
      #expect(Transcript("cmp", "import", "\(folder)/new", "--data", data).code == .success)
      #expect(read("\(data)/datasets/sources.csv")?.contains("cmp-report-2018") == true)
      let run = Transcript("cmp", "meetings", "--data", data)
      #expect(run.code == .negative)
    }
  }

  @Test func describesItsTables() throws {
    let schema = try String(
      contentsOfFile: "\(Transcript.root)datasets/cmp/schema.json", encoding: .utf8)
    #expect(Transcript("cmp", "schema").output == schema)
  }
}
