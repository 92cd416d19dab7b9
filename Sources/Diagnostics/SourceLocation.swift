/// A place in a text file that a finding points at.
public struct SourceLocation: Hashable, Sendable {
  /// The file as the user named it, or `-` for standard input.
  public var file: String

  /// The physical line, counted from 1.
  public var line: Int

  /// The column in Unicode scalars, counted from 1.
  public var column: Int

  /// Creates a location.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension SourceLocation: Comparable {
  /// Orders by file, then line, then column.
  public static func < (left: Self, right: Self) -> Bool {
    guard left.file == right.file else { return left.file < right.file }
    return (left.line, left.column) < (right.line, right.column)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// The form compilers use: `file:line:column`.
  public var description: String { "\(file):\(line):\(column)" }
}
