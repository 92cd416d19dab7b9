public import Ledgers

/// A step that the review of a pair does not allow.
public enum ReviewRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no such pair.
  case unknownLink(String, similar: [String])
  /// The step is not possible in the state of the pair.
  case impossible(ReviewStep, Side?, ReviewLink)
  /// Several sides may take the step, so that the side has to be named.
  case sideNeeded(ReviewStep, String)
  /// The step has to say why.
  case reasonNeeded(ReviewStep)
  /// There are errors in the pair, so that accepting it needs a reason.
  case openErrors(String, rules: [String])
  /// The pair is decided with the one it is an alternative to.
  case alternative(String, to: String)
  /// The pair is there already.
  case duplicate(pair: String, of: String)
  /// The identifier cannot be used.
  case identifier(String, problem: String)
  /// Something else is in the way.
  case other(String)

  /// The message: what is wrong and what is possible.
  public var description: String {
    switch self {
    case .unknownLink(let id, let similar):
      "there is no pair '\(id)' in the ledger"
        + (similar.isEmpty
          ? "; 'puente review list' shows those there are"
          : "; did you mean \(similar.joined(separator: ", "))?")
    case .impossible(let step, let side, let link): Self.impossible(step, side, link)
    case .sideNeeded(let step, let id):
      "either government can \(step.command) \(id): say which with '--side canada' or '--side mexico'"
    case .reasonNeeded(let step): "to \(step.command) needs a reason: give it with '--reason'"
    case .openErrors(let id, let rules):
      "\(id) has open errors (\(rules.joined(separator: ", "))); counter-propose, or say with "
        + "'--override REASON' why it is accepted all the same"
    case .alternative(let id, let other):
      "\(id) is the alternative to \(other) and is decided with it: "
        + "agree, reply or reject there"
    case .duplicate(let pair, let id): "\(pair) is there already, as \(id)"
    case .identifier(let id, let problem): "'\(id)' cannot be the name of a pair: \(problem)"
    case .other(let message): message
    }
  }

  private static func impossible(_ step: ReviewStep, _ side: Side?, _ link: ReviewLink) -> String {
    let who = side.map { "\($0.name) cannot" } ?? "nobody can"
    var text = "\(who) \(step.command) \(link.id): it is \(link.state.words)"
    if link.hasConflict { text += ", and the two sides have decided independently" }
    let possible = StateMachine.possibilities(link)
    guard !possible.isEmpty else { return text + ", and no step is possible any more" }
    let steps = possible.map { step in
      "\(step.step.command) (\(step.sides.map(\.name).joined(separator: " or ")))"
    }
    return text + "; possible is: \(steps.joined(separator: ", "))"
  }
}
