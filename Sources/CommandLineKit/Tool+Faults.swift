extension Tool {
  /// What is wrong with the declarations of the tool; a test should find nothing here.
  ///
  /// Names are checked for form and for being unique, texts for being there, and positional
  /// arguments for an order in which they can be told apart.
  public var declarationFaults: [String] {
    var faults: [String] = []
    let names = commandNames + groups.map(\.name).filter { command(named: $0) == nil }
    for (name, count) in counts(names + topics.map(\.name) + ["help"]) where count > 1 {
      faults.append("'\(name)' is declared more than once")
    }
    for name in names + topics.map(\.name)
    where name.words.isEmpty || !name.words.allSatisfy(isWord) || oneLine(name) != name {
      faults.append("'\(name)' is not made of lower-case words")
    }
    for group in groups where !hasCommands(in: group.name) {
      faults.append("group '\(group.name)' has no commands")
    }
    for name in commandNames where name.words.count > 1 {
      let first = name.words[0]
      if group(named: first) == nil && command(named: first) == nil {
        faults.append("'\(name)' is of no declared group")
      }
    }
    let abstracts =
      groups.map { ($0.name, $0.abstract) } + topics.map { ($0.name, $0.abstract) }
      + commands.map { ($0.name, $0.abstract) }
    for (name, abstract) in abstracts where !abstract.hasSuffix(".") {
      faults.append("the abstract of '\(name)' is not a sentence")
    }
    return faults + commands.flatMap { CommandDescription($0).faults }
  }

  private func isWord(_ word: String) -> Bool {
    word.first?.isLetter == true
      && word.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
  }
}

extension CommandDescription {
  fileprivate var faults: [String] {
    var faults: [String] = []
    for (option, count) in counts(options.flatMap(\.names)) where count > 1 {
      faults.append("'\(name)' has '\(option)' more than once")
    }
    for option in options {
      if option.names.isEmpty { faults.append("'\(name)' has an option without a name") }
      for spelling in option.names where !isSpelling(spelling) {
        faults.append("'\(name)' has '\(spelling)', which is neither '-x' nor '--words'")
      }
    }
    for (argument, next) in zip(arguments, arguments.dropFirst())
    where argument.isRepeatable || (!argument.isRequired && next.isRequired) {
      faults.append("'\(name)' has '\(next.synopsis)' where it cannot be reached")
    }
    for parameter in parameters where !parameter.help.hasSuffix(".") {
      faults.append("the help of '\(parameter.synopsis)' of '\(name)' is not a sentence")
    }
    return faults
  }

  private func isSpelling(_ name: String) -> Bool {
    let word = name.drop { $0 == "-" }
    let hyphens = name.count - word.count
    let isPlain = word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return isPlain && word.first?.isLetter == true
      && (hyphens == 2 && word.count > 1 || hyphens == 1 && word.count == 1)
  }
}

/// How often each text occurs, in the order of their first occurrence.
private func counts(_ texts: [String]) -> [(text: String, count: Int)] {
  var counts: [String: Int] = [:]
  for text in texts { counts[text, default: 0] += 1 }
  var seen: Set<String> = []
  return texts.filter { seen.insert($0).inserted }.map { ($0, counts[$0] ?? 0) }
}
