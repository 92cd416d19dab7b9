public import Classifications
public import Diagnostics
public import Ledgers
import Storage

/// Which pairs are asked for; all that is said has to hold.
public struct ReviewFilter: Hashable, Sendable {
  /// The states; any if empty.
  public var states: [ReviewState] = []
  /// Whether only pairs that somebody has to decide.
  public var isOpen = false
  /// The government that has to act.
  public var awaiting: Side?
  /// Codes of which the pair has one; any if `nil`.
  public var codes: Set<OccupationCode>?
  /// A group of the NOC.
  public var noc: OccupationCode?
  /// A group of the SINCO.
  public var sinco: OccupationCode?
  /// A flag that a check has raised for it.
  public var flag: String?
  /// The day by which the state has to have begun.
  public var latestSince: CalendarDate?
  /// The list it belongs to.
  public var list: String?
  /// Whether the two sides have decided independently.
  public var isConflict = false

  /// Creates a filter that lets all pairs pass, or those of two groups.
  public init(noc: OccupationCode? = nil, sinco: OccupationCode? = nil) {
    self.noc = noc
    self.sinco = sinco
  }

  /// The condition in SQL, with its values.
  var condition: (sql: String, values: [SQLValue]) {
    var parts: [String] = []
    var values: [SQLValue] = []
    func add(_ part: String, _ new: [SQLValue] = []) {
      parts.append(part)
      values += new
    }
    if !states.isEmpty {
      add("state IN (\(Self.marks(states.count)))", states.map { .text($0.rawValue) })
    }
    if isOpen {
      let open = ReviewState.allCases.filter(\.isOpen)
      add("state IN (\(Self.marks(open.count)))", open.map { .text($0.rawValue) })
    }
    if let awaiting { add("awaiting = ?", [.text(awaiting.rawValue)]) }
    if let noc {
      add("noc_version = ? AND noc = ?", [.text(noc.classification.rawValue), .text(noc.code)])
    }
    if let sinco {
      add(
        "sinco_version = ? AND sinco = ?",
        [.text(sinco.classification.rawValue), .text(sinco.code)])
    }
    if let codes {
      let (sql, more) = Self.condition(codes)
      add(sql, more)
    }
    if let flag { add("id IN (SELECT link FROM review_flag WHERE rule = ?)", [.text(flag)]) }
    if let latestSince { add("since <= ?", [.integer(latestSince.daysSince1970)]) }
    if let list { add("list = ?", [.text(list)]) }
    if isConflict { add("conflict = 1") }
    return (parts.isEmpty ? "1" : parts.joined(separator: " AND "), values)
  }

  private static func condition(_ codes: Set<OccupationCode>) -> (String, [SQLValue]) {
    var parts: [String] = []
    var values: [SQLValue] = []
    let groups = Dictionary(grouping: codes.sorted(), by: \.classification)
    for (version, members) in groups.sorted(by: { $0.key < $1.key }) {
      for side in ["noc", "sinco"] {
        parts.append("(\(side)_version = ? AND \(side) IN (\(marks(members.count))))")
        values.append(.text(version.rawValue))
        values += members.map { .text($0.code) }
      }
    }
    return (parts.isEmpty ? "0" : "(\(parts.joined(separator: " OR ")))", values)
  }

  private static func marks(_ count: Int) -> String {
    Array(repeating: "?", count: count).joined(separator: ", ")
  }
}

/// How many pairs are in a state, and since when the oldest is.
public struct StateCount: Hashable, Sendable {
  /// The state.
  public let state: ReviewState
  /// How many pairs.
  public let count: Int
  /// Since when the one is that has been in it longest.
  public let oldest: CalendarDate
}

extension ReviewDesk {
  /// The pairs that pass a filter, in the order in which they came into the ledger.
  ///
  /// - Throws: `DatabaseError`.
  public func links(_ filter: ReviewFilter = ReviewFilter()) throws -> [ReviewLink] {
    let (condition, values) = filter.condition
    return try ledger.database.rows(
      "SELECT \(ReviewProjection.columnList) FROM review_link WHERE \(condition) ORDER BY stream",
      values
    ) { try ReviewLink($0) }
  }

  /// How many pairs that pass a filter are in each state, in the order of states.
  ///
  /// - Throws: `DatabaseError`.
  public func counts(_ filter: ReviewFilter = ReviewFilter()) throws -> [StateCount] {
    let (condition, values) = filter.condition
    let counts = try ledger.database.rows(
      "SELECT state, count(*), min(since) FROM review_link WHERE \(condition) GROUP BY state",
      values
    ) { row -> StateCount? in
      guard let state = ReviewState(rawValue: row.text(0)),
        let oldest = CalendarDate(daysSince1970: row.integer(2))
      else { return nil }
      return StateCount(state: state, count: row.integer(1), oldest: oldest)
    }.compactMap { $0 }
    return ReviewState.allCases.compactMap { state in counts.first { $0.state == state } }
  }

  /// How many pairs have been decided independently by two sides.
  ///
  /// - Throws: `DatabaseError`.
  public func conflictCount() throws -> Int {
    try ledger.database.number("SELECT count(*) FROM review_link WHERE conflict = 1")
  }
}
