import Classifications
import Credentials
import Diagnostics
import FactTables
import ReferenceData

/// Everything that is known of one occupation in one jurisdiction on a day.
struct CredentialPlace {
  let jurisdiction: Jurisdiction
  let answer: RegulationAnswer
  let plan: StepPlan
  let requirements: [Requirement]
  let bridging: [BridgingProgram]
  let verdicts: [StreamVerdict]
}

/// Everything that is known of one occupation in the jurisdictions asked for.
struct CredentialReport {
  let match: CredentialMatch
  let teer: Int?
  let day: CalendarDate
  let places: [CredentialPlace]
  /// The streams where no jurisdiction is chosen.
  let anywhere: [StreamVerdict]
  let credentials: CredentialCatalogue

  init(
    _ match: CredentialMatch, in jurisdictions: [Jurisdiction], on day: CalendarDate,
    _ query: CredentialQuery
  ) throws {
    self.match = match
    self.day = day
    credentials = query.credentials
    teer = try query.teer(of: match)
    let data = query.credentials
    places = try jurisdictions.map { jurisdiction in
      let answer = data.regulation(of: match.id, in: jurisdiction.id, on: day)
      let subject = try query.subject(of: match, regulated: answer.regulated)
      return CredentialPlace(
        jurisdiction: jurisdiction, answer: answer,
        plan: data.plan(for: match.id, in: jurisdiction.id, on: day),
        requirements: data.requirements(for: match.id, in: jurisdiction.id, on: day),
        bridging: data.bridging(for: match.id, in: jurisdiction.id),
        verdicts: data.verdicts(for: subject))
    }
    anywhere = data.verdicts(for: try query.subject(of: match, regulated: nil))
  }

  /// A body as people read it: its acronym and name, or the text itself where it is none.
  func body(_ id: String) -> String {
    guard let body = credentials.bodies[id] else { return id }
    guard let acronym = body.acronym, acronym != body.name else { return body.name }
    return "\(acronym) (\(body.name))"
  }

  /// What a reader has to be warned of, in words.
  func marks(_ source: FactSource) -> [String] {
    var marks = source.marks(on: day).map { mark -> String in
      switch mark {
      case .old: "\(mark.rawValue) (\(source.asOf?.description ?? ""))"
      case .undated, .generalKnowledge, .lowConfidence: mark.rawValue
      }
    }
    let own = source.generalKnowledge.filter { $0 != "all" }
    if !own.isEmpty { marks.append("general knowledge: \(own.joined(separator: ", "))") }
    return marks
  }
}

/// An amount of money as people read it; the words of the source where it varies.
func money(_ fee: Step.Fee) -> String {
  guard let amount = fee.amount else { return fee.note ?? fee.printed }
  let words = "\(span(amount)) \(fee.currency)"
  return fee.note.map { "\(words) (\($0))" } ?? words
}

/// A time as people read it.
func time(_ duration: Step.Duration) -> String {
  guard let amount = duration.amount, let unit = duration.unit else {
    return duration.note ?? duration.printed
  }
  let words = "\(span(amount)) \(unit.replacing("_", with: " "))"
  let note = duration.note.map { " (\($0))" } ?? ""
  return duration.basis == "window" ? "a limit of \(words)\(note)" : "\(words)\(note)"
}

/// The numbers from one to another, without decimals that are none.
func span(_ range: ClosedRange<Double>) -> String {
  func text(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }
  let low = text(range.lowerBound)
  return range.lowerBound == range.upperBound ? low : "\(low) to \(text(range.upperBound))"
}
