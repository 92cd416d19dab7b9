/// Names one version of one statistical classification, such as `noc2016` or `sinco2011`.
///
/// Versions are classifications of their own: `sinco2011` and `sinco2019` share many codes, and some
/// of the shared codes mean different occupations.
public struct ClassificationID: RawRepresentable, Hashable, Sendable {
  /// The identifier: lower-case ASCII letters and digits, beginning with a letter.
  public let rawValue: String

  /// Creates an identifier, or returns `nil` if the text is not of its form.
  public init?(rawValue: String) {
    let bytes = rawValue.utf8
    guard let first = bytes.first, (0x61...0x7a).contains(first), bytes.count <= 32,
      bytes.allSatisfy({ (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) })
    else { return nil }
    self.rawValue = rawValue
  }

  /// Creates an identifier from text that is known to be of its form, such as a literal.
  package init(known rawValue: String) { self.rawValue = rawValue }
}

extension ClassificationID: Comparable {
  /// Orders alphabetically.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension ClassificationID: CustomStringConvertible {
  /// The identifier itself.
  public var description: String { rawValue }
}

extension ClassificationID {
  /// National Occupational Classification 2006 (Human Resources and Skills Development Canada).
  public static let noc2006 = Self(known: "noc2006")
  /// National Occupational Classification for Statistics 2006 (Statistics Canada).
  public static let nocs2006 = Self(known: "nocs2006")
  /// National Occupational Classification 2011.
  public static let noc2011 = Self(known: "noc2011")
  /// National Occupational Classification 2016 V1.3.
  public static let noc2016 = Self(known: "noc2016")
  /// National Occupational Classification 2021 V1.0.
  public static let noc2021 = Self(known: "noc2021")
  /// Sistema Nacional de Clasificación de Ocupaciones 2011 (INEGI).
  public static let sinco2011 = Self(known: "sinco2011")
  /// Sistema Nacional de Clasificación de Ocupaciones 2019 (INEGI).
  public static let sinco2019 = Self(known: "sinco2019")
  /// International Standard Classification of Occupations 2008 (ILO).
  public static let isco08 = Self(known: "isco08")
  /// Standard Occupational Classification 2010 (US Bureau of Labor Statistics).
  public static let soc2010 = Self(known: "soc2010")
}
