/// An error that says itself how it is reported and how the tool ends.
///
/// Any other error is written as `error: <description>` and ends with ``ExitCode/failure``.
public protocol ReportedError: Error {
  /// The whole text to write as diagnostics, to which nothing is added but a last newline.
  var diagnostics: String { get }

  /// How the tool ends.
  var exitCode: ExitCode { get }
}

extension ReportedError {
  /// The command could not be carried out.
  public var exitCode: ExitCode { .failure }
}
