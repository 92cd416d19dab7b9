/// A command of a command-line tool: what it accepts, and what it does.
///
/// A command is a value. Its properties hold their defaults until ``init(parsing:)`` reads
/// arguments into them, so a test can make one without a command line.
public protocol Command: Sendable {
  /// The word or words that call the command, such as `lookup` or `review list`.
  static var name: String { get }

  /// One line about the command, an imperative sentence with a full stop.
  static var abstract: String { get }

  /// What there is to say beyond the abstract; may be empty.
  ///
  /// A blank line ends a paragraph. Lines that begin with a blank are shown as they are.
  static var discussion: String { get }

  /// What the command accepts, in the order of its help.
  static var parameters: [Parameter<Self>] { get }

  /// Ways to call the command, worth showing.
  static var examples: [Example] { get }

  /// Creates the command with every property at its default.
  init()

  /// Does what the command is for.
  ///
  /// - Parameter console: Where results and diagnostics go.
  /// - Returns: ``ExitCode/success``, or ``ExitCode/negative`` if the answer is "no".
  /// - Throws: Any error that kept the command from its answer.
  func run(_ console: Console) throws -> ExitCode
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Command {
  public static var discussion: String { "" }
  public static var parameters: [Parameter<Self>] { [] }
  public static var examples: [Example] { [] }
}

/// A way to call a command, and what it does.
public struct Example: Hashable, Sendable {
  let commandLine: String
  let explanation: String

  /// Creates an example of a whole command line, such as `puente lookup 2511`.
  public init(_ commandLine: String, _ explanation: String) {
    self.commandLine = commandLine
    self.explanation = explanation
  }
}

extension Command {
  /// Creates the command from the arguments that follow its name.
  ///
  /// Options are written `--name value` or `--name=value`. Everything after `--` is positional,
  /// and so are `-` and negative numbers.
  ///
  /// - Throws: ``UsageError`` if the arguments are not what ``parameters`` declares.
  public init(parsing arguments: [String]) throws(UsageError) {
    self.init()
    let parameters = Self.parameters
    let given = try ArgumentParser(parameters.map(\.declaration)).parse(arguments)
    for (parameter, texts) in zip(parameters, given) where !texts.isEmpty {
      if let rejected = parameter.store(texts, &self) {
        throw parameter.declaration.rejection(of: rejected)
      }
    }
  }
}
