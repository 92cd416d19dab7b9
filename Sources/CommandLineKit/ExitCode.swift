/// How a tool ends.
public enum ExitCode: Int32, CaseIterable, Sendable {
  /// The tool did what it was asked.
  case success = 0
  /// The tool did what it was asked, and the answer is "no": nothing found, or a check failed.
  case negative = 1
  /// The tool could not do what it was asked, for instance because an input is malformed.
  case failure = 2
  /// The tool was called wrongly. This is `EX_USAGE` of `sysexits.h`.
  case usage = 64

  /// The meaning of the code, as help tells it.
  var summary: String {
    switch self {
    case .success: "The command did what it was asked."
    case .negative:
      "The command did what it was asked, and nothing was found or a check has findings."
    case .failure:
      "The command could not do what it was asked: an input is malformed, or reading or writing "
        + "failed."
    case .usage: "The command line was wrong."
    }
  }
}
