import CommandLineKit
import Diagnostics
import Partnership

/// What a user asks of due dates.
enum DueFilter: Hashable, ArgumentValue {
  /// Those whose date cannot be read from the report.
  case unknown
  /// Those that have a date.
  case known
  /// Those with a date in a year, a month or on a day.
  case within(DateSpan, text: String)

  init?(argument: String) {
    switch argument.lowercased() {
    case "unknown": self = .unknown
    case "known": self = .known
    default:
      let isDate = argument.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D }
      let span = PrintedDate(argument, reportYear: 0).span
      guard isDate, [.day, .month, .year].contains(span.precision) else { return nil }
      self = .within(span, text: argument)
    }
  }

  var argument: String {
    switch self {
    case .unknown: "unknown"
    case .known: "known"
    case .within(_, let text): text
    }
  }

  static var argumentExpectation: String {
    "a year, month or day such as 2018, 2018-03 or 2018-03-31, 'known' or 'unknown'"
  }

  func takes(_ dates: [DateSpan]) -> Bool {
    switch self {
    case .unknown: dates.allSatisfy { $0.latest == nil }
    case .known: dates.contains { $0.latest != nil }
    case .within(let span, _): dates.contains { $0.overlaps(span) }
    }
  }
}

/// Which dates are asked for, and the day from which they are judged.
struct DueOptions: ParameterGroup {
  var due: DueFilter?
  var dueBy: CalendarDate?
  var overdue = false
  var on: CalendarDate?

  static var parameters: [Parameter<Self>] {
    [
      .option(
        "--due", to: \.due, placeholder: "when",
        help: "Only what has a date in a year, month or day, or 'known' or 'unknown'."),
      .option(
        "--due-by", to: \.dueBy, placeholder: "date",
        help: "Only what has a date that is over by the end of this day."),
      .flag(
        "--overdue", to: \.overdue,
        help: "Only what has a date that is over and is not recorded as done or dropped."),
      .option(
        "--on", to: \.on, placeholder: "date",
        help: "Judge dates from this day instead of today."),
    ]
  }

  /// The day from which dates are judged.
  var day: CalendarDate { on ?? today() }

  /// Whether what is dated so is asked for; a closed one is never overdue.
  func takes(_ dates: [DateSpan], isClosed: Bool) -> Bool {
    if let due, !due.takes(dates) { return false }
    if let dueBy, !dates.contains(where: { isOver($0, by: dueBy) }) { return false }
    return !overdue || isOverdue(dates, isClosed: isClosed)
  }

  /// Whether any date is over before the day, of something that is not closed.
  func isOverdue(_ dates: [DateSpan], isClosed: Bool) -> Bool {
    !isClosed && dates.contains { date in date.latest.map { $0 < day } ?? false }
  }

  private func isOver(_ date: DateSpan, by day: CalendarDate) -> Bool {
    date.latest.map { $0 <= day } ?? false
  }

  /// Whether something may be due by the day that is asked for, although it is not so for certain.
  func mayBeDue(_ dates: [DateSpan]) -> Bool {
    guard let dueBy, !dates.contains(where: { isOver($0, by: dueBy) }) else { return false }
    return dates.contains { date in date.earliest.map { $0 <= dueBy } ?? false }
  }

  /// The word for how what is dated so stands: `closed`, `overdue`, `due_now`, `ahead` or `unknown`.
  func standing(_ dates: [DateSpan], isClosed: Bool) -> String {
    if isClosed { return "closed" }
    if isOverdue(dates, isClosed: false) { return "overdue" }
    let standings = dates.map { $0.standing(on: day) }
    if standings.contains(.current) { return "due_now" }
    return standings.contains(.ahead) ? "ahead" : "unknown"
  }

  /// A date for people: `conference call: 'in early 2018', 2018-01-01 to 2018-03-31 roughly, over for
  /// 3160 days`.
  ///
  /// What is closed is neither over nor ahead.
  func words(_ deadline: Deadline, isClosed: Bool = false) -> String {
    var text = "\(deadline.what): '\(deadline.printed)'"
    guard deadline.span.latest != nil else { return "\(text), which cannot be dated" }
    text += ", \(deadline.span)"
    if deadline.span.precision == .approximate { text += " roughly" }
    if deadline.isTentative { text += " (tentative)" }
    if isClosed { return text }
    switch deadline.span.standing(on: day) {
    case .past(let days): return "\(text), over for \(days) \(days == 1 ? "day" : "days")"
    case .current: return "\(text), running"
    case .ahead: return "\(text), ahead"
    case .unknown: return text
    }
  }
}
