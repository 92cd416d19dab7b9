import Classifications

/// A field of study of a closed list, which can be shown because no person's data can be in it.
///
/// The fields are detailed or narrow fields of ISCED-F 2013 (UNESCO Institute for Statistics), those that the
/// occupations of the credentials and of labour mobility are trained in. The other names are those that
/// Mexico's and Canada's schools use, as general knowledge.
public struct StudyField: Hashable, Sendable {
  /// The code of ISCED-F 2013, such as `0913`.
  public let code: String
  /// The name in English.
  public let name: String
  /// The name of the list that was written.
  public let printed: String

  /// The field that a text names, whatever its accents and case, or by its code; `nil` if it is none of the list.
  public static func named(_ text: String) -> Self? { byName[foldedTitle(text)] }

  private static let byName: [String: Self] = {
    var byName: [String: Self] = [:]
    for (code, names) in list {
      byName[code] = Self(code: code, name: names[0], printed: names[0])
      for name in names {
        byName[foldedTitle(name)] = Self(code: code, name: names[0], printed: name)
      }
    }
    return byName
  }()

  private static let list: [(String, [String])] = [
    ("0111", ["Education science", "Pedagogía", "Ciencias de la educación", "Éducation"]),
    (
      "0112",
      ["Training for pre-school teachers", "Educación preescolar", "Early childhood education"]
    ),
    ("0113", ["Teacher training", "Educación primaria", "Normal"]),
    ("0211", ["Audio-visual techniques and media production", "Comunicación audiovisual"]),
    ("0212", ["Fashion, interior and industrial design", "Diseño industrial", "Diseño gráfico"]),
    ("0231", ["Language acquisition", "Idiomas", "Lenguas modernas", "Translation", "Traducción"]),
    ("0311", ["Economics", "Economía", "Économie"]),
    ("0313", ["Psychology", "Psicología", "Psychologie"]),
    ("0321", ["Journalism and reporting", "Periodismo", "Ciencias de la comunicación"]),
    (
      "0411",
      ["Accounting and taxation", "Contaduría", "Contaduría pública", "Contabilidad", "Accounting"]
    ),
    ("0412", ["Finance, banking and insurance", "Finanzas", "Finance"]),
    (
      "0413",
      [
        "Management and administration", "Administración", "Administración de empresas",
        "Business administration",
      ]
    ),
    ("0414", ["Marketing and advertising", "Mercadotecnia", "Marketing"]),
    ("0421", ["Law", "Derecho", "Droit"]),
    ("0511", ["Biology", "Biología", "Biologie"]),
    (
      "0512",
      [
        "Biochemistry", "Bioquímica", "Química farmacéutico biológica", "Químico farmacobiólogo",
        "Químico farmacéutico biólogo", "Bioquímica clínica",
      ]
    ),
    ("0521", ["Environmental sciences", "Ciencias ambientales"]),
    ("0531", ["Chemistry", "Química", "Chimie"]),
    ("0533", ["Physics", "Física", "Physique"]),
    ("0541", ["Mathematics", "Matemáticas"]),
    ("0612", ["Database and network design and administration", "Redes"]),
    (
      "0613",
      [
        "Software and applications development", "Ingeniería de software", "Computer science",
        "Ciencias de la computación", "Sistemas computacionales",
        "Ingeniería en sistemas computacionales", "Informática", "Informatique",
      ]
    ),
    ("0711", ["Chemical engineering", "Ingeniería química", "Génie chimique"]),
    (
      "0713",
      ["Electricity and energy", "Ingeniería eléctrica", "Electricidad", "Electrical engineering"]
    ),
    (
      "0714",
      [
        "Electronics and automation", "Electrónica", "Ingeniería electrónica", "Mecatrónica",
        "Ingeniería mecatrónica",
      ]
    ),
    (
      "0715",
      [
        "Mechanics and metal trades", "Ingeniería mecánica", "Mechanical engineering", "Soldadura",
        "Welding", "Soudage", "Soldadura industrial", "Mecánica industrial",
      ]
    ),
    (
      "0716", ["Motor vehicles, ships and aircraft", "Mecánica automotriz", "Automotive mechanics"]
    ),
    (
      "0721",
      ["Food processing", "Ingeniería en alimentos", "Gastronomía", "Tecnología de alimentos"]
    ),
    ("0724", ["Mining and extraction", "Ingeniería de minas", "Mining"]),
    ("0731", ["Architecture and town planning", "Arquitectura", "Architecture"]),
    (
      "0732",
      [
        "Building and civil engineering", "Ingeniería civil", "Civil engineering", "Construcción",
        "Génie civil",
      ]
    ),
    (
      "0788",
      [
        "Inter-disciplinary programmes in engineering", "Industrial engineering",
        "Ingeniería industrial", "Génie industriel",
      ]
    ),
    (
      "0811",
      ["Crop and livestock production", "Agronomía", "Ingeniería agronómica", "Agriculture"]
    ),
    ("0821", ["Forestry", "Ingeniería forestal", "Foresterie"]),
    ("0841", ["Veterinary", "Medicina veterinaria", "Medicina veterinaria y zootecnia"]),
    ("0911", ["Dental studies", "Odontología", "Cirujano dentista", "Dentistry", "Estomatología"]),
    ("0912", ["Medicine", "Medicina", "Médico cirujano", "Médecine"]),
    (
      "0913",
      [
        "Nursing and midwifery", "Enfermería", "Nursing", "Soins infirmiers",
        "Enfermería y obstetricia", "Partería", "Midwifery", "Enfermería general",
        "Auxiliar de enfermería",
      ]
    ),
    (
      "0914",
      [
        "Medical diagnostic and treatment technology", "Laboratorista clínico",
        "Laboratorio clínico", "Análisis clínicos", "Química clínica", "Radiología",
        "Medical laboratory technology", "Técnico laboratorista clínico",
      ]
    ),
    (
      "0915",
      [
        "Therapy and rehabilitation", "Fisioterapia", "Terapia física", "Rehabilitación",
        "Physiotherapy", "Terapia ocupacional", "Physiothérapie",
      ]
    ),
    ("0916", ["Pharmacy", "Farmacia", "Pharmacie", "Técnico en farmacia"]),
    (
      "0921",
      ["Care of the elderly and of disabled adults", "Gerontología", "Cuidado de personas mayores"]
    ),
    ("0922", ["Child care and youth services", "Puericultura", "Asistente educativo"]),
    ("0923", ["Social work and counselling", "Trabajo social", "Social work"]),
    ("1013", ["Hotel, restaurants and catering", "Hotelería", "Turismo", "Gestión turística"]),
    ("1041", ["Transport services", "Transporte", "Logística"]),
  ]
}
