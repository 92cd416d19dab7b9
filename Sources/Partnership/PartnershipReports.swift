import Diagnostics
import FactTables

/// The Canada-Mexico Partnership as its annual reports have it.
///
/// Every row has its report and its lines there. What a report leaves out is `nil` or a
/// ``MissingList``, never an invented value.
public struct PartnershipReports: Sendable {
  /// The reports, oldest first.
  public let reports: [AnnualReport]
  /// The working groups, and the partnership as a whole.
  public let groups: [WorkingGroup]
  /// Other names of the groups.
  public let aliases: [GroupAlias]
  /// What is said of the partnership as a whole.
  public let facts: [PartnershipFact]
  /// The annual meetings as each report lists them.
  public let meetings: [AnnualMeeting]
  /// The bodies that are named.
  public let institutions: [Institution]
  /// The co-chairs.
  public let coChairs: [CoChair]
  /// The statements of the groups' reports.
  public let items: [ReportItem]
  /// The lists that are announced and missing.
  public let missingLists: [MissingList]
  /// The initiatives of the tracker.
  public let tracker: [TrackerEntry]
  /// The figures.
  public let indicators: [Indicator]
  /// What groups do together.
  public let jointWork: [JointWork]
  /// The defects of the reports.
  public let defects: [ReportDefect]

  /// Reads the data of a folder, every table checked.
  ///
  /// - Parameters:
  ///   - folder: The folder with the tables, `datasets/cmp`.
  ///   - isThere: Whether a file can be read.
  /// - Throws: `InvalidInput` with every fault, or `FileError` if there is no list of reports.
  public init(folder: String, isThere: (String) -> Bool) throws {
    let tables = try FactTables(
      TableDefinition.partnership, folder: folder, isThere: isThere)
    guard tables.names.contains("reports") else {
      throw FileError("find", "\(folder)/reports.csv", reason: "there is no list of reports")
    }
    let findings = TableCheck(tables: tables).findings()
    if findings.containsErrors { throw InvalidInput(findings) }
    self.init(tables)
  }

  /// Takes over tables that have been checked.
  init(_ tables: FactTables) {
    reports = tables["reports"].map(AnnualReport.init).sorted { $0.year < $1.year }
    groups = tables["groups"].map(WorkingGroup.init)
    aliases = tables["aliases"].map(GroupAlias.init)
    facts = tables["facts"].map(PartnershipFact.init)
    meetings = tables["meetings"].compactMap(AnnualMeeting.init)
    institutions = tables["institutions"].map(Institution.init)
    coChairs = tables["cochairs"].map(CoChair.init)
    items = Self.items(tables)
    missingLists = tables["missing_lists"].map(MissingList.init)
    tracker = Self.tracker(tables)
    indicators = tables["indicators"].map(Indicator.init)
    jointWork = tables["joint_work"].map(JointWork.init)
    defects = tables["defects"].map(ReportDefect.init)
  }

  /// The rows of a table by what they belong to.
  private static func rows(
    _ name: String, of column: String, _ tables: FactTables
  ) -> [String: [FactRow]] {
    Dictionary(grouping: tables[name]) { "\($0["report"]):\($0[column])" }
  }

  private static func items(_ tables: FactTables) -> [ReportItem] {
    let deadlines = rows("deadlines", of: "item_id", tables)
    let parties = rows("item_parties", of: "item_id", tables)
    let pairs = rows("item_pairs", of: "item_id", tables)
    return tables["items"].map { row in
      var item = ReportItem(row)
      let key = item.qualifiedID
      item.deadlines = (deadlines[key] ?? []).map { Deadline($0, what: "what") }
      for party in parties[key] ?? [] {
        if party["role"] == "by" {
          item.byInstitutions.append(party["institution_id"])
        } else {
          item.withInstitutions.append(party["institution_id"])
        }
      }
      item.pairs = (pairs[key] ?? []).map {
        ReportItem.PairReference(set: $0["pair_set"], link: $0["link_id"])
      }
      return item
    }
  }

  private static func tracker(_ tables: FactTables) -> [TrackerEntry] {
    let phases = rows("tracker_phases", of: "tracker_id", tables)
    let parties = rows("tracker_parties", of: "tracker_id", tables)
    return tables["tracker"].map { row in
      var entry = TrackerEntry(row)
      let key = "\(entry.provenance.report):\(entry.id)"
      entry.phases = (phases[key] ?? []).map { Deadline($0, what: "phase") }
      entry.parties = (parties[key] ?? []).map(TrackerEntry.Party.init)
      return entry
    }
  }
}
