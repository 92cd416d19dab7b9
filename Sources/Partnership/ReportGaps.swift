import FactTables

/// A list that a report announces and does not have.
///
/// It is shown as missing and never filled in.
public struct MissingList: Hashable, Sendable {
  /// A name for it.
  public let id: String
  /// The group.
  public let group: String
  /// The section it would be in; `nil` outside of the groups' parts.
  public let section: String?
  /// What it would list.
  public let what: String
  /// The words that announce it.
  public let announced: String
  /// The statement it belongs to.
  public let item: String?
  /// Where it is announced.
  public let provenance: Provenance

  init(_ row: FactRow) {
    id = row["id"]
    group = row["group_id"]
    section = row.text("section")
    what = row["what"]
    announced = row["announced"]
    item = row.text("item_id")
    provenance = Provenance(row)
  }
}

/// A defect of a report itself.
public struct ReportDefect: Hashable, Sendable {
  /// A name for it.
  public let id: String
  /// What kind of defect: `missing`, `ambiguous`, `name`, `contradiction`, `layout`, `date`, `unit` or
  /// `reading`.
  public let kind: String
  /// What is wrong.
  public let note: String
  /// What is done about it.
  public let effect: String
  /// Where it is.
  public let provenance: Provenance

  init(_ row: FactRow) {
    id = row["id"]
    kind = row["kind"]
    note = row["note"]
    effect = row["effect"]
    provenance = Provenance(row)
  }
}

/// What two working groups do together or share.
public struct JointWork: Hashable, Sendable {
  /// How the groups are together.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// They held a joint session.
    case met
    /// They agreed on work together.
    case agreed
    /// One of them aims at it.
    case aim
    /// Both speak of the subject; that they do is a reading, not something the report says.
    case sharedSubject = "shared_subject"

    /// The name for people.
    public var title: String {
      switch self {
      case .met: "met"
      case .agreed: "agreed"
      case .aim: "aim"
      case .sharedSubject: "same subject"
      }
    }
  }

  /// A name for it.
  public let id: String
  /// The two groups; `CMP` stands for every group.
  public let groups: [String]
  /// How the groups are together.
  public let kind: Kind
  /// What it is about.
  public let subject: String
  /// Where it is from.
  public let provenance: Provenance

  init(_ row: FactRow) {
    id = row["id"]
    groups = [row["group_a"], row["group_b"]]
    kind = Kind(rawValue: row["kind"]) ?? .sharedSubject
    subject = row["subject"]
    provenance = Provenance(row)
  }

  /// Whether a group takes part; every group does where one of the two is the partnership.
  public func concerns(_ group: String) -> Bool { groups.contains(group) || groups.contains("CMP") }
}
