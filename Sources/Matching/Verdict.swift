import Classifications
import Correspondences

/// What the candidates for a code amount to, for somebody who needs one answer.
public enum Verdict: Hashable, Sendable {
  /// One candidate stands out.
  case clear
  /// Several candidates are about as strong, or the best is weak.
  case ambiguous(reason: String)
  /// A table that has an answer shares none with any other.
  case contradictory(reason: String)
  /// There is no candidate.
  case none(reason: String)

  /// The word for it, such as `ambiguous`.
  public var word: String {
    switch self {
    case .clear: "clear"
    case .ambiguous: "ambiguous"
    case .contradictory: "contradictory"
    case .none: "none"
    }
  }

  /// Why it is so; empty for a clear answer.
  public var reason: String {
    switch self {
    case .clear: ""
    case .ambiguous(let reason), .contradictory(let reason), .none(let reason): reason
    }
  }
}

extension EquivalenceAnswer {
  /// How near the second candidate may come to the first, as a share of its score, before neither
  /// stands out.
  public static let ambiguousShare = 0.8
  /// The probability from which on a candidate is likelier than not.
  public static let likely = 0.5
  /// The probability below which no candidate is worth calling one.
  public static let leastProbability = 0.05

  /// The candidates that somebody would name in earnest: those that reach a fifth of the score of the best.
  public var serious: ArraySlice<Equivalence> {
    candidates.prefix { $0.score >= (candidates.first?.score ?? 0) / 5 }
  }

  /// What the candidates amount to.
  public var verdict: Verdict {
    guard let best = candidates.first else { return .none(reason: reasonForNone) }
    if isCalibrated, best.score < Self.leastProbability {
      return .none(reason: "no candidate is likely; the nearest is \(best.target)")
    }
    if let reason = contradiction { return .contradictory(reason: reason) }
    if isCalibrated, best.score < Self.likely {
      return .ambiguous(reason: "no candidate is likelier than not; the nearest is \(best.target)")
    }
    let near = candidates.dropFirst().prefix { $0.score >= best.score * Self.ambiguousShare }
    if !near.isEmpty {
      let codes = ([best] + near.prefix(4)).map(\.target.code)
      let more = near.count > 4 ? " and \(near.count - 4) more" : ""
      return .ambiguous(reason: "\(codes.joined(separator: ", "))\(more) are about as strong")
    }
    return .clear
  }

  private var reasonForNone: String {
    guard !routes.isEmpty else { return "no published table leads there" }
    guard !silences.isEmpty else { return "no candidate is likely" }
    let stated = silences.filter(\.isStated)
    let silent = stated.isEmpty ? silences : stated
    let reasons = silent.prefix(3).map { silence in
      let what = silence.isStated ? "states no correspondence for" : "does not list"
      return "\(silence.table.title) \(what) \(silence.code)"
    }
    return reasons.joined(separator: "; ")
  }

  /// Why the tables that begin at the source contradict each other, if they do.
  ///
  /// They do where one of them leads to candidates of which none is reached by any other that leads to
  /// candidates, or where a table that leads there directly links only what all else speaks against.
  private var contradiction: String? {
    for table in Set(routes.flatMap(\.steps).map(\.correspondence)).sorted(by: { $0.id < $1.id }) {
      let listed = candidates.filter { $0.ties[table.id] != nil }
      let isDenied = listed.allSatisfy { candidate in
        candidate.flags.contains { $0.name == "contradicted-by-the-rest" }
      }
      if isDenied, !listed.isEmpty {
        let codes = listed.prefix(3).map(\.target.code).joined(separator: ", ")
        return "\(table.title) leads to \(codes), which nothing else supports"
      }
    }
    var targetsByTable: [String: [String]] = [:]
    var titles: [String: String] = [:]
    for route in routes where !route.steps.contains(where: \.correspondence.isSimilarity) {
      guard let table = route.steps.first?.correspondence else { continue }
      let targets = candidates.filter { $0.ties[route.evidence] != nil }.map(\.target.code)
      guard !targets.isEmpty else { continue }
      targetsByTable[table.id, default: []] += targets
      titles[table.id] = table.title
    }
    guard targetsByTable.count > 1 else { return nil }
    let dissents = targetsByTable.contains { id, targets in
      targetsByTable.allSatisfy { other, others in
        other == id || Set(others).isDisjoint(with: targets)
      }
    }
    guard dissents else { return nil }
    return targetsByTable.sorted { $0.key < $1.key }.map { id, targets in
      "\(titles[id] ?? id) leads to \(targets.prefix(3).joined(separator: ", "))"
    }.joined(separator: "; ")
  }
}
