/// One group of a classification: a code, its place in the tree, and its titles.
public struct ClassificationItem: Hashable, Sendable {
  /// The code.
  public let code: String
  /// The number of its level, 1 being the top.
  public let level: Int
  /// The code of the group above it; `nil` at the top, and where the source gives none.
  public let parent: String?
  /// The title in English; `nil` where there is none.
  public let titleEN: String?
  /// The title in Spanish; `nil` where there is none.
  public let titleES: String?
  /// The title in French; `nil` where there is none.
  public let titleFR: String?
  /// The languages whose title is not the publisher's own for this version.
  public let unofficialLanguages: [Language]
  /// The publisher's skill level; `nil` where unknown.
  ///
  /// `A`...`D` or `0` in NOC, `1`...`4` in ISCO.
  public let skillLevel: String?
  /// The TEER category of NOC 2021, `0`...`5`; `nil` elsewhere.
  public let teer: String?

  /// Creates a group.
  public init(
    code: String, level: Int, parent: String?, titleEN: String? = nil, titleES: String? = nil,
    titleFR: String? = nil, unofficialLanguages: [Language] = [], skillLevel: String? = nil,
    teer: String? = nil
  ) {
    self.code = code
    self.level = level
    self.parent = parent
    self.titleEN = titleEN
    self.titleES = titleES
    self.titleFR = titleFR
    self.unofficialLanguages = unofficialLanguages
    self.skillLevel = skillLevel
    self.teer = teer
  }

  /// The title in a language, if there is one.
  public func title(in language: Language) -> String? {
    switch language {
    case .en: titleEN
    case .es: titleES
    case .fr: titleFR
    }
  }

  /// The title to show where one has to do: an official one, of the first language asked that has it.
  ///
  /// - Parameter languages: Languages in order of preference; all others follow them.
  /// - Returns: A title, or the code where the group has none.
  public func title(preferring languages: [Language] = []) -> String {
    let order = languages + Language.allCases.filter { !languages.contains($0) }
    let official = order.filter { !unofficialLanguages.contains($0) }
    return (official + order).lazy.compactMap { title(in: $0) }.first ?? code
  }
}
