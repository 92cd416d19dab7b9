import Classifications
import Correspondences
import Diagnostics
import Ledgers
public import ReferenceData
import Tabular

/// The pairs of the Labour Mobility Working Group's 2017 report, with which every ledger begins: proposed by
/// Mexico and sent on 2017-10-20, Canada's feedback owed.
public struct PairsOf2017 {
  private let catalogue: Catalogue

  /// The list that the pairs belong to.
  public static let list = "lmwg-2017"

  /// The role in which they were proposed.
  static let role = "Labour Mobility Working Group"

  /// Creates the pairs from the data folder.
  public init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// Records the pairs, as `crosswalks/lmwg-2017/links.csv` has them.
  ///
  /// - Parameter desk: The desk; call within a writing transaction.
  /// - Throws: `FileError` or `InvalidInput` if the file cannot be used, `DatabaseError`.
  public func record(at desk: ReviewDesk) throws {
    let path = "\(catalogue.directory.path)/crosswalks/lmwg-2017/links.csv"
    let table = try Table.load(path: path, schema: Self.schema)
    var links: [ReviewLink] = []
    for row in table.rows {
      guard let noc = code(row["noc_version"], row["noc_printed"]),
        let sinco = code(row["sinco_version"], row["sinco_printed"]),
        let on = CalendarDate(row["proposed_on"]), let side = Side(rawValue: row["proposed_by"])
      else {
        throw InvalidInput([
          Finding(
            "malformed-link", .error, at: row.location(of: "link_id"),
            "the row has no codes, day or side that can be read")
        ])
      }
      let proposal = ReviewDesk.Proposal(
        id: row["link_id"], noc: noc, nocTitle: row["noc_title_printed"], sinco: sinco,
        sincoTitle: row["sinco_title_printed"], relation: ReviewLink.relation(row["relation"]))
      let evidence = "line \(row["report_line"]) of the report"
      var action = ReviewDesk.Action(
        side: side, role: Self.role, on: on,
        [
          "list": Self.list, "row": row["row"], "source": row["source"], "evidence": evidence,
        ])
      try desk.propose(proposal, action)
      action.fields = ["source": row["source"], "answer_by": row["channel"]]
      links += try desk.take(.sent, row["link_id"], action).map(\.after)
    }
    guard let day = links.first?.proposedOn else { return }
    try FlagAssessor(catalogue, today: day).assess(links, at: desk)
  }

  private func code(_ version: String, _ code: String) -> OccupationCode? {
    ClassificationID(rawValue: version).flatMap {
      code.isEmpty ? nil : OccupationCode($0, code)
    }
  }

  private static let schema = TableSchema(
    columns: [
      .required("link_id"), .required("row"), .required("report_line"), .required("noc_version"),
      .required("noc_printed"), .required("noc_title_printed"), .required("sinco_version"),
      .required("sinco_printed"), .required("sinco_title_printed"), .required("relation"),
      .required("proposed_by"), .required("proposed_on"), .required("channel"),
      .required("source"),
    ], key: ["link_id"])
}
