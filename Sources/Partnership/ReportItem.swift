public import Diagnostics
import FactTables

/// A date that a report gives for something, as printed and as read.
public struct Deadline: Hashable, Sendable {
  /// What is to happen then.
  public let what: String
  /// The words of the report.
  public let printed: String
  /// The days that the words stand for.
  public let span: DateSpan
  /// Whether the report calls the date tentative or to be confirmed.
  public let isTentative: Bool
  /// Where it is from.
  public let provenance: Provenance

  /// Whether it can be judged only roughly, because the words have no exact bounds or are tentative.
  public var isRough: Bool { isTentative || span.precision == .approximate }

  init(_ row: FactRow, what: String) {
    self.what = row[what]
    printed = row["printed"]
    span = DateSpan(
      earliest: CalendarDate(row["earliest"]), latest: CalendarDate(row["latest"]),
      precision: DatePrecision(rawValue: row["precision"]) ?? .unresolved)
    isTentative = row["certainty"] == "tentative"
    provenance = Provenance(row)
  }
}

/// A statement of a group's report: an objective, result, future activity, challenge or opportunity.
public struct ReportItem: Hashable, Sendable {
  /// The sections of a group's report.
  public enum Section: String, Hashable, Sendable, CaseIterable {
    /// What the group is for.
    case objective
    /// What was done.
    case result
    /// What is to be done.
    case futureActivity = "future_activity"
    /// What stands in the way.
    case challenge
    /// What could help.
    case opportunity

    /// The name for people.
    public var title: String {
      switch self {
      case .objective: "objective"
      case .result: "result"
      case .futureActivity: "future activity"
      case .challenge: "challenge"
      case .opportunity: "opportunity"
      }
    }
  }

  /// A name for the statement, once in each report.
  public let id: String
  /// The group.
  public let group: String
  /// The section, as read; see ``heading``.
  public let section: Section
  /// The printed heading it stands under, which may be another than the section.
  public let heading: String?
  /// `action`, `expectation`, `statement` or `missing_list`.
  public let kind: String
  /// What it says, in short.
  public let gist: String
  /// Who is to do it: `MX`, `CA` or `both`; `nil` where the report does not say.
  public let bySide: String?
  /// The bodies that are to do it.
  public internal(set) var byInstitutions: [String] = []
  /// The bodies they do it with.
  public internal(set) var withInstitutions: [String] = []
  /// The dates that the report gives.
  public internal(set) var deadlines: [Deadline] = []
  /// The pairs of occupations it speaks of: the set of pairs and the link in it.
  public internal(set) var pairs: [PairReference] = []
  /// Where it is from.
  public let provenance: Provenance

  /// A pair of occupations that a statement speaks of.
  public struct PairReference: Hashable, Sendable {
    /// The folder in `crosswalks/`, such as `lmwg-2017`.
    public let set: String
    /// The link in it, such as `L3`.
    public let link: String

    /// Creates a reference.
    public init(set: String, link: String) {
      self.set = set
      self.link = link
    }
  }

  init(_ row: FactRow) {
    id = row["id"]
    group = row["group_id"]
    section = Section(rawValue: row["section"]) ?? .result
    heading = row.text("heading")
    kind = row["kind"]
    gist = row["gist"]
    bySide = row.text("by_side")
    provenance = Provenance(row)
  }

  /// The name that differs from that of every statement of any report: `2017:LM-FU-199`.
  public var qualifiedID: String { "\(provenance.report):\(id)" }

  /// Whether the report gives a date that could be read.
  public var isDated: Bool { deadlines.contains { $0.span.latest != nil } }

  /// The last day by which anything of it was to happen; `nil` if no date could be read.
  public var latest: CalendarDate? { deadlines.compactMap(\.span.latest).max() }

  /// The dates that are over on a day.
  public func pastDeadlines(on day: CalendarDate) -> [Deadline] {
    deadlines.filter { deadline in deadline.span.latest.map { $0 < day } ?? false }
  }
}
