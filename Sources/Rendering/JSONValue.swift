/// A value of JSON that is put together piece by piece.
public enum JSONValue: Hashable, Sendable {
  /// A text.
  case string(String)
  /// A whole number.
  case int(Int)
  /// A number with a fraction.
  case double(Double)
  /// True or false.
  case bool(Bool)
  /// What is not known.
  case null
  /// Values in order.
  case array([JSONValue])
  /// Values by name.
  case object([String: JSONValue])

  /// A text, or `null` for none.
  public static func text(_ text: String?) -> Self { text.map { .string($0) } ?? .null }

  /// Texts in order.
  public static func texts(_ texts: [String]) -> Self { .array(texts.map { .string($0) }) }

  /// The value as one cell of a table: empty for `null`, with `; ` between the values of an array.
  public var cell: String {
    switch self {
    case .string(let text): text
    case .int(let number): String(number)
    case .double(let number): "\(number)"
    case .bool(let flag): flag ? "yes" : "no"
    case .null: ""
    case .array(let values): values.map(\.cell).joined(separator: "; ")
    case .object(let values):
      values.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.cell)" }
        .joined(separator: ", ")
    }
  }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension JSONValue: Encodable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .string(let text): try container.encode(text)
    case .int(let number): try container.encode(number)
    case .double(let number): try container.encode(number)
    case .bool(let flag): try container.encode(flag)
    case .null: try container.encodeNil()
    case .array(let values): try container.encode(values)
    case .object(let values): try container.encode(values)
    }
  }
}
