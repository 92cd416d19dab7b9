import Classifications
import Correspondences
import Diagnostics
import Digests
import Ledgers

extension FormImport {
  /// Takes one row.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - known: The events of the pair that the ledger had before the import.
  ///   - before: The state of the pair before the import.
  /// - Returns: What became of it.
  /// - Throws: `InvalidInput`, ``ReviewRefusal`` or ``EventFault`` if the row cannot be taken, `DatabaseError`.
  func take(_ row: FormRow, known: Set<EventID>, before: ReviewState?) throws -> Result {
    let base = try base(of: row)
    try checkPrinted(row, base: base)
    let feedback = try Feedback(row, today: today, role: role, code: code)
    let events = try desk.ledger.events(of: stream(row))
    // What there was when the form was written.
    let atExport = base.reduce(into: Set<EventID>()) { found, head in
      found.formUnion(ReviewLink.ancestors(of: head, among: events[...]) ?? [])
    }
    var given: [Event] = []
    if let feedback,
      let link = ReviewLink(row[.link], events: events.filter { atExport.contains($0.id) })
    {
      given = try record(feedback, of: link, after: base, among: events)
    }
    let fromFile = (events.filter { atExport.contains($0.id) } + given).filter {
      !known.contains($0.id)
    }
    let own = Set(given.map(\.id))
    let since = events.filter {
      known.contains($0.id) && !atExport.contains($0.id) && !own.contains($0.id)
    }
    let outcome = try resolve(row, fromFile: fromFile, since: since)
    let after = try desk.find(row[.link])
    return Result(
      link: row[.link], location: row.location, outcome: outcome, before: before,
      after: after?.state, fromFile: fromFile, sinceExport: since)
  }

  /// The newest events of the pair when the form was written.
  private func base(of row: FormRow) throws -> [EventID] {
    let texts = row[.base].split(separator: " ").map(String.init)
    let base = texts.compactMap { EventID(hex: $0) }
    guard !base.isEmpty, base.count == texts.count else {
      throw InvalidInput([
        row.fault(
          "malformed-base", .base, "the column 'base' of \(row[.link]) is not as it was written",
          help: "ask for the file again; the column tells what the row is an answer to")
      ])
    }
    for id in base where try !desk.ledger.contains(id) {
      guard try desk.find(row[.link]) != nil else {
        throw InvalidInput([
          row.fault(
            "unknown-link", .link, "there is no pair '\(row[.link])' in the ledger",
            help: "import the form with its history, or one in JSON")
        ])
      }
      throw InvalidInput([
        row.fault(
          "unknown-base", .base,
          "the form was written from events of \(row[.link]) that are not in this ledger",
          help: "import the form with its history, or one in JSON")
      ])
    }
    return base
  }

  /// Checks that what was printed in the form is still what it was.
  private func checkPrinted(_ row: FormRow, base: [EventID]) throws {
    var findings: [Finding] = []
    if !row[.state].isEmpty, ReviewState(rawValue: row[.state]) == nil {
      let known = ReviewState.allCases.map(\.rawValue).joined(separator: ", ")
      findings.append(
        row.fault(
          "unknown-state", .state, "'\(row[.state])' is not a state", help: "one of \(known)"))
    }
    let events = try desk.ledger.events(of: stream(row))
    let atExport = base.reduce(into: Set<EventID>()) { found, head in
      found.formUnion(ReviewLink.ancestors(of: head, among: events[...]) ?? [])
    }
    guard let link = ReviewLink(row[.link], events: events.filter { atExport.contains($0.id) })
    else {
      throw InvalidInput([
        row.fault("unknown-base", .base, "'base' does not belong to \(row[.link])")
      ])
    }
    let printed: [(FormColumn, String)] = [
      (.noc, link.noc.description), (.sinco, link.sinco.description), (.state, link.state.rawValue),
    ]
    for (column, value) in printed
    where !row[column].isEmpty && row[column] != value && findings.isEmpty {
      findings.append(
        row.fault(
          "changed-column", column,
          "the column '\(column.rawValue)' of \(row[.link]) was '\(value)' and is now '\(row[column].prefix(80))'",
          help:
            "leave it as it was, and say what is to change in 'decision' and the columns after it"))
    }
    if !findings.isEmpty { throw InvalidInput(findings) }
  }

  // MARK: Feedback

