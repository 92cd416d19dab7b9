public import Credentials
public import Diagnostics
import Storage

extension CandidateStore {
  // MARK: Adding

  /// Adds a candidate under a new pseudonym.
  ///
  /// - Parameters:
  ///   - candidate: The candidate, whose own identifier is not taken.
  ///   - note: A remark, which is masked.
  ///   - day: The day.
  ///   - actor: Who adds, as a role.
  ///   - catalogue: The credentials, whose rules the candidate begins with.
  ///   - random: Makes the pseudonym.
  /// - Returns: The pseudonym.
  /// - Throws: ``CandidateRefusal`` if a text is too long or the reference is there already, `DatabaseError`.
  public func add(
    _ candidate: Candidate, note: String? = nil, on day: CalendarDate, by actor: CandidateActor,
    _ catalogue: CredentialCatalogue, using random: inout some RandomNumberGenerator
  ) throws -> CandidateID {
    var intake = try CandidateIntake(self, catalogue, on: day, by: actor)
    let id = try intake.add(candidate, note: note, using: &random)
    try intake.finish()
    try audit("add", of: id, on: day, by: actor, after: try fingerprint(try entry(id)))
    return id
  }

  // MARK: Changing

  /// Records what happens to a step.
  ///
  /// - Parameters:
  ///   - event: What happens.
  ///   - step: The step of the credentials.
  ///   - id: The candidate.
  ///   - proof: What shows it, recorded with it.
  ///   - catalogue: The credentials.
  /// - Returns: The step before, `nil` if nothing was recorded of it, and after.
  /// - Throws: ``CandidateRefusal`` if it cannot happen, `DatabaseError`.
  @discardableResult
  public func record(
    _ event: StepEvent, to step: String, of id: CandidateID, proof: Evidence.Kind? = nil,
    _ catalogue: CredentialCatalogue
  ) throws -> (before: CandidateStep?, after: CandidateStep) {
    let entry = try entry(id)
    guard let rule = catalogue.steps[step] else {
      throw CandidateRefusal(
        "the credentials have no such step; 'puente candidate show \(id)' lists those of the candidate"
      )
    }
    let before = try fingerprint(entry)
    if let proof {
      _ = try insert(Evidence(0, proof, step: step), entry, on: event.on)
    }
    let records = try records(of: entry)
    var event = event
    event.reason = try event.reason.map(masked)
    if event.expiresOn == nil, event.kind == .complete || event.kind == .closeGaps {
      event.expiresOn = records.end(
        of: rule, for: entry.candidate, completedOn: event.on, catalogue)
    }
    let context = StepContext(
      of: rule, records, hasCedula: entry.candidate.cedula == .yes, catalogue, on: event.on)
    let known = records.steps[step]
    let after = try StepMachine.apply(event, to: known, named: step, context)
    try put(after, entry, knownBefore: known)
    try audit(
      "step", of: id, on: event.on, by: event.by, before: before, after: try fingerprint(entry))
    return (known, after)
  }

  /// Records evidence.
  ///
  /// - Parameters:
  ///   - evidence: The evidence, whose number is not taken; free texts are masked.
  ///   - id: The candidate.
  ///   - day: The day.
  ///   - actor: Who records it, as a role.
  ///   - catalogue: The credentials.
  /// - Returns: Its number.
  /// - Throws: ``CandidateRefusal`` if there is no such step or a text is too long, `DatabaseError`.
  public func add(
    _ evidence: Evidence, to id: CandidateID, on day: CalendarDate, by actor: CandidateActor,
    _ catalogue: CredentialCatalogue
  ) throws -> Int {
    let entry = try entry(id)
    if let step = evidence.step, catalogue.steps[step] == nil {
      throw CandidateRefusal(
        "the credentials have no such step; 'puente candidate show \(id)' lists those of the candidate"
      )
    }
    if let issued = evidence.issuedOn, let end = evidence.expiresOn, end < issued {
      throw CandidateRefusal("the evidence ends on \(end), before it was issued on \(issued)")
    }
    if let hash = evidence.fileHash, !Evidence.isHash(hash) {
      throw CandidateRefusal("a digest of a file has 64 of the digits 0-9 and a-f")
    }
    let before = try fingerprint(entry)
    let number = try insert(evidence, entry, on: day)
    try audit(
      "evidence", of: id, on: day, by: actor, before: before, after: try fingerprint(entry))
    return number
  }

  /// Records a remark, which is masked.
  ///
  /// - Returns: What was masked in it.
  /// - Throws: ``CandidateRefusal`` if it is empty or too long, `DatabaseError`.
  public func add(
    note text: String, to id: CandidateID, on day: CalendarDate, by actor: CandidateActor
  ) throws -> [PersonalIdentifier] {
    let entry = try entry(id)
    let before = try fingerprint(entry)
    try insert(note: text, entry.number, on: day, by: actor)
    try audit("note", of: id, on: day, by: actor, before: before, after: try fingerprint(entry))
    return MaskedText(text).found
  }

