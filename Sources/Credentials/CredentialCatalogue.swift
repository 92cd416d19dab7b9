public import Classifications
import Diagnostics
import FactTables

/// What is known of the recognition of credentials: `datasets/credentials/`.
public struct CredentialCatalogue: Sendable {
  /// The jurisdictions: the countries, then provinces and territories.
  public let jurisdictions: [Jurisdiction]
  /// The bodies.
  public let bodies: [String: Body]
  /// The occupations.
  public let occupations: [CredentialOccupation]
  /// The rules, in the order of the table.
  public let regulations: [Regulation]
  /// What is asked.
  public let requirements: [Requirement]
  /// The ways, with their steps.
  public let pathways: [Pathway]
  /// Programs that fill gaps.
  public let bridging: [BridgingProgram]
  /// Ways to a work permit or residence.
  public let streams: [Stream]
  /// The professions that treaties list.
  public let professions: [TreatyProfession]
  /// Every step by its name.
  public let steps: [String: Step]
  /// Translations of English texts of these tables, by language, then by the English text.
  private let wordings: [String: [String: String]]

  /// Reads the data of a folder, every table checked.
  ///
  /// - Parameters:
  ///   - folder: The folder with the tables, `datasets/credentials`.
  ///   - isThere: Whether a file can be read.
  /// - Throws: `InvalidInput` with every fault, or `FileError` if there is no such table.
  public init(folder: String, isThere: (String) -> Bool) throws {
    let tables = try FactTables(TableDefinition.credentials, folder: folder, isThere: isThere)
    guard tables.names.contains("regulations") else {
      throw FileError("find", "\(folder)/regulations.csv", reason: "there is no such table")
    }
    let findings = CredentialCheck(tables).faults()
    if findings.containsErrors { throw InvalidInput(findings) }
    self.init(tables)
  }

  /// Reads only what steps are judged by: jurisdictions, requirements, ways and their steps.
  ///
  /// It takes a fraction of the time of reading everything. Values and the order of steps are checked; nothing is
  /// known of occupations, bodies, rules and streams.
  ///
  /// - Throws: `InvalidInput` with every fault, or `FileError` if there is no such table.
  public init(stepsOf folder: String, isThere: (String) -> Bool) throws {
    let wanted: Set<String> = ["jurisdictions", "requirements", "pathways", "steps"]
    let tables = try FactTables(
      TableDefinition.credentials.filter { wanted.contains($0.name) }, folder: folder,
      isThere: isThere)
    guard tables.names == wanted else {
      throw FileError("find", "\(folder)/steps.csv", reason: "a table is not there")
    }
    let values = tables.definitions.flatMap { tables[$0.name].flatMap(FactTables.valueFaults) }
    let findings = tables.findings + values + StepCheck(tables).findings()
    if findings.containsErrors { throw InvalidInput(findings) }
    self.init(tables)
  }

  /// Takes over tables that have been checked.
  init(_ tables: FactTables) {
    jurisdictions = tables["jurisdictions"].map(Jurisdiction.init)
    bodies = Dictionary(
      tables["bodies"].map { ($0["id"], Body($0)) }, uniquingKeysWith: { first, _ in first })
    let codes = Dictionary(grouping: tables["occupation_codes"]) { $0["occupation_id"] }
    occupations = tables["occupations"].map { row in
      var occupation = CredentialOccupation(row)
      occupation.codes = (codes[occupation.id] ?? []).map { row in
        CredentialOccupation.Code(
          code: Self.code(row), isCandidate: row["status"] == "candidate",
          remark: row.text("remark"))
      }
      return occupation
    }
    regulations = tables["regulations"].map(Regulation.init)
    let levels = Dictionary(grouping: tables["language_levels"]) { $0["requirement_id"] }
    requirements = tables["requirements"].map { row in
      var requirement = Requirement(row)
      requirement.levels = (levels[requirement.id] ?? []).map { row in
        Requirement.Level(
          language: row.text("language"), test: row["test"], skill: row["skill"],
          minimum: row["minimum"])
      }
      return requirement
    }
    let steps = tables["steps"].map(Step.init)
    self.steps = Dictionary(steps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ofPathway = Dictionary(grouping: steps, by: \.pathway)
    pathways = tables["pathways"].map { row in
      var pathway = Pathway(row)
      pathway.steps = (ofPathway[pathway.id] ?? []).sorted { $0.number < $1.number }
      return pathway
    }
    bridging = tables["bridging"].map(BridgingProgram.init)
    wordings = ["es", "fr"].reduce(into: [:]) { wordings, language in
      wordings[language] = Dictionary(
        tables["wordings"].map { ($0["text_en"], $0["text_\(language)"]) },
        uniquingKeysWith: { first, _ in first })
    }
    let tests = Dictionary(grouping: tables["stream_tests"]) { $0["stream_id"] }
    streams = tables["streams"].map { row in
      var stream = Stream(row)
      stream.tests = (tests[stream.id] ?? []).map(StreamTest.init)
      return stream
    }
    let professionCodes = Dictionary(grouping: tables["profession_codes"]) { $0["profession_id"] }
    professions = tables["professions"].map { row in
      var profession = TreatyProfession(row)
      profession.codes = (professionCodes[profession.id] ?? []).map(Self.code)
      return profession
    }
  }

  static func code(_ row: FactRow) -> OccupationCode {
    OccupationCode(
      ClassificationID(rawValue: row["classification"]) ?? .noc2021, row["code"])
  }

  /// Canada's provinces and territories.
  public var provinces: [Jurisdiction] { jurisdictions.filter { $0.kind != "country" } }

  /// A text of these tables in another language than English, as Puente translates it.
  ///
  /// - Parameters:
  ///   - text: The English text, such as the title of a step.
  ///   - language: `es` or `fr`.
  /// - Returns: The translation; `nil` where there is none.
  public func translation(of text: String, in language: String) -> String? {
    wordings[language]?[text]
  }

  /// The occupation of a name such as `RN`, whatever its case.
  public func occupation(_ id: String) -> CredentialOccupation? {
    occupations.first { $0.id == id.uppercased() }
  }

  /// The occupations that have a code.
  public func occupations(with code: OccupationCode) -> [CredentialOccupation] {
    occupations.filter { $0.codes.contains { $0.code == code } }
  }
}
