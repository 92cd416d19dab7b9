import Classifications
public import Diagnostics
import Digests
public import Ledgers
import Storage

/// The candidates of a ledger.
///
/// Everything of a person is in tables of this module, so that it can be erased as a whole; every change is told in an
/// audit that has nothing of the person. Changes are called within `Ledger.write` or `Ledger.rehearse`.
public struct CandidateStore {
  /// The ledger.
  public let ledger: Ledger
  var database: Database { ledger.database }

  /// Takes a ledger that was opened with ``CandidateSchema/component``.
  public init(_ ledger: Ledger) { self.ledger = ledger }

  // MARK: Reading

  /// A candidate as it is kept.
  public struct Entry: Hashable, Sendable {
    /// The number of the row.
    let number: Int
    /// The candidate.
    public var candidate: Candidate
    /// The day on which the candidate was added.
    public let addedOn: CalendarDate
    /// The version of the credentials' rules that the candidate began with.
    let rules: Int
  }

  /// The candidate of a pseudonym.
  ///
  /// - Throws: ``CandidateRefusal`` if there is none or it was erased, `DatabaseError`.
  public func entry(_ id: CandidateID) throws -> Entry {
    let found = try database.first(
      "SELECT number, added, rules, record FROM candidates_person WHERE id = ?", [.text(id.text)]
    ) { ($0.integer(0), $0.integer(1), $0.integer(2), $0.text(3)) }
    guard let (number, added, rules, record) = found else {
      if let day = try tombstone(of: id) {
        throw CandidateRefusal("candidate \(id) was erased on \(day)")
      }
      throw CandidateRefusal("there is no candidate \(id); 'puente candidate list' lists them")
    }
    return Entry(
      number: number, candidate: try CandidateRecord.candidate(id, record),
      addedOn: Self.day(added), rules: rules)
  }

  /// The day on which a candidate was erased; `nil` if none of the pseudonym was.
  ///
  /// - Throws: `DatabaseError`.
  public func tombstone(of id: CandidateID) throws -> CalendarDate? {
    try database.first(
      "SELECT erased_on FROM candidates_tombstone WHERE subject = ?", [.blob(Self.subject(id))]
    ) { Self.day($0.integer(0)) }
  }

  /// How many candidates there are.
  ///
  /// - Throws: `DatabaseError`.
  public func count() throws -> Int {
    try database.number("SELECT count(*) FROM candidates_person")
  }

  /// What is recorded of a candidate's steps and evidence.
  ///
  /// - Throws: `DatabaseError`.
  public func records(of entry: Entry) throws -> CandidateRecords {
    CandidateRecords(steps: try steps(entry.number), evidence: try evidence(entry.number))
  }

  /// A remark on a candidate.
  public struct Note: Hashable, Sendable {
    /// Its number, from 1.
    public let number: Int
    /// The day.
    public let on: CalendarDate
    /// Who wrote it, as a role.
    public let by: CandidateActor
    /// The text, masked; not shown by default.
    public let text: String
  }

  /// The remarks on a candidate.
  ///
  /// - Throws: `DatabaseError`.
  public func notes(of entry: Entry) throws -> [Note] {
    try database.rows(
      "SELECT number, day, by, text FROM candidates_note WHERE person = ? ORDER BY number",
      [.integer(entry.number)]
    ) { row in
      Note(
        number: row.integer(0), on: Self.day(row.integer(1)),
        by: CandidateActor(rawValue: row.text(2)) ?? .other, text: row.text(3))
    }
  }

  private func steps(_ person: Int) throws -> [String: CandidateStep] {
    var result: [String: CandidateStep] = [:]
    try database.query(
      """
      SELECT step, state, since, due_on, expires_on, attempt, attempt_limit, retry_from, paid,
        currency, reason, by FROM candidates_step WHERE person = ?
      """, [.integer(person)]
    ) { row in
      var step = CandidateStep(
        row.text(0), since: Self.day(row.integer(2)),
        by: CandidateActor(rawValue: row.text(11)) ?? .other)
      step.state = StepState(rawValue: row.text(1)) ?? .notStarted
      step.dueOn = row.optionalInteger(3).map(Self.day)
      step.expiresOn = row.optionalInteger(4).map(Self.day)
      step.attempt = row.integer(5)
      step.attemptLimit = row.optionalInteger(6)
      step.retryFrom = row.optionalInteger(7).map(Self.day)
      step.paid = row.optionalInteger(8).map {
        CandidateStep.Payment(hundredths: $0, currency: row.text(9))
      }
      step.reason = row.optionalText(10)
      result[step.step] = step
    }
    return result
  }

  private func evidence(_ person: Int) throws -> [Evidence] {
    try database.rows(
      """
      SELECT number, kind, step, title, issuer, issued_on, expires_on, file_hash, location,
        verified_by, verified_on FROM candidates_evidence WHERE person = ? ORDER BY number
      """, [.integer(person)]
    ) { row in
      var evidence = Evidence(
        row.integer(0), Evidence.Kind(rawValue: row.text(1)) ?? .other, step: row.optionalText(2))
      evidence.title = row.optionalText(3)
      evidence.issuer = row.optionalText(4)
      evidence.issuedOn = row.optionalInteger(5).map(Self.day)
      evidence.expiresOn = row.optionalInteger(6).map(Self.day)
      evidence.fileHash = row.optionalText(7)
      evidence.location = row.optionalText(8)
      evidence.verifiedBy = row.optionalText(9).flatMap { CandidateActor(rawValue: $0) }
      evidence.verifiedOn = row.optionalInteger(10).map(Self.day)
      return evidence
    }
  }

  /// A day of the tables.
  static func day(_ days: Int) -> CalendarDate {
    CalendarDate(daysSince1970: days) ?? CalendarDate.last
  }

  /// What the audit and tombstones call a candidate: a digest, from which the pseudonym cannot be read.
  static func subject(_ id: CandidateID) -> [UInt8] {
    Array(SHA256Digest(of: Array("puente-candidate:\(id.text)".utf8)).bytes.prefix(16))
  }
}
