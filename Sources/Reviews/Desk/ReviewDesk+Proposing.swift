public import Classifications
public import Correspondences
import Diagnostics
import Digests
import Ledgers

extension ReviewDesk {
  /// A pair that somebody proposes.
  public struct Proposal: Hashable, Sendable {
    /// The identifier; `nil` to have one made from the content.
    public var id: String?
    /// The group of the NOC.
    public var noc: OccupationCode
    /// The title to record with it.
    public var nocTitle: String
    /// The group of the SINCO.
    public var sinco: OccupationCode
    /// The title to record with it.
    public var sincoTitle: String
    /// How the SINCO group relates to the NOC group, if that is said.
    public var relation: MapRelation?

    /// Creates a proposal.
    public init(
      id: String? = nil, noc: OccupationCode, nocTitle: String = "", sinco: OccupationCode,
      sincoTitle: String = "", relation: MapRelation? = nil
    ) {
      self.id = id
      self.noc = noc
      self.nocTitle = nocTitle
      self.sinco = sinco
      self.sincoTitle = sincoTitle
      self.relation = relation
    }

    var fields: [String: String] {
      [
        "noc": noc.description, "noc_title": nocTitle, "sinco": sinco.description,
        "sinco_title": sincoTitle, "relation": relation?.word ?? "",
      ]
    }
  }

  /// Proposes a pair.
  ///
  /// - Parameters:
  ///   - proposal: The pair.
  ///   - action: Who does it, when, and what is said; `list`, `row` and `source` may be among the fields.
  /// - Returns: What it did.
  /// - Throws: ``ReviewRefusal``, ``EventFault``, `DatabaseError`.
  @discardableResult
  public func propose(_ proposal: Proposal, _ action: Action) throws -> Change {
    guard let side = action.side, side != .software else {
      throw ReviewRefusal.other("say which government proposes: '--side canada' or '--side mexico'")
    }
    return try begin(.proposed, proposal, by: side, action)
  }

  /// Records a suggestion of the software.
  ///
  /// - Returns: What it did.
  /// - Throws: ``ReviewRefusal``, ``EventFault``, `DatabaseError`.
  @discardableResult
  public func suggest(_ proposal: Proposal, _ action: Action) throws -> Change {
    try begin(.suggested, proposal, by: .software, action)
  }

  /// Proposes another pair instead of one.
  ///
  /// - Parameters:
  ///   - id: The pair that stands.
  ///   - proposal: The pair to take its place.
  ///   - action: Who does it, when, and what is said.
  /// - Returns: What it did to the pair that stands, and the new pair.
  /// - Throws: ``ReviewRefusal``, ``EventFault``, `DatabaseError`.
  @discardableResult
  public func counter(_ id: String, with proposal: Proposal, _ action: Action) throws -> [Change] {
    let link = try link(id)
    if let parent = link.alternativeTo {
      throw ReviewRefusal.alternative(link.id, to: parent)
    }
    let possible = StateMachine.possibilities(link).first { $0.step == .counterProposed }
    guard let side = action.side ?? possible?.sides.first, possible?.sides.contains(side) == true
    else { throw ReviewRefusal.impossible(.counterProposed, action.side, link) }
    guard (proposal.noc, proposal.sinco) != (link.noc, link.sinco) else {
      throw ReviewRefusal.other("the counter-proposal is the pair itself, \(link.pair)")
    }
    let new = try beginAlternative(proposal, to: link, by: side, action)
    var fields = action.fields
    fields["alternative"] = new.after.id
    let draft = EventDraft(
      ReviewStep.counterProposed.rawValue, by: side, role: action.role, on: action.on, fields)
    return [try record(.counterProposed, link, draft), new]
  }

  private func beginAlternative(
    _ proposal: Proposal, to link: ReviewLink, by side: Side, _ action: Action
  ) throws -> Change {
    var first = action
    first.fields["alternative_to"] = link.id
    first.fields["list"] = link.list
    return try begin(.proposed, proposal, by: side, first)
  }

  /// Makes the pair that is proposed instead of one, unless it has been made before.
  ///
  /// - Returns: Its identifier.
  func alternative(_ proposal: Proposal, of link: ReviewLink, _ action: Action) throws -> String {
    guard let side = action.side, (proposal.noc, proposal.sinco) != (link.noc, link.sinco) else {
      throw ReviewRefusal.other("the counter-proposal is the pair itself, \(link.pair)")
    }
    if let known = try openLink(noc: proposal.noc, sinco: proposal.sinco),
      known.alternativeTo == link.id, known.state == .counterProposed
    {
      return known.id
    }
    return try beginAlternative(proposal, to: link, by: side, action).after.id
  }

  /// Records the event that makes a pair.
  func begin(
    _ step: ReviewStep, _ proposal: Proposal, by side: Side, _ action: Action
  ) throws -> Change {
    var fields = action.fields
    for (name, value) in proposal.fields { fields[name] = value }
    let draft = EventDraft(step.rawValue, by: side, role: action.role, on: action.on, fields)
    let id = try identifier(proposal, draft)
    // The same pair may stand beside what it replaces, but not twice in the same way.
    if let other = try openLink(noc: proposal.noc, sinco: proposal.sinco), other.id != id {
      throw ReviewRefusal.duplicate(pair: other.pair, of: other.id)
    }
    guard try find(id) == nil, try ledger.heads(of: ReviewLink.stream(id)).isEmpty else {
      throw ReviewRefusal.identifier(id, problem: "another pair has it")
    }
    let event = try ledger.append(draft, to: ReviewLink.stream(id), after: [])
    try ledger.project()
    guard let link = try find(id) else {
      throw ReviewRefusal.other("the pair \(id) cannot be made from what is said of it")
    }
    return Change(event: event, before: nil, after: link)
  }

  private func identifier(_ proposal: Proposal, _ draft: EventDraft) throws -> String {
    if let id = proposal.id {
      guard EventRules.isIdentifier(id) else {
        throw ReviewRefusal.identifier(
          id, problem: "letters, digits, '.', '_' and '-' are possible, at most 80")
      }
      return id
    }
    // From the content, so that two ledgers that record the same proposal call it the same.
    let content = [
      draft.kind, draft.side.rawValue, draft.on.description, proposal.noc.description,
      proposal.sinco.description, draft.body["alternative_to"] ?? "", draft.body["list"] ?? "",
      draft.body["carried_from"] ?? "",
    ]
    let digest = SHA256Digest(of: Array(content.joined(separator: "\n").utf8))
    let letter = draft.kind == ReviewStep.suggested.rawValue ? "S" : "P"
    return "\(letter)-\(digest.hex.prefix(10))"
  }

  /// An open or agreed link of a pair.
  func openLink(noc: OccupationCode, sinco: OccupationCode) throws -> ReviewLink? {
    try links(ReviewFilter(noc: noc, sinco: sinco)).first { $0.state.isOpen || $0.state == .agreed }
  }
}
