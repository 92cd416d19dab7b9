/// Texts as scalars of YAML.
enum ScalarText {
  /// Whether readers of YAML take a text without quotes for something else than a text.
  static func isAmbiguous(_ text: String) -> Bool { type(text) != "text" }

  /// What readers of YAML 1.1 or 1.2 take a text without quotes for.
  static func type(_ text: String) -> String {
    switch text.lowercased() {
    case "", "~", "null", "=", "<<": return "null"
    case "true", "false", "yes", "no", "on", "off", "y", "n": return "boolean"
    case ".inf", "+.inf", "-.inf", ".nan": return "number"
    default: break
    }
    let bytes = Array(text.utf8)
    guard let first = bytes.first,
      (0x30...0x39).contains(first) || [0x2B, 0x2D, 0x2E].contains(first)
    else { return "text" }
    if isDateLike(bytes) { return "date" }
    let compact = bytes.filter { $0 != 0x5F && $0 != 0x2C }
    if DecimalText(compact) != nil || isLargeExponent(compact) { return "number" }
    let digits = compact.drop { $0 == 0x2B || $0 == 0x2D }
    if digits.starts(with: "0x".utf8) || digits.starts(with: "0o".utf8)
      || digits.starts(with: "0b".utf8)
    {
      let isHexadecimal = digits.dropFirst(2).allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20)
      }
      return isHexadecimal ? "number" : "text"
    }
    // Numbers to the base of 60, of YAML 1.1, such as 12:30.
    let isSexagesimal =
      digits.contains(0x3A)
      && digits.allSatisfy { (0x30...0x3A).contains($0) || $0 == 0x2E }
    return isSexagesimal ? "number" : "text"
  }

  private static func isLargeExponent(_ bytes: [UInt8]) -> Bool {
    bytes.contains { $0 | 0x20 == 0x65 }
      && bytes.allSatisfy {
        (0x30...0x39).contains($0) || $0 | 0x20 == 0x65 || [0x2B, 0x2D, 0x2E].contains($0)
      }
  }

  /// `2026-1-2` and the same with a time behind it.
  private static func isDateLike(_ bytes: [UInt8]) -> Bool {
    let parts = bytes.split(separator: 0x2D, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, (1...2).contains(parts[1].count) else {
      return false
    }
    let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
    guard parts[0].allSatisfy(isDigit), parts[1].allSatisfy(isDigit) else { return false }
    let day = parts[2].prefix(while: isDigit)
    let rest = parts[2].dropFirst(day.count)
    return (1...2).contains(day.count)
      && (rest.isEmpty || [0x54, 0x74, 0x20, 0x09].contains(rest.first))
  }

  /// The text as a YAML scalar: plain where that says the same everywhere, else in double quotes.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - isTyped: Whether the value is meant to be a number or date, so that it stays plain.
  /// - Returns: The scalar.
  static func scalar(_ text: String, isTyped: Bool = false) -> String {
    if isTyped, ["date", "number"].contains(type(text)), isPlain(text) { return text }
    return isPlain(text) && !isAmbiguous(text) ? text : doubleQuoted(text)
  }

  private static func isPlain(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, first != " ", last != " ",
      last != ":"
    else { return false }
    if ",[]{}#&*!|>'\"%@`".unicodeScalars.contains(first) { return false }
    if "-?:".unicodeScalars.contains(first), scalars.count == 1 || scalars[1] == " " {
      return false
    }
    if text.hasPrefix("---") || text.hasPrefix("...") { return false }
    for (index, scalar) in scalars.enumerated() {
      if isEscaped(scalar) { return false }
      if scalar == "#", index > 0, scalars[index - 1] == " " { return false }
      if scalar == ":", index + 1 < scalars.count, scalars[index + 1] == " " { return false }
    }
    return true
  }

  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{A0}": result += "\\_"
      case _ where isEscaped(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let width = scalar.value < 0x100 ? 2 : 4
        result += (width == 2 ? "\\x" : "\\u")
        result += String(repeating: "0", count: width - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
