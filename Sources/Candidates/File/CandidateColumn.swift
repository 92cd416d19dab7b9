/// A column of the file of a recruitment mission; see docs/candidates.md.
public enum CandidateColumn: String, Hashable, Sendable, CaseIterable {
  case id = "candidate_id"
  case reference
  case occupations
  case cedula
  case study1Level = "study_level"
  case study1Field = "study_field"
  case study1Institution = "study_institution"
  case study1Year = "study_year"
  case study2Level = "study2_level"
  case study2Field = "study2_field"
  case study2Institution = "study2_institution"
  case study2Year = "study2_year"
  case experience1Code = "experience_code"
  case experience1Months = "experience_months"
  case experience1LastYear = "experience_last_year"
  case experience1Setting = "experience_setting"
  case experience2Code = "experience2_code"
  case experience2Months = "experience2_months"
  case experience2LastYear = "experience2_last_year"
  case experience2Setting = "experience2_setting"
  case experience3Code = "experience3_code"
  case experience3Months = "experience3_months"
  case experience3LastYear = "experience3_last_year"
  case experience3Setting = "experience3_setting"
  case languages
  case englishTest = "english_test"
  case englishListening = "english_listening"
  case englishReading = "english_reading"
  case englishWriting = "english_writing"
  case englishSpeaking = "english_speaking"
  case englishDate = "english_date"
  case frenchTest = "french_test"
  case frenchListening = "french_listening"
  case frenchReading = "french_reading"
  case frenchWriting = "french_writing"
  case frenchSpeaking = "french_speaking"
  case frenchDate = "french_date"
  case targetOccupations = "target_occupations"
  case targetProvinces = "target_provinces"
  case consentPurposes = "consent_purposes"
  case consentRecipients = "consent_recipients"
  case consentDate = "consent_date"
  case consentWithdrawn = "consent_withdrawn"
  case noticeVersion = "notice_version"
  case noticeLanguage = "notice_language"
  case retainUntil = "retain_until"
  case note

  /// The index in the schema.
  var index: Int { Self.indices[self] ?? 0 }

  private static let indices = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

  /// What is to be written there: what it is, and the form it has.
  public var help: String {
    let name = rawValue.filter { !("1"..."3").contains($0) }
    return Self.texts[name] ?? Self.texts[String(name.drop { $0 != "_" })] ?? ""
  }

  private static let codes = "codes with their classification, such as sinco2019:2436;noc2021:31301"

  private static let texts: [String: String] = [
    "candidate_id":
      "Puente's pseudonym such as C-7K2M9QXD4T, where there is one; empty for a new candidate.",
    "reference":
      "The mission's own number: letters, digits, '-', '.', '/', at most 24, with one to six digits; never a CURP.",
    "occupations": "What the candidate has worked or was trained in: \(codes).",
    "cedula": "Whether a cédula profesional is held: yes, no or unknown; never its number.",
    "study_level": "\(choices(StudyLevel.allCases.map(\.rawValue))).",
    "study_field":
      "The field, such as Enfermería or a code of ISCED-F 2013; shown only if it is of the list known.",
    "study_institution": "The school; a free text that is not shown by default.",
    "study_year": "The year they ended, such as 2015.",
    "experience_code": "The occupation worked in, such as sinco2019:2436.",
    "experience_months": "How many months, counted full time: a whole number.",
    "experience_last_year": "The last year worked in it, such as 2025.",
    "experience_setting": "\(choices(Experience.Setting.allCases.map(\.rawValue))).",
    "languages": "The languages known, by ISO 639-1: es;en.",
    "_test": "\(choices(LanguageTest.allCases.map(\.rawValue))).",
    "_listening": score, "_reading": score, "_writing": score, "_speaking": score,
    "_date": "The day of the test: 2026-03-14.",
    "target_occupations":
      "What is wanted: the credentials' name such as RN, or a code such as noc2021:31301; several with ';'.",
    "target_provinces": "Where: CA-ON;CA-BC; empty for anywhere in Canada.",
    "consent_purposes":
      "For what: \(choices(Consent.Purpose.allCases.map(\.rawValue))); several with ';'.",
    "consent_recipients":
      "To whom: \(choices(Consent.Recipient.allCases.map(\.rawValue))); several with ';'.",
    "consent_date": "The day it was given: 2026-03-14.",
    "consent_withdrawn": "The day it was withdrawn; empty while it holds.",
    "notice_version": "The version of the privacy notice: letters, digits, '-', '.', at most 24.",
    "notice_language": "The language of the notice: es, en or fr.",
    "retain_until": "The last day the data may be kept: 2028-12-31.",
    "note": "A remark; a free text that is not shown by default. Write nobody's data into it.",
  ]

  private static let score = "The result on the test's own scale, such as 7.5, C+ or B2."

  private static func choices(_ words: [String]) -> String {
    "One of \(words.joined(separator: ", "))"
  }

  /// Whether the text is free, so that anything can stand in it.
  public var isFreeText: Bool {
    switch self {
    case .study1Field, .study2Field, .study1Institution, .study2Institution, .note: true
    default: false
    }
  }

  static func study(_ number: Int) -> (level: Self, field: Self, institution: Self, year: Self) {
    number == 1
      ? (.study1Level, .study1Field, .study1Institution, .study1Year)
      : (.study2Level, .study2Field, .study2Institution, .study2Year)
  }

  static func experience(_ number: Int) -> (code: Self, months: Self, year: Self, setting: Self) {
    switch number {
    case 1:
      (.experience1Code, .experience1Months, .experience1LastYear, .experience1Setting)
    case 2:
      (.experience2Code, .experience2Months, .experience2LastYear, .experience2Setting)
    default:
      (.experience3Code, .experience3Months, .experience3LastYear, .experience3Setting)
    }
  }

  static func language(
    _ code: String
  ) -> (test: Self, scores: [(LanguageSkill.Skill, Self)], date: Self) {
    code == "en"
      ? (
        .englishTest,
        [
          (.listening, .englishListening), (.reading, .englishReading),
          (.writing, .englishWriting), (.speaking, .englishSpeaking),
        ], .englishDate
      )
      : (
        .frenchTest,
        [
          (.listening, .frenchListening), (.reading, .frenchReading),
          (.writing, .frenchWriting), (.speaking, .frenchSpeaking),
        ], .frenchDate
      )
  }
}
