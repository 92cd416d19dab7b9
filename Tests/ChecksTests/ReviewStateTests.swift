import Checks
import Testing

/// States as people write them, in three languages.
@Suite struct ReviewStateTests {
  /// A text, and the state it stands for.
  struct StateCase: Sendable, CustomTestStringConvertible {
    let text: String
    let state: ReviewState?
    var testDescription: String { text }

    init(_ state: ReviewState?, _ text: String) {
      self.text = text
      self.state = state
    }
  }

  static let words: [(ReviewState?, [String])] = [
    (
      .agreed,
      [
        "Approved", "ACCEPTED", "agreed", "Aceptado", "aceptada", "aprobado", "accepté",
        "Approuvée",
        "Acordado", "confirmed", "APPROVED",
      ]
    ),
    (.rejected, ["Rejected", "rechazado", "rejeté", "refusé", "not accepted", "no aceptado"]),
    (.withdrawn, ["withdrawn", "retirado", "Retirée", "cancelled"]),
    (.dismissed, ["dismissed", "superseded"]),
    (.proposed, ["proposed", "Propuesto", "proposé", "draft"]),
    (
      .awaitingFeedback,
      [
        "awaiting_feedback", "awaiting feedback", "Pending", "pendiente", "en attente", "en espera",
        "under review", "en revisión", "Pending approval", "to be approved", "por aprobar",
        "à approuver", "not yet accepted", "no reply", "sin respuesta", "sans réponse", "open",
        "feedback not received", "sent", "UNCHECKED",
      ]
    ),
    (.feedbackReceived, ["feedback_received", "comentarios recibidos", "commented"]),
    (.counterProposed, ["counter_proposed", "Counter-proposal", "contrapropuesta"]),
    (.acceptedByCanada, ["accepted_by_CA", "approved by Canada", "Aceptado por Canadá"]),
    (.acceptedByMexico, ["accepted by MX", "accepté par le Mexique"]),
    (.agreed, ["accepted by Canada and Mexico"]),
    (.needsRevision, ["needs_revision", "requiere revisión", "FLAGGED", "INVALID_TARGET"]),
    (.suggested, ["suggested", "AUTO_MAPPED"]),
    (
      nil,
      [
        "", "foo", "?", "reviewed", "accepted with conditions", "partially accepted", "42",
        "not rejected",
      ]
    ),
  ]

  static let cases = words.flatMap { state, texts in texts.map { StateCase(state, $0) } }

  @Test(arguments: cases) func understands(_ given: StateCase) {
    #expect(ReviewState(printed: given.text) == given.state)
  }

  @Test func understandsItsOwnNames() {
    for state in ReviewState.allCases { #expect(ReviewState(printed: state.rawValue) == state) }
  }
}
