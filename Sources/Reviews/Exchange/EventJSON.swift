import Diagnostics
import Digests
import FoundationEssentials
public import Ledgers

/// An event as files hold it: its content and its identifier.
public struct EventJSON: Codable, Hashable, Sendable {
  /// The identifier, 64 hexadecimal digits.
  public let id: String
  /// The stream.
  public let stream: String
  /// The identifiers of the events before it.
  public let parents: [String]
  /// What happened.
  public let kind: String
  /// Who acted: `CA`, `MX` or `software`.
  public let side: String
  /// In which role.
  public let role: String
  /// On which day.
  public let on: String
  /// What there is to say of it.
  public let body: [String: String]

  /// Creates the form of an event.
  public init(_ event: Event) {
    id = event.id.hex
    stream = event.stream
    parents = event.parents.map(\.hex)
    kind = event.kind
    side = event.side.rawValue
    role = event.role
    on = event.on.description
    body = event.draft.body
  }

  /// The event, if the content is that of an event of a pair and the identifier is its digest.
  ///
  /// - Throws: ``EventFault`` that says what is wrong.
  func event() throws(EventFault) -> Event {
    guard let side = Side(rawValue: side), let on = CalendarDate(on),
      ReviewStep(rawValue: kind) != nil, stream.hasPrefix("link/"),
      body.values.allSatisfy({ !$0.isEmpty })
    else {
      throw EventFault(field: "event \(id.prefix(12))", problem: "is not an event of a pair")
    }
    let parents = parents.compactMap { EventID(hex: $0) }
    guard parents.count == self.parents.count else {
      throw EventFault(field: "event \(id.prefix(12))", problem: "has parents that are no digests")
    }
    let event = try Event(
      EventDraft(kind, by: side, role: role, on: on, body), in: stream, after: parents)
    guard event.id.hex == id else {
      throw EventFault(
        field: "event \(id.prefix(12))",
        problem: "is not what its digest says: the text was altered or cut off")
    }
    return event
  }

  /// Events as a text of one line.
  static func text(_ events: [Event]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // The content is texts alone, so this cannot fail.
    guard let data = try? encoder.encode(events.map(EventJSON.init)) else { return "" }
    return String(decoding: data, as: UTF8.self)
  }

  /// The events of such a text.
  ///
  /// - Throws: ``EventFault``.
  static func events(_ text: String) throws(EventFault) -> [Event] {
    guard let forms = try? JSONDecoder().decode([EventJSON].self, from: Data(text.utf8)) else {
      throw EventFault(
        field: "history", problem: "cannot be read: it was altered or cut off")
    }
    var events: [Event] = []
    for form in forms { events.append(try form.event()) }
    return events
  }
}
