public import Classifications
import Correspondences
import Matching
public import ReferenceData

/// What the published tables say of pairs, in short.
public final class PairEvidence {
  let catalogue: Catalogue
  private var pivots: [OccupationCode: Set<String>] = [:]
  private var answers: [[String]: EquivalenceAnswer] = [:]

  /// Begins without having looked anything up.
  public init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// Where a group stands among the candidates for another.
  public struct Standing: Hashable, Sendable {
    /// Its place, from 1; `nil` if it is no candidate.
    public let place: Int?
    /// How many candidates there are.
    public let candidates: Int
    /// Its score, 0...1; 0 if it is no candidate.
    public let score: Double
    /// How evenly the score is spread over the candidates: the normalised entropy, from 0, one alone, to 1.
    public let ambiguity: Double
  }

  /// Where the NOC group of a pair stands among the candidates for its SINCO group, or the other way round.
  ///
  /// - Parameters:
  ///   - target: The group that is looked for.
  ///   - source: The group that is asked about.
  /// - Returns: The standing; `nil` if the source does not exist.
  /// - Throws: `FileError` or `InvalidInput` if the tables cannot be read.
  public func standing(of target: OccupationCode, for source: OccupationCode) throws -> Standing? {
    guard try exists(source),
      catalogue.classifications.contains(where: { $0.id == target.classification })
    else { return nil }
    let answer = try answer(for: source, in: target.classification)
    let scores = answer.candidates.map(\.score)
    let place = answer.candidates.firstIndex { $0.target == target }
    return Standing(
      place: place.map { $0 + 1 }, candidates: scores.count, score: place.map { scores[$0] } ?? 0,
      ambiguity: normalisedEntropy(answer.serious.map(\.score)))
  }

  /// The ISCO-08 groups of both sides and what they share, and the place of the pair in the published tables.
  ///
  /// - Throws: `FileError` or `InvalidInput` if the tables cannot be read.
  public func short(_ link: ReviewLink) throws -> String {
    var parts: [String] = []
    let (left, right) = (try pivot(of: link.noc), try pivot(of: link.sinco))
    if let left, let right {
      let shared = left.intersection(right).sorted().joined(separator: ", ")
      parts.append(
        "ISCO-08 \(list(left)) / \(list(right)): \(shared.isEmpty ? "nothing shared" : "\(shared) shared")"
      )
    }
    for (code, exists) in [(link.noc, left != nil), (link.sinco, right != nil)] where !exists {
      parts.append("\(code) does not exist")
    }
    if left != nil, right != nil, let standing = try standing(of: link.noc, for: link.sinco) {
      if let place = standing.place {
        let score = Int((standing.score * 100).rounded())
        parts.append(
          "evidence: place \(place) of \(standing.candidates) for \(link.sinco), score \(score) of 100"
        )
      } else {
        parts.append("nothing ties \(link.sinco) to \(link.noc)")
      }
    }
    return parts.joined(separator: "; ")
  }

  private func list(_ groups: Set<String>) -> String {
    groups.isEmpty ? "none" : groups.sorted().joined(separator: ", ")
  }

  func exists(_ code: OccupationCode) throws -> Bool {
    guard catalogue.classifications.contains(where: { $0.id == code.classification }) else {
      return false
    }
    return try catalogue.codeTable(code.classification).contains(code.code)
  }

  /// The ISCO-08 groups of a code; `nil` if it does not exist.
  private func pivot(of code: OccupationCode) throws -> Set<String>? {
    guard try exists(code) else { return nil }
    if let known = pivots[code] { return known }
    let answer = try catalogue.finder(
      from: code.classification, to: .isco08, shortestOnly: true
    ).answer(for: code.code)
    let groups = Set(answer.candidates.map(\.target.code))
    pivots[code] = groups
    return groups
  }

  func answer(
    for code: OccupationCode, in classification: ClassificationID
  ) throws -> EquivalenceAnswer {
    let key = [code.description, classification.rawValue]
    if let known = answers[key] { return known }
    let answer = try catalogue.finder(from: code.classification, to: classification).answer(
      for: code.code)
    answers[key] = answer
    return answer
  }
}

/// The entropy of shares, divided by that of equal shares: 0 if one has all, 1 if all have the same.
///
/// Shannon's entropy; with fewer than two shares above zero it is 0.
func normalisedEntropy(_ weights: [Double]) -> Double {
  let positive = weights.filter { $0 > 0 }
  let total = positive.reduce(0, +)
  guard positive.count > 1, total > 0 else { return 0 }
  let entropy = positive.reduce(0) { $0 - $1 / total * naturalLogarithm($1 / total) }
  return min(1, entropy / naturalLogarithm(Double(positive.count)))
}
