extension Tool {
  /// The completion script for fish: a line for each word, option, and list of values.
  var fishCompletion: String {
    let nodes = rootNode.all
    let steps = nodes.flatMap { node in
      node.children.map { child in
        let pattern = "\(node.path.joined(separator: " "))|\(child.word)"
        let path = child.path.joined(separator: " ")
        return
          "            case \(fishQuoted(pattern))\n                set path \(fishQuoted(path))"
      }
    }
    let lines = nodes.flatMap(fishLines)
    return """
      # Completion of \(oneLine(name)) for fish.

      function _\(functionName)_is_at
          set -l path ''
          set -l words (commandline -opc)
          for word in $words[2..-1]
              switch "$path|$word"
      \(steps.joined(separator: "\n"))
                  case '*'
                      break
              end
          end
          test "$path" = "$argv"
      end

      complete -c \(fishQuoted(name)) -f
      \(lines.joined(separator: "\n"))

      """
  }

  private func fishLines(of node: CommandNode) -> [String] {
    let condition = (["_\(functionName)_is_at"] + node.path).joined(separator: " ")
    let head = "complete -c \(fishQuoted(name)) -n \(fishQuoted(condition))"
    let words = node.children.map { child in
      "\(head) -a \(fishQuoted(fishWord(child.word))) -d \(fishQuoted(oneLine(child.abstract)))"
    }
    let parameters = node.parameters.compactMap { parameter -> String? in
      let names = parameter.names.map { name in
        switch name.prefix(while: { $0 == "-" }).count {
        case 2: "-l \(fishQuoted(String(name.dropFirst(2))))"
        case 1 where name.count == 2: "-s \(fishQuoted(String(name.dropFirst())))"
        default: "-o \(fishQuoted(String(name.dropFirst())))"
        }
      }
      let values = fishValues(parameter.completion)
      let help = "-d \(fishQuoted(oneLine(parameter.help)))"
      switch parameter.kind {
      case .argument:
        return values.map { "\(head) \($0) \(help)" }
      case .flag:
        return "\(head) \(names.joined(separator: " ")) \(help)"
      case .option:
        return "\(head) \(names.joined(separator: " ")) -r \(values ?? "-f") \(help)"
      }
    }
    return words + parameters
  }

  private func fishValues(_ completion: ValueCompletion) -> String? {
    switch completion {
    case .none: nil
    case .file: "-F"
    case .directory: "-f -a '(__fish_complete_directories)'"
    case .values(let values): "-f -a \(fishQuoted(values.map(fishWord).joined(separator: " ")))"
    }
  }

  /// A text in single quotes, as fish reads it.
  private func fishQuoted(_ text: String) -> String {
    "'" + text.escaping("\\'") + "'"
  }

  /// A word within the list of `-a`, which fish expands once more.
  private func fishWord(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "-_./,+@:".contains($0) }
    return isPlain && !text.isEmpty ? text : fishQuoted(text)
  }
}
