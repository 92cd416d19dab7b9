/// A type that a command-line argument can be read as.
///
/// `String`, `Int`, and `Double` conform. An enumeration of strings conforms by declaring it:
///
/// ```swift
/// enum Format: String, CaseIterable, ArgumentValue { case text, json, csv }
/// ```
public protocol ArgumentValue: Sendable {
  /// Creates a value from the text of an argument, or returns `nil` if the text is not one.
  init?(argument: String)

  /// The value as an argument; the help shows it as a default.
  var argument: String { get }

  /// The texts that are allowed, where they can be listed; otherwise empty.
  static var allowedArguments: [String] { get }

  /// What a text must be, for messages, such as `a whole number`; may be empty.
  static var argumentExpectation: String { get }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension ArgumentValue {
  public var argument: String { String(describing: self) }
  public static var allowedArguments: [String] { [] }
  public static var argumentExpectation: String { "" }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension ArgumentValue where Self: LosslessStringConvertible {
  public init?(argument: String) { self.init(argument) }
  public var argument: String { description }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension ArgumentValue where Self: RawRepresentable, RawValue == String {
  public init?(argument: String) { self.init(rawValue: argument) }
  public var argument: String { rawValue }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension ArgumentValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  public static var allowedArguments: [String] { allCases.map(\.rawValue) }
}

extension String: ArgumentValue {}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Int: ArgumentValue {
  public static var argumentExpectation: String { "a whole number" }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Double: ArgumentValue {
  public init?(argument: String) {
    // `inf`, `nan`, and hexadecimal forms are numbers to Swift but slips on a command line.
    guard argument.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }),
      let value = Double(argument), value.isFinite
    else { return nil }
    self = value
  }
  /// The number, without a fraction if it is whole.
  public var argument: String { Int(exactly: self).map(String.init) ?? description }
  public static var argumentExpectation: String { "a number" }
}
