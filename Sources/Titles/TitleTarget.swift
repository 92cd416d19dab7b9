public import Classifications

/// A classification in which titles are coded: its unit groups, and where titles of every classification
/// lead in it.
public struct TitleTarget: Sendable {
  /// A group of the classification that a group of some classification leads to.
  public struct Link: Hashable, Sendable {
    /// The number of the group in ``TitleTarget/groups``.
    public let group: Int
    /// The part of the other group that is in it, 0...1.
    public let strength: Float

    /// Creates a link.
    public init(group: Int, strength: Float) {
      self.group = group
      self.strength = strength
    }
  }

  /// What a classification of the index is to the target.
  public enum Kinship: Hashable, Sendable {
    /// The target itself.
    case own
    /// Another version of it.
    case version
    /// Another classification.
    case other
  }

  /// The classification.
  public let id: ClassificationID
  /// The codes of the unit groups, in the publisher's order.
  public let groups: [String]
  /// For each group of the index, what its classification is to the target.
  let kinships: [Kinship]
  /// The bit of the target in ``TitleIndex/Fact/owners``; 0 if the index has no titles of it.
  let owner: UInt16
  /// The logarithm of the part of the workforce in each group, against an even share; 0 if not known.
  let priors: [Float]
  /// Where the links of each group of the index begin, and the end.
  private let linkStarts: [Int32]
  /// Where the groups of the index lead, one group behind the other.
  let allLinks: [Link]
  /// How many titles of each language lead to each group: three numbers for each.
  let sizes: [Float]

  /// Creates a target.
  ///
  /// - Parameters:
  ///   - id: The classification.
  ///   - groups: The codes of the unit groups.
  ///   - workers: How many people work in each, or any number in proportion; empty if not known.
  ///   - links: For each group of the index, where it leads.
  ///   - isVersion: Whether a classification is another version of this one.
  ///   - index: The index.
  public init(
    _ id: ClassificationID, groups: [String], workers: [Double], links: [[Link]],
    isVersion: (ClassificationID) -> Bool, in index: TitleIndex
  ) {
    self.id = id
    self.groups = groups
    var known: [ClassificationID: Kinship] = [id: .own]
    kinships = index.groups.map { group in
      if let kinship = known[group.classification] { return kinship }
      let kinship: Kinship = isVersion(group.classification) ? .version : .other
      known[group.classification] = kinship
      return kinship
    }
    owner = index.classifications.firstIndex(of: id).map { 1 << UInt16($0) } ?? 0
    let total = workers.reduce(0, +)
    priors = groups.indices.map { group in
      guard total > 0 else { return 0 }
      let share = (workers[group] + total * 0.1 / Double(groups.count)) / (total * 1.1)
      return logarithm(Float(share * Double(groups.count)))
    }
    var starts: [Int32] = [0]
    var sizes = [Float](repeating: 0, count: 3 * groups.count)
    for (number, own) in links.enumerated() {
      starts.append(starts[number] + Int32(own.count))
      for link in own {
        for language in 0..<3 {
          sizes[3 * link.group + language] +=
            link.strength * index.groupSizes[3 * number + language]
        }
      }
    }
    linkStarts = starts
    allLinks = Array(links.joined())
    self.sizes = sizes
  }

  /// The numbers of the links of a group of the index.
  func linkRange(_ group: Int) -> Range<Int> {
    Int(linkStarts[group])..<Int(linkStarts[group + 1])
  }

  /// The groups that a group of another classification leads to with so much of it.
  ///
  /// - Parameters:
  ///   - code: The group of the other classification.
  ///   - index: The index that the target was made for.
  ///   - least: The part of the group that has to be in each.
  /// - Returns: The codes; none if the index has no title of the group.
  public func codes(
    of code: OccupationCode, in index: TitleIndex, atLeast least: Float
  ) -> [String] {
    guard let number = index.groups.firstIndex(of: code) else { return [] }
    return allLinks[linkRange(number)].filter { $0.strength >= least }.map { groups[$0.group] }
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
