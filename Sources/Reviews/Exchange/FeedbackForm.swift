import Classifications
import Correspondences
public import Diagnostics
import Digests
public import Ledgers
import Storage

/// A feedback form to write: pairs with their histories, for a government to fill in.
public struct FeedbackForm {
  /// A pair of the form.
  struct Row {
    let link: ReviewLink
    let fields: [FormColumn: String]
    let events: [Event]
    let decisions: [FormDecision]
  }

  /// The government that the form is for.
  public let side: Side
  /// The day on which the form is written.
  public let on: CalendarDate
  let rows: [Row]

  /// How many pairs there are.
  public var count: Int { rows.count }

  /// Makes a form.
  ///
  /// The pairs on which the government has to act come first. An alternative is always with its pair.
  ///
  /// - Parameters:
  ///   - links: The pairs.
  ///   - side: The government.
  ///   - on: The day.
  ///   - desk: The desk.
  ///   - evidence: What the published tables say of a pair, in short.
  /// - Throws: `DatabaseError`, or what the function throws.
  public init(
    _ links: [ReviewLink], for side: Side, on: CalendarDate, from desk: ReviewDesk,
    evidence: (ReviewLink) throws -> String
  ) throws {
    self.side = side
    self.on = on
    let all = try Self.withAlternatives(links, desk)
    let ordered = all.filter { $0.awaiting == side } + all.filter { $0.awaiting != side }
    rows = try ordered.map { link in
      let events = try desk.history(of: link)
      return Row(
        link: link,
        fields: try Self.fields(
          link, events, side, on, flags: try desk.flags(of: link), evidence: try evidence(link)),
        events: events, decisions: FormDecision.possible(link, for: side))
    }
  }

  /// Pairs with those they are alternatives to, and the other way round, so that no step is half there.
  private static func withAlternatives(
    _ links: [ReviewLink], _ desk: ReviewDesk
  ) throws -> [ReviewLink] {
    var known = Set(links.map(\.id))
    var result = links
    var index = 0
    while index < result.count {
      let link = result[index]
      let alternatives = try desk.alternatives(to: link.id)
      let named = [link.alternativeTo, link.alternative, link.carriedFrom].compactMap { $0 }
      for id in alternatives + named where known.insert(id).inserted {
        if let other = try desk.find(id) { result.append(other) }
      }
      index += 1
    }
    return result
  }

  private static func fields(
    _ link: ReviewLink, _ events: [Event], _ side: Side, _ on: CalendarDate,
    flags: [ReviewFlag], evidence: String
  ) throws -> [FormColumn: String] {
    let rules = flags.map { "\($0.rule) (\($0.severity.rawValue))" }
    let said = events.last { !$0["comment"].isEmpty }.map { event in
      "\(event.on) \(event.side.name): \(event["comment"])"
    }
    return [
      .link: link.id, .state: link.state.rawValue, .since: link.since.description,
      .days: String(link.age(on: on)), .noc: link.noc.description, .nocTitle: link.nocTitle,
      .sinco: link.sinco.description, .sincoTitle: link.sincoTitle,
      .relation: link.relation?.word ?? "", .evidence: evidence,
      .flags: rules.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        .joined(separator: "; "),
      .said: said ?? "", .side: side.rawValue, .exportedOn: on.description,
      .base: events.heads.map(\.hex).joined(separator: " "),
    ]
  }
}

extension ReviewDesk {
  /// The pairs that were counter-proposed to a pair, or carried from it.
  func alternatives(to id: String) throws -> [String] {
    try ledger.database.rows(
      "SELECT id FROM review_link WHERE alternative_to = ? OR carried_from = ? ORDER BY stream",
      [.text(id), .text(id)]
    ) { $0.text(0) }
  }
}
