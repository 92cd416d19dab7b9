public import Diagnostics

/// How closely the words of a report date something.
public enum DatePrecision: String, Hashable, Sendable, CaseIterable {
  /// A day.
  case day
  /// A month.
  case month
  /// A quarter, or what the report calls a trimester.
  case quarter
  /// A year.
  case year
  /// A stretch of time with a first and a last month or year.
  case period
  /// Words such as `early 2018`, whose bounds are a convention of Puente.
  case approximate
  /// Words that no calendar date can be read from, such as `medium term`.
  case unresolved
}

/// The days that words of a report stand for.
public struct DateSpan: Hashable, Sendable {
  /// The first of the days; `nil` where the words name only an end, as `by the end of the year` does.
  public let earliest: CalendarDate?
  /// The last of the days; `nil` where no date can be read from the words.
  public let latest: CalendarDate?
  /// How closely the words date it.
  public let precision: DatePrecision

  /// No date can be read from the words.
  public static let unresolved = Self(earliest: nil, latest: nil, precision: .unresolved)

  /// Creates a span.
  public init(earliest: CalendarDate?, latest: CalendarDate?, precision: DatePrecision) {
    self.earliest = earliest
    self.latest = latest
    self.precision = precision
  }

  /// The first day that is in the span for certain: its first, or its last where the first is not known.
  public var start: CalendarDate? { earliest ?? latest }

  /// Whether a span has a day in common with this one; never if either has no date.
  public func overlaps(_ other: Self) -> Bool {
    guard let latest, let otherLatest = other.latest, let start, let otherStart = other.start else {
      return false
    }
    return start <= otherLatest && otherStart <= latest
  }
}

extension DateSpan: CustomStringConvertible {
  /// The days: `2018-01-01 to 2018-03-31`, `by 2017-12-31`, `2017-12-31`, or `unknown`.
  public var description: String {
    guard let latest else { return "unknown" }
    guard let earliest else { return "by \(latest)" }
    return earliest == latest ? "\(latest)" : "\(earliest) to \(latest)"
  }
}

/// How a date in a report stands to a day.
public enum DateStanding: Hashable, Sendable {
  /// The report gives no date that could be read.
  case unknown
  /// Its time has not come.
  case ahead
  /// Its time has come and is not over.
  case current
  /// Its time is over since a number of days, at least 1.
  case past(days: Int)

  /// The word for it: `unknown`, `ahead`, `current` or `past`.
  public var word: String {
    switch self {
    case .unknown: "unknown"
    case .ahead: "ahead"
    case .current: "current"
    case .past: "past"
    }
  }
}

extension DateSpan {
  /// How the span stands to a day.
  public func standing(on day: CalendarDate) -> DateStanding {
    guard let latest else { return .unknown }
    if day > latest { return .past(days: latest.days(until: day)) }
    guard let earliest else { return .current }
    return day < earliest ? .ahead : .current
  }
}
