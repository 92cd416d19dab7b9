import Classifications
public import Correspondences

extension PairScoring {
  /// From which distance on skill levels are flagged.
  public static let levelGap: Float = 1
  /// The probability without a table below which what the table lists counts as contradicted by the rest.
  public static let contradicted = 0.02

  /// What a person should look at in a pair.
  func flags(_ row: Int, _ column: Int) -> [Equivalence.Flag] {
    guard let scored else { return [] }
    let source = scored.traits.sources.traits[row]
    let target = scored.traits.targets.traits[column]
    let names = (code(ofRow: row), code(ofColumn: column))
    var flags: [Equivalence.Flag] = []
    if PairFeatures.levelGap(source, target) >= Self.levelGap {
      let levels = [source.skillLevel, target.skillLevel].map { $0.map { tenths($0) } ?? "unknown" }
      flags.append(
        Equivalence.Flag(
          name: "level-gap",
          reason: "the skill level of \(names.0) is \(levels[0]), that of \(names.1) \(levels[1])"))
    }
    func differ(_ name: String, _ what: String, _ left: Bool, _ right: Bool) {
      guard left != right else { return }
      flags.append(
        Equivalence.Flag(
          name: name, reason: "\(left ? names.0 : names.1) alone \(what) by its title"))
    }
    differ("leadership", "leads others", source.leads, target.leads)
    differ("assistance", "helps others", source.assists, target.assists)
    differ("residual", "takes in what has no other group", source.isResidual, target.isResidual)
    for table in contradictedTables(row, column) {
      flags.append(
        Equivalence.Flag(
          name: "contradicted-by-the-rest",
          reason: "\(table.title) links the two, and nothing else speaks for it"))
    }
    return flags
  }

  /// The direct tables that list a pair which all other evidence speaks against.
  ///
  /// - Parameters:
  ///   - row: The number of the source.
  ///   - column: The number of the target.
  /// - Returns: The tables; none for scores that are no probabilities.
  public func contradictedTables(_ row: Int, _ column: Int) -> [CorrespondenceDescription] {
    guard let scored, let place = candidates.place(row, column) else { return [] }
    let listing = scored.direct.filter { $0.evidence.ties[row, column] > 0 }
    guard !listing.isEmpty else { return [] }
    let direct = scored.direct.reduce(0) { $0 + $1.contribution(row, column) }
    let weights = [
      EquivalenceModel.Part.firstStage, EquivalenceModel.Part.rivalsOfSource,
      EquivalenceModel.Part.rivalsOfTarget,
    ].map { scored.model.weight($0, .plain) }
    let odds =
      scored.model.weight(EquivalenceModel.Part.secondBase, .plain)
      + weights[0] * (scored.result.firstStage[place] - direct)
      + weights[1] * (scored.result.shareOfSource[place] - direct)
      + weights[2] * (scored.result.shareOfTarget[place] - direct)
    return logistic(odds) < Self.contradicted ? listing.compactMap(\.evidence.directTable) : []
  }
}
