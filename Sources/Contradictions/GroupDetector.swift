import Classifications
import Correspondences

/// Finds exact matches that the code lists speak against: of other levels, of other skill, of a residual
/// group, of two groups of one classification.
///
/// Each is a conflict of one record with the lists.
struct GroupDetector {
  let list: StatementList
  let trees: GroupTrees

  func find(_ log: inout ConflictLog) {
    for (number, statement) in list.statements.enumerated() {
      guard statement.affirmed == .exactMatch, let subject = statement.subject.code,
        let object = statement.object.code, subject != object
      else { continue }
      if subject.classification == object.classification, trees.areApart(subject, object) {
        log.add(
          Conflict(
            .exactWithTwo, [number], at: number,
            "\(subject) and \(object) are mapped exactly to each other, although they are two groups of one classification",
            help: Self.retract))
      }
      if let message = level(subject, object) ?? skill(subject, object) {
        log.add(Conflict(.levelClash, [number], at: number, message, help: Self.weaken))
      }
      if let left = trees.isResidual(subject), let right = trees.isResidual(object), left != right {
        let (own, other) = left ? (subject, object) : (object, subject)
        log.add(
          Conflict(
            .residualExact, [number], at: number,
            "\(own) '\(trees.title(of: own))' takes in what no other group does, so it is not the same as \(other) '\(trees.title(of: other))'",
            help: Self.weaken))
      }
    }
  }

  /// From which distance on skill levels clash.
  ///
  /// The scales themselves differ by 1: Canada counts the trades at the level of technicians, ISCO-08 below.
  static let skillGap = 1.5

  private static let retract = "retract the record, or correct a code"
  private static let weaken = "state a broad, narrow or close match, or correct a code"

  private func level(_ subject: OccupationCode, _ object: OccupationCode) -> String? {
    guard let left = trees.level(of: subject), let right = trees.level(of: object) else {
      return nil
    }
    let isClash =
      (left.aboveUnits == 0) != (right.aboveUnits == 0)
      || left.levels == right.levels && left.aboveUnits != right.aboveUnits
    guard isClash else { return nil }
    return
      "\(subject) is a \(trees.levelName(of: subject)) and \(object) a \(trees.levelName(of: object)), so they are not the same"
  }

  private func skill(_ subject: OccupationCode, _ object: OccupationCode) -> String? {
    guard let left = trees.skillLevel(of: subject), let right = trees.skillLevel(of: object),
      abs(left - right) >= Self.skillGap
    else { return nil }
    return
      "\(subject) is of skill level \(tenths(left)) of ISCO-08 and \(object) of \(tenths(right)), so they are hardly the same"
  }

  private func tenths(_ number: Double) -> String {
    let scaled = Int((number * 10).rounded())
    return scaled % 10 == 0 ? "\(scaled / 10)" : "\(scaled / 10).\(scaled % 10)"
  }
}
