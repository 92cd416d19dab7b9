import Classifications

/// Where the review of a pair stands: the states of the review of a mapping, and those of a suggestion of
/// software.
public enum ReviewState: String, Hashable, Sendable, CaseIterable {
  /// The software suggests the pair; no government has proposed it.
  case suggested
  /// One side proposes the pair.
  case proposed
  /// The proposal was sent, and the other side has not answered.
  case awaitingFeedback = "awaiting_feedback"
  /// The other side has commented.
  case feedbackReceived = "feedback_received"
  /// The other side proposes another pair instead.
  case counterProposed = "counter_proposed"
  /// Canada accepts the pair; Mexico has to confirm it.
  case acceptedByCanada = "accepted_by_CA"
  /// Mexico accepts the pair; Canada has to confirm it.
  case acceptedByMexico = "accepted_by_MX"
  /// A new version of a classification has to be considered.
  case needsRevision = "needs_revision"
  /// Both sides agree.
  case agreed
  /// A side rejected the pair.
  case rejected
  /// The side that proposed the pair took it back.
  case withdrawn
  /// The suggestion was not taken up.
  case dismissed

  /// Whether a decision is still to come.
  public var isOpen: Bool {
    switch self {
    case .agreed, .rejected, .withdrawn, .dismissed: false
    default: true
    }
  }

  /// Reads a state as people write it, in any of the three languages: `accepted`, `Aceptado por Canadá`,
  /// `en attente`.
  ///
  /// Gives `nil` if the words are not those of a state.
  ///
  /// - Parameter text: The state as printed.
  public init?(printed text: String) {
    let words = PrintedWords(foldedTitle(text).split(separator: " ").map(String.init))
    if words.isQualified { return nil }
    let found = Self.stems.first { words.have($0.1) }?.0
    switch found {
    case nil where words.isDenied && words.have(PrintedWords.replies): self = .awaitingFeedback
    case .feedbackReceived where words.isDenied: self = .awaitingFeedback
    case .agreed where words.isStillToCome: self = .awaitingFeedback
    case .agreed where words.isDenied: self = .rejected
    case .agreed: self = words.side ?? .agreed
    // `Not rejected` and the like say nothing certain.
    case let state? where !state.isOpen && words.isDenied: return nil
    case let state?: self = state
    case nil: return nil
    }
  }

  /// The beginnings of folded words that tell a state; the first state that has one of them is meant, so
  /// that `counter-proposed` is not read as `proposed`, nor `pending approval` as `approved`.
  private static let stems: [(ReviewState, [String])] = [
    (.counterProposed, ["counter", "contraprop", "contreprop"]),
    (.withdrawn, ["withdr", "retir", "cancel", "annul"]),
    (.dismissed, ["dismiss", "descartad", "ecart", "supersed", "ignored"]),
    (
      .rejected,
      ["reject", "rechaz", "rejet", "refus", "declin", "denied", "disagree", "desacuerdo"]
    ),
    (.needsRevision, ["need", "requier", "necesit", "flag", "invalid", "caducad", "perime"]),
    (.feedbackReceived, ["received", "recibid", "recu", "comment", "answered", "replied"]),
    (
      .awaitingFeedback,
      [
        "await", "wait", "pend", "esper", "attent", "open", "abiert", "ouvert", "sent", "enviad",
        "envoy", "remind", "unresolved", "discussion", "revision", "unchecked",
      ]
    ),
    (.suggested, ["suggest", "suger", "auto"]),
    (.proposed, ["propos", "propuest", "draft", "borrador", "brouillon", "new", "nuev"]),
    (
      .agreed,
      [
        "agree", "accept", "acept", "approv", "aprob", "approuv", "confirm", "acord", "adopt",
        "convenid", "valid", "entendu",
      ]
    ),
  ]
}

/// The folded words that a state is printed in.
private struct PrintedWords {
  let words: [String]

  init(_ words: [String]) { self.words = words }

  func have(_ stems: [String]) -> Bool {
    words.contains { word in stems.contains { word.hasPrefix($0) } } || isUnderReview(stems)
  }

  /// `Under review` waits; `reviewed` says that somebody looked, but not what came of it.
  private func isUnderReview(_ stems: [String]) -> Bool {
    stems.contains("await") && words.contains("review")
  }

  var isDenied: Bool { !Self.denials.isDisjoint(with: words) }

  /// Whether a decision is spoken of that nobody has taken: `to be approved`, `por aprobar`, `à confirmer`.
  var isStillToCome: Bool {
    !Self.futures.isDisjoint(with: words)
      || words.contains { word in Self.infinitives.contains(word) }
  }

  /// Whether a decision holds with a condition that a state cannot say.
  var isQualified: Bool {
    words.contains { word in Self.conditions.contains { word.hasPrefix($0) } }
  }

  /// The acceptance of the one side that is named.
  var side: ReviewState? {
    let named = Set(words.compactMap { Self.sides[$0] })
    return named.count == 1 ? named.first : nil
  }

  static let replies = ["reply", "response", "respuesta", "reponse", "feedback", "answer"]
  private static let denials: Set<String> = [
    "not", "no", "non", "ne", "pas", "sin", "sans", "without", "never",
  ]
  private static let futures: Set<String> = ["be", "yet", "aun", "todavia", "encore", "still"]
  private static let infinitives: Set<String> = [
    "aprobar", "aceptar", "confirmar", "acordar", "validar", "approuver", "accepter", "confirmer",
    "valider", "approval", "aprobacion", "approbation", "confirmation", "confirmacion",
  ]
  private static let conditions = [
    "condition", "condicion", "partial", "parcial", "partiel", "reserv",
  ]
  private static let sides: [String: ReviewState] = [
    "ca": .acceptedByCanada, "canada": .acceptedByCanada, "canadian": .acceptedByCanada,
    "mx": .acceptedByMexico, "mexico": .acceptedByMexico, "mexican": .acceptedByMexico,
    "mexique": .acceptedByMexico,
  ]
}
