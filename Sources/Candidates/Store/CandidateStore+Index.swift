public import Credentials
public import Diagnostics
import Digests
import Storage

extension CandidateStore {
  // MARK: Words

  /// Puts people behind a word, those that are not there yet.
  func put(_ word: String, _ people: [Int]) throws {
    try database.execute(
      "INSERT OR IGNORE INTO candidates_word (word, uses) VALUES (?, 0)", [.text(word)])
    let number = try wordNumber(word) ?? 0
    var added = 0
    for person in people {
      try database.execute(
        "INSERT OR IGNORE INTO candidates_index VALUES (?, ?)",
        [.integer(number), .integer(person)]
      )
      added += database.changedRows
    }
    try database.execute(
      "UPDATE candidates_word SET uses = uses + ? WHERE number = ?",
      [.integer(added), .integer(number)])
  }

  /// Puts a person behind a word.
  func put(_ word: String, _ person: Int) throws { try put(word, [person]) }

  /// Takes a person away from a word, and the word with the last.
  func remove(_ word: String, _ person: Int) throws {
    guard let number = try wordNumber(word) else { return }
    try database.execute(
      "DELETE FROM candidates_index WHERE word = ? AND person = ?",
      [.integer(number), .integer(person)])
    guard database.changedRows == 1 else { return }
    try database.execute(
      "UPDATE candidates_word SET uses = uses - 1 WHERE number = ?", [.integer(number)])
    try database.execute(
      "DELETE FROM candidates_word WHERE number = ? AND uses = 0", [.integer(number)])
  }

  func wordNumber(_ word: String) throws -> Int? {
    try database.first("SELECT number FROM candidates_word WHERE word = ?", [.text(word)]) {
      $0.integer(0)
    }
  }

  // MARK: Rules

  /// The number of the credentials' rules as they are, which are kept if they are new.
  func rules(of catalogue: CredentialCatalogue, on day: CalendarDate) throws -> Int {
    let texts = catalogue.ruleTexts
    let whole = texts.map { "\($0.step)\t\($0.text)\n" }.joined()
    let digest = SHA256Digest(of: Array(whole.utf8))
    let known = try database.first(
      "SELECT number FROM candidates_rules WHERE digest = ?", [.blob(digest.bytes)]
    ) { $0.integer(0) }
    if let known { return known }
    try database.execute(
      "INSERT INTO candidates_rules (digest, seen) VALUES (?, ?)",
      [.blob(digest.bytes), .integer(day.daysSince1970)])
    let number = database.lastInsertedRow
    for (step, text) in texts {
      try database.execute(
        "INSERT INTO candidates_rule VALUES (?, ?, ?)",
        [.integer(number), .text(step), .text(text)])
    }
    return number
  }

  /// A step whose rule has changed since the candidate began with it.
  public struct ChangedRule: Hashable, Sendable {
    /// The step.
    public let step: String
    /// The rule as it was; `nil` if the step is new.
    public let old: String?
    /// The rule as it is; `nil` if the step is no more.
    public let new: String?
  }

  /// The steps among some whose rules have changed since a candidate began with them, or last looked at them.
  ///
  /// - Throws: `DatabaseError`.
  public func changedRules(
    of entry: Entry, among steps: Set<String>, _ catalogue: CredentialCatalogue
  ) throws -> [ChangedRule] {
    var seen: [String: Int] = [:]
    try database.query(
      "SELECT step, rules FROM candidates_step WHERE person = ? AND rules IS NOT NULL",
      [.integer(entry.number)]
    ) { seen[$0.text(0)] = $0.integer(1) }
    let now = Dictionary(uniqueKeysWithValues: catalogue.ruleTexts.map { ($0.step, $0.text) })
    var old: [Int: [String: String]] = [:]
    for rules in Set([entry.rules] + seen.values) {
      var texts: [String: String] = [:]
      try database.query(
        "SELECT step, text FROM candidates_rule WHERE rules = ?", [.integer(rules)]
      ) { texts[$0.text(0)] = $0.text(1) }
      old[rules] = texts
    }
    return steps.sorted().compactMap { step in
      let before = old[seen[step] ?? entry.rules]?[step]
      return before == now[step] ? nil : ChangedRule(step: step, old: before, new: now[step])
    }
  }

  /// Records that the rule of a step as it is has been looked at.
  ///
  /// - Throws: `DatabaseError`.
  public func acknowledge(
    _ step: String, of id: CandidateID, on day: CalendarDate, by actor: CandidateActor,
    _ catalogue: CredentialCatalogue
  ) throws {
    let entry = try entry(id)
    guard catalogue.steps[step] != nil else {
      throw CandidateRefusal("the credentials have no such step")
    }
    try database.execute(
      """
      INSERT INTO candidates_step (person, step, state, since, attempt, by, rules)
      VALUES (?, ?, 'not_started', ?, 1, ?, ?)
      ON CONFLICT (person, step) DO UPDATE SET rules = excluded.rules
      """,
      [
        .integer(entry.number), .text(step), .integer(day.daysSince1970), .text(actor.rawValue),
        .integer(try rules(of: catalogue, on: day)),
      ])
    try audit("review", of: id, on: day, by: actor)
  }
}

extension CredentialCatalogue {
  /// What a step asks, as one text each, in the order of the pathways: what changes when a rule does.
  var ruleTexts: [(step: String, text: String)] {
    pathways.flatMap(\.steps).map { step in
      let before = step.dependencies.groups.map { $0.joined(separator: " or ") }
      let parts = [
        step.title, "by \(step.actor)", step.condition.rawValue,
        before.isEmpty ? "" : "after \(before.joined(separator: " and "))",
        step.fee.map { "fee \($0.printed) \($0.currency)" } ?? "fee unknown",
        step.duration.map { "time \($0.printed)" } ?? "time unknown",
        "from Mexico: \(step.fromMexico.rawValue)",
      ]
      return (step.id, parts.filter { !$0.isEmpty }.joined(separator: "; "))
    }
  }
}
