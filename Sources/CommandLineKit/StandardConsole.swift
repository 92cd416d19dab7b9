internal import Glibc

extension Console {
  /// The console of this process: standard output, standard error, and what they lead to.
  ///
  /// This is the only place of the module that reads the environment (`NO_COLOR` and `TERM`).
  /// Results are kept in a buffer, unless a terminal shows them, until a diagnostic is written or
  /// the tool ends.
  public static func standard() -> Self {
    let isOutputTerminal = isatty(STDOUT_FILENO) == 1
    let isErrorTerminal = isatty(STDERR_FILENO) == 1
    let noColor = environmentVariable("NO_COLOR")
    let terminal = environmentVariable("TERM")
    let output = BufferedOutput(capacity: isOutputTerminal ? 0 : 1 << 16) {
      (bytes: [UInt8]) throws(WriteError) in
      try writeAll(bytes, to: STDOUT_FILENO)
    }
    return Self(
      isOutputTerminal: isOutputTerminal,
      isErrorTerminal: isErrorTerminal,
      outputUsesColor: usesColor(
        isTerminal: isOutputTerminal, noColor: noColor, terminal: terminal),
      errorUsesColor: usesColor(
        isTerminal: isErrorTerminal, noColor: noColor, terminal: terminal),
      errorMovesCursor: isErrorTerminal && terminal != "dumb",
      now: { monotonicTime() },
      write: { output.write($0) },
      writeDiagnostic: { text in
        output.flush()
        // There is nowhere left to say that this failed.
        try? writeAll(Array(text.utf8), to: STDERR_FILENO)
      },
      finish: { output.flush() }
    )
  }
}

/// Writes all of some bytes to a file descriptor, however many calls of `write(2)` that takes.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(WriteError) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    if count >= 0 {
      rest.removeFirst(count)
    } else if errno != EINTR {
      throw WriteError(unsafe String(cString: strerror(errno)))
    }
  }
}

/// A variable of the environment.
private func environmentVariable(_ name: String) -> String? {
  guard let value = unsafe getenv(name) else { return nil }
  return unsafe String(cString: value)
}

/// The time since the system started, which no change of the clock touches.
private func monotonicTime() -> Duration {
  var time = timespec()
  unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}

/// Ends the process.
func endProcess(_ code: ExitCode) -> Never { exit(code.rawValue) }
