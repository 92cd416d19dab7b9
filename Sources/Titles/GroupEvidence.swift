/// What speaks for a group as the answer to a query, as numbers that the ranking weighs.
struct GroupEvidence {
  /// What each number is.
  enum Feature: Int, CaseIterable {
    /// The similarity of the best title of the group in the classification's own index.
    case ownBest
    /// That of the best title carried from another classification.
    case carriedBest
    /// Whether an own title is the same, divided among the groups that have it.
    case ownSame
    /// Whether a carried title is the same, divided in the same way.
    case carriedSame
    /// The part of the votes of like titles in the own index.
    case ownVotes
    /// The part of the votes of like titles carried from others.
    case carriedVotes
    /// The similarity of the best title about the same thing.
    case head
    /// The similarity of the group's own title.
    case groupTitle
    /// Whether the query is a short answer that coders put into the group.
    case common
    /// How much of the query the best title has.
    case coverage
    /// The logarithm of how many people work in the group, against the mean.
    case prior
    /// The same, for queries of one word.
    case priorOfWord
    /// The logarithm of the part of all votes.
    case logVotes
    /// The part of the titles with the same head word that are the group's.
    case headVotes

    var name: String { "\(self)" }
  }

  /// The number of the group in the classification.
  let group: Int
  /// The numbers, in the order of ``Feature``.
  var values = [Float](repeating: 0, count: Feature.allCases.count)
  /// The titles that speak for the group, the best first, with how much.
  var titles: [(title: Int, strength: Float)] = []

  subscript(feature: Feature) -> Float {
    get { values[feature.rawValue] }
    set { values[feature.rawValue] = newValue }
  }
}

/// A classification in which titles are coded: its unit groups, and where titles of other classifications
/// lead in it.
public struct TitleTarget: Sendable {
  /// A group of the classification that a group of some classification leads to.
  public struct Link: Hashable, Sendable {
    /// The number of the group in ``groups``.
    public let group: Int
    /// The part of the other group that is in it, 0...1.
    public let strength: Float

    /// Creates a link.
    public init(group: Int, strength: Float) {
      self.group = group
      self.strength = strength
    }
  }

  /// The codes of the unit groups, in the publisher's order.
  public let groups: [String]
  /// The logarithm of the part of the workforce in each group, against an even share; 0 if not known.
  let priors: [Float]
  /// For each group of the index, where it leads; `nil` for one that was not asked for.
  public var links: [[Link]?]
  /// For each group of the index, whether it is of the classification itself.
  let isOwn: [Bool]

  /// Creates a target.
  ///
  /// - Parameters:
  ///   - groups: The codes of the unit groups.
  ///   - workers: How many people work in each, or any number in proportion; empty if not known.
  ///   - isOwn: For each group of the index, whether it is of the classification itself.
  public init(groups: [String], workers: [Double], isOwn: [Bool]) {
    self.groups = groups
    self.isOwn = isOwn
    links = [[Link]?](repeating: nil, count: isOwn.count)
    let total = workers.reduce(0, +)
    priors = groups.indices.map { group in
      guard total > 0 else { return 0 }
      let share = (workers[group] + total * 0.1 / Double(groups.count)) / (total * 1.1)
      return logarithm(Float(share * Double(groups.count)))
    }
  }

  /// The part of the workforce in each group, some of it shared out evenly.
  ///
  /// - Parameter smoothing: The part that is shared out evenly, 0...1.
  /// - Returns: The parts, which add up to 1.
  public func shares(smoothing: Double) -> [Double] {
    let even = 1 / Double(max(groups.count, 1))
    return priors.map { (1 - smoothing) * even * exponential(Double($0)) + smoothing * even }
  }
}
