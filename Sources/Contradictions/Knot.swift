/// Conflicts that share records, and the records whose removal resolves them all.
public struct Knot: Hashable, Sendable {
  /// The conflicts, in the order in which their findings stand in the files.
  public let conflicts: [Conflict]
  /// The numbers of the records of all conflicts, ascending.
  public let records: [Int]
  /// The numbers of the records to remove, or to correct, ascending: the fewest there can be.
  public let removal: [Int]
  /// Whether no smaller set resolves the knot; otherwise it was too large to be sure.
  public let isProven: Bool
  /// How many records have to go at least.
  public let atLeast: Int

  /// Solves conflicts that share records.
  ///
  /// - Parameters:
  ///   - conflicts: The conflicts.
  ///   - costs: What giving up each record costs.
  ///   - work: How much work may be done; what is done is taken off.
  init(_ conflicts: [Conflict], costs: [Int: Cost], work: inout Int) {
    let set = HittingSet(
      conflicts.map(\.records), costs: costs, limit: min(work, HittingSet.limit))
    work -= set.work
    self.conflicts = conflicts
    records = Set(conflicts.flatMap(\.records)).sorted()
    removal = set.things
    isProven = set.isProven
    atLeast = set.lowerBound
  }

  private init(
    conflicts: [Conflict], records: [Int], removal: [Int], isProven: Bool, atLeast: Int
  ) {
    self.conflicts = conflicts
    self.records = records
    self.removal = removal
    self.isProven = isProven
    self.atLeast = atLeast
  }

  /// The knot with its findings pointing at one of the first records.
  func pointing(atFirst count: Int) -> Self {
    Self(
      conflicts: conflicts.map { conflict in
        guard conflict.record >= count, let own = conflict.records.last(where: { $0 < count })
        else { return conflict }
        return Conflict(
          conflict.kind, conflict.records, at: own, conflict.message, help: conflict.help,
          severity: conflict.severity)
      }, records: records, removal: removal, isProven: isProven, atLeast: atLeast)
  }

  /// The knot with its conflicts in an order.
  ///
  /// - Parameters:
  ///   - isWhole: Whether all its conflicts are known; nothing is proven otherwise.
  ///   - areInOrder: The order.
  /// - Returns: The knot.
  func sorted(isWhole: Bool, by areInOrder: (Conflict, Conflict) -> Bool) -> Self {
    Self(
      conflicts: conflicts.sorted(by: areInOrder), records: records, removal: removal,
      isProven: isProven && isWhole, atLeast: atLeast)
  }
}

extension StatementList {
  /// What giving up each of some records costs: one record each; then published tables are kept longest,
  /// then what its author is surer of, then what stands earlier.
  func costs(of records: some Sequence<Int>) -> [Int: Cost] {
    var costs: [Int: Cost] = [:]
    for record in records {
      let statement = statements[record]
      costs[record] = Cost(
        count: 1, standing: statement.standing.rawValue,
        confidence: Int(((statement.confidence ?? 1) * 1000).rounded()),
        place: statements.count - record)
    }
    return costs
  }
}
