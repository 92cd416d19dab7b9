/// About how wide texts are, which is enough to break lines where the font is not known.
enum TextMeasure {
  /// The width of a text in a sans-serif font, rather too wide than too narrow.
  static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    let sum = text.unicodeScalars.reduce(0.0) { $0 + width($1) }
    return sum * size * (isBold ? 1.16 : 1.08)
  }

  /// A text in lines of at most a width; words that are too long are broken.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - width: The width.
  ///   - size: The size of the letters.
  ///   - most: How many lines at most; what is left is replaced by dots.
  /// - Returns: The lines, at least one.
  static func lines(
    _ text: String, width: Double, size: Double, most: Int = .max
  ) -> [String] {
    wrapped(text, width: width, most: most) { Self.width($0, size: size) }
  }

  /// A text in lines of at most a width.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - width: The width.
  ///   - most: How many lines at most; what is left is replaced by dots.
  ///   - measure: The width of a piece; that of two pieces is the sum of both.
  /// - Returns: The lines, at least one.
  static func wrapped(
    _ text: String, width: Double, most: Int = .max, measure: (String) -> Double
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    var length = 0.0
    let blank = measure(" ")
    func isFull() -> Bool { lines.count > most }
    for (word, isStart) in pieces(text) where !isFull() {
      let own = measure(word)
      let gap = isStart && !line.isEmpty ? blank : 0
      if length + gap + own <= width {
        length += gap + own
        line += isStart && !line.isEmpty ? " \(word)" : word
        continue
      }
      if !line.isEmpty { lines.append(line) }
      (line, length) = ("", 0)
      guard own > width else {
        (line, length) = (word, own)
        continue
      }
      for character in word {
        let own = measure(String(character))
        if !line.isEmpty, length + own > width {
          lines.append(line)
          (line, length) = ("", 0)
          if isFull() { break }
        }
        line.append(character)
        length += own
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    guard lines.count > most, most > 0 else { return lines }
    var last = lines[most - 1]
    while !last.isEmpty, measure("\(last)…") > width { last.removeLast() }
    return lines.prefix(most - 1) + ["\(last)…"]
  }

  /// The pieces of a text between which a line may end: words, which may also end behind a slash; and whether a piece
  /// begins a word.
  static func pieces(_ text: String) -> [(text: String, isStart: Bool)] {
    var pieces: [(String, Bool)] = []
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      guard word.utf8.contains(UInt8(ascii: "/")) else {
        pieces.append((String(word), true))
        continue
      }
      var piece = ""
      var isStart = true
      for character in word {
        piece.append(character)
        // Not within an abbreviation such as n/a.
        if character == "/", piece.count > 4 {
          pieces.append((piece, isStart))
          (piece, isStart) = ("", false)
        }
      }
      if !piece.isEmpty { pieces.append((piece, isStart)) }
    }
    return pieces
  }

  private static func width(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "'", "|", ".", ",", ":", ";", "!", " ", "I", "í", "ì", "î", "ï": 0.28
    case "f", "t", "r", "-", "(", ")", "[", "]", "/": 0.34
    case "m", "w", "M", "W", "@", "%", "—", "…", "œ", "æ": 0.9
    case "A"..."Z", "À"..."Þ": 0.7
    case _ where scalar.value >= 0x1100: 1
    default: 0.556
    }
  }
}
