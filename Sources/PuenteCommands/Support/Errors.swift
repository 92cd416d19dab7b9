public import CommandLineKit
public import Diagnostics

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension InvalidInput: ReportedError {
  public var diagnostics: String { description }
}
