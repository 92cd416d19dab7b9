/// How the target of a link relates to its source: a SKOS mapping property.
///
/// Read from source to target: `broadMatch` says that the target is broader.
public enum MapRelation: String, Hashable, Sendable, CaseIterable {
  /// The same occupations.
  case exactMatch = "skos:exactMatch"
  /// Near enough to be swapped in some uses.
  case closeMatch = "skos:closeMatch"
  /// The target is broader than the source.
  case broadMatch = "skos:broadMatch"
  /// The target is narrower than the source.
  case narrowMatch = "skos:narrowMatch"
  /// Associated, neither the same nor one inside the other.
  case relatedMatch = "skos:relatedMatch"

  /// The relation seen from the target.
  public var inverse: Self {
    switch self {
    case .broadMatch: .narrowMatch
    case .narrowMatch: .broadMatch
    case .exactMatch, .closeMatch, .relatedMatch: self
    }
  }

  /// The relation of the ends of a chain, by the chaining rules of SSSOM.
  ///
  /// An exact link passes the other relation on, and broad and narrow links chain with themselves. Every
  /// other chain says no more than that the ends are associated: close links do not chain, and what is
  /// inside a broader group need not overlap another thing inside it.
  ///
  /// - Parameter next: The relation of the link that follows.
  /// - Returns: The relation from the first source to the last target.
  public func chained(with next: Self) -> Self {
    switch (self, next) {
    case (.exactMatch, _): next
    case (_, .exactMatch): self
    case (.broadMatch, .broadMatch): .broadMatch
    case (.narrowMatch, .narrowMatch): .narrowMatch
    default: .relatedMatch
    }
  }

  /// The relation that a table's cardinalities and partial flags suggest, where its publisher names none.
  ///
  /// The reading is the one of the UN's partial flags: a source with several targets is broader than
  /// each of them, a target with several sources is broader than each of them, and where both hold
  /// the two overlap.
  ///
  /// - Parameters:
  ///   - targetsOfSource: How many targets the source has in the table, at least 1.
  ///   - sourcesOfTarget: How many sources the target has in the table, at least 1.
  ///   - isPartial: Whether the publisher says that only a part corresponds.
  /// - Returns: The relation.
  public static func suggested(
    targetsOfSource: Int, sourcesOfTarget: Int, isPartial: Bool
  ) -> Self {
    switch (targetsOfSource > 1, sourcesOfTarget > 1) {
    case (false, false): isPartial ? .closeMatch : .exactMatch
    case (true, false): .narrowMatch
    case (false, true): .broadMatch
    case (true, true): .closeMatch
    }
  }

  /// The word for people, such as `exact`.
  public var word: String {
    switch self {
    case .exactMatch: "exact"
    case .closeMatch: "close"
    case .broadMatch: "broad"
    case .narrowMatch: "narrow"
    case .relatedMatch: "related"
    }
  }
}
