public import Diagnostics

/// Places that an employer has.
public struct Opening: Hashable, Sendable {
  /// The name the file gives it.
  public let id: String
  /// The occupation as the file has it: a code, or a title in somebody's words.
  ///
  /// Titles are looked up and never repeated in output.
  public let occupation: String
  /// The province or territory, such as `CA-ON`.
  public let jurisdiction: String
  /// What it asks of languages.
  public let languages: LanguageDemand
  /// The TEER, 0...5, if the file says it: it chooses among the groups of a title.
  public let teer: Int?
  /// How many people it takes, from 1 on.
  public let places: Int
  /// The first day it is open; `nil` if the file does not say.
  public let opens: CalendarDate?
  /// The last day it is open; `nil` if the file does not say.
  public let closes: CalendarDate?
  /// Where the occupation stands in the file.
  public let location: SourceLocation

  /// Creates an opening.
  public init(
    id: String, occupation: String, jurisdiction: String, languages: LanguageDemand = .unknown,
    teer: Int? = nil, places: Int = 1, opens: CalendarDate? = nil, closes: CalendarDate? = nil,
    location: SourceLocation = SourceLocation(file: "", line: 1, column: 1)
  ) {
    self.id = id
    self.occupation = occupation
    self.jurisdiction = jurisdiction
    self.languages = languages
    self.teer = teer
    self.places = places
    self.opens = opens
    self.closes = closes
    self.location = location
  }

  /// Whether it is open on a day, as far as the file says.
  public func isOpen(on day: CalendarDate) -> Bool {
    opens.map { $0 <= day } ?? true && closes.map { day <= $0 } ?? true
  }
}
