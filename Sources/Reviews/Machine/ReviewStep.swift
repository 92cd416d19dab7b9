/// What can happen to a pair: the kinds of events of its stream.
public enum ReviewStep: String, Hashable, Sendable, CaseIterable {
  /// A government proposes the pair.
  case proposed
  /// The government that proposed it sends it to the other.
  case sent
  /// A government reminds of the feedback that is owed.
  case reminded
  /// A government says something about the pair.
  case commented
  /// The other government accepts.
  case accepted
  /// The other government proposes another pair instead.
  case counterProposed = "counter_proposed"
  /// The government that proposed replies to a counter-proposal, and asks again.
  case replied
  /// The government that proposed confirms, or accepts the counter-proposal.
  case agreed
  /// A government rejects the pair.
  case rejected
  /// The government that proposed the pair withdraws it.
  case withdrawn
  /// A classification has a new version, whose change touches the meaning of the pair.
  case needsRevision = "needs_revision"
  /// The software suggests the pair.
  case suggested
  /// A government makes the software's suggestion its proposal.
  case adopted
  /// A person dismisses the software's suggestion.
  case dismissed
  /// An agreed pair is carried to a new version of a classification.
  case carried
  /// A reviewer seals a judgement of the pair.
  case judged
  /// A sealed judgement is opened.
  case revealed
  /// The difference of two judgements is decided.
  case adjudicated
  /// Of two histories that went on independently, one is taken as the standing one.
  case settled

  /// The command that takes the step.
  public var command: String {
    switch self {
    case .proposed: "propose"
    case .sent: "send"
    case .reminded: "remind"
    case .commented: "comment"
    case .accepted: "accept"
    case .counterProposed: "counter"
    case .replied: "reply"
    case .agreed: "agree"
    case .rejected: "reject"
    case .withdrawn: "withdraw"
    case .needsRevision, .carried: "revise"
    case .suggested: "suggest"
    case .adopted: "adopt"
    case .dismissed: "dismiss"
    case .judged, .revealed: "judge"
    case .adjudicated: "adjudicate"
    case .settled: "settle"
    }
  }

  /// Whether the step can change the state of a pair; two such steps taken independently contradict.
  var isDeciding: Bool {
    switch self {
    case .commented, .reminded, .judged, .revealed, .adjudicated: false
    default: true
    }
  }

  /// Whether the step has to say why.
  public var needsReason: Bool {
    switch self {
    case .rejected, .withdrawn, .dismissed, .settled, .adjudicated: true
    default: false
    }
  }
}
