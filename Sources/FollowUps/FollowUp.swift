public import Diagnostics
public import Ledgers

/// What is recorded of an action: where it stands, since when, and who recorded it.
public struct FollowUp: Hashable, Sendable {
  /// The action.
  public let subject: FollowUpSubject
  /// Where it stands.
  public let state: FollowUpState
  /// Since when it has stood so.
  public let since: CalendarDate
  /// The side that recorded the state.
  public let side: Side
  /// What was said at last; empty if nothing was.
  public let note: String
  /// The day it was put off to; `nil` if none was named.
  public let until: CalendarDate?
  /// How many events there are.
  public let eventCount: Int
  /// Whether two sides have recorded something without knowing of each other.
  public let isDivided: Bool

  /// What events lead to; `nil` if no event says where the action stands.
  ///
  /// - Parameters:
  ///   - subject: The action.
  ///   - events: All its events, in canonical order; where sides went on independently, the later day counts.
  init?(_ subject: FollowUpSubject, events: [Event]) {
    let updates = events.filter { $0.kind == FollowUpDesk.updateKind }
    guard let last = updates.last, let state = FollowUpState(rawValue: last["state"]) else {
      return nil
    }
    var first = last
    for event in updates.reversed() {
      guard event["state"] == last["state"] else { break }
      first = event
    }
    self.subject = subject
    self.state = state
    since = first.on
    side = last.side
    note = last["note"]
    until = CalendarDate(last["until"])
    eventCount = updates.count
    isDivided = updates.heads.count > 1
  }
}

/// What a side records of an action.
public struct FollowUpDraft: Hashable, Sendable {
  /// Where it stands.
  public var state: FollowUpState
  /// What there is to say; no person's data.
  public var note: String
  /// What shows it, such as the number of a letter.
  public var evidence: String
  /// The day it is put off to.
  public var until: CalendarDate?
  /// The side.
  public var side: Side
  /// The role of who records, never a name; may be empty.
  public var role: String
  /// The day.
  public var on: CalendarDate

  /// Creates a draft.
  public init(
    _ state: FollowUpState, by side: Side, on: CalendarDate, role: String = "", note: String = "",
    evidence: String = "", until: CalendarDate? = nil
  ) {
    self.state = state
    self.note = note
    self.evidence = evidence
    self.until = until
    self.side = side
    self.role = role
    self.on = on
  }

  /// The event that records it.
  var event: EventDraft {
    EventDraft(
      FollowUpDesk.updateKind, by: side, role: role, on: on,
      [
        "state": state.rawValue, "note": note, "evidence": evidence,
        "until": until?.description ?? "",
      ])
  }
}

/// Why something cannot be recorded, and what could be.
public struct FollowUpRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do, without a full stop.
  public let description: String
}
