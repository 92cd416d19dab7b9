import Candidates
import Classifications
import Credentials
import Diagnostics
import Digests
import FactTables
import Ledgers
import ReferenceData
import Reports

/// The profile of a candidate while it is written.
///
/// Only fields of closed forms are taken: codes, days, numbers and words of lists. Free texts, the mission's reference
/// and where evidence is kept are never read here, so that nothing that names a person can come through.
struct CandidatePaper {
  let facts: CandidateFacts
  let redaction: ReportCandidate.Redaction
  let ledger: Ledger
  var draft: ReportDraft

  init(
    _ facts: CandidateFacts, _ redaction: ReportCandidate.Redaction, _ draft: ReportDraft,
    _ ledger: Ledger
  ) {
    self.facts = facts
    self.redaction = redaction
    self.draft = draft
    self.ledger = ledger
  }

  /// The version of the template, which is raised when a section or a rule of what is shown changes.
  static let template = "1"
  /// How many places are shown step by step.
  static let mostPlaces = 3

  var candidate: Candidate { facts.candidate }
  var credentials: CredentialCatalogue { facts.desk.credentials }
  var day: CalendarDate { facts.desk.day }
  var isOfficer: Bool { redaction == .officer }
  var isPublic: Bool { redaction == .public }

  /// What a message says in the report's language.
  func say(_ message: KeyPath<CandidateMessages, Message>, _ values: String...) -> String {
    let path = (\Messages.candidate).appending(path: message)
    switch values.count {
    case 0: return draft.wording.say(path)
    case 1: return draft.wording.say(path, values[0])
    case 2: return draft.wording.say(path, values[0], values[1])
    case 3: return draft.wording.say(path, values[0], values[1], values[2])
    default: return draft.wording.say(path, values[0], values[1], values[2], values[3])
    }
  }

  /// A text of the data, which is in English: as Puente translates it, else marked where the report is in another
  /// language.
  func data(_ text: String) -> Phrase {
    let language = draft.wording.language
    return facts.desk.credentials.translation(of: text, in: language.rawValue).map { Phrase($0) }
      ?? draft.wording.official(text, in: .en)
  }

  /// The number of the source of a fact of the credentials.
  mutating func cite(_ source: FactSource) throws -> Int {
    let row = try draft.catalogue.source(source.id)
    let isGeneral = source.generalKnowledge.contains("all")
    return draft.cite(
      ReportSource(
        title: Phrase("\(row.publisher), \(row.title)"),
        address: source.pages.joined(separator: " ; "), asOf: source.asOf?.description ?? "",
        confidence: isGeneral
          ? .generalKnowledge : .init(rawValue: source.confidence) ?? .unstated))
  }

  /// The places that are shown step by step: the nearest ones.
  var detailed: [JurisdictionStanding] {
    let ranked = facts.standing.nearest
    let rest = facts.standing.places.filter { $0.hasWay && !ranked.contains($0) }
    return Array((ranked + rest).prefix(Self.mostPlaces))
  }

  /// The whole report.
  ///
  /// - Throws: What the data throw.
  mutating func document() throws -> Document {
    let profile: KeyPath<CandidateMessages, Message> =
      switch redaction {
      case .public: \.profilePublic
      case .recruiter: \.profileRecruiter
      case .officer: \.profileOfficer
      }
    let sections = [
      try summary(), try match(), education(), try experience(), try languages(),
      try regulation(), try steps(), cost(), try streams(), try bridging(), try doubts(),
      declarations(),
    ]
    for table in credentialFiles { try draft.cite(file: "datasets/credentials/\(table).csv") }
    let head = [
      KeyValue(say(\.reportID), .code(reportID)), KeyValue(say(\.template), .code(Self.template)),
      KeyValue(say(\.profile), .text(say(profile))),
      KeyValue(say(\.purpose), .text(say(\.purposeText))),
    ]
    return draft.document(
      kind: "candidate", title: say(\.title),
      subtitle: isPublic ? "" : candidate.id.text, facts: head, sections: sections)
  }

  private let credentialFiles = [
    "regulations", "requirements", "steps", "pathways", "streams", "stream_tests", "bridging",
    "language_levels",
  ]

  /// A name of the report that the same candidate, profile and day have again, and from which no pseudonym can be read.
  private var reportID: String {
    let content = "\(candidate.id.text) \(redaction.rawValue) \(day) \(Self.template)"
    return "P-\(SHA256Digest(of: Array("puente-report:\(content)".utf8)).hex.prefix(12))"
  }
}
