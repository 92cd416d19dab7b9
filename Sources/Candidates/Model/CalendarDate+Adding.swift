public import Diagnostics

extension CalendarDate {
  /// The day a number of days later; the last of the calendar if there is none.
  public func adding(days: Int) -> Self {
    let (sum, overflow) = daysSince1970.addingReportingOverflow(days)
    return (overflow ? nil : Self(daysSince1970: sum)) ?? Self.last
  }

  /// The same day a number of months later, or the last day of that month if it has no such day.
  public func adding(months: Int) -> Self {
    let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, (12..<120_000).contains(sum) else { return Self.last }
    return (0...3).lazy.compactMap {
      Self(year: sum / 12, month: sum % 12 + 1, day: day - $0)
    }.first ?? Self.last
  }

  /// The last day of the calendar.
  static var last: Self {
    guard let last = Self(year: 9999, month: 12, day: 31) else {
      preconditionFailure("the calendar has this day")
    }
    return last
  }
}
