import Candidates
import Classifications
import Diagnostics
import Rendering

/// A candidate as JSON Resume (<https://jsonresume.org/schema>, version 1.0.0).
///
/// What the form has no place for stands in fields whose names begin with `x-`, which it allows.
struct CandidateResume {
  private let facts: CandidateFacts
  private let redaction: ReportCandidate.Redaction

  init(_ facts: CandidateFacts, _ redaction: ReportCandidate.Redaction) {
    self.facts = facts
    self.redaction = redaction
  }

  /// The text.
  ///
  /// - Throws: `EncodingError`, which does not happen with texts and whole numbers.
  func json() throws -> String {
    let candidate = facts.candidate
    let name = redaction == .public ? "Candidate" : candidate.id.text
    var basics: [String: JSONValue] = [
      "name": .string(name), "location": .object(["countryCode": .string("MX")]),
    ]
    if let label = candidate.occupations.first { basics["label"] = .string(facts.titled(label)) }
    var resume: [String: JSONValue] = [
      "$schema": .string(
        "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"),
      "basics": .object(basics), "work": .array(candidate.experience.map(work)),
      "education": .array(candidate.studies.map(education)),
      "languages": .array(candidate.languages.map(language)),
      "meta": .object([
        "version": .string("v1.0.0"), "lastModified": .string("\(facts.desk.day)T00:00:00"),
        "x-profile": .string(redaction.rawValue),
      ]),
    ]
    if candidate.cedula == .yes {
      resume["certificates"] = .array([
        .object(["name": .string("Cédula profesional"), "issuer": .string("SEP-DGP")])
      ])
    }
    return try jsonText(JSONValue.object(resume))
  }

  private func work(_ one: Experience) -> JSONValue {
    var work: [String: JSONValue] = [:]
    if let code = one.code {
      work["position"] = .string(facts.titled(code))
      work["x-code"] = .string(code.description)
    }
    if let months = one.months {
      work["x-months"] = .int(redaction == .public ? months / 12 * 12 : months)
    }
    if redaction != .public {
      if let year = one.lastYear { work["endDate"] = .string(String(year)) }
      if let setting = one.setting { work["x-setting"] = .string(setting.rawValue) }
    }
    return .object(work)
  }

  private func education(_ study: Study) -> JSONValue {
    var education: [String: JSONValue] = ["studyType": .string(study.level.rawValue)]
    if let field = study.field {
      education["area"] = .string(field.name)
      education["x-isced"] = .string(field.code)
    }
    if redaction == .officer, let year = study.year { education["endDate"] = .string(String(year)) }
    return .object(education)
  }

  private func language(_ skill: LanguageSkill) -> JSONValue {
    var language: [String: JSONValue] = ["language": .string(skill.language)]
    if redaction == .public {
      if let result = skill.result { language["fluency"] = .string(result.test.rawValue) }
    } else if let result = skill.result {
      let scores = LanguageSkill.Skill.allCases.compactMap { one in
        result.scores[one].map { "\(one.rawValue) \($0)" }
      }
      language["fluency"] = .string("\(result.test.rawValue): \(scores.joined(separator: ", "))")
    }
    return .object(language)
  }
}
