public import Classifications
import FactTables

/// A province or territory of Canada, or a country.
public struct Jurisdiction: Hashable, Sendable {
  /// The code of ISO 3166, such as `CA-ON`.
  public let id: String
  /// `country`, `province` or `territory`.
  public let kind: String
  /// Its names by language: `en`, `fr`, `es`.
  public let names: [String: String]
  /// The languages of practice; none where they are not known.
  public let languages: [String]
  /// Whether nursing regulators take reports of NNAS: `yes`, `no`, `optional`; `nil` where that is not known.
  public let nnasAccepted: String?
  /// Remarks on it.
  public let notes: [String]
  /// Where the row is from.
  public let source: FactSource

  init(_ row: FactRow) {
    id = row["id"]
    kind = row["kind"]
    names = ["en": row["name_en"], "fr": row["name_fr"], "es": row["name_es"]]
    languages = row.list("languages")
    nnasAccepted = row.text("nnas_accepted")
    notes = ["language_note", "nnas_note", "note"].compactMap { row.text($0) }
    source = FactSource(row)
  }

  /// Its name in English.
  public var name: String { names["en"] ?? id }
}

/// A body that takes part: a regulator, an assessor, an examiner, an office.
public struct Body: Hashable, Sendable {
  /// Puente's name for it.
  public let id: String
  /// How it is abbreviated; `nil` where it is not.
  public let acronym: String?
  /// Its name in English, or the only one it has.
  public let name: String
  /// Its name in another language.
  public let otherName: String?
  /// What it does, such as `regulator`.
  public let role: String
  /// Where it does so.
  public let jurisdictions: [String]
  /// For which occupations; `ALL` for every one.
  public let occupations: [String]
  /// Its address on the web.
  public let address: String?
  /// A remark on it.
  public let note: String?
  /// Where the row is from.
  public let source: FactSource

  init(_ row: FactRow) {
    id = row["id"]
    acronym = row.text("acronym")
    name = row["name_en"]
    otherName = row.text("name_other")
    role = row["role"]
    jurisdictions = row.list("jurisdictions")
    occupations = row.list("occupations")
    address = row.text("url")
    note = row.text("note")
    source = FactSource(row)
  }
}

/// An occupation whose recognition is described.
public struct CredentialOccupation: Hashable, Sendable {
  /// A code of the occupation.
  public struct Code: Hashable, Sendable {
    /// The code.
    public let code: OccupationCode
    /// Whether it is a candidate for a person to judge, rather than given.
    public let isCandidate: Bool
    /// What is said beside it.
    public let remark: String?
  }

  /// Puente's name for it, such as `RN`.
  public let id: String
  /// Its name in English.
  public let name: String
  /// The TEER of NOC 2021, 0...5.
  public let teer: Int
  /// Whether it is on CUSMA's list: `yes`, `no`, `limited` or `unclear`.
  public let cusma: String
  /// What has to be known of that.
  public let cusmaNote: String?
  /// What has to be known of its codes.
  public let codesNote: String?
  /// Its codes.
  public internal(set) var codes: [Code] = []
  /// Where the row is from.
  public let source: FactSource

  init(_ row: FactRow) {
    id = row["id"]
    name = row["name_en"]
    teer = Int(row["teer"]) ?? 0
    cusma = row["cusma"]
    cusmaNote = row.text("cusma_note")
    codesNote = row.text("codes_note")
    source = FactSource(row)
  }
}

/// Whether an occupation is regulated in a jurisdiction, for a time.
public struct Regulation: Hashable, Sendable {
  /// Whether an occupation is regulated.
  public enum Answer: String, Hashable, Sendable, CaseIterable {
    case yes
    case no
    /// A registry that some employers ask for, or a voluntary register.
    case partial
    /// The data do not say.
    case unknown
  }

