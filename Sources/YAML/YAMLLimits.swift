/// What a document may have at most, against inputs made to exhaust the machine.
public struct YAMLLimits: Hashable, Sendable {
  /// The length of the text in bytes.
  public var bytes = 4_194_304

  /// How deep values may be nested.
  public var depth = 64

  /// The number of values.
  public var nodes = 200_000

  /// Creates the default limits.
  public init() {}
}
