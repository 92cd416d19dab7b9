public import Classifications

/// One line of the index of correspondences: what a table links, and who says so.
public struct CorrespondenceDescription: Hashable, Sendable {
  /// The identifier, such as `sinco2011-isco08`.
  public let id: String
  /// The classification of the subjects.
  public let subject: ClassificationID
  /// The classification of the objects.
  public let object: ClassificationID
  /// The file, relative to the folder of the index.
  public let file: String
  /// The title for people.
  public let title: String
  /// Who decided the links: `published` by an agency, `derived` by us from published facts, or
  /// `curated` by people who use Puente.
  public let kind: String
  /// The row of `sources.csv` it comes from.
  public let source: String

  /// Creates a description.
  public init(
    id: String, subject: ClassificationID, object: ClassificationID, file: String, title: String,
    kind: String, source: String
  ) {
    self.id = id
    self.subject = subject
    self.object = object
    self.file = file
    self.title = title
    self.kind = kind
    self.source = source
  }
}

/// A table of links between two classifications, as its publisher gives them.
public struct Correspondence: Sendable {
  /// One link from a code to another.
  public struct Link: Hashable, Sendable {
    /// The code on the subject's side.
    public let subject: String
    /// The code on the object's side.
    public let object: String
    /// How the object relates to the subject.
    public let relation: MapRelation
    /// Whether the table says that the relation does *not* hold.
    public let isNegated: Bool
    /// The publisher's remark; empty if there is none.
    public let note: String
    /// The line of the file it stands on.
    public let line: Int

    /// Creates a link.
    public init(
      subject: String, object: String, relation: MapRelation, isNegated: Bool, note: String,
      line: Int
    ) {
      self.subject = subject
      self.object = object
      self.relation = relation
      self.isNegated = isNegated
      self.note = note
      self.line = line
    }
  }

  /// What a table says of one code.
  public enum Standing: Hashable, Sendable {
    /// It has links.
    case linked
    /// The publisher states that nothing corresponds, with its remark.
    case statedNone(note: String)
    /// The table does not speak of it.
    case notListed
  }

  /// What it links, and who says so.
  public let description: CorrespondenceDescription

  /// Every link, in the order of the file.
  public let links: [Link]

  private let bySubject: [String: [Int]]
  private let byObject: [String: [Int]]
  private let subjectsWithout: [String: String]
  private let objectsWithout: [String: String]

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - description: What it links.
  ///   - links: Its links.
  ///   - subjectsWithout: Subjects of which the publisher states that nothing corresponds, with its
  ///     remark.
  ///   - objectsWithout: The same for objects.
  /// - Complexity: O(*n*), where *n* is the number of links.
  public init(
    _ description: CorrespondenceDescription, links: [Link],
    subjectsWithout: [String: String] = [:], objectsWithout: [String: String] = [:]
  ) {
    self.description = description
    self.links = links
    self.subjectsWithout = subjectsWithout
    self.objectsWithout = objectsWithout
    var bySubject: [String: [Int]] = [:]
    var byObject: [String: [Int]] = [:]
    bySubject.reserveCapacity(links.count)
    byObject.reserveCapacity(links.count)
    for (position, link) in links.enumerated() where !link.isNegated {
      bySubject[link.subject, default: []].append(position)
      byObject[link.object, default: []].append(position)
    }
    self.bySubject = bySubject
    self.byObject = byObject
  }

  /// The links that begin at a code when the table is read in a direction.
  ///
  /// - Complexity: O(*k*), where *k* is the number of links of the code.
  public func links(from code: String, _ direction: Direction) -> [Link] {
    let positions = direction == .forward ? bySubject[code] : byObject[code]
    return (positions ?? []).map { links[$0] }
  }

  /// How many links begin at a code when the table is read in a direction.
  ///
  /// - Complexity: O(1).
  public func linkCount(from code: String, _ direction: Direction) -> Int {
    (direction == .forward ? bySubject[code] : byObject[code])?.count ?? 0
  }

  /// What the table says of a code on the side that a direction begins at.
  public func standing(of code: String, _ direction: Direction) -> Standing {
    let isLinked = (direction == .forward ? bySubject : byObject)[code] != nil
    if isLinked { return .linked }
    let without = direction == .forward ? subjectsWithout : objectsWithout
    return without[code].map { .statedNone(note: $0) } ?? .notListed
  }
}

/// Which way a table is read.
public enum Direction: String, Hashable, Sendable {
  /// From subject to object.
  case forward
  /// From object to subject.
  case backward

  /// The other way.
  public var opposite: Self { self == .forward ? .backward : .forward }
}

extension Correspondence.Link {
  /// The code at the end that a direction leads to.
  public func end(_ direction: Direction) -> String { direction == .forward ? object : subject }

  /// The relation read in a direction.
  public func relation(_ direction: Direction) -> MapRelation {
    direction == .forward ? relation : relation.inverse
  }
}