  /// A name for the row.
  public let id: String
  /// The occupation.
  public let occupation: String
  /// The jurisdiction.
  public let jurisdiction: String
  /// Whether it is regulated; never `unknown`.
  public let regulated: Answer
  /// How: a licence, a registry, a compulsory trade.
  public let kind: String?
  /// The body that regulates it.
  public let regulator: String?
  /// Who assesses, in words.
  public let assessment: String?
  /// The bodies among those.
  public let assessors: [String]
  /// The exams, in words.
  public let exam: String?
  /// The languages of practice; one of them is enough.
  public let languages: [String]
  /// A remark.
  public let note: String?
  /// Where the row is from, and when it holds.
  public let source: FactSource

  init(_ row: FactRow) {
    id = row["id"]
    occupation = row["occupation_id"]
    jurisdiction = row["jurisdiction"]
    regulated = Answer(rawValue: row["regulated"]) ?? .unknown
    kind = row.text("kind")
    regulator = row.text("regulator_id")
    assessment = row.text("assessment")
    assessors = row.list("assessor_ids")
    exam = row.text("exam")
    languages = row.list("languages")
    note = row.text("note")
    source = FactSource(row)
  }
}

/// Something that is asked of a candidate.
public struct Requirement: Hashable, Sendable {
  /// A result in a language test that is enough.
  public struct Level: Hashable, Sendable {
    /// The language; `nil` where either of Canada's will do or the source does not say.
    public let language: String?
    /// The test, or the scale.
    public let test: String
    /// `listening`, `reading`, `writing`, `speaking` or `overall`.
    public let skill: String
    /// The lowest result that is enough, on the test's own scale.
    public let minimum: String
  }

  /// A name for it.
  public let id: String
  /// The occupations; `ALL` for every one.
  public let occupations: [String]
  /// The jurisdiction; a country for the whole of it.
  public let jurisdiction: String
  /// What is asked, such as `document` or `language`.
  public let kind: String
  /// Its name.
  public let title: String
  /// What it is.
  public let detail: String?
  /// What is enough, in words.
  public let threshold: String?
  /// How long it holds, in words.
  public let validity: String?
  /// How long it holds, in months.
  public let validityMonths: Int?
  /// The steps whose results hold so long.
  public let validitySteps: [String]
  /// The results in language tests, where it asks for some.
  public internal(set) var levels: [Level] = []
  /// Where the row is from.
  public let source: FactSource

  init(_ row: FactRow) {
    id = row["id"]
    occupations = row.list("occupations")
    jurisdiction = row["jurisdiction"]
    kind = row["kind"]
    title = row["title"]
    detail = row.text("detail")
    threshold = row.text("threshold")
    validity = row.text("validity")
    validityMonths = Int(row["validity_months"])
    validitySteps = row.list("validity_steps")
    source = FactSource(row)
  }
}

/// A program that fills gaps.
public struct BridgingProgram: Hashable, Sendable {
  /// A name for it.
  public let id: String
  /// The occupations; `ALL` for every one.
  public let occupations: [String]
  /// The jurisdiction; `CA` for several.
  public let jurisdiction: String
  /// Who offers it.
  public let provider: String?
  /// Its name.
  public let program: String
  /// How long it takes, in words.
  public let length: String?
  /// How long it takes, in months.
  public let months: ClosedRange<Double>?
  /// What it costs, in words.
  public let cost: String?
  /// Whether it is offered: `yes`, `no` or `unclear`.
  public let offered: String
  /// A remark.
  public let note: String?
  /// Where the row is from.
  public let source: FactSource

  init(_ row: FactRow) {
    id = row["id"]
    occupations = row.list("occupations")
    jurisdiction = row["jurisdiction"]
    provider = row.text("provider")
    program = row["program"]
    length = row.text("length")
    months = range(row["months_min"], row["months_max"])
    cost = row.text("cost")
    offered = row["offered"]
    note = row.text("note")
    source = FactSource(row)
  }
}

/// The numbers from one text to another; one number where only one is given, `nil` where none is.
func range(_ low: String, _ high: String) -> ClosedRange<Double>? {
  guard let first = Double(low) ?? Double(high), let last = Double(high) ?? Double(low),
    first <= last
  else { return nil }
  return first...last
}
