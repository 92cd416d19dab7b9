import Diagnostics
import FactTables
import FollowUps
import Partnership
import Rendering

/// A date as JSON, judged from a day.
func json(_ deadline: Deadline, on day: CalendarDate) -> JSONValue {
  let standing = deadline.span.standing(on: day)
  var days: JSONValue = .null
  if case .past(let count) = standing { days = .int(count) }
  return .object([
    "what": .string(deadline.what), "printed": .string(deadline.printed),
    "earliest": .text(deadline.span.earliest?.description),
    "latest": .text(deadline.span.latest?.description),
    "precision": .string(deadline.span.precision.rawValue),
    "tentative": .bool(deadline.isTentative), "roughly": .bool(deadline.isRough),
    "standing": .string(standing.word), "days_past": days,
    "report_lines": .string(deadline.provenance.lines.description),
  ])
}

/// The columns of actions in JSON, CSV and Markdown.
struct ActionColumns {
  private let partnership: PartnershipReports
  private let due: DueOptions
  private let pairs: PairStates
  private let book: FollowUpBook

  init(
    _ partnership: PartnershipReports, _ due: DueOptions, _ pairs: PairStates, _ book: FollowUpBook
  ) {
    (self.partnership, self.due, self.pairs, self.book) = (partnership, due, pairs, book)
  }

  typealias Column = Listing<ReportItem>.Column

  var all: [Column] {
    let (partnership, due, pairs, book) = (partnership, due, pairs, book)
    let what: [Column] = [
      .init("id") { .string($0.id) },
      .init("group") { .string($0.group) },
      .init("group_name") { .string(partnership.name(ofGroup: $0.group)) },
      .init("section") { .string($0.section.rawValue) },
      .init("heading") { .text($0.heading) },
      .init("kind") { .string($0.kind) },
      .init("gist") { .string($0.gist) },
      .init("by_side") { .text($0.bySide) },
      .init("by") { .texts($0.byInstitutions) },
      .init("with") { .texts($0.withInstitutions) },
    ]
    let when: [Column] = [
      .init(
        "deadlines",
        cell: { item in
          let isClosed = book.followUp(of: item).isClosed
          return item.deadlines.map { due.words($0, isClosed: isClosed) }.joined(separator: "; ")
        },
        value: { item in .array(item.deadlines.map { json($0, on: due.day) }) }),
      .init("due_printed") { item in .texts(item.deadlines.map(\.printed)) },
      .init("due_earliest") { item in
        .text(item.deadlines.compactMap(\.span.earliest).min()?.description)
      },
      .init("due_latest") { .text($0.latest?.description) },
      .init("standing") { item in
        let followUp = book.followUp(of: item)
        return .string(
          due.standing(followUp.dates(item.deadlines), isClosed: followUp.isClosed))
      },
      .init("overdue") { item in
        let followUp = book.followUp(of: item)
        return .bool(due.isOverdue(followUp.dates(item.deadlines), isClosed: followUp.isClosed))
      },
      .init("roughly") { item in
        .bool(item.deadlines.contains { $0.isRough && $0.span.latest != nil })
      },
    ]
    let links: [Column] = [
      .init("state") { .text(book.followUp(of: $0)?.state.rawValue) },
      .init(
        "follow_up", cell: { book.followUp(of: $0).words ?? "" },
        value: { book.followUp(of: $0).json }),
      .init(
        "pairs",
        cell: { item in
          pairs.states(of: item).map { $0.words(on: due.day) }.joined(separator: "; ")
        }, value: { item in .array(pairs.states(of: item).map { $0.json(on: due.day) }) }),
    ]
    return what + when + links + provenanceColumns(\.provenance)
  }
}

/// Actions for people.
struct ActionText {
  private let partnership: PartnershipReports
  private let due: DueOptions
  private let pairs: PairStates
  private let book: FollowUpBook

  init(
    _ partnership: PartnershipReports, _ due: DueOptions, _ pairs: PairStates, _ book: FollowUpBook
  ) {
    (self.partnership, self.due, self.pairs, self.book) = (partnership, due, pairs, book)
  }

  /// The lines of actions, group by group in the order of the report.
  func lines(_ items: [ReportItem]) -> [String] {
    var lines: [String] = []
    var group = ""
    for item in items {
      if item.group != group {
        group = item.group
        if !lines.isEmpty { lines.append("") }
        lines.append("\(partnership.name(ofGroup: group)) (\(group))")
      }
      lines += self.lines(item)
    }
    return lines
  }

  private func lines(_ item: ReportItem) -> [String] {
    let section = item.section == .futureActivity ? "" : "  [\(item.section.title)]"
    var lines = ["  \(item.id)\(section)  \(item.gist)  [\(place(item.provenance))]"]
    if item.kind == "missing_list" {
      lines.append("      the list is missing in the source")
      return lines
    }
    guard ["action", "expectation"].contains(item.kind) || !item.deadlines.isEmpty else {
      return lines
    }
    lines.append("      by: \(doer(item))")
    if item.deadlines.isEmpty {
      lines.append("      due: unknown, the report gives no date")
    }
    let isClosed = book.followUp(of: item).isClosed
    lines += item.deadlines.map { "      due: \(due.words($0, isClosed: isClosed))" }
    if let words = book.followUp(of: item).words { lines.append("      follow-up: \(words)") }
    lines += pairs.states(of: item).map { "      pair \($0.words(on: due.day))" }
    return lines
  }

  /// Who is to act: the side, the bodies, and those they do it with.
  private func doer(_ item: ReportItem) -> String {
    let side: String? =
      switch item.bySide {
      case "both": "both sides"
      case let name?: PartnerSide(rawValue: name)?.name
      case nil: nil
      }
    let bodies = item.byInstitutions.map(name).joined(separator: ", ")
    var text =
      switch (side, bodies.isEmpty) {
      case (nil, true): "not said in the report"
      case (nil, false): bodies
      case (let side?, true): side
      case (let side?, false): "\(side) (\(bodies))"
      }
    if !item.withInstitutions.isEmpty {
      text += ", with \(item.withInstitutions.map(name).joined(separator: ", "))"
    }
    return text
  }

  /// What a body is called in short.
  private func name(_ id: String) -> String {
    guard let institution = partnership.institutions.last(where: { $0.id == id }) else { return id }
    return institution.abbreviation ?? institution.name
  }
}
