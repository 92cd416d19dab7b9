public import Diagnostics
public import Ledgers
import Storage

/// The review desk: pairs and what the two governments say of them, in a ledger.
///
/// All that it does is checked by the state machine and recorded as events. Call what changes something
/// within ``Ledgers/Ledger/write(_:)`` or ``Ledgers/Ledger/rehearse(_:)``.
public struct ReviewDesk {
  /// The ledger.
  public let ledger: Ledger

  /// Opens the desk of a ledger that has its component.
  public init(_ ledger: Ledger) { self.ledger = ledger }

  /// What the review desk brings to a ledger.
  ///
  /// - Parameter seed: Records the pairs that every ledger begins with.
  /// - Returns: The component.
  public static func component(
    seed: @escaping (ReviewDesk) throws -> Void = { _ in }
  ) -> LedgerComponent {
    LedgerComponent(schema: .review, projection: ReviewProjection()) { ledger in
      try seed(ReviewDesk(ledger))
    }
  }

  // MARK: Reading

  /// The pair with an identifier; letters may be small.
  ///
  /// - Throws: ``ReviewRefusal/unknownLink(_:similar:)``, `DatabaseError`.
  public func link(_ id: String) throws -> ReviewLink {
    if let link = try find(id) ?? find(id.uppercased()) { return link }
    let similar = try ledger.database.rows(
      "SELECT id FROM review_link WHERE id LIKE ? ESCAPE '\\' ORDER BY id LIMIT 5",
      [.text(Self.escapedPattern(id) + "%")]
    ) { $0.text(0) }
    throw ReviewRefusal.unknownLink(String(id.prefix(80)), similar: id.isEmpty ? [] : similar)
  }

  private static func escapedPattern(_ text: String) -> String {
    String(text.flatMap { "\\%_".contains($0) ? ["\\", $0] : [$0] })
  }

  func find(_ id: String) throws -> ReviewLink? {
    try ledger.database.first(
      "SELECT \(ReviewProjection.columnList) FROM review_link WHERE id = ?", [.text(id)]
    ) { try ReviewLink($0) }
  }

  /// All that has happened to a pair, in canonical order.
  ///
  /// - Throws: ``DamagedEvent``, `DatabaseError`.
  public func history(of link: ReviewLink) throws -> [Event] {
    try ledger.events(of: ReviewLink.stream(link.id))
  }

  /// The events of a pair that lead to one of them, in canonical order.
  ///
  /// - Throws: ``DamagedEvent``, `DatabaseError`.
  public func branch(of link: ReviewLink, endingAt head: EventID) throws -> [Event] {
    let events = try history(of: link)
    let line = ReviewLink.ancestors(of: head, among: events[...]) ?? []
    return events.filter { line.contains($0.id) }
  }

  // MARK: Steps

  /// What a step did.
  public struct Change: Hashable, Sendable {
    /// The event.
    public let event: Event
    /// The pair before; `nil` if the step made it.
    public let before: ReviewLink?
    /// The pair after.
    public let after: ReviewLink
  }

  /// What somebody does to a pair.
  public struct Action: Hashable, Sendable {
    /// The side; `nil` if it follows from the state of the pair.
    public var side: Side?
    /// In which role, never a person's name.
    public var role: String
    /// On which day.
    public var on: CalendarDate
    /// The fields of the event, such as `comment`, `channel`, `evidence`, `reason`.
    public var fields: [String: String]

    /// Creates an action.
    public init(
      side: Side? = nil, role: String = "", on: CalendarDate, _ fields: [String: String] = [:]
    ) {
      self.side = side
      self.role = role
      self.on = on
      self.fields = fields
    }
  }

  /// Takes a step of a government with a pair that is there.
  ///
  /// - Parameters:
  ///   - step: The step; to counter-propose, call ``counter(_:with:_:)``.
  ///   - id: The pair.
  ///   - action: Who does it, when, and what is said.
  /// - Returns: What it did to the pair, and to its alternative if that is decided with it.
  /// - Throws: ``ReviewRefusal``, ``EventFault``, `DatabaseError`.
  @discardableResult
  public func take(_ step: ReviewStep, _ id: String, _ action: Action) throws -> [Change] {
    let link = try link(id)
    let side = try actor(of: step, link, action.side)
    if let parent = link.alternativeTo, step.isDeciding, step != .settled {
      throw ReviewRefusal.alternative(link.id, to: parent)
    }
    if step.needsReason, (action.fields["reason"] ?? "").isEmpty {
      throw ReviewRefusal.reasonNeeded(step)
    }
    if step == .accepted { try checkErrors(link, override: action.fields["override"] ?? "") }
    var fields = action.fields
    if step == .agreed, let alternative = link.alternative, link.state == .counterProposed {
      fields["alternative"] = alternative
    }
    let own = try record(
      step, link, EventDraft(step.rawValue, by: side, role: action.role, on: action.on, fields))
    return try [own] + decideAlternative(of: link, step, side, action)
  }

  /// The side that takes a step: the one named if it may, or the only one that may.
  private func actor(of step: ReviewStep, _ link: ReviewLink, _ side: Side?) throws -> Side {
    let possible = StateMachine.possibilities(link).first { $0.step == step }?.sides ?? []
    if let side {
      guard possible.contains(side) else { throw ReviewRefusal.impossible(step, side, link) }
      return side
    }
    guard let only = possible.first else { throw ReviewRefusal.impossible(step, nil, link) }
    guard possible.count == 1 else { throw ReviewRefusal.sideNeeded(step, link.id) }
    return only
  }

  private func checkErrors(_ link: ReviewLink, override: String) throws {
    let rules = try flags(of: link).filter { $0.severity == .error }.map(\.rule)
    guard rules.isEmpty || !override.isEmpty else {
      throw ReviewRefusal.openErrors(link.id, rules: Set(rules).sorted())
    }
  }

  /// Decides the alternative with the pair that it was counter-proposed to.
  @discardableResult
  func decideAlternative(
    of link: ReviewLink, _ step: ReviewStep, _ side: Side, _ action: Action
  ) throws -> [Change] {
    guard link.state == .counterProposed, let id = link.alternative,
      let alternative = try find(id), alternative.state == .counterProposed
    else { return [] }
    var fields = ["decided_with": link.id]
    let decision: ReviewStep
    switch step {
    case .agreed: decision = .agreed
    case .replied, .rejected, .withdrawn:
      decision = .rejected
      fields["reason"] = action.fields["reason"] ?? action.fields["comment"] ?? ""
    default: return []
    }
    let draft = EventDraft(decision.rawValue, by: side, role: action.role, on: action.on, fields)
    return [try record(decision, alternative, draft)]
  }

  /// Records an event and returns what it did.
  func record(
    _ step: ReviewStep, _ before: ReviewLink, _ draft: EventDraft, after parents: [EventID]? = nil
  ) throws -> Change {
    let event = try ledger.append(draft, to: ReviewLink.stream(before.id), after: parents)
    try ledger.project()
    guard let after = try find(before.id), !after.ignored.contains(event.id) else {
      throw ReviewRefusal.impossible(step, draft.side, before)
    }
    return Change(event: event, before: before, after: after)
  }
}
