/// How long a chain of steps is: by the days known, then by the steps whose time is not known, then by all.
///
/// Most times are not known, so days alone would not tell which chain is the longest.
struct StepWeight: Hashable, Comparable {
  var days = 0
  var unknown = 0
  var steps = 0

  static func < (left: Self, right: Self) -> Bool {
    (left.days, left.unknown, left.steps) < (right.days, right.unknown, right.steps)
  }

  static func + (left: Self, right: Self) -> Self {
    Self(
      days: left.days + right.days, unknown: left.unknown + right.unknown,
      steps: left.steps + right.steps)
  }
}
