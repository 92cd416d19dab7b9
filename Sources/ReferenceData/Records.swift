public import Classifications

/// A job title that an index gives to a group.
public struct JobTitle: Hashable, Sendable {
  /// The code of the group.
  public let code: String
  /// The language.
  public let language: Language
  /// The title.
  public let title: String
  /// What the index is, such as `element`, `occupation` or `derived`; see `docs/data.md`.
  public let kind: String
  /// The row of `sources.csv` it comes from.
  public let source: String

  /// Creates a title.
  public init(code: String, language: Language, title: String, kind: String, source: String) {
    self.code = code
    self.language = language
    self.title = title
    self.kind = kind
    self.source = source
  }
}

/// A publication that data comes from.
public struct Source: Hashable, Sendable {
  /// The identifier.
  public let id: String
  /// Who published it.
  public let publisher: String
  /// Its title.
  public let title: String
  /// When it was published: a year, or a year and a month; empty where that is not known.
  public let published: String
  /// The row of `licences.csv` that says how it may be used.
  public let licence: String
  /// When Puente's copy was taken: a year and a month.
  public let asOf: String
  /// How far it is trusted: `high`, `medium` or `low`.
  public let confidence: String
  /// What has to be known to use it.
  public let note: String
}

/// The terms under which data may be used.
public struct Licence: Hashable, Sendable {
  /// The identifier.
  public let id: String
  /// The name.
  public let name: String
  /// Its web address; empty where none is known.
  public let address: String
  /// The words to credit the publisher with.
  public let attribution: String
}

/// A group that belongs to a sector, with all that is below it.
public struct SectorMember: Hashable, Sendable {
  /// The name of the sector, such as `health`.
  public let sector: String
  /// The group.
  public let code: OccupationCode
}
