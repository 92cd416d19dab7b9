public import Diagnostics
public import FactTables

/// Where a row of the credentials is from, when it holds, and how far it can be trusted.
public struct FactSource: Hashable, Sendable {
  /// The row of `datasets/sources.csv`.
  public let id: String
  /// The addresses of the pages; none where there is none.
  public let pages: [String]
  /// The time the source was true on; `nil` where it has no date.
  public let asOf: UncertainDay?
  /// What is said of the date beside or instead of it.
  public let asOfNote: String?
  /// `high`, `medium` or `low`.
  public let confidence: String
  /// The columns that no document states; `all` alone where none is.
  public let generalKnowledge: [String]
  /// The first day the row holds; `nil` where that is not known.
  public let validFrom: UncertainDay?
  /// The last day the row holds; `nil` where no end is known.
  public let validTo: UncertainDay?

  init(_ row: FactRow) {
    id = row["source"]
    pages = row["source_ref"].split(separator: " ; ").map(String.init)
    asOf = UncertainDay(partial: row["as_of"])
    asOfNote = row.text("as_of_note")
    confidence = row["confidence"]
    generalKnowledge = row.list("general_knowledge_fields")
    validFrom = UncertainDay(row["valid_from"])
    validTo = UncertainDay(row["valid_to"])
  }

  /// What a reader has to be warned of.
  public enum Mark: String, Hashable, Sendable, CaseIterable {
    /// No document states it.
    case generalKnowledge = "general knowledge"
    /// The source has no date.
    case undated
    /// The source is older than a year.
    case old = "older than a year"
    /// It is not trusted much.
    case lowConfidence = "low confidence"
  }

  /// What a reader has to be warned of on a day.
  ///
  /// A source of a month or a year counts from its last day, so that it is never called older than it is.
  public func marks(on day: CalendarDate) -> [Mark] {
    var marks: [Mark] = []
    if generalKnowledge.contains("all") { marks.append(.generalKnowledge) }
    if let latest = asOf?.latest {
      if latest.days(until: day) > 365 { marks.append(.old) }
    } else {
      marks.append(.undated)
    }
    if confidence == "low" { marks.append(.lowConfidence) }
    return marks
  }

  /// Whether the row holds on a day.
  public func standing(on day: CalendarDate) -> Standing {
    if let first = validFrom?.earliest, day < first { return .notYet }
    if let last = validTo?.latest, day > last { return .over }
    if let validFrom, validFrom.latest.map({ day < $0 }) ?? true { return .uncertain }
    if let validTo, validTo.earliest.map({ day > $0 }) ?? true { return .uncertain }
    return .holds
  }

  /// How a row stands to a day.
  public enum Standing: Hashable, Sendable {
    /// The row holds for certain.
    case holds
    /// The day is within the bounds of its first or last day.
    case uncertain
    /// It begins later.
    case notYet
    /// It ended before.
    case over
  }
}
