public import CommandLineKit
public import Diagnostics
public import ReferenceData
import Rendering

/// What a user typed, as messages repeat it: in quotes, without control characters, and cut short.
func echoed(_ text: String) -> String {
  let limit = 80
  return "'\(printable(String(text.prefix(limit))))\(text.count > limit ? "…" : "")'"
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension InvalidInput: ReportedError {
  public var diagnostics: String {
    description.split(separator: "\n", omittingEmptySubsequences: false)
      .map { printable(String($0)) }.joined(separator: "\n")
  }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension FileError: ReportedError {
  public var diagnostics: String { "error: \(printable(description))" }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension UnknownName: ReportedError {
  public var diagnostics: String { "error: \(printable(description))" }
  /// The names of sources and licences come from the data, the others from the command line.
  public var exitCode: ExitCode { ["source", "licence"].contains(kind) ? .failure : .usage }
}
