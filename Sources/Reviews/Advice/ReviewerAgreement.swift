/// How far two reviewers agree, beyond chance.
public struct ReviewerAgreement: Hashable, Sendable {
  /// The reviewers.
  public let reviewers: [String]
  /// How many pairs both have judged.
  public let count: Int
  /// The share of pairs on which their verdicts are the same, 0...1.
  public let observed: Double
  /// The share that would be expected by chance, 0...1.
  public let expected: Double

  /// Cohen's kappa, at most 1, 0 for chance; `nil` where chance alone would agree on everything, because
  /// both have only ever given one and the same verdict.
  ///
  /// J. Cohen, *A coefficient of agreement for nominal scales*, Educational and Psychological Measurement 20
  /// (1960) 37-46: (observed - expected) / (1 - expected). Its table of 25 verdicts, 20 agreed, is a test.
  public var kappa: Double? { expected < 1 ? (observed - expected) / (1 - expected) : nil }

  /// Compares the verdicts of two reviewers.
  ///
  /// - Parameters:
  ///   - reviewers: The reviewers.
  ///   - verdicts: What each said of the pairs that both have judged, at least one.
  public init(_ reviewers: [String], verdicts: [(Judgement.Verdict, Judgement.Verdict)]) {
    precondition(!verdicts.isEmpty, "nothing to compare")
    let total = Double(verdicts.count)
    self.reviewers = reviewers
    count = verdicts.count
    observed = Double(verdicts.count { $0.0 == $0.1 }) / total
    expected = Judgement.Verdict.allCases.reduce(0) { sum, verdict in
      let first = Double(verdicts.count { $0.0 == verdict })
      let second = Double(verdicts.count { $0.1 == verdict })
      return sum + first / total * second / total
    }
  }

  /// The agreement of every two reviewers who have judged a pair together.
  ///
  /// - Parameter reviews: The double reviews.
  /// - Returns: The agreements, in the order of reviewers.
  public static func all(_ reviews: [DoubleReview]) -> [ReviewerAgreement] {
    var verdicts: [[String]: [(Judgement.Verdict, Judgement.Verdict)]] = [:]
    for review in reviews where review.opened.count >= DoubleReview.reviewers {
      let (one, other) = (review.opened[0], review.opened[1])
      verdicts[[one.reviewer, other.reviewer], default: []].append((one.verdict, other.verdict))
    }
    return verdicts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { ReviewerAgreement($0.key, verdicts: $0.value) }
  }
}
