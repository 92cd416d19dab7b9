/// A table in Markdown (GitHub's form of it), whose cells hold any text without breaking it.
///
/// - Parameters:
///   - header: The names of the columns, of which there has to be at least one.
///   - rows: The cells.
/// - Returns: The lines with a newline at the end of each.
public func markdownTable(_ header: [String], _ rows: [[String]]) -> String {
  func line(_ cells: [String]) -> String {
    "| \(cells.map(markdownText).joined(separator: " | ")) |\n"
  }
  let rule = "|\(String(repeating: "---|", count: header.count))\n"
  return line(header) + rule + rows.map(line).joined()
}

/// A text that Markdown shows as it is: marks escaped, in one line.
public func markdownText(_ text: String) -> String {
  var result = ""
  for character in printable(text.split(whereSeparator: \.isNewline).joined(separator: " ")) {
    if "\\`*_{}[]<>|#~".contains(character) { result.append("\\") }
    result.append(character)
  }
  return result
}
