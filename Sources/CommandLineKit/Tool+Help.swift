extension Tool {
  /// The help of the tool itself.
  public func help() -> String {
    let root = rootNode
    let sections = [
      filled(abstract),
      usage([name, "<command>", "[arguments]"]),
      filled(discussion),
      section("COMMANDS", columns(root.children.map { ($0.word, oneLine($0.abstract)) })),
      section("OPTIONS", rows([.help, .version])),
      section("HELP TOPICS", columns(topics.map { ($0.name, oneLine($0.abstract)) })),
      examplesSection(examples),
      section("EXIT STATUS", exitStatus),
      "See '\(name) help <command>' for a command or a topic.\n",
    ]
    return joined(sections)
  }

  /// The help of a command, a group of commands, or a topic; `nil` if there is none of that name.
  ///
  /// An empty name stands for the tool itself.
  public func help(for name: String) -> String? {
    if name.isEmpty || name == "help" { return help() }
    if let command = command(named: name) { return commandHelp(CommandDescription(command)) }
    if hasCommands(in: name) { return groupHelp(name) }
    return topics.first { $0.name == name }.map { topic in
      joined([filled(topic.abstract), filled(topic.discussion)])
    }
  }

  private func commandHelp(_ command: CommandDescription) -> String {
    var sections = [
      filled(command.abstract),
      usage([name] + command.usage),
      filled(command.discussion),
      section("ARGUMENTS", rows(command.arguments)),
      section("OPTIONS", rows(command.options)),
      examplesSection(command.examples),
    ]
    if hasCommands(in: command.name) {
      sections.insert(section("COMMANDS", commandRows(in: command.name)), at: 3)
    }
    return joined(sections)
  }

  func groupHelp(_ group: String) -> String {
    let declared = self.group(named: group)
    return joined([
      filled(declared?.abstract ?? ""),
      usage([name, group, "<command>", "[arguments]"]),
      filled(declared?.discussion ?? ""),
      section("COMMANDS", commandRows(in: group)),
      section("OPTIONS", rows([.help])),
      "See '\(name) help \(group) <command>' for one command.\n",
    ])
  }

  private func commandRows(in group: String) -> String {
    columns(
      commands.filter { $0.name.words.count > 1 && $0.name.words.first == group }
        .map { ($0.name.words.dropFirst().joined(separator: " "), oneLine($0.abstract)) })
  }

  private var exitStatus: String {
    columns(ExitCode.allCases.map { (String($0.rawValue), $0.summary) })
  }

  private func usage(_ words: [String]) -> String {
    let head = "USAGE: "
    // Continued lines begin below the first word behind the name of the tool.
    let margin = head.count + name.count + 1
    let lines = wrap(Array(words.dropFirst()), width: helpWidth - margin)
    return "\(head)\(name) "
      + lines.joined(separator: "\n" + String(repeating: " ", count: margin)) + "\n"
  }

  private func rows(_ declarations: [ParameterDeclaration]) -> String {
    columns(declarations.map { ($0.heading, $0.fullHelp) })
  }

  private func section(_ title: String, _ text: String) -> String {
    text.isEmpty ? "" : "\(title):\n\(text)"
  }

  private func examplesSection(_ examples: [Example]) -> String {
    let entries = examples.map { example in
      let lines = wrap(oneLine(example.explanation).words, width: helpWidth - 6)
      return "  \(oneLine(example.commandLine))\n      \(lines.joined(separator: "\n      "))\n"
    }
    return section("EXAMPLES", entries.joined())
  }

  private func joined(_ sections: [String]) -> String {
    sections.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
