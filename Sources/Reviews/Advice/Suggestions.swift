import Classifications
import Ledgers
import Matching
public import ReferenceData

/// The software's own suggestions: pairs that the evidence ties more closely than one under review.
public struct Suggestions {
  private let evidence: PairEvidence
  private let catalogue: Catalogue

  /// Prepares suggestions.
  public init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    evidence = PairEvidence(catalogue)
  }

  /// Suggests pairs in the place of one: the best candidates for either of its groups, where the pair is not the best.
  ///
  /// - Parameters:
  ///   - link: The pair.
  ///   - desk: The desk; call within a writing transaction or a rehearsal.
  ///   - action: The day.
  /// - Returns: The suggestions that were recorded; pairs that are there in any state are not suggested again.
  /// - Throws: ``ReviewRefusal``, `FileError`, `InvalidInput`, `DatabaseError`.
  public func suggest(
    for link: ReviewLink, at desk: ReviewDesk, _ action: ReviewDesk.Action
  ) throws -> [ReviewDesk.Change] {
    var changes: [ReviewDesk.Change] = []
    for (source, other) in [(link.sinco, link.noc), (link.noc, link.sinco)] {
      guard let best = try evidence.best(for: source, in: other.classification),
        best.code != other, best.score > best.scoreOf(other)
      else { continue }
      let noc = source == link.noc ? source : best.code
      let sinco = source == link.noc ? best.code : source
      guard try desk.links(ReviewFilter(noc: noc, sinco: sinco)).isEmpty else { continue }
      let proposal = ReviewDesk.Proposal(
        noc: noc, nocTitle: try title(noc), sinco: sinco, sincoTitle: try title(sinco))
      let score = Int((best.score * 100).rounded())
      var own = ReviewDesk.Action(side: .software, on: action.on, ["list": link.list])
      own.fields["evidence"] =
        "the evidence ties \(best.code) most closely to \(source) (score \(score) of 100); suggested beside \(link.id)"
      own.fields["beside"] = link.id
      changes.append(try desk.suggest(proposal, own))
    }
    return changes
  }

  private func title(_ code: OccupationCode) throws -> String {
    try catalogue.codeTable(code.classification)[code.code]?.title() ?? ""
  }
}

extension PairEvidence {
  /// The best candidate for a group, and the scores of the others.
  struct Best {
    let code: OccupationCode
    let score: Double
    let scores: [OccupationCode: Double]

    func scoreOf(_ code: OccupationCode) -> Double { scores[code] ?? 0 }
  }

  /// The best candidate for a group in a classification; `nil` if there is none.
  func best(for source: OccupationCode, in classification: ClassificationID) throws -> Best? {
    guard try exists(source), catalogue.classifications.contains(where: { $0.id == classification })
    else { return nil }
    let candidates = try answer(for: source, in: classification).candidates
    guard let first = candidates.first else { return nil }
    let scores = Dictionary(candidates.map { ($0.target, $0.score) }) { first, _ in first }
    return Best(code: first.target, score: first.score, scores: scores)
  }
}
