import CommandLineKit
import Foundation
import Testing

@Suite struct ExplainCommandTests {
  struct WrongCall: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let says: String
    var code = ExitCode.usage
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let wrong = [
    WrongCall(
      arguments: ["sinco2011:2426", "sinco2011:2427"], says: "are of one classification"),
    WrongCall(
      arguments: ["sinco2011:242", "noc2016:3012"], says: "sinco2011:242 is no unit group"),
    WrongCall(arguments: ["noc2016:3012", "sinco2011:24"], says: "sinco2011:24 is no unit group"),
    WrongCall(
      arguments: ["sinco2011:2426", "noc2016:2013"], says: "NOC 2016 V1.3 has no code '2013'",
      code: .negative),
    WrongCall(arguments: ["sinco2011:2426"], says: "missing argument"),
    WrongCall(
      arguments: ["sinco2011:2426", "noc2016:3012", "--without", "nothing"],
      says: "no table, source or evidence 'nothing'"),
  ]

  @Test(arguments: wrong) func saysWhatIsWrong(_ call: WrongCall) {
    let run = Transcript(["explain"] + call.arguments)
    #expect(run.code == call.code, "\(run.diagnostics)")
    #expect(run.diagnostics.contains(call.says), "\(run.diagnostics)")
    #expect(run.output.isEmpty)
  }

  @Test func leavesEvidenceOutByItsName() {
    let whole = Transcript("explain", "sinco2011:2426", "noc2016:3012").output
    #expect(whole.contains("isco: published tables"))
    let part = Transcript("explain", "sinco2011:2426", "noc2016:3012", "--without", "isco").output
    #expect(!part.contains("isco: published tables"))
    #expect(part.contains("soc: published tables"))
  }

  @Test func isTheSameFromEitherSide() throws {
    struct Score: Decodable { let score: Double }
    let there = Transcript("explain", "sinco2011:2811", "noc2016:3233", "--format", "json").output
    let back = Transcript("explain", "noc2016:3233", "sinco2011:2811", "--format", "json").output
    let scores = try [there, back].map {
      try JSONDecoder().decode(Score.self, from: Data($0.utf8)).score
    }
    #expect(scores[0] == scores[1] && scores[0] > 0.5)
  }

  @Test func decisionsOfTheLedgerCountInEveryCommandThatRanks() throws {
    try withFolder { folder in
      let ledger = ["--ledger", "\(folder)/l"]
      let call = ["explain", "noc2016:3413", "sinco2011:2811"]
      let made = Transcript(
        [
          "review", "comment", "L5", "the levels differ", "--side", "canada", "--role", "desk",
          "--on",
          "2026-11-23",
        ] + ledger)
      #expect(made.code == .success, "\(made.diagnostics)")
      let before = Transcript(call + ledger).output
      _ = Transcript(
        [
          "review", "reject", "L5", "--side", "canada", "--role", "desk", "--reason",
          "levels differ",
          "--on", "2026-11-24",
        ] + ledger)
      let after = Transcript(call + ledger).output
      #expect(!before.contains("decisions on record"))
      #expect(after.contains("decisions on record"), "\(after)")
      #expect(Transcript(call + ledger + ["--without", "decisions"]).output == before)
      let list = Transcript(
        ["lookup", "sinco2011:2811", "--to", "noc2016", "--limit", "20"] + ledger)
      #expect(!list.output.contains("noc2016:3413"), "\(list.output)")
      let check = ["check", "\(Transcript.root)crosswalks/lmwg-2017", "--on", "2026-11-28"]
      let undecided = Transcript(check).output
      let decided = Transcript(check + ledger).output
      #expect(decided != undecided)
      #expect(decided.contains("the ledger has it rejected; bring the table up to date"))
      #expect(!undecided.contains("the ledger has it"))
    }
  }
}
