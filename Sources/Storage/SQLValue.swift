/// A value of SQLite.
public enum SQLValue: Hashable, Sendable {
  /// No value.
  case null
  /// A whole number.
  case integer(Int)
  /// A number.
  case real(Double)
  /// A text.
  case text(String)
  /// Bytes.
  case blob([UInt8])

  /// A text, or no value.
  public static func text(orNull text: String?) -> Self { text.map { .text($0) } ?? .null }

  /// A whole number, or no value.
  public static func integer(orNull number: Int?) -> Self { number.map { .integer($0) } ?? .null }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension SQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral
{
  public init(stringLiteral value: String) { self = .text(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(nilLiteral: ()) { self = .null }
}
