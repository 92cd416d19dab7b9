import Candidates
import Classifications
import Credentials
import Diagnostics
import Reports

extension CandidatePaper {
  /// The heading of a section with its number in the template; the head is 0, the sources are 13.
  func heading(_ number: Int, _ message: KeyPath<CandidateMessages, Message>) -> String {
    "\(number). \(say(message))"
  }

  func name(_ state: StepState) -> String {
    switch state {
    case .notStarted: say(\.stateNotStarted)
    case .blocked: say(\.stateBlocked)
    case .ready: say(\.stateReady)
    case .inProgress: say(\.stateInProgress)
    case .submitted: say(\.stateSubmitted)
    case .moreInformationNeeded: say(\.stateMoreInformation)
    case .conditional: say(\.stateConditional)
    case .completed: say(\.stateCompleted)
    case .failed: say(\.stateFailed)
    case .expired: say(\.stateExpired)
    case .waived: say(\.stateWaived)
    case .withdrawn: say(\.stateWithdrawn)
    }
  }

  func tone(_ state: StepState) -> Tone {
    switch state {
    case .completed, .waived: .good
    case .failed, .expired, .withdrawn: .bad
    case .moreInformationNeeded, .conditional, .ready: .caution
    default: .neutral
    }
  }

  func cell(_ answer: Regulation.Answer) -> Cell {
    switch answer {
    case .yes: .text(say(\.yes))
    case .no: .text(say(\.no))
    case .partial: .text(say(\.partial))
    case .unknown: .unknown
    }
  }

  func cell(_ answer: Step.FromMexico) -> Cell {
    switch answer {
    case .yes: .text(say(\.yes))
    case .partly: .text(say(\.partial))
    case .no: .text(say(\.no))
    }
  }

  func cell(_ state: StreamVerdict.State) -> Cell {
    switch state {
    case .open: .state(Phrase(say(\.open)), .good)
    case .conditional: .state(Phrase(say(\.conditional)), .caution)
    case .closed: .state(Phrase(say(\.closed)), .bad)
    case .unknown: .unknown
    }
  }

  /// When something is done.
  func window(_ span: TimeSpan?) -> Cell {
    guard let span else { return .text(say(\.never)) }
    let (first, last) = span.days(from: day)
    guard let last else {
      return span.atLeast == 0
        ? .unknown : .text(say(\.notBefore, first.description))
    }
    return first == last
      ? .day(first) : .text(say(\.between, first.description, last.description))
  }

  func length(_ span: TimeSpan) -> Cell {
    guard let most = span.atMost else { return .unknown }
    return span.atLeast == most
      ? .text(draft.wording.say(\.candidate.days, count: most))
      : .text(say(\.daysRange, draft.wording.count(span.atLeast), draft.wording.count(most)))
  }

  func fee(_ step: Step) -> Cell {
    guard let fee = step.fee else { return .unknown }
    guard let amount = fee.amount else { return .text([data("\(fee.printed) \(fee.currency)")]) }
    guard amount.lowerBound < amount.upperBound else {
      return .money(amount.lowerBound, currency: Phrase(fee.currency))
    }
    return .text(range(amount, fee.currency))
  }

  func range(_ amount: ClosedRange<Double>, _ currency: String) -> String {
    let low = draft.wording.money(amount.lowerBound, currency: currency)
    let high = draft.wording.money(amount.upperBound, currency: currency)
    return low == high ? low : "\(low) – \(high)"
  }

  /// The name of a province or territory in the report's language.
  func place(_ id: String) -> String {
    credentials.jurisdictions.first { $0.id == id }?.names[draft.wording.language.rawValue] ?? id
  }

  /// A body with its acronym; its name is never translated.
  func body(_ id: String) -> Phrase {
    guard let body = credentials.bodies[id] else { return Phrase(id) }
    return body.name == body.id ? Phrase(id) : Phrase("\(body.acronym ?? id): \(body.name)")
  }

  /// A short name of an occupation of the credentials and of a place: `RN, Ontario`.
  func heading(_ standing: JurisdictionStanding) -> String {
    "\(standing.occupation), \(place(standing.jurisdiction))"
  }
}
