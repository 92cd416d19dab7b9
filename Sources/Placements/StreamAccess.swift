public import Credentials

/// How open the ways to a work permit are.
public enum StreamAccess {
  /// What a state counts for, 0...1.
  public static func value(of state: StreamVerdict.State) -> Double {
    switch state {
    case .open: 1
    case .conditional: 0.75
    case .unknown: MatchFactor.unknownValue
    case .closed: 0
    }
  }

  /// The factor of the best stream to a work permit.
  ///
  /// - Parameter verdicts: What is known of the streams; those to residence and entry do not count.
  /// - Returns: The factor, with the streams that are as good as the best.
  public static func factor(_ verdicts: [StreamVerdict]) -> MatchFactor {
    let permits = verdicts.filter { $0.stream.kind == .permit }
    let best = permits.map(\.state).max { value(of: $0) < value(of: $1) }
    guard let best else { return MatchFactor(unknown: "no stream to a work permit is known") }
    let names = permits.filter { $0.state == best }.map(\.stream.id).joined(separator: ", ")
    let reason = "\(best.rawValue): \(names)"
    switch best {
    case .open: return MatchFactor(1, reason)
    case .closed: return MatchFactor(0, "every stream is closed", missing: ["a stream"])
    case .unknown: return MatchFactor(unknown: reason)
    case .conditional:
      return MatchFactor(value(of: best), reason, missing: ["the conditions of a stream"])
    }
  }
}
