import Classifications
import Correspondences

/// Scores every candidate between two classifications.
///
/// Rows are unit groups of the evidence's sources, columns of its targets.
public struct PairScoring: Sendable {
  /// The evidence.
  public let evidence: EvidenceSet
  /// The candidates, as a matrix whose numbers are all 1; the scores go by place in it.
  public let candidates: PairMatrix
  /// The score of each candidate, 0...1.
  public let scores: [Double]
  /// Whether the scores are probabilities.
  public var isCalibrated: Bool { scored != nil }
  /// The model that made the scores; one without terms for scores that are no probabilities.
  public var model: EquivalenceModel { scored?.model ?? EquivalenceModel(terms: []) }

  let scored: ScoredModel?
  private let sums: (rows: [Double], columns: [Double])

  /// What a calibrated score is made of.
  struct ScoredModel: Sendable {
    let model: EquivalenceModel
    let features: PairFeatures
    let result: PairScores
    let direct: [DirectWeights]
    let traits: (sources: GroupTraits, targets: GroupTraits)
    let decisions: PairMatrix?
  }

  /// Scores by a model.
  ///
  /// - Parameters:
  ///   - evidence: The evidence.
  ///   - features: The fitted part of it.
  ///   - model: The weights.
  ///   - sources: The traits of the rows.
  ///   - targets: The traits of the columns.
  ///   - decisions: What people have decided, from -1 (rejected) to 1 (agreed).
  public init(
    _ evidence: EvidenceSet, _ features: PairFeatures, _ model: EquivalenceModel,
    sources: GroupTraits, targets: GroupTraits, decisions: PairMatrix? = nil
  ) {
    let result = PairScores(
      features.candidates,
      firstStage: model.firstStage(features, evidence, decisions: decisions), model)
    self.evidence = evidence
    candidates = features.candidates
    scores = result.probability
    scored = ScoredModel(
      model: model, features: features, result: result,
      direct: evidence.all.filter { $0.directTable != nil }.map { DirectWeights($0, model) },
      traits: (sources, targets), decisions: decisions)
    sums = Self.sums(candidates, scores)
  }

  /// How far the word of one published table is trusted, 0...1: an official table is evidence, not truth.
  public static let trust = 0.9

  /// Scores by the ties alone.
  ///
  /// The ties of several pieces of evidence are combined as independent, 1 - (1 - a)(1 - b)..., each
  /// weakened by the number of its steps, and by the part of its steps that a stronger one already used, so
  /// that no table counts twice.
  ///
  /// - Parameter evidence: The evidence.
  public init(ties evidence: EvidenceSet) {
    self.evidence = evidence
    let strengths = evidence.all.map { one in
      (one, one.routes[0].steps.reduce(1.0) { strength, _ in strength * Self.trust })
    }
    var rows = [Set<Int32>](repeating: [], count: evidence.sources.count)
    for one in evidence.all {
      for row in rows.indices {
        for place in one.ties.range(ofRow: row) where one.ties.values[place] > 0 {
          rows[row].insert(one.ties.columns[place])
        }
      }
    }
    candidates = PairMatrix(
      rows: rows.map { row in row.sorted().map { ($0, 1) } }, columnCount: evidence.targets.count)
    var scores: [Double] = []
    for (row, columns) in rows.enumerated() {
      for column in columns.sorted() {
        let weights = strengths.map {
          (evidence: $0.0, weight: Double($0.0.ties[row, Int(column)]) * $0.1)
        }
        scores.append(Self.combined(weights.filter { $0.weight > 0 }))
      }
    }
    self.scores = scores
    scored = nil
    sums = Self.sums(candidates, scores)
  }

  /// The same pairs, each row scored by the model for it.
  ///
  /// - Parameter model: Gives the model of a row.
  /// - Returns: The scores; the parts of a score remain those of the common model.
  public func rescored(by model: (Int) -> EquivalenceModel) -> Self {
    guard let scored else { return self }
    var known: [EquivalenceModel: [Double]] = [:]
    var scores = self.scores
    for row in 0..<candidates.rowCount {
      let own = model(row)
      let all =
        known[own]
        ?? PairScores(
          candidates,
          firstStage: own.firstStage(scored.features, evidence, decisions: scored.decisions), own
        ).probability
      known[own] = all
      for place in candidates.range(ofRow: row) { scores[place] = all[place] }
    }
    return Self(evidence: evidence, candidates: candidates, scores: scores, scored: scored)
  }

  private init(
    evidence: EvidenceSet, candidates: PairMatrix, scores: [Double], scored: ScoredModel?
  ) {
    self.evidence = evidence
    self.candidates = candidates
    self.scores = scores
    self.scored = scored
    sums = Self.sums(candidates, scores)
  }

  private static func combined(_ weights: [(evidence: Evidence, weight: Double)]) -> Double {
    var used: Set<String> = []
    var doubt = 1.0
    for one in weights.sorted(by: { $0.weight > $1.weight }) {
      let tables = one.evidence.routes[0].steps.map(\.correspondence.id)
      let new = tables.filter { used.insert($0).inserted }.count
      doubt *= 1 - one.weight * Double(new) / Double(tables.count)
    }
    return 1 - doubt
  }

  private static func sums(
    _ candidates: PairMatrix, _ scores: [Double]
  ) -> (rows: [Double], columns: [Double]) {
    var rows = [Double](repeating: 0, count: candidates.rowCount)
    var columns = [Double](repeating: 0, count: candidates.columnCount)
    for row in 0..<candidates.rowCount {
      for place in candidates.range(ofRow: row) {
        rows[row] += scores[place]
        columns[Int(candidates.columns[place])] += scores[place]
      }
    }
    return (rows, columns)
  }

  /// The score of a pair; 0 for one that is no candidate.
  public func score(_ row: Int, _ column: Int) -> Double {
    candidates.place(row, column).map { scores[$0] } ?? 0
  }

  /// How much of each of two groups lies in the other.
  public func overlap(_ row: Int, _ column: Int) -> RelationEstimate {
    let score = score(row, column)
    guard score > 0 else { return RelationEstimate(ofSource: 0, ofTarget: 0) }
    return RelationEstimate(
      ofSource: score / sums.rows[row], ofTarget: score / sums.columns[column])
  }

  /// The candidates of a row, or of a column, that score at least so much, the best first, then in order.
  public func ranked(
    row: Int? = nil, column: Int? = nil, atLeast least: Double = 0
  ) -> [(row: Int, column: Int, score: Double)] {
    var found: [(row: Int, column: Int, score: Double)] = []
    let rows = row.map { $0..<($0 + 1) } ?? 0..<candidates.rowCount
    for row in rows {
      if let column {
        guard let place = candidates.place(row, column) else { continue }
        found.append((row, column, scores[place]))
      } else {
        for place in candidates.range(ofRow: row) {
          found.append((row, Int(candidates.columns[place]), scores[place]))
        }
      }
    }
    return found.filter { $0.score >= least && $0.score > 0 }.sorted {
      $0.score != $1.score
        ? $0.score > $1.score : ($0.row, $0.column) < ($1.row, $1.column)
    }
  }
}
