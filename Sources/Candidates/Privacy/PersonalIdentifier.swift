/// A kind of data that tells who somebody is.
public enum PersonalIdentifier: String, Hashable, Sendable, CaseIterable {
  /// Clave Única de Registro de Población.
  case curp = "CURP"
  /// Registro Federal de Contribuyentes.
  case rfc = "RFC"
  case passport = "passport number"
  case phone = "telephone number"
  case email = "e-mail address"
  case birthDate = "date of birth"
  /// Another number: of a cédula, an insurance, an account.
  case number = "number"
  case name = "name"
  case address = "address"
  case photo = "photograph"

  /// What stands in a text in its place, such as `[CURP]`.
  public var mask: String { "[\(rawValue)]" }

  /// What a text seems to hold, for people: each kind once, such as `a CURP and an e-mail address`.
  public static func list(_ found: [PersonalIdentifier]) -> String {
    var kinds: [String] = []
    for kind in found {
      // `RFC` and `e-mail` begin with a vowel when they are read out.
      let named = ([.rfc, .email, .address].contains(kind) ? "an " : "a ") + kind.rawValue
      if !kinds.contains(named) { kinds.append(named) }
    }
    return kinds.joined(separator: " and ")
  }
}

/// A text in which what tells who somebody is has been masked.
///
/// Recognised are e-mail addresses, CURP, RFC, numbers of passports, telephone numbers, dates of birth and other
/// numbers of seven digits or more, in letters of any case or width. Names are not: no rule can tell them from other
/// words, so free texts are not shown by default at all.
public struct MaskedText: Hashable, Sendable {
  /// The text with masks.
  public let text: String
  /// What was found, in the order of the text.
  public let found: [PersonalIdentifier]

  /// Looks through a text.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the text.
  public init(_ original: String) {
    guard Self.isSuspect(original) else {
      (text, found) = (original, [])
      return
    }
    var scan = IdentifierScan(original)
    scan.run()
    (text, found) = (scan.text, scan.found)
  }

  /// Whether a text has an at sign, the word for it, or four digits, without which there is nothing to find.
  private static func isSuspect(_ text: String) -> Bool {
    var digits = 0
    var isPlain = true
    // The four bytes before the end of what was read, in small letters.
    var last: UInt32 = 0
    for byte in text.utf8 {
      if byte >= 0x80 { isPlain = false }
      if (0x30...0x39).contains(byte) { digits += 1 }
      if byte == UInt8(ascii: "@") || digits >= 4 { return true }
      last = last << 8 | UInt32(byte | 0x20)
      if last == atSign || last == arroba { return true }
    }
    guard !isPlain else { return false }
    return text.unicodeScalars.contains { scalar in
      scalar.value >= 0x80
        && (scalar.properties.numericType == .decimal || scalar == "＠" || scalar == "﹫")
    }
  }

  /// `(at)` and `rrob` of `arroba`, as four bytes whose letters are small.
  private static let atSign: UInt32 = 0x2861_7429
  private static let arroba: UInt32 = 0x7272_6F62
}
