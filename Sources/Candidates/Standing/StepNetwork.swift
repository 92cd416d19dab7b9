/// Steps that wait for others, with the time each still takes: what is ready, when each is done, and the chain that
/// takes longest.
///
/// Steps are done side by side as far as what they depend on allows. Of steps that are alternatives, the one is taken
/// that is done first.
struct StepNetwork {
  /// What is left of a step.
  struct Node: Hashable {
    /// The groups of steps before it, of each of which one is enough.
    var groups: [[String]]
    /// The time it still takes once it can begin.
    var own: TimeSpan
    /// Whether nothing is left of it.
    var isDone = false
    /// Whether it is passed over, so that what it depends on stands in its place.
    var isSkipped = false
    /// Whether it can never be done.
    var isClosed = false

    /// What it adds to a chain.
    var weight: StepWeight {
      if isDone || isSkipped { return StepWeight() }
      return StepWeight(days: own.atLeast, unknown: own.atMost == nil ? 1 : 0, steps: 1)
    }
  }

  /// When a step is done, and by which way.
  struct Outcome: Hashable {
    /// When it can begin.
    var start: TimeSpan
    /// When it is done.
    var end: TimeSpan
    /// The length of the longest chain up to it, its own included.
    var weight: StepWeight
    /// The step before it on that chain; `nil` for the first.
    var previous: String?
    /// Of each group, the step that was chosen.
    var chosen: [String]
  }

  let nodes: [String: Node]
  private(set) var outcomes: [String: Outcome] = [:]
  private var pending: Set<String> = []

  /// Works out every step that a number of others need, which must not wait for themselves.
  ///
  /// A step that is named and not there is taken for one that can never be done.
  init(_ nodes: [String: Node]) {
    self.nodes = nodes
    for name in nodes.keys.sorted() { _ = outcome(of: name) }
  }

  /// When a step is done; `nil` if it never can be.
  subscript(name: String) -> Outcome? { outcomes[name] }

  private mutating func outcome(of name: String) -> Outcome? {
    if let known = outcomes[name] { return known }
    guard let node = nodes[name], !node.isClosed, pending.insert(name).inserted else { return nil }
    defer { pending.remove(name) }
    if node.isDone {
      let outcome = Outcome(
        start: .none, end: .none, weight: StepWeight(), previous: nil, chosen: [])
      outcomes[name] = outcome
      return outcome
    }
    var result = Outcome(start: .none, end: .none, weight: StepWeight(), previous: nil, chosen: [])
    for group in node.groups {
      // Of alternatives, the one with the shortest chain; the first where they are alike.
      let reached = group.compactMap { name in outcome(of: name).map { (name, $0) } }
      guard let best = reached.min(by: { $0.1.weight < $1.1.weight }) else { return nil }
      let ends = reached.map(\.1.end).dropFirst().reduce(reached[0].1.end) { $0.or($1) }
      result.start = result.start.and(ends)
      result.chosen.append(best.0)
      if result.weight < best.1.weight || result.previous == nil {
        result.weight = max(result.weight, best.1.weight)
        result.previous = best.0
      }
    }
    result.end = node.isSkipped ? result.start : result.start + node.own
    result.weight = result.weight + node.weight
    outcomes[name] = result
    return result
  }

  /// The chain up to the step, among some, whose chain is longest: the first step first, without those that are done
  /// or passed over.
  func longestChain(to names: [String]) -> [String] {
    var best: String?
    for name in names {
      guard let outcome = outcomes[name] else { continue }
      if let known = best.flatMap({ outcomes[$0] }), known.weight >= outcome.weight { continue }
      best = name
    }
    var chain: [String] = []
    while let name = best {
      if let node = nodes[name], !node.isDone, !node.isSkipped { chain.append(name) }
      best = outcomes[name]?.previous
    }
    return chain.reversed()
  }

  /// The steps that have to be done for some, those themselves included, by the ways that were chosen.
  func needed(for names: [String]) -> Set<String> {
    var needed: Set<String> = []
    var open = names
    while let name = open.popLast() {
      guard needed.insert(name).inserted, let node = nodes[name] else { continue }
      if node.isDone {
        // What led to it is shown as far as it is done, too.
        open += node.groups.flatMap { $0 }.filter { nodes[$0]?.isDone == true }
        continue
      }
      // What can never be done is shown with everything before it.
      open += outcomes[name]?.chosen ?? node.groups.flatMap { $0 }
    }
    return needed
  }

  /// The open steps that a step waits for; steps that are passed over are replaced by what they depend on.
  func blockers(of name: String) -> [[String]] {
    var result: [[String]] = []
    for group in nodes[name]?.groups ?? [] where !group.contains(where: isOver) {
      var open: [String] = []
      for step in group {
        if nodes[step]?.isSkipped == true {
          // Of the groups of a step that is passed over every one counts; each is told by its own.
          let inner = blockers(of: step)
          if group.count == 1 {
            for one in inner where !result.contains(one) { result.append(one) }
          } else {
            open += inner.flatMap { $0 }.filter { !open.contains($0) }
          }
        } else if !open.contains(step) {
          open.append(step)
        }
      }
      if !open.isEmpty, !result.contains(open) { result.append(open) }
    }
    return result
  }

  /// Whether nothing has to be waited for any more.
  private func isOver(_ name: String) -> Bool {
    guard let node = nodes[name] else { return false }
    if node.isDone { return true }
    return node.isSkipped && node.groups.allSatisfy { $0.contains(where: isOver) }
  }
}
