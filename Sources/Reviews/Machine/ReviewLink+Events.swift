import Classifications
public import Correspondences
import Digests
public import Ledgers

extension ReviewLink {
  /// The pair as its events leave it; `nil` if they do not begin with one that makes a pair.
  ///
  /// - Parameters:
  ///   - id: The identifier.
  ///   - events: The events of its stream, in canonical order.
  public init?(_ id: String, events: [Event]) {
    guard let link = Self.folded(id, events) else { return nil }
    self = link
    hasConflict = Self.isConflict(events)
  }

  private static func folded(_ id: String, _ events: [Event]) -> ReviewLink? {
    guard let first = events.first, var link = ReviewLink(id, beginningWith: first) else {
      return nil
    }
    for (index, event) in events.enumerated().dropFirst() {
      guard event.kind == ReviewStep.settled.rawValue else {
        link.apply(event)
        continue
      }
      // The history that was settled on, without what was decided beside it.
      guard let kept = EventID(hex: event["kept"]),
        let line = ancestors(of: kept, among: events.prefix(index)),
        let settled = folded(id, events.prefix(index).filter { line.contains($0.id) })
      else {
        link.ignored.append(event.id)
        continue
      }
      let comments = link.comments
      link = settled
      link.comments = comments
    }
    return link
  }

  /// The pair that an event makes.
  private init?(_ id: String, beginningWith event: Event) {
    guard let noc = OccupationCode(curie: event["noc"]),
      let sinco = OccupationCode(curie: event["sinco"]), event.parents.isEmpty
    else { return nil }
    let state: ReviewState
    switch ReviewStep(rawValue: event.kind) {
    case .proposed where event.side != .software:
      state = event["alternative_to"].isEmpty ? .proposed : .counterProposed
    case .suggested: state = .suggested
    case .carried: state = event["change"] == "name_or_code" ? .agreed : .needsRevision
    default: return nil
    }
    self.init(
      id: id, noc: noc, sinco: sinco, state: state, since: event.on, proposedOn: event.on)
    nocTitle = event["noc_title"]
    sincoTitle = event["sinco_title"]
    relation = Self.relation(event["relation"])
    proposer = event.side == .software ? Side(rawValue: event["proposer"]) : event.side
    alternativeTo = event["alternative_to"].isEmpty ? nil : event["alternative_to"]
    carriedFrom = event["carried_from"].isEmpty ? nil : event["carried_from"]
    list = event["list"]
    row = event["row"]
    source = event["source"]
  }

  /// Takes one step, or notes that it is not possible.
  private mutating func apply(_ event: Event) {
    guard let step = ReviewStep(rawValue: event.kind) else {
      ignored.append(event.id)
      return
    }
    if [.judged, .revealed, .adjudicated].contains(step) { return }
    guard let target = StateMachine.target(of: step, by: event.side, self) else {
      ignored.append(event.id)
      return
    }
    switch step {
    case .commented: comments += 1
    case .sent, .replied: round += 1
    case .adopted:
      proposer = event.side
      proposedOn = event.on
    case .counterProposed: alternative = event["alternative"].isEmpty ? nil : event["alternative"]
    default: break
    }
    if step == .replied { alternative = nil }
    if let relation = Self.relation(event["relation"]) { self.relation = relation }
    if target != state || step == .replied {
      state = target
      since = event.on
    }
  }

  /// The relation of a word such as `close` or of a SKOS property.
  public static func relation(_ text: String) -> MapRelation? {
    guard !text.isEmpty else { return nil }
    return MapRelation(rawValue: text)
      ?? MapRelation.allCases.first { $0.word == text.lowercased() }
  }

  // MARK: Independent histories

  /// Whether two histories that nothing follows on in common have both decided something.
  private static func isConflict(_ events: [Event]) -> Bool {
    let heads = events.heads
    guard heads.count > 1 else { return false }
    let deciding = Set(
      events.filter { ReviewStep(rawValue: $0.kind)?.isDeciding ?? true }.map(\.id))
    let histories = heads.map { ancestors(of: $0, among: events[...]) ?? [] }
    for (index, one) in histories.enumerated() {
      for other in histories.dropFirst(index + 1)
      where !deciding.isDisjoint(with: one.subtracting(other))
        && !deciding.isDisjoint(with: other.subtracting(one))
      {
        return true
      }
    }
    return false
  }

  /// An event and all before it; `nil` if the event is not among those given.
  static func ancestors(of id: EventID, among events: ArraySlice<Event>) -> Set<EventID>? {
    var parents: [EventID: [EventID]] = [:]
    for event in events { parents[event.id] = event.parents }
    guard parents[id] != nil else { return nil }
    var found: Set<EventID> = []
    var pending = [id]
    while let next = pending.popLast() {
      if found.insert(next).inserted { pending += parents[next] ?? [] }
    }
    return found
  }
}
