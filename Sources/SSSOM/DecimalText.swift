/// A decimal number as text, without the errors of binary fractions.
struct DecimalText {
  /// Whether it is below zero.
  private let isNegative: Bool
  /// The digits before the point, without leading zeros.
  private var whole: [UInt8]
  /// The digits after the point, without trailing zeros.
  private var fraction: [UInt8]

  /// Reads `0.95`, `-1`, `.5`, `1e-3`; `nil` for anything else.
  init?(_ text: some Collection<UInt8>) {
    var rest = Array(text)[...]
    isNegative = rest.first == 0x2D
    if let sign = rest.first, sign == 0x2D || sign == 0x2B { rest.removeFirst() }
    var exponent = 0
    if let index = rest.firstIndex(where: { $0 | 0x20 == 0x65 }) {
      let digits = String(decoding: rest[(index + 1)...], as: UTF8.self)
      guard let value = Int(digits), (-400...400).contains(value) else { return nil }
      exponent = value
      rest = rest[..<index]
    }
    let point = rest.firstIndex(of: 0x2E)
    var digits = rest[..<(point ?? rest.endIndex)].map { $0 &- 0x30 }
    var places = digits.count
    if let point { digits += rest[(point + 1)...].map { $0 &- 0x30 } }
    guard !digits.isEmpty, digits.count <= 4096, digits.allSatisfy({ $0 < 10 }) else { return nil }
    places += exponent
    if places < 0 {
      digits = [UInt8](repeating: 0, count: -places) + digits
      places = 0
    } else if places > digits.count {
      digits += [UInt8](repeating: 0, count: places - digits.count)
    }
    whole = Array(digits[..<places].drop { $0 == 0 })
    fraction = Array(digits[places...])
    while fraction.last == 0 { fraction.removeLast() }
  }

  /// The sign of the number: -1, 0 or 1.
  var signum: Int { whole.isEmpty && fraction.isEmpty ? 0 : isNegative ? -1 : 1 }

  /// Whether the number is between -1 and 1, both included.
  var isWithinOne: Bool { whole.isEmpty || (whole == [1] && fraction.isEmpty) }

  /// The number with at most three digits after the point, rounded half away from zero.
  var canonical: String {
    var digits = whole + fraction.prefix(3)
    digits += [UInt8](repeating: 0, count: 3 - min(fraction.count, 3))
    if fraction.count > 3, fraction[3] >= 5 {
      var index = digits.count - 1
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 { digits[index] += 1 } else { digits.insert(1, at: 0) }
    }
    var decimals = digits.suffix(3)
    while decimals.last == 0 { decimals.removeLast() }
    let units = digits.dropLast(3)
    let text =
      (units.isEmpty ? "0" : units.map { String($0) }.joined())
      + (decimals.isEmpty ? "" : "." + decimals.map { String($0) }.joined())
    return isNegative && text != "0" ? "-" + text : text
  }

  /// The canonical form of a text, or the text itself if it is not a number.
  static func canonical(_ text: String) -> String { DecimalText(text.utf8)?.canonical ?? text }
}
