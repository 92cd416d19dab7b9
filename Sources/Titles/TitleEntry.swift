public import Classifications

/// A title of a unit group, as an index of titles states it.
public struct TitleEntry: Hashable, Sendable {
  /// How a title came to its group, which says how far it is believed.
  public enum Standing: Int, Hashable, Sendable, CaseIterable {
    /// The group's own title.
    case group
    /// An entry of the publisher's index, or an occupation the publisher names.
    case index
    /// A label of a finer classification that belongs to the group.
    case label
    /// Carried from another classification or version.
    case carried
    /// What a coder chooses for a short answer that names no group by itself.
    case common
    /// A title of a national employment service that somebody mapped to the group.
    case national

    /// How much a link of the standing weighs, 0...1.
    var weight: Float {
      switch self {
      case .group, .index, .common: 1
      case .label, .national: 0.9
      case .carried: 0.7
      }
    }
  }

  /// The group.
  public let code: OccupationCode
  /// The language of the title.
  public let language: Language
  /// The title, as printed.
  public let title: String
  /// How the title came to the group.
  public let standing: Standing
  /// The occupation of a finer classification that the title is a label of; empty if there is none.
  ///
  /// Titles of one concept in several languages mean the same.
  public let concept: String
  /// How far the title is believed to belong to the group, 0...1.
  let weight: Float

  /// Creates an entry.
  ///
  /// - Parameters:
  ///   - code: The group.
  ///   - language: The language of the title.
  ///   - title: The title, as printed.
  ///   - standing: How the title came to the group.
  ///   - concept: The occupation of a finer classification that the title is a label of.
  ///   - isLoose: Whether the title is wider or narrower than what it was mapped to.
  public init(
    code: OccupationCode, language: Language, title: String, standing: Standing,
    concept: String = "", isLoose: Bool = false
  ) {
    weight = standing.weight * (isLoose ? 0.8 : 1)
    self.code = code
    self.language = language
    self.title = title
    self.standing = standing
    self.concept = concept
  }
}

/// An abbreviation in titles, and what it stands for.
public struct TitleAbbreviation: Hashable, Sendable {
  /// The language; `nil` for any.
  public let language: Language?
  /// The abbreviation, folded, without its full stop.
  public let text: String
  /// The word or words it stands for.
  public let expansion: String

  /// Creates an abbreviation.
  public init(language: Language?, text: String, expansion: String) {
    self.language = language
    self.text = text
    self.expansion = expansion
  }
}
