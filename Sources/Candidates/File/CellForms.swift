extension CandidateRowParser {
  static func trimmed(_ text: String) -> String {
    // Most cells have no blanks around them, so that nothing is copied.
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      first.properties.isWhitespace || last.properties.isWhitespace
    else { return text }
    var scalars = text.unicodeScalars[...]
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }

  /// Whether a text can be a mission's own number: it has a digit, and nothing that tells who somebody is.
  ///
  /// `SNE-000123` has the form of a passport of Canada; those of Mexico have more digits.
  static func isReference(_ text: String) -> Bool {
    isName(text, signs: "-./")
      && (1...6).contains(text.utf8.count { (0x30...0x39).contains($0) })
      && MaskedText(text).found.allSatisfy { $0 == .passport }
  }

  static func isNotice(_ text: String) -> Bool {
    isName(text, signs: "-.") && text.utf8.contains { (0x30...0x39).contains($0) }
      && MaskedText(text).found.isEmpty
  }

  private static func isName(_ text: String, signs: String) -> Bool {
    (1...24).contains(text.utf8.count)
      && text.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || (0x30...0x39).contains($0.value))
          || signs.unicodeScalars.contains($0)
      }
  }

  static func number(_ text: String, in range: ClosedRange<Int>) -> Int? {
    guard text.utf8.count <= 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text), range.contains(number)
    else { return nil }
    return number
  }

  static func year(_ text: String) -> Int? { number(text, in: 1940...2100) }

  static func cedula(_ text: String) -> CedulaStatus? {
    switch text.lowercased() {
    case "yes", "sí", "si", "oui": .yes
    case "no", "non": .no
    case "unknown": .unknown
    default: nil
    }
  }

  /// A code of ISO 639-1, in small letters.
  static func language(_ text: String) -> String? {
    let code = text.lowercased()
    return code.utf8.count == 2 && code.utf8.allSatisfy { (0x61...0x7A).contains($0) } ? code : nil
  }

  /// The code of a province or territory.
  static func jurisdiction(_ text: String) -> String? {
    let code = text.uppercased()
    return provinces.contains(code) ? code : nil
  }

  /// The codes of ISO 3166-2.
  static let provinces: Set<String> = [
    "CA-AB", "CA-BC", "CA-MB", "CA-NB", "CA-NL", "CA-NS", "CA-NT", "CA-NU", "CA-ON", "CA-PE",
    "CA-QC", "CA-SK", "CA-YT",
  ]
}

/// What a free text may hold.
public enum FreeText {
  /// The most bytes.
  public static let maximumLength = 2_000

  /// Whether a text has no control characters but tabs and new lines.
  public static func isClean(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) || $0 == "\n" || $0 == "\t"
    }
  }
}
