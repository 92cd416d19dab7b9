/// How well titles were coded, beside what people coded.
public struct TitleEvaluation: Hashable, Sendable {
  /// What was answered for one title.
  public struct Answer: Hashable, Sendable {
    /// The codes, the likeliest first.
    public let codes: [String]
    /// The score of the first; 0 if there is none.
    public let score: Double
    /// The right codes.
    public let right: [String]

    /// Creates an answer.
    public init(codes: [String], score: Double, right: [String]) {
      self.codes = codes
      self.score = score
      self.right = right
    }
  }

  /// How many titles there are.
  public let count: Int
  /// The share whose first code is right, with the 95 % interval (Wilson 1927).
  public let topOne: Evaluation.Figure
  /// The share that has a right one among the first five.
  public let topFive: Evaluation.Figure
  /// The share of titles that can be coded so that nine of ten first codes are right: the most that any
  /// threshold of the score gives.
  public let coverageAtNineTenths: Double
  /// The mean distance between the score of the first code and the share of right ones, in ten bins.
  public let calibrationError: Double

  /// Measures answers by the first digits of the codes.
  ///
  /// - Parameters:
  ///   - answers: The answers.
  ///   - digits: How many digits have to be right.
  public init(_ answers: [Answer], digits: Int) {
    count = answers.count
    var first: [(score: Double, isRight: Bool)] = []
    var five = 0
    for answer in answers {
      let right = Set(answer.right.map { String($0.prefix(digits)) })
      var codes: [String] = []
      for code in answer.codes.map({ String($0.prefix(digits)) }) where !codes.contains(code) {
        codes.append(code)
      }
      first.append((answer.score, codes.first.map(right.contains) ?? false))
      if codes.prefix(5).contains(where: right.contains) { five += 1 }
    }
    topOne = Self.share(first.count { $0.isRight }, of: count)
    topFive = Self.share(five, of: count)
    let ordered = first.sorted { $0.score > $1.score }
    var right = 0
    var covered = 0
    for (place, item) in ordered.enumerated() {
      if item.isRight { right += 1 }
      // A threshold cannot part titles of the same score.
      let isEnd = place + 1 == ordered.count || ordered[place + 1].score < item.score
      if isEnd, item.score > 0, right * 10 >= (place + 1) * 9 { covered = place + 1 }
    }
    coverageAtNineTenths = count == 0 ? 0 : Double(covered) / Double(count)
    var error = 0.0
    for bin in 0..<10 {
      let items = first.filter { min(9, Int($0.score * 10)) == bin }
      guard !items.isEmpty else { continue }
      let sum = items.reduce(0) { $0 + $1.score - ($1.isRight ? 1 : 0) }
      error += abs(sum)
    }
    calibrationError = count == 0 ? 0 : error / Double(count)
  }

  /// A share with its interval by Wilson's score.
  static func share(_ part: Int, of count: Int) -> Evaluation.Figure {
    guard count > 0 else { return Evaluation.Figure(value: 0, low: 0, high: 0) }
    let z = 1.959964
    let n = Double(count)
    let p = Double(part) / n
    let middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot() / (1 + z * z / n)
    return Evaluation.Figure(value: p, low: max(0, middle - half), high: min(1, middle + half))
  }
}
