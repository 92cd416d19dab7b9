extension Tool {
  /// Runs the command that the arguments of this process name, and ends the process.
  public func main() -> Never {
    endProcess(run(Array(CommandLine.arguments.dropFirst()), on: .standard()))
  }

  /// Runs the command that the arguments name.
  ///
  /// - Parameters:
  ///   - arguments: The arguments, without the tool's own name.
  ///   - console: Where results and diagnostics go.
  /// - Returns: The code to exit with.
  public func run(_ arguments: [String], on console: Console) -> ExitCode {
    let code = dispatch(arguments, on: console)
    guard let failure = console.finish() else { return code }
    console.writeDiagnostic("error: \(failure)\n")
    return .failure
  }

  private func dispatch(_ arguments: [String], on console: Console) -> ExitCode {
    let words = arguments.prefix { !$0.hasPrefix("-") }
    if words.first == "help" {
      return showHelp(for: arguments.dropFirst().filter { !Self.asksForHelp($0) }, on: console)
    }
    // The longest name wins, so that a group may be a command as well.
    let named = commands.map { (command: $0, words: $0.name.words) }
      .filter { words.starts(with: $0.words) }
      .max { $0.words.count < $1.words.count }
    let asksForHelp = arguments.prefix { $0 != "--" }.contains(where: Self.asksForHelp)
    if let named {
      guard !asksForHelp else { return showHelp(for: named.words, on: console) }
      return run(named.command, Array(arguments.dropFirst(named.words.count)), on: console)
    }
    if let group = words.first, hasCommands(in: group) {
      if asksForHelp { return showHelp(for: [group], on: console) }
      guard arguments.count > 1 else {
        console.writeDiagnostic(groupHelp(group))
        return .usage
      }
      return complain(unknown(Array(arguments.prefix(2))), about: group, on: console)
    }
    guard let first = arguments.first else {
      console.writeDiagnostic(help())
      return .usage
    }
    if Self.asksForHelp(first) || (asksForHelp && words.isEmpty) {
      console.write(help())
      return .success
    }
    if first == "--version", arguments.count == 1 {
      console.write("\(name) \(version)\n")
      return .success
    }
    return complain(unknown(arguments), about: "", on: console)
  }

  static func asksForHelp(_ argument: String) -> Bool {
    ParameterDeclaration.help.names.contains(argument)
  }

  func hasCommands(in group: String) -> Bool {
    commands.contains { $0.name.words.count > 1 && $0.name.words.first == group }
  }

  private func run(
    _ command: any Command.Type,
    _ arguments: [String],
    on console: Console
  ) -> ExitCode {
    do {
      return try command.init(parsing: arguments).run(console)
    } catch let error as UsageError {
      return complain(error, about: command.name, on: console)
    } catch let error as any ReportedError {
      let text = error.diagnostics
      console.writeDiagnostic(text.isEmpty || text.hasSuffix("\n") ? text : text + "\n")
      return error.exitCode
    } catch {
      console.writeDiagnostic("error: \(error)\n")
      return .failure
    }
  }

  private func showHelp(for words: [String], on console: Console) -> ExitCode {
    guard let text = help(for: words.joined(separator: " ")) else {
      let known = words.dropLast().joined(separator: " ")
      if let last = words.last, !known.isEmpty, !hasCommands(in: known), help(for: known) != nil {
        return complain(
          UsageError("unexpected argument \(quoted(last))"), about: "", on: console)
      }
      return complain(unknown(words), about: "", on: console)
    }
    console.write(text)
    return .success
  }

  private func complain(
    _ error: UsageError,
    about command: String,
    on console: Console
  ) -> ExitCode {
    let call = ([name] + command.words + ["--help"]).joined(separator: " ")
    console.writeDiagnostic("error: \(error)\nSee '\(call)'.\n")
    return .usage
  }

  /// The error that words name no command.
  private func unknown(_ words: [String]) -> UsageError {
    guard let first = words.first, !first.hasPrefix("-") else {
      let option = words.first ?? ""
      guard option != "--version" else {
        return UsageError("unexpected argument \(quoted(words.dropFirst().first ?? ""))")
      }
      let names = ParameterDeclaration.help.names + ParameterDeclaration.version.names
      return UsageError(
        "unknown option \(quoted(option))\(suggestion(for: option, among: names))")
    }
    let group = hasCommands(in: first)
    let name = (group ? words.prefix(2) : words.prefix(1)).joined(separator: " ")
    let whole = suggestion(
      for: name, among: commandNames + groups.map(\.name) + topics.map(\.name) + ["help"])
    // A verb without its group: `list` for `review list`.
    let verbs = commandNames.filter { $0.words.count > 1 && $0.words.last == words.last }
      .prefix(3).map { "'\($0)'" }
    let hint =
      verbs.isEmpty ? whole : "; did you mean \(verbs.joined(separator: " or "))?"
    return UsageError("unknown command \(quoted(name))\(hint)")
  }
}
