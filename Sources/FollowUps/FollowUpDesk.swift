import Diagnostics
public import Ledgers
import Storage

/// The follow-up of what was promised: streams of events in the ledger, one for each action.
///
/// Events are only ever added. Where an action stands follows from them, as the ledger's `verify` checks.
public enum FollowUpDesk {
  /// The kind of the streams.
  static let streamKind = "action"
  /// The kind of the events.
  static let updateKind = "updated"

  /// What the module brings to a ledger.
  public static var component: LedgerComponent {
    LedgerComponent(
      schema: SchemaComponent(
        "followup",
        migrations: [
          SchemaComponent.Migration(
            "create actions",
            [
              """
              CREATE TABLE followup_action (
                stream INTEGER PRIMARY KEY REFERENCES ledger_stream (id),
                report TEXT NOT NULL, item TEXT NOT NULL, state TEXT NOT NULL,
                since INTEGER NOT NULL, side TEXT NOT NULL, UNIQUE (report, item)
              ) STRICT
              """
            ])
        ]),
      projection: FollowUpProjection())
  }

  /// What is recorded of every action.
  ///
  /// - Parameter ledger: The ledger.
  /// - Returns: The follow-ups by action; those of which nothing is recorded are not among them.
  /// - Throws: `DamagedEvent` or `DatabaseError`.
  public static func all(in ledger: Ledger) throws -> [FollowUpSubject: FollowUp] {
    var result: [FollowUpSubject: FollowUp] = [:]
    for stream in try ledger.streamNames(of: streamKind) {
      guard let subject = FollowUpSubject(stream: stream) else { continue }
      result[subject] = FollowUp(subject, events: try ledger.events(of: stream))
    }
    return result
  }

  /// What is recorded of an action; `nil` if nothing is.
  ///
  /// - Throws: `DamagedEvent` or `DatabaseError`.
  public static func followUp(of subject: FollowUpSubject, in ledger: Ledger) throws -> FollowUp? {
    FollowUp(subject, events: try history(of: subject, in: ledger))
  }

  /// The events of an action, in order.
  ///
  /// - Throws: `DamagedEvent` or `DatabaseError`.
  public static func history(of subject: FollowUpSubject, in ledger: Ledger) throws -> [Event] {
    try ledger.events(of: subject.stream)
  }

  /// Records where an action stands; call it within `Ledger.write` or `Ledger.rehearse`.
  ///
  /// - Parameters:
  ///   - draft: What is recorded.
  ///   - subject: The action.
  ///   - ledger: The ledger.
  /// - Returns: The event.
  /// - Throws: ``FollowUpRefusal`` if it says nothing new or is not in order, `EventFault`, `DatabaseError`.
  @discardableResult
  public static func record(
    _ draft: FollowUpDraft, of subject: FollowUpSubject, in ledger: Ledger
  ) throws -> Event {
    let events = try history(of: subject, in: ledger)
    if let refusal = refusal(of: draft, after: events) { throw refusal }
    return try ledger.append(draft.event, to: subject.stream)
  }

  private static func refusal(of draft: FollowUpDraft, after events: [Event]) -> FollowUpRefusal? {
    if draft.until != nil, draft.state != .postponed {
      return FollowUpRefusal(description: "only what is 'postponed' has a day it is put off to")
    }
    if let until = draft.until, until <= draft.on {
      return FollowUpRefusal(
        description: "\(until) is not after \(draft.on), so it cannot be put off to it")
    }
    guard let last = events.last else { return nil }
    if let latest = events.map(\.on).max(), draft.on < latest {
      return FollowUpRefusal(
        description: "the last entry is of \(latest); a new one cannot be of \(draft.on), before it"
      )
    }
    let old = FollowUpState(rawValue: last["state"])
    let saysMore =
      !draft.note.isEmpty || !draft.evidence.isEmpty
      || draft.until.map { $0.description != last["until"] } ?? false
    if old == draft.state, !saysMore, events.heads.count == 1 {
      return FollowUpRefusal(
        description:
          "it is '\(draft.state.rawValue)' already; add a note to say more, or choose another state"
      )
    }
    if old?.isClosed == true, old != draft.state, draft.note.isEmpty {
      return FollowUpRefusal(
        description:
          "it is '\(last["state"])'; say in a note why it is '\(draft.state.rawValue)' after all")
    }
    return nil
  }
}

/// The state of each action, kept in a table beside its events.
private struct FollowUpProjection: Projection {
  let streamKind = FollowUpDesk.streamKind
  let table = "followup_action"
  let columns = ["report", "item", "state", "since", "side"]
  let version = 1

  func row(of stream: String, events: [Event]) -> [SQLValue]? {
    guard let subject = FollowUpSubject(stream: stream),
      let followUp = FollowUp(subject, events: events)
    else { return nil }
    return [
      .text(subject.report), .text(subject.item), .text(followUp.state.rawValue),
      .integer(followUp.since.daysSince1970), .text(followUp.side.rawValue),
    ]
  }
}
