public import Classifications
import FactTables

/// A way to a work permit or to residence, or what entry asks.
public struct Stream: Hashable, Sendable {
  /// What a stream leads to.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case permit
    case residence
    /// What every traveller needs.
    case entry
  }

  /// A name for it.
  public let id: String
  /// What it leads to.
  public let kind: Kind
  /// Its name.
  public let name: String
  /// Who decides.
  public let authority: String
  /// Who can use it, in words.
  public let users: String
  /// How long it takes, in words.
  public let processing: String?
  /// A remark.
  public let note: String?
  /// What decides whether it is open.
  public internal(set) var tests: [StreamTest] = []
  /// Where the row is from.
  public let source: FactSource

  init(_ row: FactRow) {
    id = row["id"]
    kind = Kind(rawValue: row["kind"]) ?? .permit
    name = row["name"]
    authority = row["authority"]
    users = row["who_can_use"]
    processing = row.text("processing")
    note = row.text("note")
    source = FactSource(row)
  }
}

/// Something that decides whether a stream is open.
public struct StreamTest: Hashable, Sendable {
  /// What is looked at.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The TEER of the occupation.
    case teer
    /// The occupation, by its name here.
    case occupations
    /// The occupation, by its codes.
    case codes
    /// A list of professions of a treaty.
    case professionList = "profession_list"
    /// A list that the data do not have.
    case unlisted
    /// The citizenship.
    case citizenship
    /// Whether a licence is held or can be had within about four months.
    case licence
    /// Something about the person or the employer, which no data can say.
    case condition
  }

  /// What is looked at.
  public let kind: Kind
  /// What passes.
  public let values: [String]
  /// What anything else means: closed, or not known.
  public let otherwiseUnknown: Bool
  /// The test in words.
  public let note: String

  init(_ row: FactRow) {
    kind = Kind(rawValue: row["test"]) ?? .condition
    values = row.list("values")
    otherwiseUnknown = row["otherwise"] == "unknown"
    note = row["note"]
  }
}

/// A profession that a treaty lists.
public struct TreatyProfession: Hashable, Sendable {
  /// A name for it.
  public let id: String
  /// The treaty: `cusma` or `cptpp`.
  public let list: String
  /// The part of the list.
  public let category: String
  /// Whether the list permits it; otherwise it excludes it.
  public let isPermitted: Bool
  /// The profession.
  public let name: String
  /// Its name in Spanish, which is not official.
  public let spanishName: String?
  /// The education it asks for.
  public let education: String?
  /// What else is enough.
  public let alternative: String?
  /// Codes that take in all that is below them, as read by Puente; none where none was found.
  public internal(set) var codes: [OccupationCode] = []
  /// Where the row is from.
  public let source: FactSource

  init(_ row: FactRow) {
    id = row["id"]
    list = row["list"]
    category = row["category"]
    isPermitted = row["status"] == "permitted"
    name = row["name_en"]
    spanishName = row.text("name_es")
    education = row.text("education")
    alternative = row.text("alternative")
    source = FactSource(row)
  }
}
