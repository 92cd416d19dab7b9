/// An error in how a command was called.
public struct UsageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, without a full stop.
  public let description: String

  /// Creates an error with a description of what is wrong.
  public init(_ description: String) { self.description = description }
}
