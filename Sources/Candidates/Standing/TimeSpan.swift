public import Credentials
public import Diagnostics

/// How long something takes, in days from a day on: at least, and at most where that is known.
public struct TimeSpan: Hashable, Sendable {
  /// The fewest days; steps whose time is not known count as none.
  public var atLeast: Int
  /// The most days; `nil` where a time that is not known is in it.
  public var atMost: Int?

  /// Creates a span.
  public init(_ atLeast: Int, _ atMost: Int?) {
    self.atLeast = atLeast
    self.atMost = atMost
  }

  /// No time.
  public static let none = Self(0, 0)
  /// A time of which nothing is known.
  public static let unknown = Self(0, nil)

  /// The span of a step, whole days rounded up; where the data give no shortest or longest time, none is known.
  public init(of step: Step) {
    func whole(_ days: Double?) -> Int? { days.map { Int($0.rounded(.up)) } }
    self.init(whole(step.duration?.shortestDays) ?? 0, whole(step.duration?.longestDays))
  }

  /// What is left of it after a number of days.
  func less(_ days: Int) -> Self {
    Self(max(0, atLeast - max(0, days)), atMost.map { max(0, $0 - max(0, days)) })
  }

  /// One after the other.
  static func + (left: Self, right: Self) -> Self {
    Self(
      left.atLeast + right.atLeast,
      left.atMost.flatMap { most in right.atMost.map { most + $0 } })
  }

  /// Both, side by side.
  func and(_ other: Self) -> Self {
    Self(
      max(atLeast, other.atLeast),
      atMost.flatMap { most in other.atMost.map { max(most, $0) } })
  }

  /// One of both, whichever is done first.
  func or(_ other: Self) -> Self {
    let most = [atMost, other.atMost].compactMap { $0 }.min()
    return Self(min(atLeast, other.atLeast), most)
  }

  /// The days from a day on: not before the first; up to the last where that is known.
  public func days(from day: CalendarDate) -> (first: CalendarDate, last: CalendarDate?) {
    (day.adding(days: atLeast), atMost.map { day.adding(days: $0) })
  }
}

/// An answer that may not be known.
public enum Certainty: String, Hashable, Sendable, CaseIterable {
  case yes
  case no
  case unknown
}
