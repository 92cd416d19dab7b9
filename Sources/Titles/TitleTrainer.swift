public import Classifications

/// Fits the weights of the ranking and its calibration to titles whose group is known.
///
/// The weights maximise the likelihood of the right groups among the candidates (a conditional logistic
/// regression); the calibration is isotonic, on titles that the weights were not fitted to.
public struct TitleTrainer {
  /// The candidates of one title, as numbers, and which of them are right.
  public struct Sample: Sendable {
    let candidates: [[Float]]
    let isRight: [Bool]

    /// Whether any right group is among the candidates.
    public var isAnswerable: Bool { isRight.contains(true) }
  }

  /// How far titles of the index that are like the title itself may help to code it.
  public enum Exclusion: Hashable, Sendable {
    /// All titles help.
    case nothing
    /// Titles with the same words do not.
    case same
    /// Titles at least so alike do not.
    case near(Float)
  }

  private let coder: TitleCoder

  /// Creates a trainer.
  public init(_ coder: TitleCoder) { self.coder = coder }

  /// Finds the titles that are like one, without those that are excluded.
  ///
  /// - Parameters:
  ///   - title: The title as it is in the index, by which others are excluded.
  ///   - written: The title as it is looked for.
  ///   - language: The language; `nil` to find it out.
  ///   - exclusion: Which titles do not help.
  ///   - target: The classification.
  /// - Returns: The titles.
  public func find(
    _ title: String, written: String, language: Language?, excluding exclusion: Exclusion,
    for target: TitleTarget
  ) -> TitleCoder.Found {
    var excluded: Set<Int> = []
    if exclusion != .nothing {
      let clean = coder.find(title, language: language, for: target)
      for hit in clean.own + clean.others {
        switch exclusion {
        case .nothing: break
        case .same: if hit.isSame { excluded.insert(hit.title) }
        case .near(let bound): if hit.similarity >= bound { excluded.insert(hit.title) }
        }
      }
    }
    return coder.find(written, language: language, for: target, excluding: excluded)
  }

  /// The sample that titles make.
  public func sample(
    _ found: TitleCoder.Found, in target: TitleTarget, right: Set<String>
  ) -> Sample {
    let evidence = coder.evidence(found, in: target)
    return Sample(
      candidates: evidence.map(\.values),
      isRight: evidence.map { right.contains(target.groups[$0.group]) })
  }

  /// Fits the weights.
  ///
  /// - Parameters:
  ///   - samples: The samples.
  ///   - rounds: How many steps are taken.
  /// - Returns: The weights, by name.
  public static func fit(_ samples: [Sample], rounds: Int = 400) -> [String: Double] {
    let usable = samples.filter { $0.isAnswerable && $0.candidates.count > 1 }
    let count = GroupEvidence.Feature.allCases.count
    var weights = [Double](repeating: 0, count: count)
    var mean = weights
    var square = weights
    guard !usable.isEmpty else { return [:] }
    for round in 1...rounds {
      var gradient = weights.map { -0.0005 * $0 }
      for sample in usable { add(sample, weights, &gradient, 1 / Double(usable.count)) }
      // Adam (Kingma and Ba 2015), on all samples at once.
      for index in weights.indices {
        mean[index] = 0.9 * mean[index] + 0.1 * gradient[index]
        square[index] = 0.999 * square[index] + 0.001 * gradient[index] * gradient[index]
        let step = mean[index] / (1 - power(0.9, round))
        let scale = (square[index] / (1 - power(0.999, round))).squareRoot() + 1e-8
        weights[index] += 0.1 * step / scale
      }
    }
    return Dictionary(
      uniqueKeysWithValues: GroupEvidence.Feature.allCases.map { ($0.name, weights[$0.rawValue]) })
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<exponent { result *= base }
    return result
  }

  private static func add(
    _ sample: Sample, _ weights: [Double], _ gradient: inout [Double], _ scale: Double
  ) {
    let sums = sample.candidates.map { values in
      weights.indices.reduce(0.0) { $0 + weights[$1] * Double(values[$1]) }
    }
    let top = sums.max() ?? 0
    let powers = sums.map { exponential($0 - top) }
    let total = powers.reduce(0, +)
    var rightTotal = 0.0
    for place in powers.indices where sample.isRight[place] { rightTotal += powers[place] }
    for place in powers.indices {
      let wanted = sample.isRight[place] ? powers[place] / max(rightTotal, 1e-12) : 0
      let pull = scale * (wanted - powers[place] / total)
      for index in gradient.indices {
        gradient[index] += pull * Double(sample.candidates[place][index])
      }
    }
  }

  /// The steps of a calibration: the share of right first answers at each raw probability.
  ///
  /// - Parameters:
  ///   - samples: Samples that the weights were not fitted to.
  ///   - ranking: The weights.
  /// - Returns: The steps, by the pool-adjacent-violators rule, each of 30 answers or more.
  public static func calibrate(_ samples: [Sample], _ ranking: TitleRanking) -> [TitleRanking.Step]
  {
    var answers: [(raw: Double, isRight: Bool)] = []
    for sample in samples where !sample.candidates.isEmpty {
      let sums = sample.candidates.map(ranking.score)
      let top = sums.max() ?? 0
      let total = sums.reduce(0) { $0 + exponential($1 - top) }
      let best = sums.indices.max { sums[$0] < sums[$1] } ?? 0
      answers.append((1 / total, sample.isRight[best]))
    }
    answers.sort { ($0.raw, $0.isRight ? 1 : 0) < ($1.raw, $1.isRight ? 1 : 0) }
    var pools: [(raw: Double, right: Double, count: Double)] = []
    let size = max(30, answers.count / 40)
    var start = 0
    while start < answers.count {
      let end = answers.count - start < 2 * size ? answers.count : start + size
      let chunk = answers[start..<end]
      pools.append(
        (
          chunk.reduce(0) { $0 + $1.raw }, chunk.reduce(0) { $0 + ($1.isRight ? 1 : 0) },
          Double(chunk.count)
        ))
      start = end
      while pools.count > 1 {
        let (one, other) = (pools[pools.count - 2], pools[pools.count - 1])
        guard one.right / one.count > other.right / other.count else { break }
        pools.removeLast(2)
        pools.append((one.raw + other.raw, one.right + other.right, one.count + other.count))
      }
    }
    return pools.map { pool in
      TitleRanking.Step(
        raw: pool.raw / pool.count, certainty: (pool.right + 0.5) / (pool.count + 1))
    }
  }

  /// The share of samples whose likeliest group is right.
  public static func accuracy(_ samples: [Sample], _ ranking: TitleRanking) -> Double {
    let right = samples.count { sample in
      let sums = sample.candidates.map(ranking.score)
      guard let best = sums.indices.max(by: { sums[$0] < sums[$1] }) else { return false }
      return sample.isRight[best]
    }
    return samples.isEmpty ? 0 : Double(right) / Double(samples.count)
  }
}
