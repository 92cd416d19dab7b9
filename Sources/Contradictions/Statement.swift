public import Classifications
public import Correspondences
public import Diagnostics
import SSSOM

/// A record of a mapping set or a row of a table of pairs: what it says of two concepts, and who says so.
public struct Statement: Sendable {
  /// What a statement says, or denies, of its two concepts.
  public enum Claim: Hashable, Sendable {
    /// They are related in this way, read from subject to object.
    case relation(MapRelation)
    /// They are related in some way: `skos:mappingRelation`, or a table of pairs that does not say how.
    case anyRelation
    /// Nothing in a classification corresponds to the subject; the object is the subject itself.
    case nothing(in: ClassificationID)
  }

  /// Whose word a statement is.
  public enum Standing: Int, Hashable, Sendable, Comparable {
    /// A list of one's own, or curated by people who use Puente.
    case own
    /// Derived from published facts.
    case derived
    /// A table that an agency published.
    case published

    /// Orders by how late a statement should be given up.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// The concept it is about.
  public let subject: Concept
  /// The concept it maps the subject to.
  public let object: Concept
  /// What it says, or denies.
  public let claim: Claim
  /// Whether it denies the claim.
  public let isNegated: Bool
  /// How sure its author is, 0...1; `nil` where the record does not say.
  public let confidence: Double?
  /// Whose word it is.
  public let standing: Standing
  /// The number of its table in ``StatementList/tables``.
  public let table: Int
  /// The cardinality that the record declares, such as `1:n`; empty where it declares none.
  public let cardinality: String
  /// Within what the cardinality is counted: the values of the slots of its scope, besides the table.
  public let scope: String
  /// Where the record is: its object.
  public let location: SourceLocation

  let record: MappingRecord?
  let name: String

  init(
    subject: Concept, object: Concept, claim: Claim, isNegated: Bool = false,
    confidence: Double? = nil, standing: Standing = .own, table: Int = 0, cardinality: String = "",
    scope: String = "", location: SourceLocation, record: MappingRecord? = nil, name: String = ""
  ) {
    self.subject = subject
    self.object = object
    self.claim = claim
    self.isNegated = isNegated
    self.confidence = confidence
    self.standing = standing
    self.table = table
    self.cardinality = cardinality
    self.scope = scope
    self.location = location
    self.record = record
    self.name = name
  }

  /// What identifies the record: its `record_id` or else its standard hash in a mapping set, what the file
  /// calls the row in a table of pairs; may be empty there.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the record.
  public var identifier: String {
    guard let record else { return name }
    let own = record[.recordID]
    return own.isEmpty ? record.standardHash : own
  }

  /// The relation that the statement affirms; `nil` if it denies one or names none.
  public var affirmed: MapRelation? {
    if case .relation(let relation) = claim, !isNegated { relation } else { nil }
  }

  /// Whether it affirms that its two concepts are related, in whatever way.
  public var affirmsPair: Bool {
    if case .nothing = claim { false } else { !isNegated }
  }

  /// The concept at its other end.
  func other(than concept: Concept) -> Concept { subject == concept ? object : subject }

  /// What it says, in few words: `sinco2011:2814 broad nocs2006:J112`.
  public var words: String {
    switch claim {
    case .relation(let relation):
      "\(subject) \(isNegated ? "not " : "")\(relation.word) \(object)"
    case .anyRelation: "\(subject) \(isNegated ? "not related to" : "with") \(object)"
    case .nothing(let id): "\(subject) has nothing in \(id)"
    }
  }
}

/// A table that statements were read from.
public struct StatementTable: Hashable, Sendable {
  /// The file, as the user named it, or relative to the data folder.
  public let file: String
  /// The table of the crosswalks that it is; `nil` for another file.
  public let description: CorrespondenceDescription?
}

/// Statements to be held against each other, in the order of their files.
public struct StatementList: Sendable {
  /// The tables.
  public internal(set) var tables: [StatementTable] = []
  /// The statements.
  public internal(set) var statements: [Statement] = []
  /// What a person should know of the reading: what was left out, and why.
  public internal(set) var notes: [String] = []

  /// Creates an empty list.
  public init() {}

  /// The list with some of its statements only.
  ///
  /// - Parameter isKept: Whether the statement with a number stays.
  /// - Returns: The list; its tables and notes are the same.
  public func filtered(_ isKept: (Int) -> Bool) -> Self {
    var list = self
    list.statements = statements.indices.filter(isKept).map { statements[$0] }
    return list
  }
}
