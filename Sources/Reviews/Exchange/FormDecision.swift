public import Ledgers

/// What a government can write into the column `decision` of a form.
public enum FormDecision: String, Hashable, Sendable, CaseIterable {
  /// It accepts the pair.
  case accept
  /// It proposes another pair instead.
  case counter
  /// It rejects the pair.
  case reject
  /// It says something and does not decide yet.
  case comment
  /// It confirms what the other government accepted, or accepts its counter-proposal.
  case agree
  /// It replies to a counter-proposal, and asks again.
  case reply
  /// It withdraws its proposal.
  case withdraw

  var step: ReviewStep {
    switch self {
    case .accept: .accepted
    case .counter: .counterProposed
    case .reject: .rejected
    case .comment: .commented
    case .agree: .agreed
    case .reply: .replied
    case .withdraw: .withdrawn
    }
  }

  /// The steps that a decision stands for: an answer to a proposal is feedback first.
  func steps(_ link: ReviewLink, by side: Side) -> [ReviewStep] {
    let isFirstAnswer = link.state == .awaitingFeedback && side == link.responder
    return isFirstAnswer && [.accept, .counter, .reject].contains(self)
      ? [.commented, step] : [step]
  }

  /// What a government can decide of a pair.
  ///
  /// - Parameters:
  ///   - link: The pair.
  ///   - side: The government.
  /// - Returns: The decisions; none if the pair is closed or decided with another.
  public static func possible(_ link: ReviewLink, for side: Side) -> [FormDecision] {
    guard !link.hasConflict else { return [] }
    return allCases.filter { decision in
      guard !link.isAlternative || decision == .comment else { return false }
      var link = link
      for step in decision.steps(link, by: side) {
        guard let target = StateMachine.target(of: step, by: side, link) else { return false }
        link.state = target
      }
      return true
    }
  }
}
