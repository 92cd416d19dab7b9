/// What a shell offers for a value of an option or for a positional argument.
public enum ValueCompletion: Hashable, Sendable {
  /// Nothing: the value cannot be guessed.
  case none
  /// The files and directories there are.
  case file
  /// The directories there are.
  case directory
  /// The given texts.
  case values([String])
}