  /// Records feedback where the form says it belongs: behind the events it was written from.
  private func record(
    _ feedback: Feedback, of link: ReviewLink, after base: [EventID], among events: [Event]
  ) throws -> [Event] {
    guard let decision = feedback.decision else { return [] }
    guard FormDecision.possible(link, for: feedback.side).contains(decision) else {
      throw ReviewRefusal.impossible(decision.step, feedback.side, link)
    }
    if decision == .reject || decision == .withdraw, feedback.comment.isEmpty {
      throw ReviewRefusal.other("to \(decision.rawValue) needs a reason, in the column 'comment'")
    }
    let override = decision == .accept ? try reasonToAccept(link, feedback) : ""
    var parents = base.sorted()
    var recorded: [Event] = []
    let steps = decision.steps(link, by: feedback.side)
    for step in steps {
      var fields = feedback.fields(of: step, isAlone: steps.count == 1)
      if step == .accepted { fields["override"] = override }
      let draft = EventDraft(
        step.rawValue, by: feedback.side, role: feedback.role, on: feedback.on, fields)
      let event =
        try twin(of: draft, after: parents, feedback, among: events)
        ?? add(step, draft, feedback, link, after: parents)
      recorded.append(event)
      parents = [event.id]
    }
    return recorded
  }

  /// The reason to accept a pair with open errors; empty if it has none.
  private func reasonToAccept(_ link: ReviewLink, _ feedback: Feedback) throws -> String {
    let errors = Set(try desk.flags(of: link).filter { $0.severity == .error }.map(\.rule))
    guard !errors.isEmpty else { return "" }
    guard !feedback.comment.isEmpty else {
      throw ReviewRefusal.other(
        "it has open errors (\(errors.sorted().joined(separator: ", "))); say in the column 'comment' why "
          + "it is accepted all the same")
    }
    return feedback.comment
  }

  /// The event that an earlier import of the same row recorded.
  ///
  /// Its day may differ if the row has none.
  private func twin(
    of draft: EventDraft, after parents: [EventID], _ feedback: Feedback, among events: [Event]
  ) -> Event? {
    events.first { event in
      var body = event.draft.body
      if event.kind == ReviewStep.counterProposed.rawValue
        || event.kind == ReviewStep.agreed.rawValue
      {
        body["alternative"] = nil
      }
      return event.parents == parents && event.kind == draft.kind && event.side == draft.side
        && event.role == draft.role && body == draft.body
        && (!feedback.isDated || event.on == draft.on)
    }
  }

  private func add(
    _ step: ReviewStep, _ draft: EventDraft, _ feedback: Feedback, _ link: ReviewLink,
    after parents: [EventID]
  ) throws -> Event {
    var draft = draft
    let action = ReviewDesk.Action(side: draft.side, role: draft.role, on: draft.on)
    if step == .counterProposed {
      draft.body["alternative"] = try desk.alternative(feedback.counter, of: link, action)
    }
    if step == .agreed, link.state == .counterProposed {
      draft.body["alternative"] = link.alternative
    }
    let event = try desk.ledger.append(draft, to: ReviewLink.stream(link.id), after: parents)
    try desk.ledger.project()
    if let after = try desk.find(link.id), !after.ignored.contains(event.id), !after.hasConflict {
      try desk.decideAlternative(
        of: link, step, draft.side,
        ReviewDesk.Action(side: draft.side, role: draft.role, on: draft.on, draft.body))
    }
    return event
  }

  // MARK: Both sides

  /// Decides what holds if both sides have changed.
  private func resolve(_ row: FormRow, fromFile: [Event], since: [Event]) throws -> Result.Outcome {
    guard !fromFile.isEmpty else { return .unchanged }
    guard !since.isEmpty else { return .recorded }
    guard let resolution = resolutions[row[.link]] ?? otherwise else { return .conflict }
    let stream = stream(row)
    let heads = try desk.ledger.heads(of: stream)
    guard resolution != .both, heads.count > 1 else { return .resolved }
    let ofFile = Set(fromFile.map(\.id))
    let kept = heads.filter { ofFile.contains($0) == (resolution == .file) }
    guard kept.count == 1, let head = kept.first else {
      throw ReviewRefusal.other("it has more than two histories; settle them one by one")
    }
    guard let side = Side(rawValue: row[.side]) else { return .conflict }
    let draft = EventDraft(
      ReviewStep.settled.rawValue, by: side, role: role, on: today,
      ["kept": head.hex, "reason": "import of a form: what the \(resolution.rawValue) says holds"])
    try desk.ledger.append(draft, to: stream)
    try desk.ledger.project()
    return .resolved
  }
}
