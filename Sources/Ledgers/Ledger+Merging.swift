extension Ledger {
  /// Records events of another ledger, those that are not there yet.
  ///
  /// - Parameter events: The events, in any order; the parents of each must be among them or there already.
  /// - Returns: The events that were recorded.
  /// - Throws: ``MissingParent``, `DatabaseError`; call it within ``write(_:)``, so that nothing is recorded
  ///   then.
  public func merge(_ events: [Event]) throws -> [Event] {
    var offered: [EventID: Event] = [:]
    for event in events { offered[event.id] = event }
    var added: [Event] = []
    var done: Set<EventID> = []
    // Depth first, without recursion: a chain may be long.
    for event in events where !done.contains(event.id) {
      var pending = [event]
      while let next = pending.last {
        let missing = next.parents.compactMap { offered[$0] }.filter { !done.contains($0.id) }
        if missing.isEmpty {
          pending.removeLast()
          if done.insert(next.id).inserted, try record(next) { added.append(next) }
        } else {
          // Digests admit no cycles, so this ends.
          pending += missing
        }
      }
    }
    return added
  }
}
