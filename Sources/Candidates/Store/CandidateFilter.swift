public import Diagnostics
import Storage

/// Which candidates are asked for.
public struct CandidateFilter: Hashable, Sendable {
  /// Words that all have to hold, in the form in which the index has them.
  private(set) var words: [String] = []
  /// The last day of keeping has to be before this one.
  private(set) var overdueOn: CalendarDate?

  /// Asks for all.
  public init() {}

  /// Those that have worked or were trained in a code, such as `noc2021:31301`.
  public mutating func take(code: String) { words.append("code:\(code)") }
  /// Those that go for an occupation of the credentials, such as `RN`.
  public mutating func take(occupation: String) { words.append("as:\(occupation)") }
  /// Those that have named a target, an occupation or a code.
  public mutating func take(target: CandidateTarget) { words.append("target:\(target)") }
  /// Those that want to go to a province; those that have named none are not among them.
  public mutating func take(jurisdiction: String) { words.append("in:\(jurisdiction)") }
  /// Those whose cédula is known so.
  public mutating func take(cedula: CedulaStatus) { words.append("cedula:\(cedula.rawValue)") }
  /// Those that know a language, or have a result of a test of it.
  public mutating func take(language: String, tested: Bool = false) {
    words.append("\(tested ? "tested" : "language"):\(language)")
  }
  /// Those that have studies of a level.
  public mutating func take(level: StudyLevel) { words.append("level:\(level.rawValue)") }
  /// Those of whom nothing, or something, is recorded of a step.
  public mutating func take(isNew: Bool) {
    words.append(isNew ? CandidateWords.new : CandidateWords.underWay)
  }
  /// Those that have consented to a purpose, and not withdrawn; `nil` for those without any consent.
  public mutating func take(consent: Consent.Purpose?) {
    words.append("consent:\(consent?.rawValue ?? "none")")
  }
  /// Those of whom a state is recorded of a step.
  public mutating func take(step: String, in state: StepState) {
    words.append(CandidateWords.step(step, state))
  }
  /// Those whose data may no longer be kept on a day.
  public mutating func take(overdueOn day: CalendarDate) { overdueOn = day }
}

extension CandidateStore {
  /// The candidates of a filter, in the order in which they were added.
  ///
  /// - Parameters:
  ///   - filter: Which.
  ///   - limit: How many at most.
  ///   - offset: How many are passed over first.
  /// - Returns: The candidates, and how many there are in all.
  /// - Throws: `DatabaseError`, ``CandidateRefusal`` if what is kept of one is damaged.
  public func list(
    _ filter: CandidateFilter, limit: Int, offset: Int = 0
  ) throws -> (entries: [Entry], total: Int) {
    try database.read {
      let (numbers, total) = try numbers(filter, limit: limit, offset: offset)
      let entries = try numbers.compactMap { number in
        try database.first(
          "SELECT id, added, rules, record FROM candidates_person WHERE number = ?",
          [.integer(number)]
        ) { row in
          let id = CandidateID(row.text(0)) ?? CandidateID(row: number)
          return Entry(
            number: number, candidate: try CandidateRecord.candidate(id, row.text(3)),
            addedOn: Self.day(row.integer(1)), rules: row.integer(2))
        }
      }
      return (entries, total)
    }
  }

  /// The pseudonyms of the candidates of a filter.
  ///
  /// - Throws: `DatabaseError`.
  public func identifiers(_ filter: CandidateFilter) throws -> [CandidateID] {
    try numbers(filter, limit: .max, offset: 0).numbers.compactMap { number in
      try database.first(
        "SELECT id FROM candidates_person WHERE number = ?", [.integer(number)]
      ) { CandidateID($0.text(0)) } ?? nil
    }
  }

  private func numbers(
    _ filter: CandidateFilter, limit: Int, offset: Int
  ) throws -> (numbers: [Int], total: Int) {
    var words: [(number: Int, uses: Int)] = []
    for word in filter.words {
      let found = try database.first(
        "SELECT number, uses FROM candidates_word WHERE word = ?", [.text(word)]
      ) { ($0.integer(0), $0.integer(1)) }
      guard let found else { return ([], 0) }
      words.append((number: found.0, uses: found.1))
    }
    // The rarest word leads: the others are looked up for its people only.
    words.sort { $0.uses < $1.uses }
    var source = "SELECT number AS person FROM candidates_person AS lead WHERE 1"
    var values: [SQLValue] = []
    if let day = filter.overdueOn {
      source += " AND retain < ?"
      values.append(.integer(day.daysSince1970))
    } else if let first = words.first {
      source = "SELECT person FROM candidates_index AS lead WHERE word = ?"
      values.append(.integer(first.number))
      words.removeFirst()
      if words.isEmpty {
        let people = try database.rows(
          "\(source) ORDER BY person LIMIT ? OFFSET ?",
          values + [.integer(limit), .integer(offset)]
        ) { $0.integer(0) }
        return (people, first.uses)
      }
    }
    let name = filter.overdueOn == nil && source.contains("candidates_index") ? "person" : "number"
    for word in words {
      source +=
        " AND EXISTS (SELECT 1 FROM candidates_index WHERE word = ? AND person = lead.\(name))"
      values.append(.integer(word.number))
    }
    if filter.words.isEmpty, filter.overdueOn == nil {
      let people = try database.rows(
        "\(source) ORDER BY number LIMIT ? OFFSET ?", values + [.integer(limit), .integer(offset)]
      ) { $0.integer(0) }
      return (people, try count())
    }
    var people: [Int] = []
    var total = 0
    try database.query("\(source) ORDER BY \(name)", values) { row in
      if total >= offset, people.count < limit { people.append(row.integer(0)) }
      total += 1
    }
    return (people, total)
  }
}
