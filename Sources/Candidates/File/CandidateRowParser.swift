import Classifications
import Diagnostics
import Tabular

/// Reads one row of a mission's file.
struct CandidateRowParser {
  var candidate: Candidate
  var note: String?
  var findings: [Finding] = []

  init(line: Int) { candidate = Candidate(CandidateID(row: line)) }

  mutating func read(_ row: borrowing TableRow) {
    identifier(row)
    if let text = text(.reference, row) {
      if Self.isReference(text) { candidate.reference = text } else { invalid(.reference, row) }
    }
    read(row, only: .occupations)
    read(row, only: .cedula)
    for number in 1...2 { study(number, row) }
    for number in 1...3 { experience(number, row) }
    read(row, only: .languages)
    candidate.targets = list(.targetOccupations, row, read: CandidateTarget.init)
    read(row, only: .jurisdictions)
    read(row, only: .consent)
    read(row, only: .retention)
    note = freeText(.note, row)
  }

  /// Reads one part of the row.
  mutating func read(_ row: borrowing TableRow, only part: CandidatePart) {
    switch part {
    case .occupations:
      candidate.occupations = list(.occupations, row, read: CandidateCode.read)
      if candidate.occupations.isEmpty, row.isEmpty(CandidateColumn.occupations.index) {
        fault(
          "missing-value", .occupations, "'occupations' is empty",
          help: CandidateColumn.occupations.help, row)
      }
    case .cedula: candidate.cedula = value(.cedula, row, read: Self.cedula) ?? .unknown
    case .languages: languages(row)
    case .jurisdictions:
      candidate.jurisdictions = list(.targetProvinces, row, read: Self.jurisdiction)
    case .consent: consent(row)
    case .retention: candidate.retainUntil = value(.retainUntil, row) { CalendarDate($0) }
    }
  }

  /// Reads the pseudonym, if there is one.
  mutating func identifier(_ row: borrowing TableRow) {
    guard let text = text(.id, row) else { return }
    if let id = CandidateID(text), !id.isRow {
      candidate.id = id
    } else {
      invalid(.id, row)
    }
  }

  // MARK: Parts

  private mutating func study(_ number: Int, _ row: borrowing TableRow) {
    let columns = CandidateColumn.study(number)
    let level = value(columns.level, row, read: StudyLevel.init(words:))
    let study = Study(
      level ?? .unknown, field: freeText(columns.field, row),
      institution: freeText(columns.institution, row),
      year: value(columns.year, row, read: Self.year)
    )
    if study != Study(.unknown) { candidate.studies.append(study) }
  }

  private mutating func experience(_ number: Int, _ row: borrowing TableRow) {
    let columns = CandidateColumn.experience(number)
    let experience = Experience(
      code: value(columns.code, row, read: CandidateCode.read),
      months: value(columns.months, row) { Self.number($0, in: 0...720) },
      lastYear: value(columns.year, row, read: Self.year),
      setting: value(columns.setting, row) { Experience.Setting(rawValue: $0.lowercased()) })
    if !experience.isEmpty { candidate.experience.append(experience) }
  }

  private mutating func languages(_ row: borrowing TableRow) {
    let known = list(.languages, row, read: Self.language)
    candidate.languages = known.map { LanguageSkill($0) }
    for code in ["en", "fr"] {
      let columns = CandidateColumn.language(code)
      let test = value(columns.test, row, read: LanguageTest.init(words:))
      var scores: [LanguageSkill.Skill: String] = [:]
      for (skill, column) in columns.scores {
        scores[skill] = value(column, row) { LanguageSkill.isScore($0) ? $0 : nil }
      }
      let date = value(columns.date, row) { CalendarDate($0) }
      guard let test else {
        if !scores.isEmpty || date != nil, row.isEmpty(columns.test.index) {
          fault(
            "missing-value", columns.test, "there are results without a test",
            help: columns.test.help, row)
        }
        continue
      }
      let skill = LanguageSkill(code, LanguageSkill.Result(test, scores, date: date))
      if let index = candidate.languages.firstIndex(where: { $0.language == code }) {
        candidate.languages[index] = skill
      } else {
        candidate.languages.append(skill)
      }
    }
  }

