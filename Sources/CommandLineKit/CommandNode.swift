/// What a command is, without its type: all that help, completions, and reference pages need.
struct CommandDescription: Sendable {
  let name: String
  let abstract: String
  let discussion: String
  let examples: [Example]

  /// The command's own parameters, then the shared ones.
  let parameters: [ParameterDeclaration]

  init<Described: Command>(_ type: Described.Type) {
    name = type.name
    abstract = type.abstract
    discussion = type.discussion
    examples = type.examples
    let defaults = Described()
    let declarations = type.parameters.map { parameter in
      var declaration = parameter.declaration
      declaration.defaultText = parameter.defaultText(defaults)
      return declaration
    }
    parameters = declarations.filter { !$0.isShared } + declarations.filter(\.isShared)
  }

  var arguments: [ParameterDeclaration] { parameters.filter { $0.kind == .argument } }

  /// The flags and options, with the one for help last.
  var options: [ParameterDeclaration] { parameters.filter { $0.kind != .argument } + [.help] }

  /// The words of the usage line behind the name of the tool.
  var usage: [String] {
    let required = options.filter(\.isRequired)
    return name.words + (required + arguments).map(\.usage) + ["[options]"]
  }
}

/// A word that may stand on the command line in the place of a command.
struct CommandNode: Sendable {
  let word: String

  /// The words before, and this one.
  let path: [String]
  let abstract: String

  /// The words that may follow.
  var children: [CommandNode] = []

  /// What may follow besides words: options and positional arguments.
  var parameters: [ParameterDeclaration] = []

  /// The node and all below it.
  var all: [CommandNode] { [self] + children.flatMap(\.all) }
}

extension Tool {
  /// All the words that can be completed, from the tool's own name down.
  var rootNode: CommandNode {
    var root = CommandNode(
      word: name, path: [], abstract: abstract, parameters: [.help, .version])
    root.children = nodes(below: [], behind: [], forHelp: false)
    var help = CommandNode(word: "help", path: ["help"], abstract: Self.helpAbstract)
    help.children =
      nodes(below: [], behind: ["help"], forHelp: true)
      + topics.map {
        CommandNode(word: $0.name, path: ["help", $0.name], abstract: $0.abstract)
      }
    root.children.append(help)
    return root
  }

  private func nodes(below path: [String], behind prefix: [String], forHelp: Bool) -> [CommandNode]
  {
    var seen: Set<String> = []
    return commands.compactMap { command -> CommandNode? in
      let words = command.name.words
      guard words.count > path.count, words.starts(with: path),
        seen.insert(words[path.count]).inserted
      else { return nil }
      let here = Array(words.prefix(path.count + 1))
      let name = here.joined(separator: " ")
      let own = self.command(named: name).map { CommandDescription($0) }
      let isGroup = commands.contains {
        $0.name.words.count > here.count && $0.name.words.starts(with: here)
      }
      return CommandNode(
        word: words[path.count],
        path: prefix + here,
        abstract: isGroup
          ? group(named: name)?.abstract ?? own?.abstract ?? "" : own?.abstract ?? "",
        children: isGroup ? nodes(below: here, behind: prefix, forHelp: forHelp) : [],
        parameters: forHelp ? [] : own.map { $0.arguments + $0.options } ?? [.help]
      )
    }
  }
}

extension String {
  /// The words of a command's name.
  var words: [String] { split(separator: " ").map(String.init) }
}
