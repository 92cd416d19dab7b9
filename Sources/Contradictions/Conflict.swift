public import Diagnostics

/// Records that cannot all stand.
public struct Conflict: Hashable, Sendable {
  /// Why they cannot.
  public let kind: ConflictKind
  /// The numbers of the records in ``StatementList/statements``, ascending.
  public let records: [Int]
  /// The number of the record that the finding points at.
  public let record: Int
  /// How much it matters.
  public let severity: Severity
  /// What was found: one sentence without a full stop.
  public let message: String
  /// What to do about it, without a full stop; empty if the resolution of the knot says it.
  public let help: String

  init(
    _ kind: ConflictKind, _ records: some Sequence<Int>, at record: Int, _ message: String,
    help: String = "", severity: Severity? = nil
  ) {
    self.severity = severity ?? kind.severity
    self.kind = kind
    self.records = Set(records).sorted()
    self.record = record
    self.message = message
    self.help = help
  }
}

/// Conflicts as they are found, each set of records once for each kind, and no more than a limit.
struct ConflictLog {
  /// How many conflicts of one kind are kept.
  static let limit = 20_000

  private(set) var conflicts: [Conflict] = []
  private var seen: Set<Key> = []
  private var counts: [ConflictKind: Int] = [:]
  /// The kinds of which not all were kept.
  private(set) var incomplete: Set<ConflictKind> = []

  private struct Key: Hashable {
    let kind: ConflictKind
    let records: [Int]
  }

  /// Keeps a conflict, unless its records already have one of its kind; returns whether it is new.
  @discardableResult
  mutating func add(_ conflict: Conflict) -> Bool {
    guard counts[conflict.kind, default: 0] < Self.limit else {
      incomplete.insert(conflict.kind)
      return false
    }
    guard seen.insert(Key(kind: conflict.kind, records: conflict.records)).inserted else {
      return false
    }
    counts[conflict.kind, default: 0] += 1
    conflicts.append(conflict)
    return true
  }

  /// Notes that not all conflicts of a kind were looked for.
  mutating func cutShort(_ kind: ConflictKind) { incomplete.insert(kind) }
}
