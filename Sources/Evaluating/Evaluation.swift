/// How well ranked answers agree with a table that is taken as the answer.
///
/// Measures and their names are those of information retrieval (Manning, Raghavan and Schütze,
/// *Introduction to Information Retrieval*, 2008, chapter 8); the calibration error is that of Naeini,
/// Cooper and Hauskrecht (AAAI 2015) with ten bins of equal width.
public struct Evaluation: Hashable, Sendable {
  /// The candidates for one code, the best first, with scores of 0...1.
  public struct Answer: Hashable, Sendable {
    /// The code asked about.
    public let source: String
    /// The part of the classification it is counted in, such as its division.
    public let division: String
    /// The targets, the best first.
    public let targets: [String]
    /// The scores of the targets.
    public let scores: [Double]

    /// Creates an answer.
    ///
    /// - Precondition: There are as many scores as targets.
    public init(source: String, division: String, targets: [String], scores: [Double]) {
      precondition(targets.count == scores.count, "a score for each target")
      self.source = source
      self.division = division
      self.targets = targets
      self.scores = scores
    }
  }

  /// A figure with the interval that holds it in 95 of 100 resamplings of the codes.
  public struct Figure: Hashable, Sendable {
    /// The figure over all codes.
    public let value: Double
    /// The lower end of the interval.
    public let low: Double
    /// The upper end of the interval.
    public let high: Double
  }

  /// How many codes were evaluated: those that the gold table has targets for.
  public let count: Int
  /// The share of codes whose first candidate is right.
  public let topOne: Figure
  /// The mean share of a code's right targets among its first five candidates.
  public let recallAtFive: Figure
  /// The mean of the inverse rank of the first right candidate; 0 where there is none.
  public let meanReciprocalRank: Figure
  /// Of the candidates with a score of at least 0.5, the share that is right; `nil` if there are none.
  public let precisionAtHalf: Double?
  /// Of the right targets, the share that has a score of at least 0.5.
  public let recallAtHalf: Double
  /// The share of codes that have any candidate.
  public let coverage: Double
  /// The mean distance between score and share of right ones, over bins of candidates; `nil` if there
  /// are no candidates.
  public let calibrationError: Double?
  /// The same over the first candidate of each code alone, where scores are high and mistakes seen.
  public let calibrationErrorOfFirst: Double?
  /// How the scores of the first candidates compare with how many of them are right.
  public let reliabilityOfFirst: [ScoreBin]

  /// Candidates of about one score.
  public struct ScoreBin: Hashable, Sendable {
    /// How many candidates there are.
    public let count: Int
    /// Their mean score, 0...1.
    public let score: Double
    /// The share of them that is right, 0...1.
    public let right: Double
  }

  /// Evaluates answers.
  ///
  /// - Parameters:
  ///   - answers: The answers; those to codes that the gold table does not have are left aside.
  ///   - gold: The right targets of each code.
  ///   - resamplings: How often the codes are drawn anew for the intervals.
  /// - Complexity: O(*n* x *r*), where *n* is the number of codes and *r* that of resamplings.
  public init(_ answers: [Answer], gold: [String: Set<String>], resamplings: Int = 1_000) {
    let judged = answers.compactMap { answer in
      gold[answer.source].flatMap { $0.isEmpty ? nil : Judgement(answer, $0) }
    }
    count = judged.count
    let samples = Self.samples(of: judged.count, rounds: judged.isEmpty ? 0 : resamplings)
    topOne = Self.figure(judged.map(\.isFirstRight), samples)
    recallAtFive = Self.figure(judged.map(\.recallAtFive), samples)
    meanReciprocalRank = Self.figure(judged.map(\.reciprocalRank), samples)
    let sure = judged.reduce((right: 0, all: 0, gold: 0)) { sum, one in
      (sum.right + one.rightAtHalf, sum.all + one.allAtHalf, sum.gold + one.goldCount)
    }
    precisionAtHalf = sure.all > 0 ? Double(sure.right) / Double(sure.all) : nil
    recallAtHalf = sure.gold > 0 ? Double(sure.right) / Double(sure.gold) : 0
    coverage = judged.isEmpty ? 0 : Double(judged.count { $0.hasCandidates }) / Double(judged.count)
    calibrationError = Self.calibrationError(Self.bins(judged.flatMap(\.scored)))
    reliabilityOfFirst = Self.bins(judged.flatMap { $0.scored.prefix(1) })
    calibrationErrorOfFirst = Self.calibrationError(reliabilityOfFirst)
  }

  /// What one answer is worth.
  private struct Judgement {
    let isFirstRight: Double
    let recallAtFive: Double
    let reciprocalRank: Double
    let rightAtHalf: Int
    let allAtHalf: Int
    let goldCount: Int
    let hasCandidates: Bool
    let scored: [(score: Double, isRight: Bool)]

    init(_ answer: Answer, _ gold: Set<String>) {
      let right = answer.targets.map(gold.contains)
      isFirstRight = right.first == true ? 1 : 0
      recallAtFive = Double(right.prefix(5).count { $0 }) / Double(gold.count)
      reciprocalRank = right.firstIndex(of: true).map { 1 / Double($0 + 1) } ?? 0
      let sure = zip(answer.scores, right).filter { $0.0 >= 0.5 }
      rightAtHalf = sure.count { $0.1 }
      allAtHalf = sure.count
      goldCount = gold.count
      hasCandidates = !right.isEmpty
      scored = zip(answer.scores, right).map { (score: $0, isRight: $1) }
    }
  }

  private static func figure(_ values: [Double], _ samples: [[Int]]) -> Figure {
    guard !values.isEmpty else { return Figure(value: 0, low: 0, high: 0) }
    let mean = values.reduce(0, +) / Double(values.count)
    let means = samples.map { sample in
      sample.reduce(0) { $0 + values[$1] } / Double(values.count)
    }.sorted()
    guard !means.isEmpty else { return Figure(value: mean, low: mean, high: mean) }
    let tail = means.count / 40
    return Figure(value: mean, low: means[tail], high: means[means.count - 1 - tail])
  }

  /// Draws with replacement, always the same ones, so that output depends on its input alone.
  private static func samples(of count: Int, rounds: Int) -> [[Int]] {
    var state: UInt64 = 2_017
    return (0..<rounds).map { _ in
      (0..<count).map { _ in
        // SplitMix64 (Steele, Lea and Flood, 2014).
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((word ^ (word >> 31)) % UInt64(count))
      }
    }
  }

  /// The candidates by tenths of their score, without tenths that none has.
  private static func bins(_ scored: [(score: Double, isRight: Bool)]) -> [ScoreBin] {
    var sums = [(count: Int, score: Double, right: Double)](repeating: (0, 0, 0), count: 10)
    for one in scored {
      let bin = min(9, max(0, Int(one.score * 10)))
      sums[bin].count += 1
      sums[bin].score += one.score
      sums[bin].right += one.isRight ? 1 : 0
    }
    return sums.filter { $0.count > 0 }.map {
      ScoreBin(
        count: $0.count, score: $0.score / Double($0.count), right: $0.right / Double($0.count))
    }
  }

  private static func calibrationError(_ bins: [ScoreBin]) -> Double? {
    let count = bins.reduce(0) { $0 + $1.count }
    guard count > 0 else { return nil }
    return bins.reduce(0) { $0 + Double($1.count) * abs($1.score - $1.right) } / Double(count)
  }
}
