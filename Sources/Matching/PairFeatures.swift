import Classifications

/// The candidates between two classifications and what the fitted part of the model knows of each.
public struct PairFeatures: Sendable {
  /// What a column of the features is.
  public struct Column: Hashable, Sendable {
    /// The evidence or feature.
    public let name: String
    /// The form.
    public let form: EquivalenceModel.Form
    /// Whether it can only speak against a pair; otherwise it can only speak for it.
    public let isAgainst: Bool
  }

  /// The columns.
  public let columns: [Column]
  /// The candidates, as a matrix whose numbers are all 1.
  public let candidates: PairMatrix
  /// The features, candidate by candidate in the order of ``candidates``.
  public let values: [Float]

  /// How many candidates each piece of evidence names of a source, and of a target.
  ///
  /// Pairs that no evidence has among its first are no candidates: they would add nothing but time.
  static let perSource = 15
  static let perTarget = 8

  /// Takes the features of every candidate.
  ///
  /// - Parameters:
  ///   - evidence: The evidence.
  ///   - sources: The traits of the unit groups asked about.
  ///   - targets: The traits of those answered with.
  ///   - decisions: Pairs that are candidates whatever the evidence, because people decided on them.
  public init(
    _ evidence: EvidenceSet, sources: GroupTraits, targets: GroupTraits,
    including decisions: PairMatrix? = nil
  ) {
    candidates = Self.candidates(evidence, decisions)
    let fitted = EquivalenceModel.fittedEvidence.compactMap { evidence[$0] }
    var columns: [Column] = []
    for one in fitted {
      for form in [EquivalenceModel.Form.tie, .ofSource, .ofTarget] {
        columns.append(Column(name: one.name, form: form, isAgainst: false))
      }
    }
    columns += EquivalenceModel.features.map {
      Column(name: $0.name, form: .plain, isAgainst: $0.isAgainst)
    }
    self.columns = columns

    let maxima = fitted.map { (row: $0.ties.rowMaxima(), column: $0.ties.columnMaxima()) }
    let tree = Self.treeTies(evidence)
    let affinities = (0..<2).map {
      tree?.affinity(sources.parents[$0], targets.parents[$0])
    }
    var values: [Float] = []
    values.reserveCapacity(candidates.columns.count * columns.count)
    for row in 0..<candidates.rowCount {
      for place in candidates.range(ofRow: row) {
        let column = Int(candidates.columns[place])
        for (index, one) in fitted.enumerated() {
          let tie = one.ties[row, column]
          values.append(tie)
          values.append(tie == 0 ? 0 : tie / maxima[index].row[row])
          values.append(tie == 0 ? 0 : tie / maxima[index].column[column])
        }
        let (source, target) = (sources.traits[row], targets.traits[column])
        for distance in 0..<2 {
          let (from, to) = (sources.parents[distance], targets.parents[distance])
          values.append(
            affinities[distance]?[from.groupOfUnit[row]][to.groupOfUnit[column]] ?? 0)
        }
        values.append(Self.levelGap(source, target))
        values.append(source.leads == target.leads ? 0 : 1)
        values.append(source.assists == target.assists ? 0 : 1)
        values.append(source.isResidual == target.isResidual ? 0 : 1)
        values.append(evidence.statedNone.sources[row] + evidence.statedNone.targets[column])
      }
    }
    self.values = values
  }

  /// The features of a candidate.
  public func values(at place: Int) -> ArraySlice<Float> {
    values[(place * columns.count)..<((place + 1) * columns.count)]
  }

  /// How far the skill levels of two groups are apart; 0 where one is not known.
  static func levelGap(_ source: GroupTraits.Traits, _ target: GroupTraits.Traits) -> Float {
    guard let left = source.skillLevel, let right = target.skillLevel else { return 0 }
    return Float(abs(left - right))
  }

  private static func candidates(_ evidence: EvidenceSet, _ decisions: PairMatrix?) -> PairMatrix {
    var rows = [Set<Int32>](repeating: [], count: evidence.sources.count)
    if let decisions {
      for row in rows.indices {
        rows[row].formUnion(decisions.range(ofRow: row).map { decisions.columns[$0] })
      }
    }
    for one in evidence.all {
      for pair in one.ties.greatest(perRow: perSource, perColumn: perTarget) {
        rows[pair.row].insert(Int32(pair.column))
      }
    }
    return PairMatrix(
      rows: rows.map { row in row.sorted().map { ($0, 1) } }, columnCount: evidence.targets.count)
  }

  /// The ties that tell which parts of the trees belong together: those of chains of published tables.
  private static func treeTies(_ evidence: EvidenceSet) -> PairMatrix? {
    let chains = ["isco", "soc"].compactMap { evidence[$0]?.ties }
    return chains.dropFirst().reduce(chains.first) { $0?.sum(with: $1) }
  }
}
