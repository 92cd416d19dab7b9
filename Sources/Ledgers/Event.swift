public import Diagnostics
public import Digests

/// Names an event: the SHA-256 digest of its canonical text.
public typealias EventID = SHA256Digest

/// Who acts: a government, or the software on its own account.
public enum Side: String, Hashable, Sendable, CaseIterable {
  /// Mexico.
  case mexico = "MX"
  /// Canada.
  case canada = "CA"
  /// Puente itself, which suggests and calculates but decides nothing.
  case software

  /// The other government; `nil` for the software.
  public var other: Self? {
    switch self {
    case .mexico: .canada
    case .canada: .mexico
    case .software: nil
    }
  }

  /// The name for people.
  public var name: String {
    switch self {
    case .mexico: "Mexico"
    case .canada: "Canada"
    case .software: "Puente"
    }
  }
}

/// What happened, before it has its place in a ledger.
public struct EventDraft: Hashable, Sendable {
  /// What kind of thing happened, such as `proposed`: lower-case letters, digits and `_`.
  public var kind: String
  /// The side that acted.
  public var side: Side
  /// In which role, such as `co-chair`, never a person's name; it may be empty.
  public var role: String
  /// On which day.
  public var on: CalendarDate
  /// What there is to say of it, by the names of fields; empty values are left out.
  public var body: [String: String]

  /// Creates a draft.
  public init(
    _ kind: String, by side: Side, role: String = "", on: CalendarDate,
    _ body: [String: String] = [:]
  ) {
    self.kind = kind
    self.side = side
    self.role = role
    self.on = on
    self.body = body.filter { !$0.value.isEmpty }
  }
}

/// Something that happened to the subject of a stream; it never changes.
///
/// Its identifier follows from its content, in which the identifiers of the events before it are. So two
/// ledgers that record the same event agree on its name, and no event can be changed, taken out or put in
/// without all later names being wrong: the events of a stream are a Merkle graph.
public struct Event: Hashable, Sendable {
  /// The digest of ``canonicalText``.
  public let id: EventID
  /// The stream, such as `link/L1`.
  public let stream: String
  /// The events that were the newest of the stream when it happened, in order; none for the first.
  public let parents: [EventID]
  /// What happened.
  public let draft: EventDraft

  /// Creates an event.
  ///
  /// - Throws: ``EventFault`` if a field is not of the form that events have.
  public init(
    _ draft: EventDraft, in stream: String, after parents: [EventID]
  ) throws(EventFault) {
    try EventRules.check(draft, stream: stream, parents: parents)
    self.init(checked: draft, in: stream, after: parents.sorted())
  }

  init(checked draft: EventDraft, in stream: String, after parents: [EventID]) {
    self.stream = stream
    self.parents = parents
    self.draft = draft
    self.id = EventID(of: Array(Self.text(draft, stream, parents).utf8))
  }

  /// What kind of thing happened.
  public var kind: String { draft.kind }
  /// The side that acted.
  public var side: Side { draft.side }
  /// In which role.
  public var role: String { draft.role }
  /// On which day.
  public var on: CalendarDate { draft.on }

  /// A field of the body; empty if it has none.
  public subscript(field: String) -> String { draft.body[field] ?? "" }

  /// The event as JSON in canonical form (RFC 8785), whose digest names it.
  ///
  /// `{"body":{…},"format":"puente-event-1","kind":…,"on":…,"parents":[…],"role":…,"side":…,"stream":…}`
  public var canonicalText: String { Self.text(draft, stream, parents) }

  private static func text(_ draft: EventDraft, _ stream: String, _ parents: [EventID]) -> String {
    var text = "{\"body\":"
    text += CanonicalJSON.object(draft.body)
    text += ",\"format\":\"puente-event-1\",\"kind\":"
    text += CanonicalJSON.string(draft.kind)
    text += ",\"on\":\"\(draft.on)\",\"parents\":["
    text += parents.map { "\"\($0.hex)\"" }.joined(separator: ",")
    text += "],\"role\":"
    text += CanonicalJSON.string(draft.role)
    text += ",\"side\":\"\(draft.side.rawValue)\",\"stream\":"
    text += CanonicalJSON.string(stream)
    return text + "}"
  }
}
