public import Diagnostics

/// A value of a YAML document, with the place where it begins.
public struct YAMLNode: Hashable, Sendable {
  /// What a node holds.
  public indirect enum Content: Hashable, Sendable {
    /// A text; nothing is made of plain texts such as `1.1` or `true`.
    case scalar(String, ScalarStyle)
    /// Values in order.
    case sequence([YAMLNode])
    /// Keys and values in the order of the document, keys that occur again included.
    case mapping([Entry])
  }

  /// How a text is written.
  public enum ScalarStyle: Hashable, Sendable {
    /// Without quotes, so that other readers may take it for a number, a date or nothing.
    case plain
    /// In single or double quotes.
    case quoted
    /// As a block after `|` or `>`.
    case block
  }

  /// A key of a mapping and its value.
  public struct Entry: Hashable, Sendable {
    /// The key.
    public var key: String

    /// The place where the key begins.
    public var keyLocation: SourceLocation

    /// The value.
    public var value: YAMLNode

    /// Creates an entry.
    public init(key: String, keyLocation: SourceLocation, value: YAMLNode) {
      self.key = key
      self.keyLocation = keyLocation
      self.value = value
    }
  }

  /// What the node holds.
  public var content: Content

  /// The place where the value begins.
  public var location: SourceLocation

  /// Creates a node.
  public init(_ content: Content, at location: SourceLocation) {
    self.content = content
    self.location = location
  }
}

extension YAMLNode {
  /// The text of a scalar; `nil` for other nodes.
  public var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// Whether the node is a plain scalar that says nothing: empty, `~` or `null`.
  public var isNull: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }
}
