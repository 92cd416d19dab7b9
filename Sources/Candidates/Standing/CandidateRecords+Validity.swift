import Credentials
import Diagnostics

extension CandidateRecords {
  /// The last day on which the result of a step holds by the credentials; `nil` if they do not say.
  ///
  /// It counts from the day the newest evidence of the result was issued, or else from the day it was completed.
  func end(
    of step: String, completedOn day: CalendarDate, by requirement: Requirement
  ) -> CalendarDate? {
    guard let months = requirement.validityMonths else { return nil }
    let issued = evidence.filter { $0.step == step && $0.kind != .receipt }.compactMap(\.issuedOn)
    return (issued.max() ?? day).adding(months: months)
  }

  /// The same with the ends of results that the credentials give where none was recorded.
  func withValidity(
    for occupation: String, in jurisdiction: String, _ catalogue: CredentialCatalogue,
    on day: CalendarDate
  ) -> Self {
    var result = self
    for (name, step) in steps where step.state == .completed && step.expiresOn == nil {
      guard
        let requirement = catalogue.validity(
          of: name, for: occupation, in: jurisdiction, on: day)
      else { continue }
      result.steps[name]?.expiresOn = end(of: name, completedOn: step.since, by: requirement)
    }
    return result
  }

  /// The end of a result that holds wherever a candidate wants to go; `nil` if the credentials do not say one.
  func end(
    of step: Step, for candidate: Candidate, completedOn day: CalendarDate,
    _ catalogue: CredentialCatalogue
  ) -> CalendarDate? {
    guard let pathway = catalogue.pathways.first(where: { $0.id == step.pathway }) else {
      return nil
    }
    let all = catalogue.provinces.map(\.id)
    let reached = pathway.jurisdictions == ["ALL"] ? all : pathway.jurisdictions
    let wanted = candidate.jurisdictions.filter(reached.contains)
    let ends = (wanted.isEmpty ? reached : wanted).map { place in
      catalogue.validity(of: step.id, for: pathway.occupation, in: place, on: day).flatMap {
        end(of: step.id, completedOn: day, by: $0)
      }
    }
    guard let first = ends.first, ends.allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}
