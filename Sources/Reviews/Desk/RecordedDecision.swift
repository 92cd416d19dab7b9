public import Classifications
public import Correspondences
public import Diagnostics
import Digests
public import Ledgers

/// What governments have decided of a pair of groups: evidence for the engine, and a record to cite.
public struct RecordedDecision: Hashable, Sendable {
  /// What was decided.
  public enum Verdict: String, Hashable, Sendable {
    /// Both governments agree on the pair.
    case agreed
    /// One government accepts it, and the other has not yet confirmed.
    case accepted
    /// A government rejects it, or both agree on another pair in its place.
    case rejected
  }

  /// The group of the NOC.
  public let noc: OccupationCode
  /// The group of the SINCO.
  public let sinco: OccupationCode
  /// What was decided.
  public let verdict: Verdict
  /// How the SINCO group relates to the NOC group; `nil` where nobody has said.
  public let relation: MapRelation?
  /// The governments that have decided so.
  public let sides: [Side]
  /// Since when it holds.
  public let on: CalendarDate
  /// The pair in the ledger.
  public let link: String
  /// Whether it was carried to this version of a classification from an agreed pair of another.
  public let isCarried: Bool
}

extension ReviewDesk {
  /// What governments have decided, in the order in which the pairs came into the ledger.
  ///
  /// Pairs that both sides have decided independently are left out until one history is settled on, as is every
  /// pair that is still open, withdrawn or only suggested. A pair that needs revision because of another version of
  /// a classification stays agreed in its own.
  ///
  /// - Returns: The decisions.
  /// - Throws: `DatabaseError`, ``DamagedEvent``.
  public func decisions() throws -> [RecordedDecision] {
    var filter = ReviewFilter()
    filter.states = [
      .agreed, .acceptedByCanada, .acceptedByMexico, .rejected, .needsRevision,
    ]
    return try links(filter).filter { !$0.hasConflict }.compactMap { link in
      guard let (verdict, sides, on) = try verdict(link) else { return nil }
      return RecordedDecision(
        noc: link.noc, sinco: link.sinco, verdict: verdict, relation: link.relation, sides: sides,
        on: on, link: link.id, isCarried: link.carriedFrom != nil)
    }
  }

  private func verdict(
    _ link: ReviewLink
  ) throws -> (RecordedDecision.Verdict, [Side], CalendarDate)? {
    switch link.state {
    case .acceptedByCanada: return (.accepted, [.canada], link.since)
    case .acceptedByMexico: return (.accepted, [.mexico], link.since)
    case .agreed:
      // What was agreed is the pair that was counter-proposed, not this one.
      return (link.alternative == nil ? .agreed : .rejected, [.canada, .mexico], link.since)
    case .needsRevision:
      // In its own version the pair stays agreed; one that was carried to another never was.
      let agreed = try history(of: link).last { $0.kind == ReviewStep.agreed.rawValue }
      return agreed.map { (.agreed, [.canada, .mexico], $0.on) }
    default:
      let last = try history(of: link).last { $0.kind == ReviewStep.rejected.rawValue }
      return (.rejected, last.map { [$0.side] } ?? [], link.since)
    }
  }
}
