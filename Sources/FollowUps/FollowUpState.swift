/// What has become of something that was promised, as a side recorded it.
///
/// That nothing is recorded is no state: what has become of it is then unknown.
public enum FollowUpState: String, Hashable, Sendable, CaseIterable {
  /// Nothing has been begun, or it has been opened again.
  case open
  /// It is being worked on.
  case inProgress = "in_progress"
  /// It has been put off, perhaps to a named day.
  case postponed
  /// It has been done.
  case done
  /// It will not be done.
  case dropped

  /// Whether nothing is left to do, so that it cannot be overdue.
  public var isClosed: Bool { self == .done || self == .dropped }
}
