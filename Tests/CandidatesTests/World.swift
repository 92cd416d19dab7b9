import Credentials
import Diagnostics
import ReferenceData
import TestSupport
import Testing

@testable import Candidates

/// The credentials of the repository, and candidates for tests.
enum World {
  static func catalogue() throws -> CredentialCatalogue {
    try CredentialCatalogue(
      folder: Repository.data.file("datasets/credentials"), isThere: fileExists)
  }

  static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  /// A candidate for an occupation in some places.
  static func candidate(_ target: String, _ places: [String]) throws -> Candidate {
    var candidate = Candidate(CandidateID(row: 2))
    candidate.targets = [try #require(CandidateTarget(target))]
    candidate.jurisdictions = places
    return candidate
  }

  /// Records in which steps are completed, since a day.
  static func records(
    completed: [String], on day: CalendarDate, until: CalendarDate? = nil
  ) -> CandidateRecords {
    var records = CandidateRecords()
    for name in completed {
      var step = CandidateStep(name, since: day, by: .officer)
      step.state = .completed
      step.expiresOn = until
      records.steps[name] = step
    }
    return records
  }
}
