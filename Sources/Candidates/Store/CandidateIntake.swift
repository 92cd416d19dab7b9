public import Credentials
public import Diagnostics
import Digests
import Storage

/// Takes in many candidates at once, in one transaction.
///
/// Words are put into the index at the end, word by word, because a million insertions in order take a fraction of the
/// time of as many in no order.
public struct CandidateIntake {
  private let store: CandidateStore
  private let catalogue: CredentialCatalogue
  private let day: CalendarDate
  private let actor: CandidateActor
  private let rules: Int
  private var next: Int
  private var people: [String: [Int]] = [:]
  /// How many have been added.
  public private(set) var count = 0

  /// Begins.
  ///
  /// - Throws: `DatabaseError`.
  public init(
    _ store: CandidateStore, _ catalogue: CredentialCatalogue, on day: CalendarDate,
    by actor: CandidateActor
  ) throws {
    self.store = store
    self.catalogue = catalogue
    self.day = day
    self.actor = actor
    rules = try store.rules(of: catalogue, on: day)
    next = try store.database.number("SELECT coalesce(max(number), 0) + 1 FROM candidates_person")
  }

  /// Whether a candidate with a mission's number is there already.
  ///
  /// - Throws: `DatabaseError`.
  public func contains(reference: String) throws -> Bool {
    try store.database.number(
      "SELECT count(*) FROM candidates_reference WHERE reference = ?", [.text(reference)]) > 0
  }

  /// Adds a candidate under a new pseudonym.
  ///
  /// - Returns: The pseudonym.
  /// - Throws: ``CandidateRefusal``, `DatabaseError`.
  public mutating func add(
    _ candidate: Candidate, note: String? = nil, using random: inout some RandomNumberGenerator
  ) throws -> CandidateID {
    if let reference = candidate.reference, try contains(reference: reference) {
      throw CandidateRefusal("a candidate with the same reference is there already")
    }
    var candidate = candidate
    for index in candidate.studies.indices {
      candidate.studies[index].fieldText = try candidate.studies[index].fieldText.map(store.masked)
      candidate.studies[index].institution = try candidate.studies[index].institution.map(
        store.masked)
    }
    let number = next
    let id = try insert(candidate, number, using: &random)
    next += 1
    if let reference = candidate.reference {
      try store.database.execute(
        "INSERT INTO candidates_reference VALUES (?, ?)", [.text(reference), .integer(number)])
    }
    if let note, !note.isEmpty {
      try store.insert(note: note, number, on: day, by: actor)
    }
    for word in CandidateWords.words(of: candidate, catalogue) {
      people[word, default: []].append(number)
    }
    people[CandidateWords.new, default: []].append(number)
    count += 1
    return id
  }

  private func insert(
    _ candidate: Candidate, _ number: Int, using random: inout some RandomNumberGenerator
  ) throws -> CandidateID {
    let record = CandidateRecord.text(candidate)
    while true {
      let id = CandidateID(using: &random)
      var secret: [UInt8] = []
      for _ in 0..<2 {
        var bits = random.next()
        for _ in 0..<8 {
          secret.append(UInt8(truncatingIfNeeded: bits))
          bits >>= 8
        }
      }
      try store.database.execute(
        "INSERT OR IGNORE INTO candidates_person VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
          .integer(number), .text(id.text), .integer(day.daysSince1970),
          .integer(orNull: candidate.retainUntil?.daysSince1970), .integer(rules), .blob(secret),
          .text(record),
        ])
      // A pseudonym that is taken is drawn again, and so is one that was erased.
      if store.database.changedRows == 1, try store.tombstone(of: id) == nil { return id }
      try store.database.execute(
        "DELETE FROM candidates_person WHERE number = ?", [.integer(number)])
    }
  }

  /// Puts the words of all that were added into the index.
  ///
  /// - Throws: `DatabaseError`.
  public mutating func finish() throws {
    for (word, numbers) in people.sorted(by: { $0.key < $1.key }) {
      try store.put(word, numbers)
    }
    people = [:]
  }

  /// Tells the audit of an import as a whole.
  ///
  /// - Throws: `DatabaseError`.
  public func auditImport() throws {
    try store.audit("import", of: nil, on: day, by: actor, count: count)
  }
}
