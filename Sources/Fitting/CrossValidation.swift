/// Deals the sources into folds, so that each can be scored by a model that has learned from none of its part.
public struct CrossValidation: Sendable {
  /// The number of folds that the parts are dealt into.
  public static let folds = 10

  /// The fold of each source.
  public let foldOfSource: [Int]

  /// Deals the parts of a classification into folds, always in the same way.
  ///
  /// - Parameter partOfSource: The part that each source is in.
  public init(partOfSource: [String]) {
    // The parts are dealt in a shuffled order (SplitMix64: Steele, Lea and Flood, 2014), so that a fold is not
    // one corner of the classification.
    var state: UInt64 = 2_017
    let keyed = Set(partOfSource).sorted().map { part in
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return (part: part, key: word ^ (word >> 31))
    }
    var folds: [String: Int] = [:]
    for (place, entry) in keyed.sorted(by: { $0.key < $1.key }).enumerated() {
      folds[entry.part] = place % Self.folds
    }
    foldOfSource = partOfSource.map { folds[$0] ?? 0 }
  }
}
