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

  /// Whether a text has an at sign or three digits, without which there is nothing to find.
  private static func isSuspect(_ text: String) -> Bool {
    var digits = 0
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        if (0x30...0x39).contains(scalar.value) { digits += 1 }
        if scalar == "@" { return true }
      } else if scalar.properties.numericType == .decimal {
        digits += 1
      } else if scalar == "＠" || scalar == "﹫" {
        return true
      }
      if digits >= 3 { return true }
    }
    return text.lowercased().contains("arroba") || text.lowercased().contains("(at)")
  }
}
