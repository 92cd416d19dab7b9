import Classifications
import Diagnostics

/// A candidate as the ledger keeps it: a line for each fact, its fields with tabs between, the first of which says
/// what it is.
///
/// Lines of a kind that is not known are an error, so that nothing is lost that a later version wrote.
enum CandidateRecord {
  /// The text of a candidate, without the pseudonym.
  static func text(_ candidate: Candidate) -> String {
    var lines: [String] = []
    func add(_ fields: String?...) {
      lines.append(fields.map { $0.map(plain) ?? "" }.joined(separator: "\t"))
    }
    if let reference = candidate.reference { add("reference", reference) }
    for code in candidate.occupations { add("occupation", code.description) }
    for study in candidate.studies {
      add(
        "study", study.level.rawValue, study.fieldText, study.institution,
        study.year.map { String($0) })
    }
    if candidate.cedula != .unknown { add("cedula", candidate.cedula.rawValue) }
    for one in candidate.experience {
      add(
        "experience", one.code?.description, one.months.map { String($0) },
        one.lastYear.map { String($0) }, one.setting?.rawValue)
    }
    for skill in candidate.languages {
      let scores = LanguageSkill.Skill.allCases.map { skill.result?.scores[$0] ?? "" }
      add(
        "language", skill.language, skill.result?.test.rawValue, skill.result?.date?.description,
        scores.joined(separator: "/"))
    }
    for target in candidate.targets { add("target", target.description) }
    for place in candidate.jurisdictions { add("in", place) }
    for consent in candidate.consents {
      add(
        "consent", consent.purposes.map(\.rawValue).joined(separator: ";"),
        consent.recipients.map(\.rawValue).joined(separator: ";"), consent.givenOn.description,
        consent.withdrawnOn?.description, consent.notice, consent.language)
    }
    if let day = candidate.retainUntil { add("retain", day.description) }
    return lines.joined(separator: "\n")
  }

  private static func plain(_ text: String) -> String {
    text.utf8.contains { $0 == 0x09 || $0 == 0x0A }
      ? String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 }) : text
  }

  /// The candidate of a text.
  ///
  /// - Throws: ``CandidateRefusal`` if it is none.
  static func candidate(_ id: CandidateID, _ text: String) throws(CandidateRefusal) -> Candidate {
    var candidate = Candidate(id)
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard take(fields, into: &candidate) else {
        throw CandidateRefusal(
          "what the ledger has of \(id) is damaged or of a later version; restore it from a copy")
      }
    }
    return candidate
  }

  /// Takes the fields of a line; `false` if they are of no form known.
  private static func take(_ fields: [String], into candidate: inout Candidate) -> Bool {
    func field(_ index: Int) -> String? {
      index < fields.count && !fields[index].isEmpty ? fields[index] : nil
    }
    guard let first = field(1) else { return takeExperience(field, fields, into: &candidate) }
    switch fields[0] {
    case "reference": candidate.reference = first
    case "occupation":
      guard let code = CandidateCode.read(first) else { return false }
      candidate.occupations.append(code)
    case "study":
      guard let level = StudyLevel(rawValue: first) else { return false }
      candidate.studies.append(
        Study(level, field: field(2), institution: field(3), year: field(4).flatMap { Int($0) }))
    case "cedula":
      guard let cedula = CedulaStatus(rawValue: first) else { return false }
      candidate.cedula = cedula
    case "experience": return takeExperience(field, fields, into: &candidate)
    case "language": candidate.languages.append(language(first, field))
    case "target":
      guard let target = CandidateTarget(first) else { return false }
      candidate.targets.append(target)
    case "in": candidate.jurisdictions.append(first)
    case "consent":
      guard let day = field(3).flatMap({ CalendarDate($0) }) else { return false }
      candidate.consents.append(
        Consent(
          for: first.split(separator: ";").compactMap { Consent.Purpose(rawValue: String($0)) },
          to: (field(2) ?? "").split(separator: ";").compactMap {
            Consent.Recipient(rawValue: String($0))
          }, on: day, notice: field(5) ?? "", language: field(6) ?? "",
          withdrawnOn: field(4).flatMap { CalendarDate($0) }))
    case "retain":
      guard let day = CalendarDate(first) else { return false }
      candidate.retainUntil = day
    default: return false
    }
    return true
  }

  private static func takeExperience(
    _ field: (Int) -> String?, _ fields: [String], into candidate: inout Candidate
  ) -> Bool {
    guard fields.first == "experience" else { return false }
    candidate.experience.append(
      Experience(
        code: field(1).flatMap(CandidateCode.read), months: field(2).flatMap { Int($0) },
        lastYear: field(3).flatMap { Int($0) },
        setting: field(4).flatMap { Experience.Setting(rawValue: $0) }))
    return true
  }

  private static func language(_ code: String, _ field: (Int) -> String?) -> LanguageSkill {
    guard let test = field(2).flatMap({ LanguageTest(rawValue: $0) }) else {
      return LanguageSkill(code)
    }
    var scores: [LanguageSkill.Skill: String] = [:]
    let texts = (field(4) ?? "").split(separator: "/", omittingEmptySubsequences: false)
    for (skill, text) in zip(LanguageSkill.Skill.allCases, texts) where !text.isEmpty {
      scores[skill] = String(text)
    }
    return LanguageSkill(
      code,
      LanguageSkill.Result(test, scores, date: field(3).flatMap { CalendarDate($0) }))
  }
}
