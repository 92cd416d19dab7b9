import Correspondences

/// What the model makes of every candidate between two classifications.
public struct PairScores: Sendable {
  /// The candidates, as a matrix whose numbers are all 1; the scores go by place in it.
  public let candidates: PairMatrix
  /// The log odds after the first stage: the sum of the evidence.
  public let firstStage: [Double]
  /// The logarithm of the share that a candidate's odds have among those of its source.
  public let shareOfSource: [Double]
  /// The same among those of its target.
  public let shareOfTarget: [Double]
  /// The probability of being an accepted equivalence, 0...1.
  public let probability: [Double]

  /// Weighs the first stage against the alternatives.
  ///
  /// - Parameters:
  ///   - candidates: The candidates.
  ///   - firstStage: The log odds of each.
  ///   - model: The weights of the second stage.
  public init(_ candidates: PairMatrix, firstStage: [Double], _ model: EquivalenceModel) {
    self.candidates = candidates
    self.firstStage = firstStage
    (shareOfSource, shareOfTarget) = Self.shares(candidates, firstStage)
    let weights = (
      model.weight(EquivalenceModel.Part.secondBase, .plain),
      model.weight(EquivalenceModel.Part.firstStage, .plain),
      model.weight(EquivalenceModel.Part.rivalsOfSource, .plain),
      model.weight(EquivalenceModel.Part.rivalsOfTarget, .plain)
    )
    var probability: [Double] = []
    probability.reserveCapacity(firstStage.count)
    for place in firstStage.indices {
      let odds =
        weights.0 + weights.1 * firstStage[place] + weights.2 * shareOfSource[place]
        + weights.3 * shareOfTarget[place]
      probability.append(logistic(odds))
    }
    self.probability = probability
  }

  /// The logarithm of each candidate's share of the odds of its row, and of its column.
  static func shares(
    _ candidates: PairMatrix, _ logOdds: [Double]
  ) -> (ofRow: [Double], ofColumn: [Double]) {
    var rowSums = [Double](repeating: 0, count: candidates.rowCount)
    var columnSums = [Double](repeating: 0, count: candidates.columnCount)
    let odds = logOdds.map(exponential)
    for row in 0..<candidates.rowCount {
      for place in candidates.range(ofRow: row) {
        rowSums[row] += odds[place]
        columnSums[Int(candidates.columns[place])] += odds[place]
      }
    }
    let rowLogs = rowSums.map(logarithm)
    let columnLogs = columnSums.map(logarithm)
    var ofRow: [Double] = []
    var ofColumn: [Double] = []
    for row in 0..<candidates.rowCount {
      for place in candidates.range(ofRow: row) {
        ofRow.append(logOdds[place] - rowLogs[row])
        ofColumn.append(logOdds[place] - columnLogs[Int(candidates.columns[place])])
      }
    }
    return (ofRow, ofColumn)
  }
}

extension EquivalenceModel {
  /// Adds up what the evidence says of each candidate.
  ///
  /// - Parameters:
  ///   - features: The fitted part of the evidence.
  ///   - evidence: All evidence, of which the direct tables enter with weights that were set.
  ///   - decisions: What people have decided, from -1 (rejected) to 1 (agreed).
  /// - Returns: The log odds of each candidate.
  public func firstStage(
    _ features: PairFeatures, _ evidence: EvidenceSet, decisions: PairMatrix? = nil
  ) -> [Double] {
    let weights = features.columns.map { weight($0.name, $0.form) }
    let base = weight(Part.base, .plain)
    let direct = evidence.all.filter { $0.directTable != nil }.map { DirectWeights($0, self) }
    let decided = weight(Part.decision, .plain)
    var result: [Double] = []
    result.reserveCapacity(features.candidates.columns.count)
    for row in 0..<features.candidates.rowCount {
      for place in features.candidates.range(ofRow: row) {
        var sum = base
        for (index, value) in features.values(at: place).enumerated() {
          sum += weights[index] * Double(value)
        }
        let column = Int(features.candidates.columns[place])
        for one in direct { sum += one.contribution(row, column) }
        if let decisions { sum += decided * Double(decisions[row, column]) }
        result.append(sum)
      }
    }
    return result
  }
}

/// How a table that leads from one side to the other enters.
struct DirectWeights {
  let evidence: Evidence
  private let listed: Double
  private let ofSource: Double
  private let unlisted: Double
  private let denied: Double
  private let maxima: [Float]

  init(_ evidence: Evidence, _ model: EquivalenceModel) {
    self.evidence = evidence
    let isCurated = evidence.directTable?.kind == "curated"
    let kind = isCurated ? EquivalenceModel.Part.curated : EquivalenceModel.Part.published
    func weight(_ form: EquivalenceModel.Form) -> Double {
      let own = model.terms.first { $0.name == evidence.name && $0.form == form }
      return own?.weight ?? model.weight(kind, form)
    }
    listed = weight(.listed)
    ofSource = weight(.ofSource)
    unlisted = weight(.unlisted)
    denied = model.weight(EquivalenceModel.Part.denied, .plain)
    maxima = evidence.ties.rowMaxima()
  }

  /// What the table adds to the log odds of a pair.
  func contribution(_ row: Int, _ column: Int) -> Double {
    var sum = 0.0
    let tie = evidence.ties[row, column]
    if tie > 0 {
      sum += listed + ofSource * Double(tie / maxima[row])
    } else if maxima[row] > 0 {
      sum += unlisted
    }
    if let denials = evidence.denied, denials[row, column] > 0 { sum += denied }
    return sum
  }
}
