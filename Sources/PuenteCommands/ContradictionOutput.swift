import Contradictions
import Correspondences
import Diagnostics
import Tabular

/// A report as programs read it.
///
/// The names and meanings of its fields are stable.
struct ContradictionOutput: Encodable {
  /// A record that takes part in a conflict.
  struct Record: Encodable {
    let number: Int
    let file: String
    let line: Int
    let column: Int
    let id: String?
    let subject: String
    let claim: String
    let negated: Bool
    let object: String?
    let confidence: Double?
    let standing: String
    let remove: Bool
  }

  struct Conflict: Encodable {
    let kind: String
    let severity: String
    let message: String
    let help: String?
    let record: Int
    let records: [Int]
  }

  struct Knot: Encodable {
    let records: [Record]
    let conflicts: [Conflict]
    let remove: [Int]
    let isLeast: Bool
    let atLeast: Int
  }

  let knots: [Knot]
  let notes: [String]

  init(_ report: ContradictionReport) {
    knots = report.knots.map { knot in
      let removed = Set(knot.removal)
      return Knot(
        records: knot.records.map {
          Self.record($0, report.list.statements[$0], isRemoved: removed.contains($0))
        },
        conflicts: knot.conflicts.map { conflict in
          Conflict(
            kind: conflict.kind.rawValue, severity: conflict.severity.rawValue,
            message: conflict.message, help: conflict.help.isEmpty ? nil : conflict.help,
            record: conflict.record + 1, records: conflict.records.map { $0 + 1 })
        },
        remove: knot.removal.map { $0 + 1 }, isLeast: knot.isProven, atLeast: knot.atLeast)
    }
    notes = report.notes
  }

  private static func record(
    _ number: Int, _ statement: Statement, isRemoved: Bool
  ) -> Record {
    var object: String? = statement.object.description
    let claim: String
    switch statement.claim {
    case .relation(let relation): claim = relation.rawValue
    case .anyRelation: claim = "skos:mappingRelation"
    case .nothing(let id):
      claim = "nothing in \(id)"
      object = nil
    }
    let identifier = statement.identifier
    return Record(
      number: number + 1, file: statement.location.file, line: statement.location.line,
      column: statement.location.column, id: identifier.isEmpty ? nil : identifier,
      subject: statement.subject.description, claim: claim, negated: statement.isNegated,
      object: object, confidence: statement.confidence, standing: "\(statement.standing)",
      remove: isRemoved)
  }

  /// One row for each record of each conflict.
  var csv: String {
    var writer = CSVWriter(style: CSVWriter.Style(delimiter: .comma))
    writer.write([
      "knot", "conflict", "kind", "severity", "file", "line", "column", "id", "subject_id", "claim",
      "negated", "object_id", "remove", "message", "help",
    ])
    var conflicts = 0
    for (number, knot) in knots.enumerated() {
      let records = Dictionary(uniqueKeysWithValues: knot.records.map { ($0.number, $0) })
      for conflict in knot.conflicts {
        conflicts += 1
        for record in conflict.records.compactMap({ records[$0] }) {
          writer.write([
            String(number + 1), String(conflicts), conflict.kind, conflict.severity, record.file,
            String(record.line), String(record.column), record.id ?? "", record.subject,
            record.claim, record.negated ? "true" : "", record.object ?? "",
            record.remove ? "true" : "", conflict.message, conflict.help ?? "",
          ])
        }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
