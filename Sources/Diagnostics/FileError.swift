/// An operation on a file or folder that the system refused.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried, such as `read` or `write`.
  public let operation: String

  /// The path, as the user gave it.
  public let path: String

  /// The reason, in the system's words.
  public let reason: String

  /// Creates an error.
  public init(_ operation: String, _ path: String, reason: String) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }

  /// The message: `cannot read 'x.csv': No such file or directory`.
  public var description: String { "cannot \(operation) '\(path)': \(reason)" }
}
