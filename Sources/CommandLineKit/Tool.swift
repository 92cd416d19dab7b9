/// A command-line tool: a name and the commands it has.
///
/// ```swift
/// let puente = Tool(
///   name: "puente",
///   abstract: "Translate occupation codes between Canada and Mexico.",
///   version: "0.1.0",
///   groups: [CommandGroup("review", abstract: "Review pairs of codes.")],
///   commands: [Lookup.self, ReviewList.self]
/// )
/// ```
public struct Tool: Sendable {
  let name: String
  let abstract: String
  let version: String
  let discussion: String
  let examples: [Example]
  let groups: [CommandGroup]
  let commands: [any Command.Type]
  let topics: [HelpTopic]

  static let helpAbstract = "Show the help of a command or a topic."

  /// Creates a tool.
  ///
  /// - Parameters:
  ///   - name: The name that calls the tool.
  ///   - abstract: One sentence about it.
  ///   - version: Its version, such as `0.1.0`.
  ///   - discussion: What there is to say beyond the abstract.
  ///   - examples: Ways to call it, worth showing before any command is chosen.
  ///   - groups: The first words of commands with names of two words, and what they are about.
  ///   - commands: Its commands, in the order of the help.
  ///   - topics: Texts that `help <topic>` shows, besides the one about exit codes.
  public init(
    name: String,
    abstract: String,
    version: String,
    discussion: String = "",
    examples: [Example] = [],
    groups: [CommandGroup] = [],
    commands: [any Command.Type],
    topics: [HelpTopic] = []
  ) {
    self.name = name
    self.abstract = abstract
    self.version = version
    self.discussion = discussion
    self.examples = examples
    self.groups = groups
    self.commands = commands
    self.topics = topics + [.exitCodes]
  }

  /// The names of the commands, in the order of the help.
  public var commandNames: [String] { commands.map { $0.name } }

  /// The names that help can be asked for: commands, groups, and topics.
  public var helpNames: [String] {
    commandNames + groups.map(\.name) + topics.map(\.name)
  }

  func command(named name: String) -> (any Command.Type)? {
    commands.first { $0.name == name }
  }

  func group(named name: String) -> CommandGroup? {
    groups.first { $0.name == name }
  }
}

extension HelpTopic {
  /// What the exit codes of every tool mean.
  static let exitCodes = Self(
    "exit-codes",
    abstract: "What the exit codes mean.",
    discussion: columns(ExitCode.allCases.map { (String($0.rawValue), $0.summary) })
  )
}
