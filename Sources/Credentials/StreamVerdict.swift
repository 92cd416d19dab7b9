public import Classifications

/// Whether a stream is open, and why.
public struct StreamVerdict: Hashable, Sendable {
  /// Whether a stream is open.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// Everything that is known passes, and nothing else is asked.
    case open
    /// Open if conditions are met that no data can say.
    case conditional
    /// Something that is asked does not hold.
    case closed
    /// Something that is asked is not known.
    case unknown
  }

  /// What came of one test.
  public enum Outcome: String, Hashable, Sendable {
    case passes
    case fails
    case unknown
    /// It depends on the person or the employer.
    case depends
  }

  /// A test, with what came of it and why.
  public struct Reason: Hashable, Sendable {
    /// The test.
    public let test: StreamTest
    /// What came of it.
    public let outcome: Outcome
    /// Why, in words.
    public let words: String
  }

  /// The stream.
  public let stream: Stream
  /// The tests, in their order.
  public let reasons: [Reason]

  /// Whether it is open.
  public var state: State {
    let outcomes = Set(reasons.map(\.outcome))
    if outcomes.contains(.fails) { return .closed }
    if outcomes.contains(.unknown) { return .unknown }
    return outcomes.contains(.depends) ? .conditional : .open
  }
}

/// What streams look at: a citizen of Mexico in an occupation.
public struct StreamSubject: Hashable, Sendable {
  /// The occupation as the data describe it; `nil` if they do not.
  public var occupation: CredentialOccupation?
  /// The groups that the occupation is of.
  public var groups: [Group]
  /// The TEER; `nil` if it is not known or differs.
  public var teer: Int?
  /// Whether the occupation is regulated; `nil` where that differs by province.
  public var regulated: Regulation.Answer?

  /// A group of a classification, with those it is part of.
  public struct Group: Hashable, Sendable {
    /// The group.
    public let code: OccupationCode
    /// The groups above it.
    public let above: Set<OccupationCode>

    /// Creates a group.
    public init(_ code: OccupationCode, above: Set<OccupationCode>) {
      self.code = code
      self.above = above
    }

    /// Whether it is a group, or part of it.
    func isPart(of group: OccupationCode) -> Bool { code == group || above.contains(group) }
  }

  /// Creates a subject.
  public init(
    occupation: CredentialOccupation?, groups: [Group], teer: Int?, regulated: Regulation.Answer?
  ) {
    self.occupation = occupation
    self.groups = groups
    self.teer = teer
    self.regulated = regulated
  }
}

extension CredentialCatalogue {
  /// Whether each stream is open to a citizen of Mexico in an occupation, and why.
  public func verdicts(for subject: StreamSubject) -> [StreamVerdict] {
    streams.map { stream in
      StreamVerdict(
        stream: stream,
        reasons: stream.tests.map { test in
          let (outcome, words) = outcome(of: test, subject)
          return StreamVerdict.Reason(test: test, outcome: outcome, words: words)
        })
    }
  }

  private func outcome(
    of test: StreamTest, _ subject: StreamSubject
  ) -> (StreamVerdict.Outcome, String) {
    let otherwise: StreamVerdict.Outcome = test.otherwiseUnknown ? .unknown : .fails
    switch test.kind {
    case .teer:
      guard let teer = subject.teer else { return (.unknown, "the TEER is not known") }
      let passes = test.values.contains(String(teer))
      let wanted = test.values.joined(separator: " or ")
      return (passes ? .passes : .fails, "TEER \(teer), \(wanted) is asked for")
    case .occupations:
      guard let occupation = subject.occupation else {
        return (.unknown, "the occupation is not described here, so it may be of the list")
      }
      let isListed = test.values.contains(occupation.id)
      let words =
        isListed
        ? "on the list" : otherwise == .unknown ? "not on the list known" : "not on the list"
      return (isListed ? .passes : otherwise, words)
    case .codes: return codesOutcome(of: test, subject, otherwise)
    case .professionList: return professionOutcome(of: test, subject)
    case .unlisted: return (.unknown, test.note)
    case .citizenship:
      let passes = test.values.contains("MX")
      return (passes ? .passes : .fails, "a citizen of Mexico: \(test.note)")
    case .licence: return licenceOutcome(subject)
    case .condition: return (.depends, test.note)
    }
  }

  private func codesOutcome(
    of test: StreamTest, _ subject: StreamSubject, _ otherwise: StreamVerdict.Outcome
  ) -> (StreamVerdict.Outcome, String) {
    let wanted = test.values.compactMap { OccupationCode(curie: $0) }
    let own = subject.groups.filter { group in
      wanted.contains { $0.classification == group.code.classification }
    }
    guard !own.isEmpty else { return (.unknown, "\(test.note): its code there is not known") }
    let passes = own.allSatisfy { group in wanted.contains { group.isPart(of: $0) } }
    let codes = own.map(\.code.description).joined(separator: ", ")
    return (passes ? .passes : otherwise, "\(codes); \(test.note)")
  }

  private func professionOutcome(
    of test: StreamTest, _ subject: StreamSubject
  ) -> (StreamVerdict.Outcome, String) {
    let list = test.values.first ?? ""
    if list == "cusma", let occupation = subject.occupation {
      let note = occupation.cusmaNote.map { ": \($0)" } ?? ""
      switch occupation.cusma {
      case "yes": return (.passes, "on the list of professions\(note)")
      case "no": return (.fails, "not on the list of professions\(note)")
      case "limited": return (.depends, "on the list of professions with a limit\(note)")
      default: return (.unknown, "it is not clear whether it is on the list of professions\(note)")
      }
    }
    let groups = subject.groups.filter { $0.code.classification == .noc2021 }
    guard !groups.isEmpty else { return (.unknown, "its group in NOC 2021 is not known") }
    let found = professions.filter { profession in
      profession.list == list
        && groups.contains { group in profession.codes.contains { group.isPart(of: $0) } }
    }
    let names = found.map { "'\($0.name)'" }.joined(separator: ", ")
    if found.contains(where: { !$0.isPermitted }) {
      return (.fails, "excluded: \(names) (read from its group in NOC 2021)")
    }
    if !found.isEmpty { return (.passes, "listed: \(names) (read from its group in NOC 2021)") }
    guard list == "cptpp" else {
      return (.unknown, "no profession of the list was found for its group in NOC 2021")
    }
    guard let teer = subject.teer else { return (.unknown, "the TEER is not known") }
    return teer <= 1
      ? (.passes, "TEER \(teer), and not among the professions excluded")
      : (.fails, "TEER \(teer), and not among the technicians permitted")
  }

  private func licenceOutcome(_ subject: StreamSubject) -> (StreamVerdict.Outcome, String) {
    switch subject.regulated {
    case .no: (.passes, "no licence is asked for: it is not regulated there")
    case .yes:
      (.depends, "regulated there: a licence has to be held or obtainable within about four months")
    case .partial:
      (.depends, "partly regulated there: whether the employer asks for registration decides")
    case .unknown: (.unknown, "whether it is regulated there is not known")
    case nil: (.depends, "whether a licence is asked for depends on the province")
    }
  }
}
