import Classifications
import Correspondences
import Diagnostics
import Digests
import Ledgers
import Storage

extension SchemaComponent {
  /// The current states of pairs, and the flags that checks have raised for them.
  static let review = SchemaComponent(
    "review",
    migrations: [
      Migration(
        "create links and flags",
        [
          """
          CREATE TABLE review_link (
            stream INTEGER PRIMARY KEY REFERENCES ledger_stream (id),
            id TEXT NOT NULL UNIQUE,
            noc_version TEXT NOT NULL, noc TEXT NOT NULL, noc_title TEXT NOT NULL,
            sinco_version TEXT NOT NULL, sinco TEXT NOT NULL, sinco_title TEXT NOT NULL,
            relation TEXT, state TEXT NOT NULL, since INTEGER NOT NULL,
            proposer TEXT, proposed_on INTEGER NOT NULL, awaiting TEXT, round INTEGER NOT NULL,
            alternative_to TEXT, alternative TEXT, carried_from TEXT,
            comments INTEGER NOT NULL, conflict INTEGER NOT NULL,
            list TEXT NOT NULL, list_row TEXT NOT NULL, source TEXT NOT NULL, ignored BLOB NOT NULL
          ) STRICT
          """,
          "CREATE INDEX review_link_state ON review_link (state, since)",
          "CREATE INDEX review_link_noc ON review_link (noc_version, noc)",
          "CREATE INDEX review_link_sinco ON review_link (sinco_version, sinco)",
          "CREATE INDEX review_link_list ON review_link (list)",
          "CREATE INDEX review_link_alternative ON review_link (alternative_to)",
          "CREATE INDEX review_link_carried ON review_link (carried_from)",
          """
          CREATE TABLE review_flag (
            link TEXT NOT NULL, rule TEXT NOT NULL, message TEXT NOT NULL, severity TEXT NOT NULL,
            PRIMARY KEY (link, rule, message)
          ) STRICT, WITHOUT ROWID
          """,
          "CREATE INDEX review_flag_rule ON review_flag (rule, link)",
          """
          CREATE TABLE review_seal (
            link TEXT NOT NULL, seal TEXT NOT NULL, judgement TEXT NOT NULL,
            PRIMARY KEY (link, seal)
          ) STRICT, WITHOUT ROWID
          """,
        ])
    ])
}

/// Keeps the current state of each pair in `review_link`.
struct ReviewProjection: Projection {
  let streamKind = "link"
  let table = "review_link"
  let version = 1

  static let columns = [
    "id", "noc_version", "noc", "noc_title", "sinco_version", "sinco", "sinco_title", "relation",
    "state", "since", "proposer", "proposed_on", "awaiting", "round", "alternative_to",
    "alternative", "carried_from", "comments", "conflict", "list", "list_row", "source", "ignored",
  ]
  static let columnList = columns.joined(separator: ", ")

  var columns: [String] { Self.columns }

  func row(of stream: String, events: [Event]) -> [SQLValue]? {
    ReviewLink(String(stream.dropFirst("link/".count)), events: events)?.values
  }
}

extension ReviewLink {
  fileprivate var values: [SQLValue] {
    [
      .text(id), .text(noc.classification.rawValue), .text(noc.code), .text(nocTitle),
      .text(sinco.classification.rawValue), .text(sinco.code), .text(sincoTitle),
      .text(orNull: relation?.word), .text(state.rawValue), .integer(since.daysSince1970),
      .text(orNull: proposer?.rawValue), .integer(proposedOn.daysSince1970),
      .text(orNull: awaiting?.rawValue), .integer(round), .text(orNull: alternativeTo),
      .text(orNull: alternative), .text(orNull: carriedFrom), .integer(comments),
      .integer(hasConflict ? 1 : 0), .text(list), .text(row), .text(source),
      .blob(ignored.flatMap(\.bytes)),
    ]
  }

  /// The pair of a row with the columns of ``ReviewProjection/columns``.
  init(_ row: borrowing Row) throws {
    guard let nocVersion = ClassificationID(rawValue: row.text(1)),
      let sincoVersion = ClassificationID(rawValue: row.text(4)),
      let state = ReviewState(rawValue: row.text(8)),
      let since = CalendarDate(daysSince1970: row.integer(9)),
      let proposedOn = CalendarDate(daysSince1970: row.integer(11))
    else { throw DamagedState(id: row.text(0)) }
    self.init(
      id: row.text(0), noc: OccupationCode(nocVersion, row.text(2)),
      sinco: OccupationCode(sincoVersion, row.text(5)), state: state, since: since,
      proposedOn: proposedOn)
    nocTitle = row.text(3)
    sincoTitle = row.text(6)
    relation = Self.relation(row.text(7))
    proposer = Side(rawValue: row.text(10))
    round = row.integer(13)
    alternativeTo = row.optionalText(14)
    alternative = row.optionalText(15)
    carriedFrom = row.optionalText(16)
    comments = row.integer(17)
    hasConflict = row.integer(18) != 0
    list = row.text(19)
    self.row = row.text(20)
    source = row.text(21)
    let bytes = row.blob(22)
    ignored = stride(from: 0, to: bytes.count, by: EventID.byteCount).compactMap {
      EventID(bytes: bytes[$0..<min($0 + EventID.byteCount, bytes.count)])
    }
  }
}

/// The current state of a pair that cannot be read: the file is damaged or was altered.
struct DamagedState: Error, CustomStringConvertible {
  let id: String

  var description: String {
    "the current state of \(id) cannot be read: the ledger is damaged or was altered; "
      + "'puente review verify' says more"
  }
}
