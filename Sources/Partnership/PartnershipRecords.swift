public import Diagnostics
import FactTables

/// An annual report of the partnership.
public struct AnnualReport: Hashable, Sendable {
  /// Its identifier, by which other rows name it: the year.
  public let id: String
  /// The year it reports on.
  public let year: Int
  /// The edition, such as `English`.
  public let edition: String
  /// Its title.
  public let title: String
  /// Where it is on the web; `nil` where that is not known.
  public let address: String?
  /// The annual meeting it reports on.
  public let meeting: Int
  /// How many lines the text has that line numbers refer to.
  public let lineCount: Int

  init(_ row: FactRow) {
    id = row["report"]
    year = Int(row["year"]) ?? 0
    edition = row["edition"]
    title = row["title"]
    address = row.text("address")
    meeting = Int(row["meeting_no"]) ?? 0
    lineCount = Int(row["lines"]) ?? 0
  }
}

/// A working group as a report has it, or the partnership as a whole.
public struct WorkingGroup: Hashable, Sendable {
  /// Puente's own name for it, which no other group has: `LM`.
  public let id: String
  /// `group`, `announced` for one that is to begin, or `partnership` for the whole.
  public let kind: String
  /// Its name.
  public let name: String
  /// How the report abbreviates it; `nil` where it does not.
  public let abbreviation: String?
  /// Whether the report has a part about it: `yes`, `no` or `meeting`.
  public let reported: String
  /// What has to be known of it.
  public let note: String?
  /// Where it is from; its lines are those of its part of the report.
  public let provenance: Provenance

  init(_ row: FactRow) {
    id = row["id"]
    kind = row["kind"]
    name = row["name"]
    abbreviation = row.text("abbreviation")
    reported = row["reported"]
    note = row.text("note")
    provenance = Provenance(row)
  }
}

/// Another name of a group; one name may be of several groups.
public struct GroupAlias: Hashable, Sendable {
  /// The name as printed.
  public let alias: String
  /// The group.
  public let group: String
  /// Where it is printed.
  public let provenance: Provenance

  init(_ row: FactRow) {
    alias = row["alias"]
    group = row["group_id"]
    provenance = Provenance(row)
  }
}

/// A co-chair of a group.
public struct CoChair: Hashable, Sendable {
  /// The group.
  public let group: String
  /// The side.
  public let side: String
  /// `public` or `private`.
  public let sector: String
  /// The name of the official.
  public let name: String
  /// Who stood in; `nil` for nobody the report names.
  public let representedBy: String?
  /// The office; `nil` where the report has none.
  public let title: String?
  /// The body.
  public let institution: String
  /// `co_chair`, `national_co_chair`, `supplemental` or `team_lead`.
  public let role: String
  /// Where it is from.
  public let provenance: Provenance

  init(_ row: FactRow) {
    group = row["group_id"]
    side = row["side"]
    sector = row["sector"]
    name = row["name"]
    representedBy = row.text("represented_by")
    title = row.text("title")
    institution = row["institution_id"]
    role = row["role"]
    provenance = Provenance(row)
  }
}

/// A body that a report names.
public struct Institution: Hashable, Sendable {
  /// Puente's own name for it.
  public let id: String
  /// Its name in English.
  public let name: String
  /// How the report abbreviates it.
  public let abbreviation: String?
  /// Its country by ISO 3166-1, or `INT` for several.
  public let country: String
  /// What kind of body it is, such as `government`.
  public let kind: String
  /// The names in the report.
  public let namesPrinted: [String]
  /// What has to be known of it.
  public let note: String?
  /// Where it is from; its lines are all that name it.
  public let provenance: Provenance

  init(_ row: FactRow) {
    id = row["id"]
    name = row["name"]
    abbreviation = row.text("abbreviation")
    country = row["country"]
    kind = row["kind"]
    namesPrinted = row["names_printed"].split(separator: " | ").map(String.init)
    note = row.text("note")
    provenance = Provenance(row)
  }

  /// Whether lines of the same report name it.
  public func isNamed(in other: Provenance) -> Bool {
    provenance.report == other.report && provenance.lines.overlaps(other.lines)
  }
}

/// An annual meeting.
public struct AnnualMeeting: Hashable, Sendable {
  /// Its number.
  public let number: Int
  /// The place in English.
  public let place: String
  /// The place as printed.
  public let placePrinted: String
  /// The first day.
  public let start: CalendarDate
  /// The last day.
  public let end: CalendarDate
  /// The country it was in.
  public let host: String
  /// Where it is from.
  public let provenance: Provenance

  /// Reads a row that has been checked; `nil` if its days are none.
  init?(_ row: FactRow) {
    guard let start = CalendarDate(row["start"]), let end = CalendarDate(row["end"]) else {
      return nil
    }
    number = Int(row["meeting_no"]) ?? 0
    place = row["place"]
    placePrinted = row["place_printed"]
    self.start = start
    self.end = end
    host = row["host"]
    provenance = Provenance(row)
  }
}

/// What a report says of the partnership as a whole.
public struct PartnershipFact: Hashable, Sendable {
  /// A name for the fact.
  public let id: String
  /// What it is about.
  public let field: String
  /// The fact.
  public let value: String
  /// Where it is from.
  public let provenance: Provenance

  init(_ row: FactRow) {
    id = row["id"]
    field = row["field"]
    value = row["value"]
    provenance = Provenance(row)
  }
}
