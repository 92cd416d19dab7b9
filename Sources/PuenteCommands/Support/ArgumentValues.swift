public import Classifications
public import CommandLineKit
public import Contradictions
public import Diagnostics
public import Partnership

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension ClassificationID: ArgumentValue {
  public init?(argument: String) { self.init(rawValue: argument.lowercased()) }
  public var argument: String { rawValue }
  public static var argumentExpectation: String { "the name of a classification, such as noc2021" }
}

extension Language: ArgumentValue {}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension CalendarDate: ArgumentValue {
  public init?(argument: String) { self.init(argument) }
  public var argument: String { description }
  public static var argumentExpectation: String { "a day such as 2026-11-24" }
}

extension Severity: ArgumentValue {}

extension ConflictKind: ArgumentValue {}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension PartnerSide: ArgumentValue {
  /// Reads `MX` or `CA`, and the names as the commands of the review desk take them.
  public init?(argument: String) {
    let text = argument.lowercased()
    guard
      let side = Self.allCases.first(where: {
        $0.rawValue.lowercased() == text || $0.name.lowercased() == text
      })
    else { return nil }
    self = side
  }
}

extension ReportItem.Section: ArgumentValue {}
