public import Correspondences

/// How much of each of two groups lies in the other, by the scores of all candidates, and the relation that
/// follows.
///
/// A group's people are taken to be spread over its equivalents in proportion to their scores. So the part of
/// the source that lies in the target is the target's share of the scores of the source's candidates, and
/// the other way round.
public struct RelationEstimate: Hashable, Sendable {
  /// The part of the source that lies in the target, 0...1.
  public let ofSource: Double
  /// The part of the target that lies in the source, 0...1.
  public let ofTarget: Double

  /// Above which part a group counts as lying in the other for the most.
  public static let most = 0.5
  /// From which part on a group counts as lying wholly in the other.
  public static let whole = 0.85

  /// The relation, read from source to target.
  public var relation: MapRelation {
    // Shares are sums of many roundings: a half that is one in truth may come out a little above it.
    let most = Self.most + 1e-6
    return switch (ofSource, ofTarget) {
    case (Self.whole..., Self.whole...): .exactMatch
    case (most..., most...): .closeMatch
    case (most..., _): .broadMatch
    case (_, most...): .narrowMatch
    default: .relatedMatch
    }
  }

  /// The same seen from the target.
  public var inverse: Self { Self(ofSource: ofTarget, ofTarget: ofSource) }
}
