extension Tool {
  /// A reference of all commands in Markdown.
  public func markdownReference() -> String {
    var parts = ["# \(markdown(oneLine(name)))", paragraphs(abstract), paragraphs(discussion)]
    parts.append(fence("\(name) <command> [arguments]"))
    parts.append(list([.help, .version]))
    parts.append(examplesList(examples))
    var seen: Set<String> = []
    for command in commands {
      let first = command.name.words.first ?? ""
      if let group = group(named: first), seen.insert(first).inserted {
        parts += [
          "## \(markdown("\(name) \(first)"))", paragraphs(group.abstract),
          paragraphs(group.discussion),
        ]
      }
      parts += entries(of: CommandDescription(command))
    }
    for topic in topics where topic != .exitCodes {
      parts += ["## \(markdown(topic.name))", paragraphs(topic.abstract)]
      parts.append(paragraphs(topic.discussion))
    }
    parts.append("## Exit status")
    parts.append(
      ExitCode.allCases.map { "- `\($0.rawValue)`: \(markdown($0.summary))" }
        .joined(separator: "\n"))
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func entries(of command: CommandDescription) -> [String] {
    let level = command.name.words.count > 1 ? "###" : "##"
    var parts = ["\(level) \(markdown("\(name) \(command.name)"))", paragraphs(command.abstract)]
    parts.append(fence(([name] + command.usage).joined(separator: " ")))
    parts.append(paragraphs(command.discussion))
    if !command.arguments.isEmpty { parts += ["Arguments:", list(command.arguments)] }
    return parts + ["Options:", list(command.options), examplesList(command.examples)]
  }

  private func list(_ declarations: [ParameterDeclaration]) -> String {
    declarations.map { "- \(code($0.heading)): \(markdown($0.fullHelp))" }.joined(separator: "\n")
  }

  private func examplesList(_ examples: [Example]) -> String {
    guard !examples.isEmpty else { return "" }
    let entries = examples.map { example in
      "- \(code(oneLine(example.commandLine))): \(markdown(oneLine(example.explanation)))"
    }
    return "Examples:\n\n" + entries.joined(separator: "\n")
  }

  private func paragraphs(_ text: String) -> String {
    textBlocks(text).map { block in
      switch block {
      case .paragraph(let words): markdown(words.joined(separator: " "))
      case .verbatim(let lines): fence(lines.joined(separator: "\n"))
      }
    }.joined(separator: "\n\n")
  }

  /// A text as a block of code, whatever backticks it has.
  private func fence(_ text: String) -> String {
    let ticks = String(repeating: "`", count: max(3, longestRunOfTicks(text) + 1))
    return "\(ticks)text\n\(text)\n\(ticks)"
  }

  /// A text as code within a line, whatever backticks it has.
  private func code(_ text: String) -> String {
    let run = longestRunOfTicks(text)
    let ticks = String(repeating: "`", count: run + 1)
    return run == 0 ? "`\(text)`" : "\(ticks) \(text) \(ticks)"
  }

  private func longestRunOfTicks(_ text: String) -> Int {
    text.split { $0 != "`" }.map(\.count).max() ?? 0
  }

  /// A text of one line in which nothing means anything to Markdown.
  private func markdown(_ text: String) -> String {
    let escaped = text.escaping("\\`*_<>[]|&~")
    // What only means something where a line begins.
    if let first = escaped.first, "#+-=".contains(first) { return "\\" + escaped }
    let digits = escaped.prefix { $0.isNumber }
    guard !digits.isEmpty, let next = escaped.dropFirst(digits.count).first, ".)".contains(next)
    else { return escaped }
    return digits + "\\" + escaped.dropFirst(digits.count)
  }
}
