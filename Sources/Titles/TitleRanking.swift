/// How the evidence for groups is weighed, and how sure an answer with a certain weight is.
public struct TitleRanking: Hashable, Sendable {
  /// For each language, the weight of each kind of evidence, in the order of ``GroupEvidence/names``.
  var weights: [[Double]]

  /// The share of right answers at each probability that the weights give: steps, ascending.
  var calibration: [Step]

  /// A step of a calibration.
  public struct Step: Hashable, Sendable {
    /// The probability before calibration, 0...1.
    public let raw: Double
    /// The share of right answers there, 0...1.
    public let certainty: Double

    /// Creates a step.
    public init(raw: Double, certainty: Double) {
      self.raw = raw
      self.certainty = certainty
    }
  }

  /// Creates a ranking.
  ///
  /// - Parameters:
  ///   - weights: The weights by name of the evidence, one for each language in the order of
  ///     `Language.allCases`; what is not named weighs nothing.
  ///   - calibration: The steps.
  public init(weights: [String: [Double]], calibration: [Step]) {
    self.weights = (0..<3).map { language in
      GroupEvidence.names.map { name in
        weights[name].flatMap { language < $0.count ? $0[language] : nil } ?? 0
      }
    }
    self.calibration = calibration.sorted { $0.raw < $1.raw }
  }

  /// The weights by name, in the order in which they are written down.
  public var namedWeights: [(name: String, weights: [Double])] {
    GroupEvidence.names.enumerated().map { place, name in (name, weights.map { $0[place] }) }
  }

  /// The weights for a title that may be in several languages.
  func weights(_ languages: [Float]) -> [Double] {
    var result = [Double](repeating: 0, count: GroupEvidence.count)
    let total = Double(max(languages.reduce(0, +), 1e-6))
    for (language, part) in languages.enumerated() where part > 0 {
      for place in result.indices {
        result[place] += Double(part) / total * weights[language][place]
      }
    }
    return result
  }

  /// The groups by probability, the likeliest first; probabilities add up to 1.
  func order(
    _ evidence: [GroupEvidence], languages: [Float]
  ) -> [(place: Int, probability: Double)] {
    let weights = weights(languages)
    let sums = evidence.map { Self.score($0.values, weights) }
    guard let top = sums.max() else { return [] }
    let powers = sums.map { exponential($0 - top) }
    let total = powers.reduce(0, +)
    return powers.indices.map { ($0, powers[$0] / total) }.sorted {
      ($1.probability, evidence[$0.place].group) < ($0.probability, evidence[$1.place].group)
    }
  }

  static func score(_ values: [Float], _ weights: [Double]) -> Double {
    var sum = 0.0
    for index in weights.indices { sum += weights[index] * Double(values[index]) }
    return sum
  }

  /// How often an answer of a raw probability is right, between the steps along the line.
  func certainty(_ raw: Double) -> Double {
    guard let first = calibration.first, let last = calibration.last else { return raw }
    if raw <= first.raw { return first.certainty * (first.raw > 0 ? raw / first.raw : 1) }
    if raw >= last.raw { return last.certainty }
    let next = calibration.firstIndex { $0.raw > raw } ?? calibration.count - 1
    let (low, high) = (calibration[next - 1], calibration[next])
    let part = (raw - low.raw) / max(high.raw - low.raw, 1e-9)
    return low.certainty + part * (high.certainty - low.certainty)
  }
}
