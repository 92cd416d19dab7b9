public import Classifications

/// Fits the weights of the ranking and its calibration to titles whose group is known.
///
/// The weights maximise the likelihood of the right groups among the candidates (a conditional logistic
/// regression); the calibration is isotonic, on titles that the weights were not fitted to.
public struct TitleTrainer {
  /// The candidates of one title, as numbers, and which of them are right.
  public struct Sample: Sendable {
    /// The numbers of all candidates, one behind the other.
    let values: [Float]
    let isRight: [Bool]
    /// How likely each language is.
    let languages: [Float]
    /// The place of the likeliest language.
    let main: Int

    /// Whether any right group is among the candidates.
    public var isAnswerable: Bool { isRight.contains(true) }

    /// The weighted sum of each candidate's numbers.
    func sums(_ weights: [Double]) -> [Double] {
      var sums = [Double](repeating: 0, count: isRight.count)
      let width = weights.count
      for place in sums.indices {
        var sum = 0.0
        for index in 0..<width { sum += weights[index] * Double(values[place * width + index]) }
        sums[place] = sum
      }
      return sums
    }
  }

  /// How far titles of the index that are like the title itself may help to code it.
  public enum Exclusion: Hashable, Sendable {
    /// All titles help.
    case nothing
    /// Titles with the same words do not, as titles of some classifications and standings, or of any (`nil`).
    case same(Set<ClassificationID>?, TitleEntry.Standing?)
    /// Titles at least so alike do not.
    case near(Float)
  }

  private let coder: TitleCoder

  /// Creates a trainer.
  public init(_ coder: TitleCoder) { self.coder = coder }

  /// The sample that a title makes.
  ///
  /// - Parameters:
  ///   - title: The title as it is in the index, by which others are excluded.
  ///   - written: The title as it is looked for.
  ///   - exclusion: Which titles do not help.
  ///   - target: The classification.
  ///   - right: The codes that are right.
  /// - Returns: The sample.
  public func sample(
    _ title: String, written: String, excluding exclusion: Exclusion, in target: TitleTarget,
    right: Set<String>
  ) -> Sample {
    let hidden = hidden(title, exclusion, target)
    var found = coder.find(written, language: nil, in: target, hiding: hidden)
    // Noise that makes another title of the index of it ('nurse, head' becomes 'nurse') has made it another
    // job.
    let isOther = (found.own + found.others).contains { hit in
      hit.isSame && hidden?.titles.contains(hit.title) != true
        && coder.isIndexed(hit.title, in: target)
    }
    if isOther, written != title {
      found = coder.find(title, language: nil, in: target, hiding: hidden)
    }
    let evidence = coder.evidence(found, in: target)
    let languages = found.query.languages
    return Sample(
      values: evidence.values,
      isRight: evidence.groups.map { right.contains(target.groups[$0]) }, languages: languages,
      main: languages.indices.max { languages[$0] < languages[$1] } ?? 0)
  }

  private func hidden(
    _ title: String, _ exclusion: Exclusion, _ target: TitleTarget
  ) -> TitleCoder.Hidden? {
    let bound: Float
    var classifications: Set<ClassificationID>?
    var standing: TitleEntry.Standing?
    switch exclusion {
    case .nothing: return nil
    case .same(let named, let own): (bound, classifications, standing) = (2, named, own)
    case .near(let near): bound = near
    }
    let clean = coder.find(title, language: nil, in: target)
    let titles = (clean.own + clean.others).filter { $0.isSame || $0.similarity >= bound }
    return TitleCoder.Hidden(
      titles: Set(titles.map(\.title)), classifications: classifications,
      standings: standing.map { [UInt8($0.rawValue)] })
  }

