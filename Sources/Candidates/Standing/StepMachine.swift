import Diagnostics

/// The state machine of a candidate's step; docs/candidates.md has it as a table.
public enum StepMachine {
  /// The events that can happen in a state.
  public static func events(in state: StepState) -> [StepEvent.Kind] {
    let own: [StepEvent.Kind]
    switch state {
    case .notStarted, .ready: own = [.start]
    case .blocked: own = []
    case .inProgress: own = [.submit]
    case .submitted: own = [.requestMore, .complete, .findGaps, .fail]
    case .moreInformationNeeded: own = [.resubmit]
    case .conditional: own = [.closeGaps]
    case .failed: own = [.retry]
    case .expired: return [.renew]
    case .completed: return []
    case .waived, .withdrawn: return [.reopen]
    }
    return own + [.waive, .withdraw]
  }

  /// The step after an event.
  ///
  /// - Parameters:
  ///   - event: What happens.
  ///   - known: What is recorded of the step; `nil` if nothing is.
  ///   - name: The step.
  ///   - context: The other steps and the evidence.
  /// - Returns: What is to be recorded.
  /// - Throws: ``CandidateRefusal`` if it cannot happen in the state, or its guard does not hold.
  public static func apply(
    _ event: StepEvent, to known: CandidateStep?, named name: String, _ context: StepContext
  ) throws(CandidateRefusal) -> CandidateStep {
    var step = known ?? CandidateStep(name, since: event.on, by: event.by)
    if let known, event.on < known.since {
      throw CandidateRefusal(
        "\(name): the last entry is of \(known.since); a new one cannot be of \(event.on), before it"
      )
    }
    let state = shown(step, context, on: event.on)
    guard events(in: state).contains(event.kind) else {
      throw refusal(of: event, name, state, step, context)
    }
    try checkGuard(event, name, step, context)
    step.state = next(event.kind)
    step.since = event.on
    step.by = event.by
    step.paid = event.paid ?? step.paid
    step.dueOn = event.kind == .requestMore ? event.dueOn : nil
    step.reason =
      event.reason ?? (step.state == .waived || step.state == .withdrawn ? step.reason : nil)
    switch event.kind {
    case .complete, .closeGaps: step.expiresOn = event.expiresOn
    case .fail:
      step.attemptLimit = event.attemptLimit ?? step.attemptLimit
      step.retryFrom = event.retryFrom
    case .retry:
      step.attempt += 1
      step.retryFrom = nil
    case .renew:
      step.attempt = 1
      step.expiresOn = nil
      step.paid = nil
    default: break
    }
    return step
  }

  /// The state as it is shown: what has not begun is blocked or ready.
  private static func shown(
    _ step: CandidateStep, _ context: StepContext, on day: CalendarDate
  ) -> StepState {
    let state = step.state(on: day)
    guard state == .notStarted else { return state }
    return context.blockedBy.isEmpty ? .ready : .blocked
  }

  private static func next(_ kind: StepEvent.Kind) -> StepState {
    switch kind {
    case .start: .inProgress
    case .submit, .resubmit: .submitted
    case .requestMore: .moreInformationNeeded
    case .complete, .closeGaps: .completed
    case .findGaps: .conditional
    case .fail: .failed
    case .retry, .renew, .reopen: .notStarted
    case .waive: .waived
    case .withdraw: .withdrawn
    }
  }

  private static func checkGuard(
    _ event: StepEvent, _ name: String, _ step: CandidateStep, _ context: StepContext
  ) throws(CandidateRefusal) {
    switch event.kind {
    case .submit where context.givesEvidence && !context.hasEvidence:
      throw CandidateRefusal(
        "\(name): there is neither evidence nor a receipt of it; record one with the entry")
    case .complete where context.givesEvidence && !context.hasResult:
      throw CandidateRefusal(
        "\(name): there is no evidence of its result; record it with the entry, a receipt is not enough"
      )
    case .closeGaps where !context.openGaps.isEmpty:
      throw CandidateRefusal(
        "\(name): its gaps are open; first complete \(context.openGaps.joined(separator: " and "))")
    case .retry:
      if !step.canBeRetried {
        throw CandidateRefusal(
          "\(name): attempt \(step.attempt) of \(step.attemptLimit ?? step.attempt) was the last")
      }
      if let from = step.retryFrom, event.on < from {
        throw CandidateRefusal("\(name): it may be tried again on \(from), not on \(event.on)")
      }
    case .waive, .withdraw, .reopen:
      if event.reason?.isEmpty ?? true {
        throw CandidateRefusal("\(name): say why it is to be '\(event.kind.rawValue)' in a reason")
      }
    default: break
    }
    for (day, what) in [
      (event.dueOn, "what is asked for would be due"), (event.expiresOn, "the result would end"),
      (event.retryFrom, "it could be tried again"),
    ] {
      if let day, day < event.on {
        throw CandidateRefusal("\(name): \(what) on \(day), before the entry of \(event.on)")
      }
    }
  }

  private static func refusal(
    of event: StepEvent, _ name: String, _ state: StepState, _ step: CandidateStep,
    _ context: StepContext
  ) -> CandidateRefusal {
    if state == .blocked {
      let groups = context.blockedBy.map { $0.joined(separator: " or ") }
      return CandidateRefusal(
        "\(name) is blocked: first complete \(groups.joined(separator: " and "))")
    }
    if state == .completed, event.kind == .renew {
      let end = step.expiresOn.map { "holds up to \($0)" } ?? "has no end that is known"
      return CandidateRefusal("\(name) is completed and \(end); there is nothing to renew")
    }
    let possible = events(in: state).map(\.rawValue)
    let what =
      possible.isEmpty
      ? "nothing more can happen" : "\(possible.joined(separator: ", ")) can happen"
    return CandidateRefusal(
      "\(name) is '\(state.rawValue)', so '\(event.kind.rawValue)' cannot happen; \(what)")
  }
}
