public import Diagnostics
import Digests
import Storage

extension CandidateStore {
  /// Why a candidate is erased, of a closed list.
  public enum ErasureReason: String, Hashable, Sendable, CaseIterable {
    /// The person asked for it.
    case request
    /// The last day on which the data may be kept has passed.
    case retention
    /// The consent was withdrawn.
    case withdrawal
    /// The person was entered twice, or by mistake.
    case mistake
  }

  /// Takes everything of a candidate out of the tables, and leaves a tombstone without anything of the person.
  ///
  /// Afterwards, outside of the transaction, `Database.purge` has to take what was deleted out of the file and its log.
  ///
  /// - Throws: ``CandidateRefusal`` if there is no such candidate, `DatabaseError`.
  public func erase(
    _ id: CandidateID, on day: CalendarDate, by actor: CandidateActor, why: ErasureReason
  ) throws {
    let entry = try entry(id)
    let words = try database.rows(
      """
      SELECT word.word FROM candidates_word AS word
      WHERE EXISTS (SELECT 1 FROM candidates_index WHERE word = word.number AND person = ?)
      """, [.integer(entry.number)]
    ) { $0.text(0) }
    for word in words { try remove(word, entry.number) }
    for table in ["step", "evidence", "note", "reference"] {
      try database.execute(
        "DELETE FROM candidates_\(table) WHERE person = ?", [.integer(entry.number)])
    }
    try database.execute(
      "DELETE FROM candidates_person WHERE number = ?", [.integer(entry.number)])
    try database.execute(
      "INSERT INTO candidates_tombstone VALUES (?, ?, ?)",
      [.blob(Self.subject(id)), .integer(day.daysSince1970), .text(why.rawValue)])
    try audit("erase", of: id, on: day, by: actor)
  }

  // MARK: The audit

  /// An entry of the audit.
  public struct AuditEntry: Hashable, Sendable {
    /// Its number, from 1.
    public let number: Int
    /// The day.
    public let on: CalendarDate
    /// Who, as a role.
    public let by: CandidateActor
    /// What was done, such as `step`.
    public let action: String
    /// How many candidates it concerns.
    public let count: Int
    /// Digests of the candidate's data before and after, by a key that ends with the data; `nil` where there is none.
    public let before: String?
    /// The same after it.
    public let after: String?
  }

  /// What the audit tells of a candidate, also of one that was erased.
  ///
  /// - Throws: `DatabaseError`.
  public func audit(of id: CandidateID) throws -> [AuditEntry] {
    try database.rows(
      """
      SELECT number, day, by, action, count, before, after FROM candidates_audit
      WHERE subject = ? ORDER BY number
      """, [.blob(Self.subject(id))]
    ) { row in
      AuditEntry(
        number: row.integer(0), on: Self.day(row.integer(1)),
        by: CandidateActor(rawValue: row.text(2)) ?? .other, action: row.text(3),
        count: row.integer(4), before: SHA256Digest(bytes: row.blob(5))?.hex,
        after: SHA256Digest(bytes: row.blob(6))?.hex)
    }
  }

  func audit(
    _ action: String, of id: CandidateID?, on day: CalendarDate, by actor: CandidateActor,
    count: Int = 1, before: SHA256Digest? = nil, after: SHA256Digest? = nil
  ) throws {
    try database.execute(
      """
      INSERT INTO candidates_audit (day, by, action, subject, count, before, after)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(day.daysSince1970), .text(actor.rawValue), .text(action),
        id.map { .blob(Self.subject($0)) } ?? .null, .integer(count),
        before.map { .blob($0.bytes) } ?? .null, after.map { .blob($0.bytes) } ?? .null,
      ])
  }

  /// The digest of all that is kept of a candidate, with the candidate's secret before it.
  func fingerprint(_ entry: Entry) throws -> SHA256Digest {
    var hasher = SHA256Hasher()
    let person: [SQLValue] = [.integer(entry.number)]
    for (table, columns) in [
      ("person", "secret, record"), ("step", "*"), ("evidence", "*"), ("note", "*"),
    ] {
      let key = table == "person" ? "number" : "person"
      try database.query(
        "SELECT \(columns) FROM candidates_\(table) WHERE \(key) = ? ORDER BY 1, 2", person
      ) { row in
        for column in 0..<row.count { hasher.update(Array("\(row.value(column))\u{1F}".utf8)) }
      }
    }
    return hasher.digest()
  }
}
