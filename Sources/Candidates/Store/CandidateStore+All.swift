public import Diagnostics
import Storage

extension CandidateStore {
  /// Hands out every candidate with the steps that are done on a day, in the order of pseudonyms.
  ///
  /// - Parameters:
  ///   - day: The day, after whose last day of holding a step is done no more.
  ///   - body: Is called for each.
  /// - Throws: `DatabaseError`, ``CandidateRefusal`` for a record that is damaged, or what the function throws.
  public func forEach(
    on day: CalendarDate, _ body: (_ candidate: Candidate, _ done: [String]) throws -> Void
  ) throws {
    var done: [Int: [String]] = [:]
    try database.query(
      """
      SELECT person, step FROM candidates_step
      WHERE state IN (?, ?) AND (state = ? OR expires_on IS NULL OR expires_on >= ?)
      ORDER BY person, step
      """,
      [
        .text(StepState.completed.rawValue), .text(StepState.waived.rawValue),
        .text(StepState.waived.rawValue), .integer(day.daysSince1970),
      ]
    ) { row in done[row.integer(0), default: []].append(row.text(1)) }
    try database.query("SELECT number, id, record FROM candidates_person ORDER BY id", []) { row in
      guard let id = CandidateID(row.text(1)) else {
        throw CandidateRefusal("the ledger has a pseudonym that is none; restore it from a copy")
      }
      try body(
        try CandidateRecord.candidate(id, row.text(2)), done[row.integer(0)] ?? [])
    }
  }
}
