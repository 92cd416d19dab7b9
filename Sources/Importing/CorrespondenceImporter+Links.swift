import Classifications
import Correspondences
import Diagnostics

// MARK: - What the rows come to together

extension CorrespondenceImporter {
  func checkDuplicates(_ rows: [Row], _ log: inout ImportLog) {
    var first: [[String]: Row] = [:]
    for row in rows {
      let key = [row.subject ?? "", row.object ?? ""]
      guard let earlier = first.updateValue(row, forKey: key) else { continue }
      first[key] = earlier
      log.failed(
        "duplicate-pair", at: row.location,
        "'\(key[0])' - '\(key[1])' stands already on line \(earlier.location.line)",
        help: "keep one of the two rows"
      )
    }
    for row in rows where row.subject != nil && row.object == nil {
      guard let other = rows.first(where: { $0.subject == row.subject && $0.object != nil }) else {
        continue
      }
      log.failed(
        "contradictory-row", at: row.location,
        "'\(row.subject ?? "")' is said to have no correspondence, but has one on line \(other.location.line)",
        help: "keep one of the two rows"
      )
    }
  }

  /// Gives each link its relation, from the cardinalities and flags of the whole table.
  func links(_ rows: [Row], _ log: inout ImportLog) -> [ImportedLink] {
    var targets: [String: Int] = [:]
    var sources: [String: Int] = [:]
    for row in rows {
      guard let subject = row.subject, let object = row.object else { continue }
      targets[subject, default: 0] += 1
      sources[object, default: 0] += 1
    }
    return rows.map { row in
      let manyTargets = row.subject.flatMap { targets[$0] } ?? 0
      let manySources = row.object.flatMap { sources[$0] } ?? 0
      let relation = MapRelation.suggested(
        targetsOfSource: manyTargets, sourcesOfTarget: manySources, isPartial: row.isPartial
      )
      if ChangeTypes.isVirtual(row.changes), relation != .exactMatch {
        log.repaired(
          "change-cardinality", at: row.location,
          "'\(row.subject ?? "")' - '\(row.object ?? "")' is called a change of code or name alone, but the table is not one-to-one here",
          to: relation.rawValue
        )
      }
      let cardinality: String
      switch (row.subject, row.object) {
      case (nil, _): cardinality = "0:1"
      case (_, nil): cardinality = "1:0"
      default: cardinality = "\(manySources > 1 ? "n" : "1"):\(manyTargets > 1 ? "n" : "1")"
      }
      return ImportedLink(
        subject: row.subject, subjectTitle: row.subject.flatMap { subject[$0]?.title() } ?? "",
        object: row.object,
        objectTitle: row.objectTitle.isEmpty
          ? row.object.flatMap { object[$0]?.title() } ?? "" : row.objectTitle,
        relation: relation, cardinality: cardinality, isPartial: row.isPartial,
        changes: row.changes,
        note: row.note
      )
    }
  }
}
