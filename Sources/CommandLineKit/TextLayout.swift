/// The width that help is wrapped to.
let helpWidth = 80

/// A text with every run of blanks and line ends made one blank.
func oneLine(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// Breaks words into lines of at most `width` characters; a longer word gets a line of its own.
///
/// - Parameters:
///   - words: The words, which are not broken themselves.
///   - width: The width of a line.
///   - used: How much of the first line is taken already.
/// - Returns: The lines, of which there is at least one.
func wrap(_ words: [String], width: Int, used: Int = 0) -> [String] {
  var lines: [String] = []
  var line = ""
  var count = used
  for word in words {
    if !line.isEmpty, count + 1 + word.count > width {
      lines.append(line)
      line = word
      count = word.count
    } else {
      count += word.count + (line.isEmpty ? 0 : 1)
      line += line.isEmpty ? word : " " + word
    }
  }
  return lines + [line]
}

/// A piece of a text that is laid out in one way.
enum TextBlock: Hashable {
  /// Words to be filled into lines.
  case paragraph([String])
  /// Lines to be kept as they are.
  case verbatim([String])
}

/// The paragraphs of a text, which blank lines part, and the lines in it that begin with a blank.
func textBlocks(_ text: String) -> [TextBlock] {
  var blocks: [TextBlock] = []
  var isOpen = false
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty else {
      isOpen = false
      continue
    }
    switch (blocks.last, line.first == " ") {
    case (.paragraph(let earlier), false) where isOpen:
      blocks[blocks.count - 1] = .paragraph(earlier + words)
    case (.verbatim(let earlier), true) where isOpen:
      blocks[blocks.count - 1] = .verbatim(earlier + [String(line)])
    case (_, true): blocks.append(.verbatim([String(line)]))
    case (_, false): blocks.append(.paragraph(words))
    }
    isOpen = true
  }
  return blocks
}

/// A text as help shows it, ending with a newline unless it is empty.
func filled(_ text: String) -> String {
  let blocks = textBlocks(text).map { block in
    switch block {
    case .paragraph(let words): wrap(words, width: helpWidth).joined(separator: "\n")
    case .verbatim(let lines): lines.joined(separator: "\n")
    }
  }
  return blocks.isEmpty ? "" : blocks.joined(separator: "\n\n") + "\n"
}

/// Lays out pairs in two columns; the right one is wrapped and keeps to its column.
///
/// A left side that is too wide for its column stands on a line of its own.
func columns(_ rows: [(left: String, right: String)]) -> String {
  let widest = 28
  let column = (rows.map(\.left.count).filter { $0 <= widest }.max() ?? widest) + 4
  let margin = String(repeating: " ", count: column)
  var text = ""
  for (left, right) in rows {
    let lines = wrap(
      right.split(separator: " ").map(String.init), width: helpWidth - column)
    let head = "  \(left)"
    if right.isEmpty {
      text += "\(head)\n"
      continue
    }
    let first =
      left.count > widest ? "\(head)\n\(margin)" : head + margin.dropFirst(head.count)
    text += "\(first)\(lines.joined(separator: "\n\(margin)"))\n"
  }
  return text
}
