public import Classifications

/// What a record maps: a group of a classification, or something that Puente has no list of.
///
/// Groups are equal only if classification and code are, so equal digits of two classifications or versions
/// never meet.
public enum Concept: Hashable, Sendable {
  /// A group of a classification that Puente knows; whether the code exists is another matter.
  case group(OccupationCode)
  /// Something else, by its IRI, or by its text where that is not known.
  case other(String)

  /// The code, if it is a group's.
  public var code: OccupationCode? {
    if case .group(let code) = self { code } else { nil }
  }
}

extension Concept: CustomStringConvertible {
  /// The CURIE of a group, or the text of something else.
  public var description: String {
    switch self {
    case .group(let code): code.description
    case .other(let text): text
    }
  }
}