  private mutating func consent(_ row: borrowing TableRow) {
    let columns: [CandidateColumn] = [
      .consentPurposes, .consentRecipients, .consentDate, .noticeVersion, .noticeLanguage,
    ]
    let filled = columns.filter { !row.isEmpty($0.index) }
    guard !filled.isEmpty || !row.isEmpty(CandidateColumn.consentWithdrawn.index) else { return }
    for column in columns where !filled.contains(column) {
      fault(
        "missing-value", column,
        "'\(column.rawValue)' is empty, where the others of a consent are not",
        help: column.help, row)
    }
    let purposes = list(.consentPurposes, row) { Consent.Purpose(rawValue: $0.lowercased()) }
    let recipients = list(.consentRecipients, row) { Consent.Recipient(rawValue: $0.lowercased()) }
    let given = value(.consentDate, row) { CalendarDate($0) }
    let withdrawn = value(.consentWithdrawn, row) { CalendarDate($0) }
    let notice = value(.noticeVersion, row) { Self.isNotice($0) ? $0 : nil }
    let language = value(.noticeLanguage, row) { text in
      ["es", "en", "fr"].contains(text.lowercased()) ? text.lowercased() : nil
    }
    if let given, let withdrawn, withdrawn < given {
      fault(
        "reversed-dates", .consentWithdrawn, "the consent was withdrawn before it was given",
        help: "correct one of the two days", row)
    }
    guard let given, let notice, let language else { return }
    candidate.consents = [
      Consent(
        for: purposes, to: recipients, on: given, notice: notice, language: language,
        withdrawnOn: withdrawn)
    ]
  }

  // MARK: Cells

  /// A cell without blanks around it; `nil` if it is empty.
  private func text(_ column: CandidateColumn, _ row: borrowing TableRow) -> String? {
    guard !row.isEmpty(column.index) else { return nil }
    let text = Self.trimmed(row[column.index])
    return text.isEmpty ? nil : text
  }

  private mutating func value<Value>(
    _ column: CandidateColumn, _ row: borrowing TableRow, read: (String) -> Value?
  ) -> Value? {
    guard let text = text(column, row) else { return nil }
    guard let value = read(text) else {
      invalid(column, row)
      return nil
    }
    return value
  }

  private mutating func list<Value: Hashable>(
    _ column: CandidateColumn, _ row: borrowing TableRow, read: (String) -> Value?
  ) -> [Value] {
    guard let text = text(column, row) else { return [] }
    var values: [Value] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      guard let value = read(Self.trimmed(String(part))) else {
        invalid(column, row)
        return []
      }
      if !values.contains(value) { values.append(value) }
    }
    return values
  }

  private mutating func freeText(_ column: CandidateColumn, _ row: borrowing TableRow) -> String? {
    guard let text = text(column, row) else { return nil }
    let masked = MaskedText(text)
    if !masked.found.isEmpty {
      findings.append(
        Finding(
          "identifier-in-text", .warning, at: row.location(of: column.index),
          "'\(column.rawValue)' has what looks like \(PersonalIdentifier.list(masked.found)); it was masked",
          help: "leave it out of the file"))
    }
    guard masked.text.utf8.count <= FreeText.maximumLength, FreeText.isClean(masked.text) else {
      fault(
        "invalid-text", column,
        "'\(column.rawValue)' has more than \(FreeText.maximumLength) bytes or a control character",
        help: "shorten it, or write it in plain text", row)
      return nil
    }
    return masked.text
  }

  private mutating func invalid(_ column: CandidateColumn, _ row: borrowing TableRow) {
    fault(
      "invalid-value", column, "what is written cannot stand in '\(column.rawValue)'",
      help: column.help, row)
  }

  mutating func fault(
    _ rule: String, _ column: CandidateColumn, _ message: String, help: String,
    _ row: borrowing TableRow
  ) {
    findings.append(
      Finding(rule, .error, at: row.location(of: column.index), message, help: help))
  }
}