  /// Replaces what is kept of a candidate, such as consents.
  ///
  /// - Throws: ``CandidateRefusal`` if there is no such candidate, `DatabaseError`.
  public func replace(
    _ candidate: Candidate, on day: CalendarDate, by actor: CandidateActor, action: String,
    _ catalogue: CredentialCatalogue
  ) throws {
    let entry = try entry(candidate.id)
    let before = try fingerprint(entry)
    try database.execute(
      "UPDATE candidates_person SET retain = ?, record = ? WHERE number = ?",
      [
        .integer(orNull: candidate.retainUntil?.daysSince1970),
        .text(CandidateRecord.text(candidate)), .integer(entry.number),
      ])
    let old = CandidateWords.words(of: entry.candidate, catalogue)
    let new = CandidateWords.words(of: candidate, catalogue)
    for word in old.subtracting(new) { try remove(word, entry.number) }
    for word in new.subtracting(old) { try put(word, entry.number) }
    try audit(
      action, of: candidate.id, on: day, by: actor, before: before, after: try fingerprint(entry))
  }

  // MARK: Rows

  func insert(
    note text: String, _ person: Int, on day: CalendarDate, by actor: CandidateActor
  ) throws {
    let text = try masked(text)
    guard !text.isEmpty else { throw CandidateRefusal("the note is empty") }
    let last = try database.number(
      "SELECT coalesce(max(number), 0) FROM candidates_note WHERE person = ?", [.integer(person)])
    try database.execute(
      "INSERT INTO candidates_note VALUES (?, ?, ?, ?, ?)",
      [
        .integer(person), .integer(last + 1), .integer(day.daysSince1970), .text(actor.rawValue),
        .text(text),
      ])
  }

  private func insert(_ evidence: Evidence, _ entry: Entry, on day: CalendarDate) throws -> Int {
    let last = try database.number(
      "SELECT coalesce(max(number), 0) FROM candidates_evidence WHERE person = ?",
      [.integer(entry.number)])
    try database.execute(
      "INSERT INTO candidates_evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        .integer(entry.number), .integer(last + 1), .text(evidence.kind.rawValue),
        .text(orNull: evidence.step), .text(orNull: try evidence.title.map(masked)),
        .text(orNull: try evidence.issuer.map(masked)),
        .integer(orNull: evidence.issuedOn?.daysSince1970),
        .integer(orNull: evidence.expiresOn?.daysSince1970), .text(orNull: evidence.fileHash),
        .text(orNull: try evidence.location.map(masked)),
        .text(orNull: evidence.verifiedBy?.rawValue),
        .integer(orNull: evidence.verifiedOn?.daysSince1970),
      ])
    return last + 1
  }

  private func put(_ step: CandidateStep, _ entry: Entry, knownBefore: CandidateStep?) throws {
    try database.execute(
      """
      INSERT INTO candidates_step VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)
      ON CONFLICT (person, step) DO UPDATE SET state = excluded.state, since = excluded.since,
        due_on = excluded.due_on, expires_on = excluded.expires_on, attempt = excluded.attempt,
        attempt_limit = excluded.attempt_limit, retry_from = excluded.retry_from,
        paid = excluded.paid, currency = excluded.currency, reason = excluded.reason,
        by = excluded.by
      """,
      [
        .integer(entry.number), .text(step.step), .text(step.state.rawValue),
        .integer(step.since.daysSince1970), .integer(orNull: step.dueOn?.daysSince1970),
        .integer(orNull: step.expiresOn?.daysSince1970), .integer(step.attempt),
        .integer(orNull: step.attemptLimit), .integer(orNull: step.retryFrom?.daysSince1970),
        .integer(orNull: step.paid?.hundredths), .text(orNull: step.paid?.currency),
        .text(orNull: step.reason), .text(step.by.rawValue),
      ])
    if let knownBefore {
      try remove(CandidateWords.step(step.step, knownBefore.state), entry.number)
    } else {
      try remove(CandidateWords.new, entry.number)
      try put(CandidateWords.underWay, entry.number)
    }
    try put(CandidateWords.step(step.step, step.state), entry.number)
  }

  /// A free text that may be kept: masked, short enough, and without control characters.
  func masked(_ text: String) throws(CandidateRefusal) -> String {
    let masked = MaskedText(CandidateRowParser.trimmed(text)).text
    guard masked.utf8.count <= FreeText.maximumLength else {
      throw CandidateRefusal("a text has more than \(FreeText.maximumLength) bytes; shorten it")
    }
    guard FreeText.isClean(masked) else {
      throw CandidateRefusal("a text has a control character; write it in plain text")
    }
    return masked
  }
}

extension StepContext {
  /// The context of a step.
  public init(
    of step: Step, _ records: CandidateRecords, hasCedula: Bool, _ catalogue: CredentialCatalogue,
    on day: CalendarDate
  ) {
    // A plan of its pathway alone: what a step waits for does not depend on the province.
    let pathway = catalogue.pathways.first { $0.id == step.pathway }
    let book = StepBook(
      pathway?.steps ?? [step], hasCedula: hasCedula, records, catalogue, on: day)
    let gaps = catalogue.steps.values.filter { other in
      other.condition == .ifRequired && other.dependencies.all.contains(step.id)
        && records.steps[other.id]?.state(on: day).isDone != true
    }
    let own = records.evidence.filter { $0.step == step.id }
    self.init(
      blockedBy: book.network.blockers(of: step.id), openGaps: gaps.map(\.id).sorted(),
      hasEvidence: !own.isEmpty, hasResult: own.contains { $0.kind != .receipt },
      givesEvidence: !step.evidence.isEmpty)
  }
}
