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
    let lines = wrapped(text, most: most) { Self.width($0, size: size) <= width }
    return lines
  }

  /// A text in lines that fit.
  static func wrapped(_ text: String, most: Int = .max, fits: (String) -> Bool) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      let longer = line.isEmpty ? String(word) : "\(line) \(word)"
      if fits(longer) {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      if fits(String(word)) {
        line = String(word)
        continue
      }
      for character in word {
        if !line.isEmpty, !fits("\(line)\(character)") {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    guard lines.count > most, most > 0 else { return lines }
    var last = lines[most - 1]
    while !last.isEmpty, !fits("\(last)…") { last.removeLast() }
    return lines.prefix(most - 1) + ["\(last)…"]
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
