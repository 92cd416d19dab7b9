public import Correspondences

/// A link as an import found it; a side that is `nil` has no correspondence.
public struct ImportedLink: Hashable, Sendable {
  /// The code of the subject; `nil` if the publisher lists the object as having none.
  public let subject: String?
  /// The official title of the subject.
  public let subjectTitle: String
  /// The code of the object; `nil` if the publisher lists the subject as having none.
  public let object: String?
  /// The title of the object as the publisher's file prints it; else its official title.
  public let objectTitle: String
  /// The relation that the table's cardinalities and flags suggest.
  public let relation: MapRelation
  /// The cardinality of the link in the table, in SSSOM's notation.
  public let cardinality: String
  /// Whether the publisher marks the link as partial.
  public let isPartial: Bool
  /// The GSIM types of change that the publisher gives.
  public let changes: [String]
  /// The publisher's remark; empty if there is none.
  public let note: String
}
