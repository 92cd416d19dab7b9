public import Credentials
public import Diagnostics

/// A result of a language test beside what is asked for, on the scale of the same test.
public struct LanguageComparison: Hashable, Sendable {
  /// A skill.
  public struct Part: Hashable, Sendable {
    /// The skill, such as `listening`, or `overall`.
    public let skill: String
    /// The lowest result that is enough.
    public let minimum: String
    /// The candidate's; `nil` where it is not known.
    public let result: String?
    /// Whether it is enough.
    public let isEnough: Certainty
  }

  /// What asks for it.
  public let requirement: Requirement
  /// The test.
  public let test: String
  /// The skills that it asks for.
  public let parts: [Part]

  /// Whether all is enough; not known where a result is not.
  public var isEnough: Certainty {
    if parts.contains(where: { $0.isEnough == .no }) { return .no }
    return parts.allSatisfy { $0.isEnough == .yes } ? .yes : .unknown
  }

  /// Whether a result is enough on the scale of a test: numbers, the grades of OET, or `pass`.
  static func isEnough(_ result: String?, for minimum: String) -> Certainty {
    guard let result else { return .unknown }
    if let one = Double(result), let other = Double(minimum) { return one >= other ? .yes : .no }
    let grades = ["A", "B", "C+", "C", "D", "E"]
    if let one = grades.firstIndex(of: result), let other = grades.firstIndex(of: minimum) {
      return one <= other ? .yes : .no
    }
    if minimum == "pass", result == "pass" || result == "fail" {
      return result == "pass" ? .yes : .no
    }
    return .unknown
  }
}

extension CredentialCatalogue {
  /// The results in language tests that are asked for, beside a candidate's; one of several tests is often enough.
  public func languages(
    of candidate: Candidate, for occupation: String, in jurisdiction: String, on day: CalendarDate
  ) -> [LanguageComparison] {
    requirements(for: occupation, in: jurisdiction, on: day).compactMap { requirement in
      guard let first = requirement.levels.first else { return nil }
      let own = candidate.languages.first { skill in
        skill.result?.test.rawValue == first.test
          && (first.language == nil || first.language == skill.language)
      }
      // A level asked for as a whole is reached where every skill reaches it.
      let parts = requirement.levels.map { level in
        let scores = own?.result?.scores ?? [:]
        var result = LanguageSkill.Skill(rawValue: level.skill).flatMap { scores[$0] }
        if level.skill == "overall", ["CLB", "NCLC"].contains(level.test),
          scores.count == LanguageSkill.Skill.allCases.count
        {
          result = scores.values.compactMap { Int($0) }.min().map { String($0) }
        }
        return LanguageComparison.Part(
          skill: level.skill, minimum: level.minimum, result: result,
          isEnough: LanguageComparison.isEnough(result, for: level.minimum))
      }
      return LanguageComparison(requirement: requirement, test: first.test, parts: parts)
    }
  }
}
