import CommandLineKit
import Rendering

/// Nothing has a code or a title.
struct NotFound: ReportedError {
  let message: String
  let suggestions: [(String, String)]

  var exitCode: ExitCode { .negative }

  var diagnostics: String {
    guard !suggestions.isEmpty else { return "error: \(message)" }
    var table = TextTable([.left, .left])
    for (code, title) in suggestions { table.add([code, title]) }
    return (["error: \(message)", "did you mean"] + table.lines(indent: 2)).joined(separator: "\n")
  }
}

/// A bare code that several classifications have.
struct AmbiguousCode: ReportedError {
  let code: String
  let choices: [(String, String)]

  var exitCode: ExitCode { .usage }

  var diagnostics: String {
    var table = TextTable([.left, .left])
    for (code, title) in choices { table.add([code, title]) }
    let first =
      "error: \(echoed(code)) is a code of \(choices.count) classifications; say which"
    return ([first] + table.lines(indent: 2)).joined(separator: "\n")
  }
}
