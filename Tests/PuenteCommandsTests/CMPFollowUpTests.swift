import CommandLineKit
import Foundation
import Testing

/// What is recorded of actions, through the commands.
@Suite struct CMPFollowUpTests {
  @Test func whatIsDoneIsNotOverdue() throws {
    try withFolder { folder in
      let ledger = "\(folder)/a.ledger"
      let overdue = [
        "cmp", "actions", "--group", "LM", "--overdue", "--on", "2018-04-01", "--ledger", ledger,
      ]
      let update = [
        "cmp", "action", "update", "lm-fu-198", "--side", "MX", "--ledger", ledger, "--on",
      ]
      let trial = Transcript(update + ["2018-02-01", "--state", "done", "--dry-run"])
      #expect(trial.code == .success)
      #expect(
        trial.output.hasPrefix("2017:LM-FU-198  nothing recorded -> done, 2018-02-01, by Mexico\n"))
      #expect(trial.diagnostics == "nothing was recorded\n")
      #expect(names(in: folder).isEmpty)
      #expect(Transcript(overdue).code == .failure)
      #expect(Transcript(update + ["2018-01-15", "--state", "in_progress"]).code == .success)
      let running = Transcript(overdue)
      #expect(running.code == .success)
      #expect(
        running.output.contains("follow-up: in progress since 2018-01-15, recorded by Mexico"))
      #expect(!running.output.contains("nothing is recorded"))
      #expect(
        Transcript(update + ["2018-02-01", "--state", "done", "--note", "held"]).code == .success)
      #expect(Transcript(overdue).code == .negative)
      let refused = Transcript(update + ["2018-03-01", "--state", "open"])
      #expect(refused.code == .failure)
      #expect(
        refused.diagnostics.contains("it is 'done'; say in a note why it is 'open' after all"))
      let history = Transcript(
        "cmp", "action", "history", "2017:LM-FU-198", "--ledger", ledger, "--format", "csv")
      #expect(
        history.output.split(separator: "\n").map { $0.split(separator: ",").prefix(2) } == [
          ["on", "state"], ["2018-01-15", "in_progress"], ["2018-02-01", "done"],
        ])
      let json = Transcript(
        "cmp", "action", "history", "LM-FU-198", "--ledger", ledger, "--format", "json")
      let found = try keys(ofJSON: json.output)
      #expect(
        found == [
          "action", "events", "events[].after", "events[].event", "events[].evidence",
          "events[].note", "events[].on", "events[].role", "events[].side", "events[].state",
          "events[].until", "gist", "notes",
        ])
    }
  }

  @Test func countsADayItIsPutOffTo() throws {
    try withFolder { folder in
      let ledger = "\(folder)/a.ledger"
      #expect(
        Transcript(
          "cmp", "action", "update", "A-1", "--state", "postponed", "--until", "2018-06-30",
          "--side", "CA", "--on", "2018-01-01", "--ledger", ledger
        ).code == .success)
      func overdue(_ day: String) -> Bool {
        Transcript(
          "cmp", "tracker", "--overdue", "--text", "innovation bridge", "--on", day, "--ledger",
          ledger
        ).code == .success
      }
      #expect(!overdue("2018-06-30"))
      #expect(overdue("2018-07-01"))
    }
  }

  @Test func selectsByState() throws {
    try withFolder { folder in
      let ledger = "\(folder)/a.ledger"
      _ = Transcript(
        "cmp", "action", "update", "LM-FU-200", "--state", "dropped", "--side", "CA", "--on",
        "2018-01-01", "--ledger", ledger)
      func ids(_ state: String) -> [String] {
        let run = Transcript(
          "cmp", "actions", "--group", "LM", "--state", state, "--ledger", ledger, "--format", "csv"
        )
        return run.output.split(separator: "\n").dropFirst().map { String($0.prefix { $0 != "," }) }
      }
      #expect(ids("dropped") == ["LM-FU-200"])
      #expect(ids("unrecorded") == ["LM-FU-197", "LM-FU-198", "LM-FU-199"])
      #expect(ids("done").isEmpty)
    }
  }

  /// The review desk's word counts where there is a ledger.
  @Test func showsPairsAsTheReviewDeskHasThem() throws {
    try withFolder { folder in
      let ledger = ["--ledger", "\(folder)/a.ledger", "--on"]
      let action = ["cmp", "action", "update", "LM-FU-199", "--state", "in_progress", "--side"]
      #expect(Transcript(action + ["canada"] + ledger + ["2018-01-10"]).code == .success)
      let comment = ["review", "comment", "L2", "under study", "--side", "canada"]
      #expect(Transcript(comment + ledger + ["2018-01-20"]).code == .success)
      let run = Transcript(["cmp", "actions", "--group", "LM"] + ledger + ["2018-01-21"])
      let states = run.output.split(separator: "\n").filter { $0.contains("  pair L") }
      #expect(states.count == 8)
      #expect(states[1].hasSuffix(": feedback received since 2018-01-20, 1 day, waiting for CA"))
      #expect(states[0].hasSuffix(": awaiting feedback since 2017-10-20, 93 days, waiting for CA"))
      let verified = Transcript(["review", "verify"] + ledger.prefix(2))
      #expect(verified.code == .success)
    }
  }

  /// A name that cannot be followed up, and what is said of it.
  struct NameCase: Sendable, CustomTestStringConvertible {
    let name: String
    let message: String
    var testDescription: String { name }
  }

  static let otherNames = [
    NameCase(name: "LM-FU-999", message: "there is no action 'LM-FU-999'"),
    NameCase(name: "2016:LM-FU-198", message: "there is no action '2016:LM-FU-198'"),
    NameCase(name: "TII-FU-087", message: "TII-FU-087 stands for a list that is missing"),
    NameCase(name: "LM-RE-188", message: "LM-RE-188 promises nothing"),
    NameCase(name: "", message: "there is no action ''"),
    NameCase(name: ":", message: "there is no action ':'"),
  ]

  @Test(arguments: otherNames) func refusesOtherNames(_ given: NameCase) throws {
    try withFolder { folder in
      let run = Transcript(
        "cmp", "action", "update", given.name, "--state", "done", "--side", "MX", "--ledger",
        "\(folder)/a.ledger")
      #expect(run.code == .usage)
      #expect(run.diagnostics.hasPrefix("error: \(given.message)"))
      #expect(names(in: folder).isEmpty)
    }
  }

  @Test func refusesControlCharactersInNotes() throws {
    try withFolder { folder in
      let run = Transcript(
        "cmp", "action", "update", "LM-FU-198", "--state", "done", "--side", "MX", "--note",
        "a\u{1B}[31m", "--ledger", "\(folder)/a.ledger")
      #expect(run.code == .usage)
      #expect(run.diagnostics.contains("the note has a control character, U+001B"))
    }
  }
}
