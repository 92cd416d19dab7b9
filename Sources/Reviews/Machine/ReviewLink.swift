public import Classifications
public import Correspondences
public import Diagnostics
public import Digests
public import Ledgers

/// A pair of groups under review, as its events have left it.
public struct ReviewLink: Hashable, Sendable {
  /// The identifier, such as `L1`.
  public let id: String
  /// The group of the NOC; its code may not exist, because printed values are kept.
  public internal(set) var noc: OccupationCode
  /// The title that was printed with it; may be empty.
  public internal(set) var nocTitle = ""
  /// The group of the SINCO.
  public internal(set) var sinco: OccupationCode
  /// The title that was printed with it; may be empty.
  public internal(set) var sincoTitle = ""
  /// How the SINCO group relates to the NOC group; `nil` where nobody has said.
  public internal(set) var relation: MapRelation?
  /// Where the review stands.
  public internal(set) var state: ReviewState
  /// Since when.
  public internal(set) var since: CalendarDate
  /// The government that proposed the pair; `nil` for a suggestion of the software.
  public internal(set) var proposer: Side?
  /// When it was proposed or suggested.
  public internal(set) var proposedOn: CalendarDate
  /// How often it was sent.
  public internal(set) var round = 0
  /// The pair that it was counter-proposed to.
  public internal(set) var alternativeTo: String?
  /// The pair that was counter-proposed last, and stands or was agreed.
  public internal(set) var alternative: String?
  /// The agreed pair of another version that it was carried from.
  public internal(set) var carriedFrom: String?
  /// How many comments there are.
  public internal(set) var comments = 0
  /// Whether two sides have decided independently, so that one of them has to be settled on.
  public internal(set) var hasConflict = false
  /// The list it belongs to, such as `lmwg-2017`; may be empty.
  public internal(set) var list = ""
  /// The row of that list; may be empty.
  public internal(set) var row = ""
  /// Where it comes from, such as `cmp-report-2017`; may be empty.
  public internal(set) var source = ""
  /// The events that were recorded but are not possible where they stand, and so have no effect.
  public internal(set) var ignored: [EventID] = []

  /// The stream of the events of a pair.
  public static func stream(_ id: String) -> String { "link/\(id)" }

  /// Whether it was counter-proposed to another pair.
  public var isAlternative: Bool { alternativeTo != nil }

  /// The government that the pair was proposed to.
  public var responder: Side? { proposer?.other }

  /// The government that has to act; `nil` if none has.
  public var awaiting: Side? {
    switch state {
    case .proposed, .acceptedByCanada, .acceptedByMexico, .needsRevision: proposer
    case .counterProposed: isAlternative ? responder : proposer
    case .awaitingFeedback, .feedbackReceived: responder
    default: nil
    }
  }

  /// How many days the state has lasted on a day.
  public func age(on day: CalendarDate) -> Int { max(0, since.days(until: day)) }

  /// The state and how long it has lasted, such as `awaiting feedback for 3,320 days`.
  public func standing(on day: CalendarDate) -> String {
    guard state.isOpen else { return "\(state.words) since \(since)" }
    let days = age(on: day)
    return "\(state.words) for \(grouped(days)) \(days == 1 ? "day" : "days")"
  }

  /// The pair in short: `noc2016:3011 - sinco2011:2426`.
  public var pair: String { "\(noc) - \(sinco)" }
}

/// A whole number with commas between thousands.
public func grouped(_ number: Int) -> String {
  let digits = Array(String(number.magnitude).utf8)
  guard digits.count > 3 else { return String(number) }
  var text: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text.append(UInt8(ascii: ",")) }
    text.append(digit)
  }
  return String(decoding: text, as: UTF8.self)
}
