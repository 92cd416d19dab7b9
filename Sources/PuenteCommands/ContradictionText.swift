import Contradictions
import Diagnostics
import Rendering

/// A report for people, in the manner of a compiler.
struct ContradictionText {
  let report: ContradictionReport

  init(_ report: ContradictionReport) { self.report = report }

  /// The findings, knot by knot, each knot with what resolves it.
  var text: String {
    var lines: [String] = []
    for (number, knot) in report.knots.enumerated() {
      for conflict in knot.conflicts { lines += self.lines(of: conflict) }
      // One record alone needs no more words.
      if knot.records.count > 1 { lines += resolution(of: knot, number + 1) }
    }
    return lines.map { printable($0) + "\n" }.joined()
  }

  private func lines(of conflict: Conflict) -> [String] {
    let statement = report.list.statements[conflict.record]
    var lines = [
      "\(statement.location): \(conflict.severity.rawValue)[\(conflict.kind.rawValue)]: \(conflict.message)"
    ]
    let others = conflict.records.count > 1 ? conflict.records : []
    for record in others {
      let statement = report.list.statements[record]
      lines.append("  \(statement.location): \(statement.words)")
    }
    if !conflict.help.isEmpty { lines.append("  help: \(conflict.help)") }
    return lines
  }

  private func resolution(of knot: Knot, _ number: Int) -> [String] {
    let removed = knot.removal.count
    let count = "\(removed) of \(knot.records.count) records"
    let least =
      knot.isProven
      ? "\(removed == 1 ? "is" : "are") the least to remove or correct"
      : "\(removed == 1 ? "resolves" : "resolve") what is shown, and at least \(knot.atLeast) must go; the knot is too large to be sure of the least"
    return ["  knot \(number): \(count) \(least):"]
      + knot.removal.map { record in
        let statement = report.list.statements[record]
        let identifier = statement.identifier
        return
          "    \(statement.location): \(statement.words)\(identifier.isEmpty ? "" : " (\(identifier))")"
      }
  }

  /// How much was found, in one line.
  var summary: String {
    let conflicts = report.conflicts
    guard !conflicts.isEmpty else {
      let count = report.list.statements.count
      return "no contradictions in \(count) record\(count == 1 ? "" : "s")\n"
    }
    func counted(_ number: Int, _ word: String) -> String {
      "\(number) \(word)\(number == 1 ? "" : "s")"
    }
    let errors = conflicts.count { $0.severity == .error }
    let removed = report.knots.reduce(0) { $0 + $1.removal.count }
    return
      "\(counted(errors, "error")), \(counted(conflicts.count - errors, "warning")) in \(counted(report.knots.count, "knot")); \(counted(removed, "record")) of \(report.list.statements.count) to remove or correct\n"
  }
}
