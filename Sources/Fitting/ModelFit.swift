public import Matching

/// Fits the weights of the model to pairs that are taken as the answer.
public struct ModelFit: Sendable {
  /// The features of every candidate.
  public let features: PairFeatures
  /// The evidence they are of.
  public let evidence: EvidenceSet
  /// The right targets of each source, by number; `nil` for a source that the answer does not have.
  public let answers: [Set<Int>?]

  /// What the square of a weight of the first stage costs.
  public static let ridge = 1.0

  /// Prepares a fit.
  ///
  /// - Parameters:
  ///   - features: The features of every candidate.
  ///   - evidence: The evidence they are of, without the table that is the answer.
  ///   - answers: The right targets of each source, by number; `nil` for one to leave aside.
  public init(features: PairFeatures, evidence: EvidenceSet, answers: [Set<Int>?]) {
    self.features = features
    self.evidence = evidence
    self.answers = answers
  }

  /// The fitted weights, from the sources that a condition holds for.
  ///
  /// - Parameters:
  ///   - assumed: A model whose terms that are set, not fitted, are taken over.
  ///   - isUsed: Whether a source, by number, is learned from.
  /// - Returns: The model.
  public func model(
    assuming assumed: EquivalenceModel, using isUsed: (Int) -> Bool = { _ in true }
  ) -> EquivalenceModel {
    let rows = answers.indices.filter { answers[$0] != nil && isUsed($0) }
    var examples: [Float] = []
    var labels: [Bool] = []
    var places: [Int] = []
    for row in rows {
      for place in features.candidates.range(ofRow: row) {
        examples += features.values(at: place)
        labels.append(answers[row]?.contains(Int(features.candidates.columns[place])) == true)
        places.append(place)
      }
    }
    let first = LogisticRegression(
      features: examples, labels: labels,
      signs: features.columns.map { $0.isAgainst ? .negative : .positive }, ridge: Self.ridge)
    var terms = [
      EquivalenceModel.Term(EquivalenceModel.Part.base, .plain, weight: first.base)
    ]
    for (column, weight) in zip(features.columns, first.weights) {
      terms.append(EquivalenceModel.Term(column.name, column.form, weight: weight))
    }
    terms += secondStage(EquivalenceModel(terms: terms), labels, places)
    return EquivalenceModel(terms: terms + assumed.terms.filter { !$0.isFitted })
  }

  /// The weights by which the first stage is weighed against the alternatives.
  private func secondStage(
    _ model: EquivalenceModel, _ labels: [Bool], _ places: [Int]
  ) -> [EquivalenceModel.Term] {
    let scores = PairScores(
      features.candidates, firstStage: model.firstStage(features, evidence), model)
    var examples: [Float] = []
    for place in places {
      examples.append(Float(scores.firstStage[place]))
      examples.append(Float(scores.shareOfSource[place]))
      examples.append(Float(scores.shareOfTarget[place]))
    }
    let second = LogisticRegression(
      features: examples, labels: labels, signs: [.positive, .positive, .positive], ridge: 0.1)
    let names = [
      EquivalenceModel.Part.firstStage, EquivalenceModel.Part.rivalsOfSource,
      EquivalenceModel.Part.rivalsOfTarget,
    ]
    return zip(names, second.weights).map { EquivalenceModel.Term($0, .plain, weight: $1) }
      + [EquivalenceModel.Term(EquivalenceModel.Part.secondBase, .plain, weight: second.base)]
  }
}
