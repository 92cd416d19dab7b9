/// Where a command writes, and what it may know about who reads.
public struct Console: Sendable {
  /// Whether results are shown by a terminal.
  public let isOutputTerminal: Bool

  /// Whether diagnostics are shown by a terminal.
  public let isErrorTerminal: Bool

  /// Whether results may be coloured.
  public let outputUsesColor: Bool

  /// Whether diagnostics may be coloured.
  public let errorUsesColor: Bool

  /// Whether diagnostics may move the cursor, as ``Progress`` does.
  public let errorMovesCursor: Bool

  private let output: @Sendable (String) -> Void
  private let diagnostics: @Sendable (String) -> Void
  private let finishing: @Sendable () -> WriteError?
  private let clock: @Sendable () -> Duration

  /// Creates a console that writes with the given functions.
  ///
  /// - Parameters:
  ///   - isOutputTerminal: Whether results are shown by a terminal.
  ///   - isErrorTerminal: Whether diagnostics are shown by a terminal.
  ///   - outputUsesColor: Whether results may be coloured.
  ///   - errorUsesColor: Whether diagnostics may be coloured.
  ///   - errorMovesCursor: Whether diagnostics may move the cursor, as ``Progress`` does.
  ///   - now: The time since any fixed moment.
  ///   - write: Takes results; it may keep them until `finish` is called.
  ///   - writeDiagnostic: Takes diagnostics.
  ///   - finish: Writes the results that are still kept, and tells why some were not written.
  public init(
    isOutputTerminal: Bool = false,
    isErrorTerminal: Bool = false,
    outputUsesColor: Bool = false,
    errorUsesColor: Bool = false,
    errorMovesCursor: Bool = false,
    now: @escaping @Sendable () -> Duration = { .zero },
    write: @escaping @Sendable (String) -> Void,
    writeDiagnostic: @escaping @Sendable (String) -> Void,
    finish: @escaping @Sendable () -> WriteError? = { nil }
  ) {
    self.isOutputTerminal = isOutputTerminal
    self.isErrorTerminal = isErrorTerminal
    self.outputUsesColor = outputUsesColor
    self.errorUsesColor = errorUsesColor
    self.errorMovesCursor = errorMovesCursor
    output = write
    diagnostics = writeDiagnostic
    finishing = finish
    clock = now
  }

  /// Writes results: what another program may read.
  ///
  /// A failure to write is not reported here, but by ``finish()``.
  public func write(_ text: String) { output(text) }

  /// Writes diagnostics: what only a person reads.
  public func writeDiagnostic(_ text: String) { diagnostics(text) }

  /// Writes the results that are still kept, and tells why some were not written.
  public func finish() -> WriteError? { finishing() }

  /// The time since some fixed moment.
  public func now() -> Duration { clock() }

  /// Decides whether to use colour.
  ///
  /// Any `NO_COLOR` but an empty one forbids it (see <https://no-color.org>), and a terminal of
  /// the type `dumb` does not know it.
  ///
  /// - Parameters:
  ///   - isTerminal: Whether a terminal shows the text.
  ///   - noColor: The variable `NO_COLOR` of the environment.
  ///   - terminal: The variable `TERM` of the environment.
  /// - Returns: Whether to use colour.
  public static func usesColor(isTerminal: Bool, noColor: String?, terminal: String?) -> Bool {
    isTerminal && (noColor ?? "").isEmpty && terminal != "dumb"
  }
}

/// A failure to write results.
public struct WriteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Why the system did not write, such as `No space left on device`.
  public let reason: String

  /// Creates an error with the reason the system gives.
  public init(_ reason: String) { self.reason = reason }

  /// The message of the error.
  public var description: String { "cannot write to standard output: \(reason)" }
}
