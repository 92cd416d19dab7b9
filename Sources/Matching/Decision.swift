public import Classifications

/// What people have decided about a pair, which is evidence for a score.
public struct Decision: Hashable, Sendable {
  /// One of the codes.
  public let code: OccupationCode
  /// The other.
  public let other: OccupationCode
  /// From -1, rejected, to 1, agreed by both governments.
  public let value: Double

  /// The name by which decisions are left out.
  public static let evidenceName = "decisions"

  /// Creates a decision.
  public init(_ code: OccupationCode, _ other: OccupationCode, value: Double) {
    self.code = code
    self.other = other
    self.value = value
  }
}

extension PairMatrix {
  /// The decisions on pairs of unit groups, of several on one pair the last, or `nil` if there is none.
  ///
  /// - Parameters:
  ///   - decisions: The decisions, on whatever classifications.
  ///   - sources: The unit groups of the rows.
  ///   - targets: Those of the columns.
  public init?(_ decisions: [Decision], _ sources: UnitGroups, _ targets: UnitGroups) {
    var rows = [[Int32: Float]](repeating: [:], count: sources.count)
    var isEmpty = true
    for decision in decisions {
      for (code, other) in [(decision.code, decision.other), (decision.other, decision.code)]
      where code.classification == sources.id && other.classification == targets.id {
        guard let row = sources.number(of: code.code), let column = targets.number(of: other.code)
        else { continue }
        rows[row][Int32(column)] = Float(decision.value)
        isEmpty = false
      }
    }
    guard !isEmpty else { return nil }
    self.init(
      rows: rows.map { $0.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } },
      columnCount: targets.count)
  }
}