  /// Fits the weights: to all samples, and from there to those of each language.
  ///
  /// - Parameter samples: The samples.
  /// - Returns: The weights, by name, one for each language.
  public static func fit(_ samples: [Sample]) -> [String: [Double]] {
    let usable = samples.filter { $0.isAnswerable && $0.isRight.count > 1 }
    let zero = [Double](repeating: 0, count: GroupEvidence.count)
    guard !usable.isEmpty else { return [:] }
    let base = fit(usable, from: zero, penalty: 0.0003, epochs: 30)
    let weights = (0..<3).map { language in
      fit(usable.filter { $0.main == language }, from: base, penalty: 0.001, epochs: 15)
    }
    return Dictionary(
      uniqueKeysWithValues: GroupEvidence.names.enumerated().map { place, name in
        (name, weights.map { $0[place] })
      })
  }

  /// Fits weights by Adam (Kingma and Ba 2015), on a few samples at a time.
  private static func fit(
    _ samples: [Sample], from start: [Double], penalty: Double, epochs: Int
  ) -> [Double] {
    guard !samples.isEmpty else { return start }
    let size = 128
    // Every batch takes samples from all over the list, whose order is that of the tasks.
    let batches = (samples.count + size - 1) / size
    var weights = start
    var mean = [Double](repeating: 0, count: start.count)
    var square = mean
    var round = 0
    for epoch in 0..<epochs {
      let rate = 0.05 * (1 - 0.95 * Double(epoch) / Double(epochs))
      for batch in 0..<batches {
        round += 1
        var gradient = weights.indices.map { -penalty * (weights[$0] - start[$0]) }
        let members = stride(from: batch, to: samples.count, by: batches)
        let scale = 1 / Double(size)
        for member in members { add(samples[member], weights, &gradient, scale) }
        for index in weights.indices {
          mean[index] = 0.9 * mean[index] + 0.1 * gradient[index]
          square[index] = 0.999 * square[index] + 0.001 * gradient[index] * gradient[index]
          let step = mean[index] / (1 - power(0.9, round))
          let root = (square[index] / (1 - power(0.999, round))).squareRoot() + 1e-8
          weights[index] += rate * step / root
          // That a title of a group is alike never speaks against the group.
          if GroupEvidence.isNeverNegative[index] { weights[index] = max(0, weights[index]) }
        }
      }
    }
    return weights
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    exponential(Double(exponent) * Double(logarithm(Float(base))))
  }

  private static func add(
    _ sample: Sample, _ weights: [Double], _ gradient: inout [Double], _ scale: Double
  ) {
    let sums = sample.sums(weights)
    let top = sums.max() ?? 0
    let powers = sums.map { exponential($0 - top) }
    let total = powers.reduce(0, +)
    var rightTotal = 0.0
    for place in powers.indices where sample.isRight[place] { rightTotal += powers[place] }
    let width = weights.count
    for place in powers.indices {
      let wanted = sample.isRight[place] ? powers[place] / max(rightTotal, 1e-12) : 0
      let pull = scale * (wanted - powers[place] / total)
      for index in 0..<width {
        gradient[index] += pull * Double(sample.values[place * width + index])
      }
    }
  }

  /// The steps of a calibration: the share of right first answers at each raw probability.
  ///
  /// - Parameters:
  ///   - samples: Samples that the weights were not fitted to.
  ///   - ranking: The weights.
  /// - Returns: The steps of each language, by the pool-adjacent-violators rule, each of 30 answers or more.
  public static func calibrate(
    _ samples: [Sample], _ ranking: TitleRanking
  ) -> [Language: [TitleRanking.Step]] {
    Dictionary(
      uniqueKeysWithValues: Language.allCases.enumerated().map { number, language in
        (language, steps(samples.filter { $0.main == number }, ranking))
      })
  }

  private static func steps(_ samples: [Sample], _ ranking: TitleRanking) -> [TitleRanking.Step] {
    var answers: [(raw: Double, isRight: Bool)] = []
    for sample in samples where !sample.isRight.isEmpty {
      let sums = sample.sums(ranking.weights(sample.languages))
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
      let sums = sample.sums(ranking.weights(sample.languages))
      guard let best = sums.indices.max(by: { sums[$0] < sums[$1] }) else { return false }
      return sample.isRight[best]
    }
    return samples.isEmpty ? 0 : Double(right) / Double(samples.count)
  }
}
