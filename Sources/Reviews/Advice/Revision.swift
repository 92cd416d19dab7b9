public import Classifications
import Correspondences
import Diagnostics
import Ledgers
public import ReferenceData

/// Carries agreed pairs to a new version of one of their classifications.
///
/// A group that is the same under another code or name is carried, and the new pair is agreed as the old one was.
/// Where groups were split, merged or partly transferred, also where another group has given a part to the new one, the
/// relation is weakened to what still follows, and the pairs are queued as needing revision. The old pairs stay.
public struct Revision {
  private let desk: ReviewDesk
  private let catalogue: Catalogue
  private let target: Classification

  /// Prepares to carry pairs to a version.
  ///
  /// - Throws: `UnknownName` if there is no such classification, ``ReviewRefusal`` if it is neither NOC nor SINCO.
  public init(to target: ClassificationID, at desk: ReviewDesk, _ catalogue: Catalogue) throws {
    self.desk = desk
    self.catalogue = catalogue
    self.target = try catalogue.classification(target)
    guard ["noc", "sinco"].contains(self.target.family) else {
      throw ReviewRefusal.other("pairs are carried to a version of NOC or SINCO, not to \(target)")
    }
  }

  /// What became of an agreed pair.
  public struct Outcome: Hashable, Sendable {
    /// The pair.
    public let link: ReviewLink
    /// What was recorded.
    public let changes: [ReviewDesk.Change]
    /// Why nothing was, or what is to be known of it; empty if there is nothing to say.
    public let note: String
  }

  /// Carries all agreed pairs; call within a writing transaction or a rehearsal.
  ///
  /// - Parameter action: The day.
  /// - Returns: What became of each pair of an older version.
  /// - Throws: ``ReviewRefusal``, `FileError`, `InvalidInput`, `DatabaseError`.
  public func run(_ action: ReviewDesk.Action) throws -> [Outcome] {
    var filter = ReviewFilter()
    filter.states = [.agreed]
    var tables: [ClassificationID: VersionChange] = [:]
    var outcomes: [Outcome] = []
    // A pair that was agreed in the form of an alternative is carried as that.
    for link in try desk.links(filter) where link.alternative == nil && isOlder(code(link)) {
      let version = code(link).classification
      guard let description = table(from: version) else {
        outcomes.append(
          Outcome(
            link: link, changes: [],
            note:
              "there is no table from \(version) to \(target.id); carry it to the version between"))
        continue
      }
      let change = try tables[version] ?? VersionChange(description, in: catalogue)
      tables[version] = change
      outcomes.append(try carry(link, by: change, action))
    }
    return outcomes
  }

  private func code(_ link: ReviewLink) -> OccupationCode {
    target.family == "noc" ? link.noc : link.sinco
  }

  private func isOlder(_ code: OccupationCode) -> Bool {
    guard let own = catalogue.classifications.first(where: { $0.id == code.classification }) else {
      return false
    }
    return own.family == target.family && own.year < target.year
  }

  private func table(from version: ClassificationID) -> CorrespondenceDescription? {
    catalogue.correspondences.first { $0.subject == version && $0.object == target.id }
  }

  private func carry(
    _ link: ReviewLink, by change: VersionChange, _ action: ReviewDesk.Action
  ) throws -> Outcome {
    let old = code(link)
    let successors = change.successors(of: old.code)
    let isSame = successors.count == 1 && successors[0].isSameGroup
    var changes: [ReviewDesk.Change] = []
    var notes: [String] = []
    for successor in successors {
      let proposal = try proposal(link, successor, isSame: isSame)
      if let known = try desk.openLink(noc: proposal.noc, sinco: proposal.sinco) {
        notes.append("\(known.pair) is there already, as \(known.id)")
        continue
      }
      var fields = [
        "carried_from": link.id, "table": change.table.id, "list": link.list,
        "proposer": link.proposer?.rawValue ?? "", "types": successor.types.joined(separator: " "),
        "change": isSame ? "name_or_code" : "content",
      ]
      if !isSame { fields["comment"] = reason(old, successors, change) }
      changes.append(
        try desk.begin(
          .carried, proposal, by: .software,
          ReviewDesk.Action(side: .software, on: action.on, fields)))
    }
    if !isSame, successors.isEmpty || !changes.isEmpty {
      let draft = EventDraft(
        ReviewStep.needsRevision.rawValue, by: .software, on: action.on,
        [
          "to": target.id.rawValue, "table": change.table.id,
          "reason": reason(old, successors, change),
        ])
      changes.append(try desk.record(.needsRevision, link, draft))
    }
    return Outcome(link: link, changes: changes, note: notes.joined(separator: "; "))
  }

  private func reason(
    _ old: OccupationCode, _ successors: [VersionChange.Successor], _ change: VersionChange
  ) -> String {
    guard !successors.isEmpty else { return "\(change.table.title) names nothing for \(old)" }
    let parts = successors.map { successor in
      let types = successor.types.isEmpty ? "" : " (\(successor.types.joined(separator: " ")))"
      return "\(target.id):\(successor.code)\(types)"
    }
    let shared = successors.contains { $0.relation == .broadMatch || $0.relation == .closeMatch }
    return "\(change.table.title): \(old) became \(parts.joined(separator: ", "))"
      + (shared ? "; other groups have given parts too" : "")
  }

  /// The pair in the new version.
  private func proposal(
    _ link: ReviewLink, _ successor: VersionChange.Successor, isSame: Bool
  ) throws -> ReviewDesk.Proposal {
    let title = try catalogue.codeTable(target.id)[successor.code]?.title() ?? ""
    let new = OccupationCode(target.id, successor.code)
    let isNOC = target.family == "noc"
    return ReviewDesk.Proposal(
      noc: isNOC ? new : link.noc, nocTitle: isNOC ? title : link.nocTitle,
      sinco: isNOC ? link.sinco : new, sincoTitle: isNOC ? link.sincoTitle : title,
      relation: isSame
        ? link.relation
        : link.relation.map { Self.weakened($0, by: successor.relation, isNOC: isNOC) })
  }

  /// What follows for the pair in the new version, and never more than that they are close.
  static func weakened(
    _ relation: MapRelation, by change: MapRelation, isNOC: Bool
  ) -> MapRelation {
    // The relation of a pair is read from the NOC group to the SINCO group.
    let chained = isNOC ? change.inverse.chained(with: relation) : relation.chained(with: change)
    return chained == .exactMatch ? .closeMatch : chained
  }
}
