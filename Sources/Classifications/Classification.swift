/// What is known of a classification as a whole: who publishes it, and how it is built.
public struct Classification: Hashable, Sendable {
  /// One level of a hierarchy, such as the unit groups.
  public struct Level: Hashable, Sendable {
    /// The number of the level, 1 being the top.
    public let number: Int
    /// What the publisher calls a group of this level, in English.
    public let nameEN: String
    /// What the publisher calls a group of this level, in Spanish; empty if not published.
    public let nameES: String
    /// What the publisher calls a group of this level, in French; empty if not published.
    public let nameFR: String
    /// How many groups the publisher counts; `nil` where no count is published.
    public let count: Int?

    /// Creates a level.
    public init(number: Int, nameEN: String, nameES: String, nameFR: String, count: Int?) {
      self.number = number
      self.nameEN = nameEN
      self.nameES = nameES
      self.nameFR = nameFR
      self.count = count
    }
  }

  /// The identifier, which is also the prefix of its codes.
  public let id: ClassificationID
  /// The short name with its version, such as `NOC 2016 V1.3`.
  public let name: String
  /// The whole title, in the publisher's language.
  public let title: String
  /// The body that publishes it.
  public let publisher: String
  /// The ISO 3166-1 code of the country it is for; empty for an international one.
  public let country: String
  /// The family it is a version of, such as `noc`.
  public let family: String
  /// The year of this version, which orders the versions of a family.
  public let year: Int
  /// The languages the publisher gives titles in.
  public let languages: [Language]
  /// Whether every level and group of the publication is here.
  public let isComplete: Bool
  /// The row of `sources.csv` it comes from.
  public let source: String
  /// The levels, from the top down.
  public let levels: [Level]

  /// Creates a classification.
  public init(
    id: ClassificationID, name: String, title: String, publisher: String, country: String,
    family: String, year: Int,
    languages: [Language], isComplete: Bool, source: String, levels: [Level]
  ) {
    self.id = id
    self.name = name
    self.title = title
    self.publisher = publisher
    self.country = country
    self.family = family
    self.year = year
    self.languages = languages
    self.isComplete = isComplete
    self.source = source
    self.levels = levels
  }

  /// The number of the most detailed level, that of the unit groups.
  public var unitGroupLevel: Int { levels.map(\.number).max() ?? 1 }
}

/// A language that titles come in.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// English.
  case en
  /// Spanish.
  case es
  /// French.
  case fr
}
