public import Diagnostics
import FactTables

/// An initiative of the tracker in the annex of a report.
public struct TrackerEntry: Hashable, Sendable {
  /// Somebody who takes part, or whose part is to be settled.
  public struct Party: Hashable, Sendable {
    /// The side.
    public let side: String
    /// `public` or `private`.
    public let sector: String
    /// The body; `nil` where none is named.
    public let institution: String?
    /// The name as printed.
    public let namePrinted: String
    /// `named`, `to_be_confirmed` or `to_be_defined`.
    public let certainty: String
    /// Where it is from.
    public let provenance: Provenance

    init(_ row: FactRow) {
      side = row["side"]
      sector = row["sector"]
      institution = row.text("institution_id")
      namePrinted = row["name_printed"]
      certainty = row["certainty"]
      provenance = Provenance(row)
    }
  }

  /// A name for the initiative.
  public let id: String
  /// The group.
  public let group: String
  /// Its name.
  public let initiative: String
  /// Its milestones, in short.
  public let milestones: String?
  /// Its timeline, in short; the words of the report are with the phases.
  public let timeline: String?
  /// Its status as reported.
  public let status: String?
  /// Who takes part, in short.
  public let participants: String?
  /// Comments, in short.
  public let comments: String?
  /// When it is to happen.
  public internal(set) var phases: [Deadline] = []
  /// Who takes part.
  public internal(set) var parties: [Party] = []
  /// Where it is from.
  public let provenance: Provenance

  init(_ row: FactRow) {
    id = row["id"]
    group = row["group_id"]
    initiative = row["initiative"]
    milestones = row.text("key_milestones")
    timeline = row.text("timeline")
    status = row.text("status")
    participants = row.text("participants")
    comments = row.text("comments")
    provenance = Provenance(row)
  }

  /// The last day of its last phase; `nil` if no date could be read.
  public var latest: CalendarDate? { phases.compactMap(\.span.latest).max() }
}
