import Correspondences
import Digests
public import Ledgers

/// What a reviewer thinks of a pair, for himself and blind to what another thinks.
public struct Judgement: Hashable, Sendable {
  /// What a reviewer can think.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// The pair is right.
    case accept
    /// The pair is wrong, and another should take its place.
    case counter
    /// The pair is wrong.
    case reject
    /// He cannot tell.
    case unsure
  }

  /// The reviewer: a pseudonym such as `r1`, never a name.
  public let reviewer: String
  /// What he thinks.
  public let verdict: Verdict
  /// How the SINCO group relates to the NOC group, in a word; empty if he does not say.
  public let relation: String
  /// What he says of it; may be empty.
  public let comment: String

  /// Creates a judgement.
  public init(reviewer: String, verdict: Verdict, relation: String = "", comment: String = "") {
    self.reviewer = reviewer
    self.verdict = verdict
    self.relation = relation
    self.comment = comment
  }

  /// The digest that is recorded before the judgement is: it binds the reviewer, and tells nothing because of
  /// the nonce, which is random.
  func seal(nonce: String) -> SHA256Digest {
    let parts = ["puente-seal-1", nonce, reviewer, verdict.rawValue, relation, comment]
    // Lengths keep two judgements from having one text.
    let text = parts.map { "\($0.utf8.count):\($0)" }.joined(separator: "\n")
    return SHA256Digest(of: Array(text.utf8))
  }

  func fields(nonce: String) -> [String: String] {
    [
      "reviewer": reviewer, "verdict": verdict.rawValue, "relation": relation, "comment": comment,
      "nonce": nonce,
    ].filter { !$0.value.isEmpty }
  }

  /// The judgement of the fields of an event, and its nonce.
  static func read(_ fields: [String: String]) -> (judgement: Judgement, nonce: String)? {
    guard let reviewer = fields["reviewer"], let nonce = fields["nonce"],
      let verdict = fields["verdict"].flatMap(Verdict.init)
    else { return nil }
    let judgement = Judgement(
      reviewer: reviewer, verdict: verdict, relation: fields["relation"] ?? "",
      comment: fields["comment"] ?? "")
    return (judgement, nonce)
  }

  /// Whether two reviewers think the same, as far as both have said.
  public func agrees(with other: Judgement) -> Bool {
    guard verdict == other.verdict else { return false }
    return relation == other.relation || relation.isEmpty || other.relation.isEmpty
  }
}

/// The double review of a pair: who has judged, and what is open to see.
public struct DoubleReview: Hashable, Sendable {
  /// The seals, by reviewer, in the order in which they were recorded.
  public let sealed: [(reviewer: String, seal: String)]
  /// The judgements that have been opened and are those that were sealed, in the order of reviewers.
  public let opened: [Judgement]
  /// What was decided of their difference; `nil` if nothing was.
  public let adjudication: Judgement?

  /// How many reviewers judge a pair.
  public static let reviewers = 2

  /// Reads the double review of a pair.
  ///
  /// - Parameter events: The events of the pair, in canonical order.
  public init(_ events: [Event]) {
    var sealed: [(reviewer: String, seal: String)] = []
    var opened: [String: Judgement] = [:]
    var adjudication: Judgement?
    for event in events {
      let fields = event.draft.body
      switch ReviewStep(rawValue: event.kind) {
      case .judged:
        guard let reviewer = fields["reviewer"], let seal = fields["seal"],
          !sealed.contains(where: { $0.reviewer == reviewer })
        else { continue }
        sealed.append((reviewer, seal))
      case .revealed:
        guard let (judgement, nonce) = Judgement.read(fields) else { continue }
        let seal = judgement.seal(nonce: nonce).hex
        if sealed.contains(where: { $0.reviewer == judgement.reviewer && $0.seal == seal }) {
          opened[judgement.reviewer] = judgement
        }
      case .adjudicated:
        adjudication = Judgement.read(fields.merging(["nonce": ""]) { $1 })?.judgement
      default: continue
      }
    }
    self.sealed = sealed
    self.opened = opened.sorted { $0.key < $1.key }.map(\.value)
    self.adjudication = adjudication
  }

  /// Whether the two differ and nobody has decided between them.
  public var needsAdjudication: Bool {
    opened.count >= Self.reviewers && adjudication == nil && !opened[0].agrees(with: opened[1])
  }

  /// Whether two are equal.
  public static func == (left: Self, right: Self) -> Bool {
    left.sealed.elementsEqual(right.sealed) { $0 == $1 } && left.opened == right.opened
      && left.adjudication == right.adjudication
  }

  /// Feeds the review into a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(opened) }
}
