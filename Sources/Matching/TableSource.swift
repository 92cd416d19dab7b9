public import Classifications
public import Correspondences

/// Where an engine takes tables and code lists from.
public struct TableSource {
  /// The tables that may be used.
  public let descriptions: [CorrespondenceDescription]
  /// Gives a table by its description.
  public let correspondence: (CorrespondenceDescription) throws -> Correspondence
  /// Gives the unit groups of a classification.
  public let unitGroups: (ClassificationID) throws -> UnitGroups
  /// Gives the family of a classification, or the side it lies on together with others.
  public let side: (ClassificationID) -> String
  /// The names of evidence that is left out.
  public let without: Set<String>

  /// Creates a source.
  public init(
    descriptions: [CorrespondenceDescription],
    correspondence: @escaping (CorrespondenceDescription) throws -> Correspondence,
    unitGroups: @escaping (ClassificationID) throws -> UnitGroups,
    side: @escaping (ClassificationID) -> String, without: Set<String> = []
  ) {
    self.descriptions = descriptions
    self.correspondence = correspondence
    self.unitGroups = unitGroups
    self.side = side
    self.without = without
  }
}
