import Classifications

/// A code whose form tells how it came to be printed so.
struct MisprintedCode {
  /// The codes that are meant.
  let codes: [String]
  /// What happened to them.
  let explanation: String

  /// The code, where one is meant.
  var onlyCode: String? { codes.count == 1 ? codes[0] : nil }

  /// Recognises `3012.0`, `3,012`, `3O12` and `3011-3012`; `nil` if the table has no code for it.
  init?(_ printed: String, in table: CodeTable) {
    for (repair, explanation) in Self.repairs {
      guard let code = repair(printed), table.contains(code) else { continue }
      codes = [code]
      self.explanation = explanation
      return
    }
    let ends = printed.split(separator: "-").map(String.init)
    guard ends.count == 2, let first = table[ends[0]], let last = table[ends[1]],
      first.level == last.level, let start = table.position(of: first.code),
      let end = table.position(of: last.code), start < end
    else { return nil }
    codes = table.items[start...end].filter { $0.level == first.level }.map(\.code)
    explanation = "it is a range; write a row for each code"
  }

  private static let repairs: [(@Sendable (String) -> String?, String)] = [
    (withoutDecimals, "a spreadsheet wrote it as a number with decimals"),
    (withoutThousands, "a spreadsheet wrote it as a number with a comma at the thousands"),
    (withDigits, "it has letters that look like digits"),
  ]

  @Sendable private static func withoutDecimals(_ text: String) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, parts[1].allSatisfy({ $0 == "0" }) else {
      return nil
    }
    return String(parts[0])
  }

  @Sendable private static func withoutThousands(_ text: String) -> String? {
    text.contains(",") ? text.filter { $0 != "," } : nil
  }

  @Sendable private static func withDigits(_ text: String) -> String? {
    let digits = String(text.map { lookAlikes[$0] ?? $0 })
    return digits == text ? nil : digits
  }

  private static let lookAlikes: [Character: Character] = [
    "O": "0", "o": "0", "l": "1", "I": "1", "i": "1", "Z": "2", "z": "2", "S": "5", "s": "5",
    "B": "8",
  ]
}
