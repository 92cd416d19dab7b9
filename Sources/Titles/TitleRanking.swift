/// How the evidence for groups is weighed, and how sure an answer with a certain weight is.
public struct TitleRanking: Hashable, Sendable {
  /// The weight of each kind of evidence, in the order of ``GroupEvidence/Feature``.
  var weights: [Double]

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
  ///   - weights: The weights by name of the evidence; what is not named weighs nothing.
  ///   - calibration: The steps.
  public init(weights: [String: Double], calibration: [Step]) {
    self.weights = GroupEvidence.Feature.allCases.map { weights[$0.name] ?? 0 }
    self.calibration = calibration.sorted { $0.raw < $1.raw }
  }

  /// The weights by name, in the order in which they are written down.
  public var namedWeights: [(name: String, weight: Double)] {
    GroupEvidence.Feature.allCases.map { ($0.name, weights[$0.rawValue]) }
  }

  /// The groups by probability, the likeliest first; probabilities add up to 1.
  func order(_ evidence: [GroupEvidence]) -> [(place: Int, probability: Double)] {
    let sums = evidence.map { score($0.values) }
    guard let top = sums.max() else { return [] }
    let powers = sums.map { exponential($0 - top) }
    let total = powers.reduce(0, +)
    return powers.indices.map { ($0, powers[$0] / total) }.sorted {
      ($1.probability, evidence[$0.place].group) < ($0.probability, evidence[$1.place].group)
    }
  }

  func score(_ values: [Float]) -> Double {
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
