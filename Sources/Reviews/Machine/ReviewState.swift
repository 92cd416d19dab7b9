/// Where the review of a pair stands.
public enum ReviewState: String, Hashable, Sendable, CaseIterable {
  /// The software suggests the pair; no government has taken it up.
  case suggested
  /// A government has written the pair down, and not yet sent it.
  case proposed
  /// The other government has it and owes feedback.
  case awaitingFeedback = "awaiting_feedback"
  /// The other government has said something, and not yet decided.
  case feedbackReceived = "feedback_received"
  /// Canada accepts; Mexico, which proposed, has to confirm.
  case acceptedByCanada = "accepted_by_CA"
  /// Mexico accepts; Canada, which proposed, has to confirm.
  case acceptedByMexico = "accepted_by_MX"
  /// The other government has proposed another pair instead.
  case counterProposed = "counter_proposed"
  /// Both governments agree.
  case agreed
  /// A government has rejected the pair.
  case rejected
  /// The government that proposed the pair has withdrawn it.
  case withdrawn
  /// The pair was agreed in another version of a classification, whose change touches its meaning.
  case needsRevision = "needs_revision"
  /// A person has dismissed the software's suggestion.
  case dismissed

  /// Whether somebody still has to decide.
  public var isOpen: Bool {
    switch self {
    case .agreed, .rejected, .withdrawn, .dismissed: false
    default: true
    }
  }

  /// The state for people, such as `awaiting feedback`.
  public var words: String {
    switch self {
    case .acceptedByCanada: "accepted by Canada"
    case .acceptedByMexico: "accepted by Mexico"
    default:
      // By bytes, because a list may have a hundred thousand rows.
      String(decoding: rawValue.utf8.map { $0 == 0x5F ? 0x20 : $0 }, as: UTF8.self)
    }
  }
}
