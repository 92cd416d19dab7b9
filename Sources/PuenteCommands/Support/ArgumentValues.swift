public import Classifications
public import CommandLineKit

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension ClassificationID: ArgumentValue {
  public init?(argument: String) { self.init(rawValue: argument.lowercased()) }
  public var argument: String { rawValue }
  public static var argumentExpectation: String { "the name of a classification, such as noc2021" }
}

extension Language: ArgumentValue {}
