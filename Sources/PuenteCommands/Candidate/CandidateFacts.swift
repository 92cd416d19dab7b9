import Candidates
import Classifications
import Credentials
import Diagnostics
import ReferenceData

/// All that is said of a candidate: what is kept, and where the candidate stands.
struct CandidateFacts {
  let entry: CandidateStore.Entry
  let records: CandidateRecords
  let notes: [CandidateStore.Note]
  let occupations: [String]
  /// How codes led to the occupations, where the credentials do not give them.
  let reasons: [String]
  let standing: CandidateStanding
  let changed: [CandidateStore.ChangedRule]
  let desk: CandidateDesk

  var candidate: Candidate { entry.candidate }

  init(_ id: CandidateID, _ desk: CandidateDesk, in places: [String] = []) throws {
    entry = try desk.store.entry(id)
    records = try desk.store.records(of: entry)
    notes = try desk.store.notes(of: entry)
    (occupations, reasons) = try desk.occupations(of: entry.candidate)
    var candidate = entry.candidate
    if !places.isEmpty { candidate.jurisdictions = places }
    standing = CandidateStanding(
      of: candidate, records, in: desk.credentials, on: desk.day, as: occupations)
    let own = standing.places.flatMap { $0.steps + $0.others }.map(\.step.id)
    changed = try desk.store.changedRules(
      of: entry, among: Set(own), desk.credentials)
    self.desk = desk
  }

  /// The places that are shown in full: all of a few, else the nearest of each occupation.
  func detailed(all: Bool) -> [JurisdictionStanding] {
    if all || standing.places.count <= 3 {
      let ranked = standing.nearest
      return ranked + standing.places.filter { !ranked.contains($0) }
    }
    return occupations.compactMap { id in standing.nearest.first { $0.occupation == id } }
  }

  /// A code with its title, if the data have it.
  func titled(_ code: OccupationCode) -> String {
    guard let table = try? desk.catalogue.codeTable(code.classification),
      let title = table[code.code]?.title()
    else { return "\(code) (not in the data)" }
    return "\(code) \(title)"
  }

  /// Whether each stream is open to the candidate in an occupation, as far as the data say.
  func verdicts(for occupation: String) throws -> [StreamVerdict] {
    let query = CredentialQuery(catalogue: desk.catalogue, credentials: desk.credentials)
    guard let match = try query.matches(occupation).first(where: { $0.id == occupation }) else {
      return []
    }
    let answers = Set(
      standing.places.filter { $0.occupation == occupation }.map(\.regulation.regulated))
    return desk.credentials.verdicts(
      for: try query.subject(of: match, regulated: answers.count == 1 ? answers.first : nil))
  }

  /// What is asked for in language tests in a place, beside the candidate's results.
  func languages(_ place: JurisdictionStanding) -> [LanguageComparison] {
    desk.credentials.languages(
      of: candidate, for: place.occupation, in: place.jurisdiction, on: desk.day)
  }

  /// How many free texts there are that are not shown.
  var hidden: [String] {
    func count(_ number: Int, _ one: String, _ several: String) -> [String] {
      number == 0 ? [] : ["\(number) \(number == 1 ? one : several)"]
    }
    let studies = candidate.studies
    let texts = records.evidence.flatMap { [$0.title, $0.issuer, $0.location] }.compactMap { $0 }
    return count(candidate.reference == nil ? 0 : 1, "reference", "references")
      + count(studies.count { $0.institution != nil }, "school", "schools")
      + count(
        studies.count { $0.fieldText != nil && $0.field == nil },
        "field of study that is of no list",
        "fields of study that are of no list")
      + count(notes.count, "note", "notes")
      + count(records.steps.values.count { $0.reason != nil }, "reason", "reasons")
      + count(texts.count, "text of evidence", "texts of evidence")
  }
}
