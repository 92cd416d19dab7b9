import CommandLineKit
import Testing

@Suite struct ToolRunTests {
  @Test func runsTheNamedCommand() {
    let run = Transcript("carry", "goat", "wolf")
    #expect(run.output == "goat\nwolf\n")
    #expect(run.diagnostics.isEmpty)
    #expect(run.code == .success)
    #expect(Transcript("log", "list").code == .negative)
  }

  @Test func writesTheVersion() {
    let run = Transcript("--version")
    #expect(run.output == "ferry 0.1.0\n")
    #expect(run.code == .success)
  }

  struct Help: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let name: String
    init(_ arguments: [String], _ name: String) { (self.arguments, self.name) = (arguments, name) }
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let helps: [Help] = [
    Help(["help"], ""),
    Help(["--help"], ""),
    Help(["-h"], ""),
    Help(["help", "--help"], ""),
    Help(["--help", "carry"], ""),
    Help(["help", "carry"], "carry"),
    Help(["carry", "--help"], "carry"),
    Help(["carry", "goat", "-h"], "carry"),
    Help(["carry", "--wrong", "--help"], "carry"),
    Help(["help", "log"], "log"),
    Help(["log", "--help"], "log"),
    Help(["log", "-h"], "log"),
    Help(["help", "log", "list"], "log list"),
    Help(["log", "list", "--help"], "log list"),
    Help(["help", "exit-codes"], "exit-codes"),
    Help(["help", "tides"], "tides"),
  ]

  @Test(arguments: helps)
  func writesHelpAsAResult(_ example: Help) throws {
    let run = Transcript(ferry, example.arguments)
    #expect(run.output == (try #require(ferry.help(for: example.name))))
    #expect(run.diagnostics.isEmpty)
    #expect(run.code == .success)
  }

  @Test func takesHelpBehindTwoHyphensAsAnArgument() {
    #expect(Transcript("carry", "--", "--help").output == "--help\n")
  }

  @Test func writesHelpAsADiagnosticWhenNoCommandIsGiven() throws {
    let run = Transcript()
    #expect(run.output.isEmpty)
    #expect(run.diagnostics == ferry.help())
    #expect(run.code == .usage)
  }

  @Test func writesHelpAsADiagnosticWhenAGroupHasNoCommand() throws {
    let run = Transcript("log")
    #expect(run.output.isEmpty)
    #expect(run.diagnostics == (try #require(ferry.help(for: "log"))))
    #expect(run.code == .usage)
  }

  struct Misuse: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let diagnostics: String
    init(_ arguments: [String], _ diagnostics: String) {
      (self.arguments, self.diagnostics) = (arguments, diagnostics)
    }
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let misuses: [Misuse] = [
    Misuse(["carry"], "error: missing argument '<thing>'\nSee 'ferry carry --help'.\n"),
    Misuse(
      ["log", "list", "x", "-z"], "error: unknown option '-z'\nSee 'ferry log list --help'.\n"),
    Misuse(
      ["carrry"], "error: unknown command 'carrry'; did you mean 'carry'?\nSee 'ferry --help'.\n"),
    Misuse(
      ["log", "lst"],
      "error: unknown command 'log lst'; did you mean 'log list'?\nSee 'ferry log --help'.\n"),
    Misuse(
      ["list"], "error: unknown command 'list'; did you mean 'log list'?\nSee 'ferry --help'.\n"),
    Misuse(["zebra", "x"], "error: unknown command 'zebra'\nSee 'ferry --help'.\n"),
    Misuse([""], "error: unknown command ''\nSee 'ferry --help'.\n"),
    Misuse(
      ["help", "crary"],
      "error: unknown command 'crary'; did you mean 'carry'?\nSee 'ferry --help'.\n"
    ),
    Misuse(
      ["help", "carry", "goat"], "error: unexpected argument 'goat'\nSee 'ferry --help'.\n"),
    Misuse(
      ["--verison"],
      "error: unknown option '--verison'; did you mean '--version'?\nSee 'ferry --help'.\n"),
    Misuse(["--format", "csv"], "error: unknown option '--format'\nSee 'ferry --help'.\n"),
    Misuse(["--version", "x"], "error: unexpected argument 'x'\nSee 'ferry --help'.\n"),
    Misuse(["--"], "error: unknown option '--'\nSee 'ferry --help'.\n"),
    Misuse(
      ["log", "add", "x", "--pilot", "cat"],
      "error: a cat cannot steer\nSee 'ferry log add --help'.\n"),
  ]

  @Test(arguments: misuses)
  func explainsMisuse(_ example: Misuse) {
    let run = Transcript(ferry, example.arguments)
    #expect(run.diagnostics == example.diagnostics)
    #expect(run.output.isEmpty)
    #expect(run.code == .usage)
  }

  @Test func reportsAnErrorOfACommand() {
    let run = Transcript("sink", "leak")
    #expect(run.diagnostics == "error: there is a leak\n")
    #expect(run.code == .failure)
  }

  @Test func leavesTheReportToAnErrorThatMakesItsOwn() {
    let run = Transcript("sink", "holes")
    #expect(run.diagnostics == "hull:1: hole\nhull:2: hole\n")
    #expect(run.code == .negative)
  }

  @Test func failsWhenResultsCannotBeWritten() {
    let run = Transcript(ferry, ["carry", "goat"], failure: WriteError("No space left on device"))
    #expect(
      run.diagnostics == "error: cannot write to standard output: No space left on device\n")
    #expect(run.code == .failure)
  }
}
