extension Tool {
  /// The completion script for bash.
  ///
  /// It walks the words before the cursor: words that lead down the tree of commands, options that
  /// take the next word, and positional arguments, which it counts. Bash splits words at `=`, which
  /// is passed over, and at colons, where they are put together again; a reply is then what follows
  /// the last colon.
  var bashCompletion: String {
    let nodes = rootNode.all
    var steps: [(pattern: String, action: String)] = []
    var values: [(pattern: String, action: String)] = []
    var options: [(pattern: String, action: String)] = []
    var arguments: [(pattern: String, action: String)] = []
    for node in nodes {
      let path = node.path.joined(separator: " ")
      for child in node.children {
        steps.append(
          (
            shellQuoted("\(path)|\(child.word)"),
            "path=\(shellQuoted(child.path.joined(separator: " ")))"
          ))
      }
      for option in node.parameters where option.kind == .option {
        let pattern = option.names.map { shellQuoted("\(path)|\($0)") }.joined(separator: " | ")
        steps.append((pattern, "previous=$word"))
        if let action = bashAction(option.completion) { values.append((pattern, action)) }
      }
      let names = node.parameters.flatMap(\.names)
      if !names.isEmpty { options.append((shellQuoted(path), bashOffer(names))) }
      arguments += bashArguments(of: node, at: path)
    }
    return """
      # Completion of \(oneLine(name)) for bash.

      \(functionName)_offer() {
          local word done=''
          if [[ $current == *:* && $COMP_WORDBREAKS == *:* ]]; then done=${current%:*}:; fi
          for word in "$@"; do
              if [[ $word == "$current"* ]]; then
                  word=${word#"$done"}
                  printf -v word %q "$word"
                  COMPREPLY+=("$word")
              fi
          done
      }

      \(functionName)() {
          local current previous='' path='' ended='' joint='' word
          local -a words=()
          local -i i last count=0
          COMPREPLY=()
          for ((i = 0; i <= COMP_CWORD; i++)); do
              word=${COMP_WORDS[i]}
              if ((i > 1)) && [[ $word == :* || ($joint && $word) ]]; then
                  words[last]+=$word
              else
                  last=${#words[@]}
                  words[last]=$word
              fi
              joint=''
              if [[ $word == ':' ]]; then joint=1; fi
          done
          current=${words[last]}
          for ((i = 1; i < last; i++)); do
              word=${words[i]}
              if [[ $word == '=' ]]; then
                  continue
              elif [[ $previous ]]; then
                  previous=''
                  continue
              elif [[ $ended ]]; then
                  count+=1
                  continue
              fi
              case "$path|$word" in
      \(bashCases(steps, indent: 10))
                  *'|--') ended=1 ;;
                  *'|-'[!0-9.]*) ;;
                  *) count+=1 ;;
              esac
          done
          if [[ $current == '=' ]]; then current=''; fi
          if [[ $previous ]]; then
              case "$path|$previous" in
      \(bashCases(values, indent: 10))
              esac
              return
          fi
          if [[ ! $ended && $current == -* ]]; then
              case $path in
      \(bashCases(options, indent: 10))
              esac
              return
          fi
          case "$path|$count" in
      \(bashCases(arguments, indent: 6))
          esac
      }

      complete -F \(functionName) \(shellQuoted(name))

      """
  }

  /// What to offer in the place of each positional argument, and of the words below a node.
  private func bashArguments(
    of node: CommandNode,
    at path: String
  ) -> [(pattern: String, action: String)] {
    var result: [(pattern: String, action: String)] = []
    let arguments = node.parameters.filter { $0.kind == .argument }
    let words = node.children.map(\.word)
    for (index, argument) in arguments.enumerated() {
      // The words of a node that is a command as well go with its first argument.
      let actions = [
        index == 0 && !words.isEmpty ? bashOffer(words) : nil, bashAction(argument.completion),
      ].compactMap(\.self)
      let pattern =
        argument.isRepeatable ? shellQuoted("\(path)|") + "*" : shellQuoted("\(path)|\(index)")
      result.append((pattern, actions.joined(separator: "; ")))
    }
    if arguments.isEmpty, !words.isEmpty {
      result.append((shellQuoted("\(path)|0"), bashOffer(words)))
    }
    return result.filter { !$0.action.isEmpty }
  }

  private func bashOffer(_ words: [String]) -> String {
    ([functionName + "_offer"] + words.map(shellQuoted)).joined(separator: " ")
  }

  private func bashAction(_ completion: ValueCompletion) -> String? {
    switch completion {
    case .none: nil
    case .file: "compopt -o default"
    case .directory: "compopt -o dirnames"
    case .values(let values): bashOffer(values)
    }
  }

  private func bashCases(_ cases: [(pattern: String, action: String)], indent: Int) -> String {
    let margin = String(repeating: " ", count: indent + 2)
    return cases.map { "\(margin)\($0.pattern)) \($0.action) ;;" }.joined(separator: "\n")
  }
}
