extension Tool {
  /// The manual page of the tool and all its commands, in the language of `man(7)`.
  ///
  /// - Parameter date: The date of the page, such as `2026-11-24`.
  /// - Returns: The text of the page, for a file such as `puente.1`.
  public func manPage(date: String) -> String {
    var page = RoffPage()
    page.title(name, date: date, source: "\(name) \(version)")
    page.macro("SH", ["NAME"])
    page.fill(after: [name, "\\-"], sentence(abstract))
    page.macro("SH", ["SYNOPSIS"])
    page.usage([name, "<command>", "[arguments]"])
    page.macro("SH", ["DESCRIPTION"])
    page.prose(abstract)
    page.prose(discussion, startsParagraph: true)
    page.macro("SH", ["OPTIONS"])
    page.definitions([.help, .version])
    page.macro("SH", ["COMMANDS"])
    var seen: Set<String> = []
    for command in commands {
      let first = command.name.words.first ?? ""
      if let group = group(named: first), seen.insert(first).inserted {
        page.macro("SS", ["\(name) \(first)"])
        page.prose(group.abstract)
        page.prose(group.discussion, startsParagraph: true)
      }
      add(CommandDescription(command), to: &page)
    }
    for topic in topics where topic != .exitCodes {
      page.macro("SH", [topic.name.uppercased()])
      page.prose(topic.abstract)
      page.prose(topic.discussion, startsParagraph: true)
    }
    page.macro("SH", ["EXIT STATUS"])
    for code in ExitCode.allCases {
      page.definition(String(code.rawValue), code.summary)
    }
    let examples = examples + commands.flatMap { CommandDescription($0).examples }
    if !examples.isEmpty {
      page.macro("SH", ["EXAMPLES"])
      for example in examples {
        page.definition(oneLine(example.commandLine), example.explanation)
      }
    }
    return page.text
  }

  private func add(_ command: CommandDescription, to page: inout RoffPage) {
    page.macro("SS", ["\(name) \(command.name)"])
    page.prose(command.abstract)
    page.macro("PP")
    page.usage([name] + command.usage)
    page.prose(command.discussion, startsParagraph: true)
    page.definitions(command.arguments + command.options)
  }

  /// An abstract without its full stop, as the line of `NAME` has it.
  private func sentence(_ text: String) -> String {
    let line = oneLine(text)
    return line.hasSuffix(".") ? String(line.dropLast()) : line
  }
}

/// A manual page as it is put together.
struct RoffPage {
  private(set) var text = ""

  /// Begins the page.
  ///
  /// The formatter reads the date as one, so it is not escaped.
  mutating func title(_ name: String, date: String, source: String) {
    let date = date.filter { $0.isASCII && ($0.isNumber || $0 == "-") }
    text += ".TH \"\(Self.escape(name.uppercased()))\" \"1\" \"\(date)\""
    text += " \"\(Self.escape(source))\" \"User Commands\"\n"
  }

  /// Adds a request with its arguments, each in quotes.
  mutating func macro(_ name: String, _ arguments: [String] = []) {
    let quoted = arguments.map { "\"\(Self.escape(oneLine($0)))\"" }
    text += ([".\(name)"] + quoted).joined(separator: " ") + "\n"
  }

  /// Adds words that are escaped already, and then a text.
  mutating func fill(after escaped: [String] = [], _ prose: String) {
    let words = escaped + prose.split(whereSeparator: \.isWhitespace).map { Self.escape($0) }
    // A line of 79 is what `mandoc -Tlint` lets pass.
    for line in wrap(words, width: 76) where !line.isEmpty { addLine(line) }
  }

  /// Adds paragraphs, and lines that are kept as they are.
  mutating func prose(_ prose: String, startsParagraph: Bool = false) {
    for (index, block) in textBlocks(prose).enumerated() {
      if startsParagraph || index > 0 { macro("PP") }
      switch block {
      case .paragraph(let words): fill(words.joined(separator: " "))
      case .verbatim(let lines):
        macro("nf")
        for line in lines { addLine(Self.escape(line.trimmingTrailingBlanks)) }
        macro("fi")
      }
    }
  }

  /// Adds a usage line: placeholders in italics, all else in bold.
  mutating func usage(_ words: [String]) {
    let marked = words.map { word in
      guard let start = word.firstIndex(of: "<"), let end = word.lastIndex(of: ">"), start < end
      else { return "\\fB\(Self.escape(word))\\fR" }
      let before = Self.escape(word[..<start])
      let inner = Self.escape(word[word.index(after: start)..<end])
      return "\(before)\\fI\(inner)\\fR\(Self.escape(word[word.index(after: end)...]))"
    }
    for line in wrap(marked, width: 76) { addLine(line) }
  }

  /// Adds a term and its explanation.
  mutating func definition(_ term: String, _ explanation: String) {
    macro("TP")
    addLine("\\fB\(Self.escape(term))\\fR")
    fill(explanation)
  }

  /// Adds parameters and their help.
  mutating func definitions(_ declarations: [ParameterDeclaration]) {
    for declaration in declarations {
      macro("TP")
      switch declaration.kind {
      case .argument: usage([declaration.usage])
      case .flag: addLine("\\fB\(Self.escape(declaration.heading))\\fR")
      case .option:
        let names = Self.escape(declaration.namesForHelp.joined(separator: ", "))
        addLine("\\fB\(names)\\fR \\fI\(Self.escape(declaration.placeholder))\\fR")
      }
      fill(declaration.fullHelp)
    }
  }

  /// Adds a line of text, which must not be taken for a request.
  private mutating func addLine(_ line: String) {
    let isRequest = line.hasPrefix(".") || line.hasPrefix("'")
    text += (isRequest ? "\\&" : "") + line + "\n"
  }

  /// A text in which nothing means anything to roff, written in ASCII.
  static func escape(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "\"": result += "\\(dq"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case " "..."~": result += String(scalar)
      default:
        let code = String(scalar.value, radix: 16, uppercase: true)
        result += "\\[u\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)]"
      }
    }
    return result
  }
}

extension String {
  /// The text without blanks at its end.
  fileprivate var trimmingTrailingBlanks: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
