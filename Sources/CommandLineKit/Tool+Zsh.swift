extension Tool {
  /// The completion script for zsh: `_describe` for words, and `_arguments` at the leaves.
  var zshCompletion: String {
    """
    #compdef \(name)
    # Completion of \(oneLine(name)) for zsh.

    # Tells what is expected; while an option is typed that would keep it from being inserted.
    \(functionName)_expect() {
      [[ $PREFIX == -* ]] || _message "$1"
    }

    \(functionName)() {
      local -a commands
    \(zshBody(of: rootNode, indent: "  "))}

    if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
      \(functionName) "$@"
    else
      compdef \(functionName) \(shellQuoted(name))
    fi

    """
  }

  /// What to do when `$words[1]` is the word of a node.
  private func zshBody(of node: CommandNode, indent: String) -> String {
    let specifications = node.parameters.flatMap(zshSpecifications)
    guard !node.children.isEmpty else {
      guard !specifications.isEmpty else { return "\(indent)_message 'no more arguments'\n" }
      return zshArguments(specifications, indent: indent)
    }
    var text = "\(indent)if (( CURRENT == 2 )); then\n\(indent)  commands=(\n"
    for child in node.children {
      let entry = "\(child.word.escaping("\\:")):\(oneLine(child.abstract).escaping("\\"))"
      text += "\(indent)    \(shellQuoted(entry))\n"
    }
    text += "\(indent)  )\n\(indent)  _describe -t commands command commands\n"
    if !specifications.isEmpty { text += zshArguments(specifications, indent: indent + "  ") }
    text += "\(indent)  return\n\(indent)fi\n\(indent)case $words[2] in\n"
    for child in node.children {
      text += "\(indent)  \(shellQuoted(child.word)))\n"
      text += "\(indent)    shift words\n\(indent)    (( CURRENT-- ))\n"
      text += zshBody(of: child, indent: indent + "    ") + "\(indent)    ;;\n"
    }
    if !specifications.isEmpty {
      text += "\(indent)  *)\n\(zshArguments(specifications, indent: indent + "    "))"
      text += "\(indent)    ;;\n"
    }
    return text + "\(indent)esac\n"
  }

  private func zshArguments(_ specifications: [String], indent: String) -> String {
    let lines = specifications.map { "\(indent)  \(shellQuoted($0))" }
    return "\(indent)_arguments -S : \\\n\(lines.joined(separator: " \\\n"))\n"
  }

  /// A parameter as `_arguments` reads it: one specification for each spelling.
  private func zshSpecifications(_ parameter: ParameterDeclaration) -> [String] {
    let message = parameter.placeholder.escaping("\\:")
    let action = zshAction(parameter.completion)
    guard parameter.kind != .argument else {
      let place = parameter.isRepeatable ? "*:" : parameter.isRequired ? ":" : "::"
      let expectation = " \(functionName)_expect \(zshWord(parameter.placeholder).escaping(":"))"
      let isGuessed = parameter.completion != .none
      return ["\(place)\(message):\(isGuessed ? action : expectation)"]
    }
    let explanation = oneLine(parameter.help).escaping("\\[]:")
    return parameter.names.map { name in
      let others = "(\(parameter.names.joined(separator: " ")))"
      let head = parameter.isRepeatable ? "*" : others
      guard parameter.kind == .option else { return "\(head)\(name)[\(explanation)]" }
      let joint = name.hasPrefix("--") ? "=" : ""
      return "\(head)\(name)\(joint)[\(explanation)]:\(message):\(action)"
    }
  }

  private func zshAction(_ completion: ValueCompletion) -> String {
    switch completion {
    case .none: " "
    case .file: "_files"
    case .directory: "_files -/"
    case .values(let values):
      // The list is evaluated, so all that is not plain is escaped; then the colons once more.
      "(\(values.map { zshWord($0).escaping(":") }.joined(separator: " ")))"
    }
  }

  private func zshWord(_ text: String) -> String {
    String(
      text.flatMap { character -> [Character] in
        let isPlain = character.isLetter || character.isNumber || "-_./,+@%:".contains(character)
        return isPlain ? [character] : ["\\", character]
      })
  }
}
