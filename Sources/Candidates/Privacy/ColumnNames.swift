import Classifications

/// Tells columns of data that tell who somebody is, or that nobody may be judged by, from their names.
enum ColumnNames {
  /// What a column of this name would hold that is not taken; `nil` if nothing says so.
  static func unwanted(_ header: String) -> String? {
    let words = foldedTitle(header).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    for (kind, names) in identifiers where matches(words, names) { return kind.rawValue }
    for (kind, names) in grounds where matches(words, names) { return kind }
    return nil
  }

  /// Whether any of the names, all of whose words there have to be, is among the words.
  private static func matches(_ words: [String], _ names: [String]) -> Bool {
    names.contains { name in
      name.split(separator: " ").allSatisfy { part in
        words.contains { word in
          part.hasSuffix("*") ? word.hasPrefix(part.dropLast()) : word == String(part)
        }
      }
    }
  }

  private static let identifiers: [(PersonalIdentifier, [String])] = [
    (
      .birthDate,
      ["nacimiento", "birth*", "dob", "naissance", "born", "fecha nac*", "fnac", "cumpleanos"]
    ),
    (.email, ["email*", "e mail", "mail*", "correo*", "courriel"]),
    (.phone, ["phone*", "tel*", "cel", "celular*", "mobile", "movil*", "whatsapp", "fax"]),
    (.curp, ["curp*"]), (.rfc, ["rfc*"]), (.passport, ["passport*", "pasaporte*", "passeport*"]),
    (
      .address,
      [
        "address*", "adresse*", "domicilio*", "direccion*", "calle", "street", "colonia",
        "postal*", "cp", "facebook", "linkedin", "instagram",
      ]
    ),
    (.photo, ["photo*", "foto*", "picture"]),
    (
      .number,
      [
        "nss", "imss", "ine", "ife", "sin", "nip", "cedula num*", "cedula no", "num* cedula",
        "no cedula", "cedula number", "social security", "seguro social", "folio ine", "clabe",
      ]
    ),
    (
      .name,
      [
        "nombre*", "name", "names", "fullname", "firstname", "lastname", "surname*", "apellido*",
        "nom", "prenom*", "paterno", "materno", "contact*", "persona",
      ]
    ),
  ]

  private static let grounds: [(String, [String])] = [
    ("age", ["age", "edad", "anos edad"]),
    ("sex or gender", ["sex*", "gender", "genero", "genre"]),
    (
      "civil status",
      ["civil", "marital*", "matrimonial*", "hij*", "children", "spouse", "conyuge"]
    ),
    ("religion", ["religi*"]), ("ethnic origin", ["etni*", "ethnic*", "raza", "race", "indigen*"]),
    ("health", ["salud", "health", "discapacidad*", "disabilit*", "embaraz*", "pregnan*"]),
    ("union membership", ["sindicato", "sindical*", "union"]),
  ]
}
