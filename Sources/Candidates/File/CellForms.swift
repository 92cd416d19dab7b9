import Diagnostics

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

  /// Whether a text can be a mission's own number: one to six digits, and nothing that tells who somebody is.
  static func isReference(_ text: String) -> Bool { isName(text, signs: "-./") }

  /// Whether a text can be the version of a notice, which may be a day from 2015 on.
  static func isNotice(_ text: String) -> Bool {
    isName(text, signs: "-.") || CalendarDate(text).map { $0.year >= 2015 } == true
  }

  /// Whether a text has letters, digits and some signs only, and one to six digits.
  ///
  /// Six digits behind three or four letters and before others are those of an RFC or a CURP, and three numbers are
  /// a day.
  private static func isName(_ text: String, signs: String) -> Bool {
    guard (1...24).contains(text.utf8.count) else { return false }
    var digits = 0
    var letters = 0
    // What letters and digits are like, such as `a4d6a2`: runs of them, signs aside.
    var runs: [(isDigit: Bool, count: Int)] = []
    for byte in text.utf8 {
      let isDigit = (0x30...0x39).contains(byte)
      let isLetter = (0x61...0x7A).contains(byte | 0x20)
      guard isDigit || isLetter || signs.utf8.contains(byte) else { return false }
      guard isDigit || isLetter else { continue }
      if isDigit { digits += 1 } else { letters += 1 }
      if let last = runs.last, last.isDigit == isDigit {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((isDigit, 1))
      }
    }
    guard (1...6).contains(digits) else { return false }
    let isTaxNumber =
      runs.count >= 3 && !runs[0].isDigit && (3...4).contains(runs[0].count) && runs[1].count == 6
    let parts = text.utf8.split { signs.utf8.contains($0) }
    return !isTaxNumber && !(letters == 0 && parts.count == 3)
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
