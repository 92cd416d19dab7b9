public import Classifications

/// How the evidence for groups is weighed, and how sure an answer with a certain weight is.
public struct TitleRanking: Hashable, Sendable {
  /// For each language, the weight of each kind of evidence, in the order of ``GroupEvidence/names``.
  var weights: [[Double]]

  /// For each language, the share of right answers at each probability that the weights give: steps,
  /// ascending.
  var calibration: [[Step]]

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
  ///   - calibration: The steps of each language; none if probabilities are taken as they are.
  public init(weights: [String: [Double]], calibration: [Language: [Step]]) {
    self.weights = (0..<3).map { language in
      GroupEvidence.names.map { name in
        weights[name].flatMap { language < $0.count ? $0[language] : nil } ?? 0
      }
    }
    self.calibration = Language.allCases.map { language in
      (calibration[language] ?? []).sorted { $0.raw < $1.raw }
    }
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

  /// The likeliest groups by probability, the likeliest first; the probabilities of all add up to 1.
  func order(
    _ evidence: GroupEvidence, languages: [Float], limit: Int
  ) -> [(group: Int, probability: Double)] {
    let weights = weights(languages).map { Float($0) }
    let width = weights.count
    var sums = [Float](repeating: 0, count: evidence.groups.count)
    for place in sums.indices {
      var sum: Float = 0
      for index in 0..<width { sum += weights[index] * evidence.values[place * width + index] }
      sums[place] = sum
    }
    guard let top = sums.max() else { return [] }
    let powers = sums.map { exponential(Double($0 - top)) }
    let total = powers.reduce(0, +)
    var best: [Int] = []
    for place in powers.indices {
      func isBefore(_ other: Int) -> Bool {
        powers[place] != powers[other]
          ? powers[place] > powers[other] : evidence.groups[place] < evidence.groups[other]
      }
      if best.count == limit, !isBefore(best[limit - 1]) { continue }
      best.insert(place, at: best.firstIndex(where: isBefore) ?? best.count)
      if best.count > limit { best.removeLast() }
    }
    return best.map { (evidence.groups[$0], powers[$0] / total) }
  }

  /// How often an answer of a raw probability is right, between the steps along the line.
  func certainty(_ raw: Double, in language: Int) -> Double {
    let calibration = calibration[language]
    guard let first = calibration.first, let last = calibration.last else { return raw }
    if raw <= first.raw { return first.certainty * (first.raw > 0 ? raw / first.raw : 1) }
    if raw >= last.raw { return last.certainty }
    let next = calibration.firstIndex { $0.raw > raw } ?? calibration.count - 1
    let (low, high) = (calibration[next - 1], calibration[next])
    let part = (raw - low.raw) / max(high.raw - low.raw, 1e-9)
    return low.certainty + part * (high.certainty - low.certainty)
  }
}
