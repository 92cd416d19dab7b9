/// Something a candidate has studied.
public struct Study: Hashable, Sendable {
  /// How far the studies led.
  public var level: StudyLevel
  /// The field as it was written; a free text, not shown by default.
  public var fieldText: String?
  /// The school; a free text, not shown by default.
  public var institution: String?
  /// The year in which they ended.
  public var year: Int?

  /// Creates studies.
  public init(
    _ level: StudyLevel, field: String? = nil, institution: String? = nil, year: Int? = nil
  ) {
    self.level = level
    fieldText = field
    self.institution = institution
    self.year = year
  }

  /// The field of the list that was written; `nil` if it is of none, or none was written.
  public var field: StudyField? { fieldText.flatMap(StudyField.named) }
}

/// How far studies led, as Mexico's schools call it.
public enum StudyLevel: String, Hashable, Sendable, CaseIterable {
  /// Nothing is known.
  case unknown
  /// Primaria.
  case primary
  /// Secundaria.
  case lowerSecondary = "lower_secondary"
  /// Preparatoria, bachillerato.
  case upperSecondary = "upper_secondary"
  /// Técnico, técnico profesional, bachillerato tecnológico.
  case technical
  /// Técnico superior universitario, profesional asociado.
  case tsu
  /// Licenciatura, ingeniería.
  case bachelor
  /// Especialidad.
  case specialization
  /// Maestría.
  case master
  /// Doctorado.
  case doctorate

  /// Reads the name or a word of Mexico's or Canada's schools, such as `licenciatura`; `nil` for another.
  public init?(words text: String) {
    guard let level = Self.words[text.lowercased()] ?? Self(rawValue: text.lowercased()) else {
      return nil
    }
    self = level
  }

  private static let words: [String: Self] = [
    "primaria": .primary, "secundaria": .lowerSecondary, "preparatoria": .upperSecondary,
    "bachillerato": .upperSecondary, "high school": .upperSecondary, "técnico": .technical,
    "tecnico": .technical, "técnica": .technical, "técnico superior universitario": .tsu,
    "tecnico superior universitario": .tsu, "diploma": .tsu, "licenciatura": .bachelor,
    "ingeniería": .bachelor, "ingenieria": .bachelor, "degree": .bachelor,
    "baccalauréat": .bachelor, "especialidad": .specialization, "maestría": .master,
    "maestria": .master, "maîtrise": .master, "doctorado": .doctorate, "doctorat": .doctorate,
    "phd": .doctorate,
  ]
}
