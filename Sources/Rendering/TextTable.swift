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
    // As many blanks as can follow one another: a part of it is quicker than new ones.
    let blank = String(repeating: " ", count: indent + widths.reduce(0) { $0 + $1 + 2 })
    func space(_ count: Int) -> Substring {
      blank[..<blank.utf8.index(blank.startIndex, offsetBy: count)]
    }
    return rows.map { row in
      var line = ""
      // Blanks are only written before something that follows them.
      var blanks = indent
      for (column, alignment) in alignments.enumerated() {
        let cell = column < row.count ? row[column] : ""
        let padding = max(0, widths[column] - displayWidth(cell))
        if alignment == .right { blanks += padding }
        if !cell.isEmpty {
          line += space(blanks)
          line += cell
          blanks = 0
        }
        if alignment == .left { blanks += padding }
        blanks += 2
      }
      // A cell may end in blanks itself.
      while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
      return line
    }
  }
}

/// How many columns of a terminal a text takes: one for each character, which holds for the languages
/// of the titles.
func displayWidth(_ text: String) -> Int {
  let bytes = text.utf8
  // Counting characters takes long; without line breaks, each byte of ASCII is one.
  return bytes.allSatisfy { $0 < 0x80 && $0 != 0x0D } ? bytes.count : text.count
}

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
  guard text.unicodeScalars.contains(where: isUnprintable) else { return text }
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
