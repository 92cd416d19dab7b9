/// Lays rows out in columns for people.
public struct TextTable: Sendable {
  /// How a column is aligned.
  public enum Alignment: Hashable, Sendable {
    /// To the left.
    case left
    /// To the right, as for numbers.
    case right
  }

  private let alignments: [Alignment]
  private var rows: [[String]] = []

  /// Creates an empty table with a column for each alignment.
  public init(_ alignments: [Alignment]) { self.alignments = alignments }

  /// Adds a row; missing cells are empty.
  public mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The table as lines, two blanks between columns, without blanks at the ends of lines.
  public func lines(indent: Int = 0) -> [String] {
    let widths = alignments.indices.map { column in
      rows.map { column < $0.count ? displayWidth($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = String(repeating: " ", count: indent)
      for (column, alignment) in alignments.enumerated() {
        let cell = column < row.count ? row[column] : ""
        let padding = String(repeating: " ", count: max(0, widths[column] - displayWidth(cell)))
        line += alignment == .left ? cell + padding : padding + cell
        if column < alignments.count - 1 { line += "  " }
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

/// How many columns of a terminal a text takes: one for each character, which holds for the languages
/// of the titles.
func displayWidth(_ text: String) -> Int { text.count }

/// Takes out of a text what could act on a terminal: control characters, line separators and marks that
/// turn the direction of writing become visible.
///
/// - Parameters:
///   - text: The text.
///   - keepsNewlines: Whether newlines stay as they are.
/// - Returns: The text with every such character as its number, such as `\u{1B}`.
public func printable(_ text: String, keepsNewlines: Bool = false) -> String {
  // Nearly all text has nothing of the kind, and the bytes show that sooner than the characters.
  if text.utf8.allSatisfy({ isPlain($0) || keepsNewlines && $0 == 0x0A }) { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if isUnprintable(scalar), !keepsNewlines || scalar != "\n" {
      result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// Whether a byte of UTF-8 cannot begin a character that is unprintable.
private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2: false
  default: true
  }
}

private func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
  default: false
  }
}
