public import Ledgers

/// Which steps a pair can take: the state machine of the review.
///
/// | from | step (who) | to |
/// |---|---|---|
/// | - | proposed (a government) | proposed |
/// | proposed | sent (proposer) | awaiting feedback |
/// | awaiting feedback | reminded (either) | awaiting feedback |
/// | awaiting feedback | commented (the other) | feedback received |
/// | feedback received | accepted (the other) | accepted by it |
/// | feedback received | counter-proposed (the other) | counter-proposed |
/// | counter-proposed | agreed (proposer) | agreed |
/// | counter-proposed | replied (proposer) | awaiting feedback, next round |
/// | accepted | agreed (proposer) | agreed |
/// | feedback received, counter-proposed | rejected (either) | rejected |
/// | any open | withdrawn (proposer) | withdrawn |
/// | agreed | needs revision (software) | needs revision |
/// | needs revision | sent (proposer) | awaiting feedback, next round |
/// | suggested | adopted (a government) | proposed |
/// | suggested | dismissed (a government) | dismissed |
///
/// A comment of either government is possible in every open state and changes no other. A pair that was
/// counter-proposed is decided with the pair it is an alternative to.
public enum StateMachine {
  /// Who may take a step.
  enum Actor {
    /// The government that proposed the pair.
    case proposer
    /// The other government.
    case responder
    /// Either government.
    case either
    /// The software.
    case software
  }

  /// Where a step leads.
  enum Target {
    /// To the state it begins in.
    case same
    /// To a state.
    case state(ReviewState)
    /// To the state accepted by whoever takes it.
    case accepted
  }

  struct Rule {
    let step: ReviewStep
    let actor: Actor
    let target: Target

    init(_ step: ReviewStep, _ actor: Actor, _ target: Target) {
      self.step = step
      self.actor = actor
      self.target = target
    }
  }

  private static let comment = Rule(.commented, .either, .same)
  private static let withdraw = Rule(.withdrawn, .proposer, .state(.withdrawn))
  private static let confirm = Rule(.agreed, .proposer, .state(.agreed))
  private static let reject = Rule(.rejected, .either, .state(.rejected))

  /// The rules of a state.
  static func rules(_ state: ReviewState, isAlternative: Bool) -> [Rule] {
    switch state {
    case .suggested:
      [
        Rule(.adopted, .either, .state(.proposed)), Rule(.dismissed, .either, .state(.dismissed)),
        comment,
      ]
    case .proposed: [Rule(.sent, .proposer, .state(.awaitingFeedback)), comment, withdraw]
    case .awaitingFeedback:
      [
        Rule(.reminded, .either, .same), Rule(.commented, .responder, .state(.feedbackReceived)),
        Rule(.commented, .proposer, .same), withdraw,
      ]
    case .feedbackReceived:
      [
        Rule(.accepted, .responder, .accepted),
        Rule(.counterProposed, .responder, .state(.counterProposed)), reject, comment, withdraw,
      ]
    case .acceptedByCanada, .acceptedByMexico: [confirm, comment, withdraw]
    case .counterProposed where isAlternative:
      [Rule(.agreed, .responder, .state(.agreed)), reject, comment]
    case .counterProposed:
      [confirm, Rule(.replied, .proposer, .state(.awaitingFeedback)), reject, comment, withdraw]
    case .agreed: [Rule(.needsRevision, .software, .state(.needsRevision))]
    case .needsRevision:
      [Rule(.sent, .proposer, .state(.awaitingFeedback)), comment, withdraw]
    case .rejected, .withdrawn, .dismissed: []
    }
  }

  /// A step that is possible, and who may take it.
  public struct Possibility: Hashable, Sendable {
    /// The step.
    public let step: ReviewStep
    /// The sides that may take it.
    public let sides: [Side]
  }

  /// The steps of governments that are possible for a pair.
  ///
  /// - Parameter link: The pair.
  /// - Returns: The steps, in the order of the rules.
  public static func possibilities(_ link: ReviewLink) -> [Possibility] {
    if link.hasConflict { return [Possibility(step: .settled, sides: [.canada, .mexico])] }
    var result: [Possibility] = []
    for rule in rules(link.state, isAlternative: link.isAlternative) {
      let allowed = sides(rule.actor, link).filter { $0 != .software }
      guard !allowed.isEmpty else { continue }
      if let index = result.firstIndex(where: { $0.step == rule.step }) {
        let both = Set(result[index].sides + allowed)
        result[index] = Possibility(
          step: rule.step, sides: [.canada, .mexico].filter(both.contains))
      } else {
        result.append(Possibility(step: rule.step, sides: allowed))
      }
    }
    return result
  }

  private static func sides(_ actor: Actor, _ link: ReviewLink) -> [Side] {
    switch actor {
    case .proposer: link.proposer.map { [$0] } ?? []
    case .responder: link.responder.map { [$0] } ?? []
    case .either: [.canada, .mexico]
    case .software: [.software]
    }
  }

  /// Where a step of a side leads; `nil` if it is not possible.
  static func target(of step: ReviewStep, by side: Side, _ link: ReviewLink) -> ReviewState? {
    for rule in rules(link.state, isAlternative: link.isAlternative)
    where rule.step == step && sides(rule.actor, link).contains(side) {
      switch rule.target {
      case .same: return link.state
      case .state(let state): return state
      case .accepted: return side == .canada ? .acceptedByCanada : .acceptedByMexico
      }
    }
    return nil
  }
}
