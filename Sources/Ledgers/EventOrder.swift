/// The order of the events of a stream that does not depend on when they arrived.
enum EventOrder {
  /// Orders events so that each stands behind its parents, and those that do not depend on one another by
  /// day, then by identifier.
  ///
  /// - Parameter events: The events of one stream, with all their parents.
  /// - Returns: The same events.
  /// - Complexity: O(*n*) for a stream without branches, else O(*n*²).
  static func canonical(_ events: [Event]) -> [Event] {
    if isLine(events) { return events }
    var waiting: [EventID: Int] = [:]
    var children: [EventID: [Event]] = [:]
    var ready: [Event] = []
    let known = Set(events.map(\.id))
    for event in events {
      let parents = event.parents.filter(known.contains)
      waiting[event.id] = parents.count
      for parent in parents { children[parent, default: []].append(event) }
      if parents.isEmpty { ready.append(event) }
    }
    var result: [Event] = []
    while let next = ready.indices.min(by: { precedes(ready[$0], ready[$1]) }) {
      let event = ready.remove(at: next)
      result.append(event)
      for child in children[event.id] ?? [] {
        let left = (waiting[child.id] ?? 1) - 1
        waiting[child.id] = left
        if left == 0 { ready.append(child) }
      }
    }
    return result
  }

  private static func precedes(_ left: Event, _ right: Event) -> Bool {
    (left.on, left.id) < (right.on, right.id)
  }

  /// Whether each event follows on the one before it alone.
  private static func isLine(_ events: [Event]) -> Bool {
    guard let first = events.first, first.parents.isEmpty else { return events.isEmpty }
    return zip(events, events.dropFirst()).allSatisfy { $1.parents == [$0.id] }
  }
}

extension Sequence<Event> {
  /// The events that no other of them follows on, in the order of their identifiers.
  public var heads: [EventID] {
    let parents = Set(flatMap(\.parents))
    return map(\.id).filter { !parents.contains($0) }.sorted()
  }
}
