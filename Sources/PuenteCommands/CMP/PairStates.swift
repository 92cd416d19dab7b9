import Classifications
import Diagnostics
import Ledgers
import Partnership
import ReferenceData
import Rendering
import Reviews
import Tabular

/// The states of the pairs of occupations that statements speak of.
struct PairStates {
  /// A pair and where it stands.
  struct State: Hashable {
    let set: String
    let link: String
    let noc: String
    let sinco: String
    let state: String
    let since: String
    let awaiting: String?

    /// How many days the state has lasted on a day; `nil` if it began later or the day is not known.
    func days(on day: CalendarDate) -> Int? {
      CalendarDate(since).flatMap { $0 <= day ? $0.days(until: day) : nil }
    }

    /// The pair for people.
    func words(on day: CalendarDate) -> String {
      var text = "\(link) \(noc) - \(sinco): \(state.replacing("_", with: " ")) since \(since)"
      if let days = days(on: day) { text += ", \(days) \(days == 1 ? "day" : "days")" }
      if let awaiting { text += ", waiting for \(awaiting)" }
      return text
    }

    func json(on day: CalendarDate) -> JSONValue {
      .object([
        "pair_set": .string(set), "link_id": .string(link), "noc": .string(noc),
        "sinco": .string(sinco), "state": .string(state), "state_since": .string(since),
        "awaiting": .text(awaiting), "days": days(on: day).map { .int($0) } ?? .null,
      ])
    }
  }

  private var states: [ReportItem.PairReference: State] = [:]

  /// Reads the sets of pairs that statements speak of: as the review desk has them, or as they are in
  /// `crosswalks/` where there is no ledger.
  ///
  /// - Parameters:
  ///   - items: The statements.
  ///   - directory: The folder with the data.
  ///   - ledger: The ledger, if there is one.
  /// - Throws: `FileError` or `InvalidInput` if a set cannot be read, `DatabaseError`.
  init(of items: [ReportItem], in directory: DataDirectory, ledger: Ledger?) throws {
    let columns = [
      "link_id", "noc_version", "noc_printed", "sinco_version", "sinco_printed", "state",
      "state_since", "awaiting",
    ]
    for set in Set(items.flatMap(\.pairs).map(\.set)).sorted() {
      let table = try Table.load(
        path: directory.file("crosswalks/\(set)/links.csv"),
        schema: TableSchema(columns: columns.map { .required($0) }, key: ["link_id"]))
      for row in table.rows {
        let awaiting = row["awaiting"]
        let state = State(
          set: set, link: row["link_id"], noc: "\(row["noc_version"]):\(row["noc_printed"])",
          sinco: "\(row["sinco_version"]):\(row["sinco_printed"])", state: row["state"],
          since: row["state_since"], awaiting: awaiting.isEmpty ? nil : awaiting)
        states[ReportItem.PairReference(set: set, link: row["link_id"])] = state
      }
    }
    guard let ledger else { return }
    let desk = ReviewDesk(ledger)
    for reference in states.keys {
      guard let link = try Self.link(reference.link, at: desk), link.list == reference.set else {
        continue
      }
      states[reference] = State(
        set: reference.set, link: link.id, noc: link.noc.description,
        sinco: link.sinco.description, state: link.state.rawValue,
        since: link.since.description, awaiting: link.awaiting?.rawValue)
    }
  }

  /// A pair of the review desk; `nil` if it has none of that name.
  private static func link(_ id: String, at desk: ReviewDesk) throws -> ReviewLink? {
    do {
      return try desk.link(id)
    } catch is ReviewRefusal {
      return nil
    }
  }

  /// The states of the pairs a statement speaks of; pairs that are in no set are left out.
  func states(of item: ReportItem) -> [State] { item.pairs.compactMap { states[$0] } }
}
