import CommandLineKit

/// A tool with every kind of command and parameter.
let ferry = Tool(
  name: "ferry",
  abstract: "Carry things over the river and keep an account of them.",
  version: "0.1.0",
  discussion: """
    The ferry goes at every hour of the day, and at night when the moon is full enough to see the
    other bank.

    A plan is a file of lines:
      when,what
      08:00,cabbage
    """,
  examples: [Example("ferry carry goat cabbage", "Carry a goat and a cabbage.")],
  groups: [
    CommandGroup(
      "log", abstract: "Read and write the log.", discussion: "The log is kept on board.")
  ],
  commands: [Carry.self, LogList.self, LogAdd.self, Sink.self],
  topics: [HelpTopic("tides", abstract: "When the water is high.", discussion: "Twice a day.")]
)

struct OutputOptions: ParameterGroup, Hashable {
  enum Format: String, CaseIterable, ArgumentValue { case text, json, csv }

  var format = Format.text
  var output = "-"

  static var parameters: [Parameter<Self>] {
    [
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
      .option(
        "--output", "-o", to: \.output, placeholder: "file", help: "Write to a file.",
        completion: .file),
    ]
  }
}

struct Carry: Command, Hashable {
  static let name = "carry"
  static let abstract = "Carry things over the river."
  static let discussion = "Things that eat each other go on separate trips."
  static let examples = [
    Example("ferry carry --limit 2 goat wolf", "Carry no more than two things at once."),
    Example("ferry carry -- --odd-name", "Carry a thing whose name begins with hyphens."),
  ]

  var things: [String] = []
  var limit = 10
  var speed = 0.5
  var bank: String?
  var passengers = ["ferryman"]
  var quick = false
  var output = OutputOptions()

  static var parameters: [Parameter<Self>] {
    [
      .arguments("thing", to: \.things, minimum: 1, help: "A thing to carry."),
      .option(
        "--limit", "-n", to: \.limit, placeholder: "count", in: 1...1000,
        help: "How many things to carry at once."),
      .option(
        "--speed", to: \.speed, placeholder: "share", in: 0...1,
        help: "The share of the full speed, which is less when the water is low or the wind is up."),
      .option(
        "--bank", to: \.bank, placeholder: "bank", help: "The bank to land on.",
        completion: .values(["north", "south west", "$HOME", "it's", "a:b"])),
      .option("--passenger", to: \.passengers, placeholder: "name", help: "Who comes along."),
      .flag("--quick", "-q", to: \.quick, help: "Do not wait for the full hour."),
    ] + OutputOptions.parameters(at: \.output)
  }

  func run(_ console: Console) -> ExitCode {
    for thing in things { console.write("\(thing)\n") }
    return .success
  }
}

struct LogList: Command, Hashable {
  static let name = "log list"
  static let abstract = "List the trips of a day."

  var day: Int?
  var output = OutputOptions()

  static var parameters: [Parameter<Self>] {
    [.optionalArgument("day", to: \.day, help: "Days from now; today when left out.")]
      + OutputOptions.parameters(at: \.output)
  }

  func run(_ console: Console) -> ExitCode { .negative }
}

struct LogAdd: Command, Hashable {
  static let name = "log add"
  static let abstract = "Add a trip to the log."

  var file = ""
  var place = "."
  var pilot = ""
  var keep = ""

  static var parameters: [Parameter<Self>] {
    [
      .argument("file", to: \.file, help: "The trip.", completion: .file),
      .optionalArgument("place", to: \.place, help: "Where.", completion: .directory),
      .requiredOption("--pilot", to: \.pilot, placeholder: "name", help: "Who steered."),
      .option("--keep", to: \.keep, placeholder: "text", help: "A remark."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    guard pilot != "cat" else { throw UsageError("a cat cannot steer") }
    return .success
  }
}

/// A command that fails in the ways a command can.
struct Sink: Command {
  struct Leak: Error, CustomStringConvertible {
    let description = "there is a leak"
  }

  struct Holes: ReportedError {
    var diagnostics: String { "hull:1: hole\nhull:2: hole" }
    var exitCode: ExitCode { .negative }
  }

  enum Manner: String, CaseIterable, ArgumentValue { case leak, holes }

  static let name = "sink"
  static let abstract = "Sink."

  var manner = Manner.leak

  static var parameters: [Parameter<Self>] {
    [.argument("manner", to: \.manner, help: "How.")]
  }

  func run(_ console: Console) throws -> ExitCode {
    switch manner {
    case .leak: throw Leak()
    case .holes: throw Holes()
    }
  }
}
