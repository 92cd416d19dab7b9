import Correspondences

/// Finds records of one and the same pair that exclude each other, and denials of what is affirmed.
///
/// SKOS says what excludes what: an exact match is no broad, narrow or related one (S46), and nothing is
/// both wider and narrower. `Not` denies the relation it stands before: `Not` exact says nothing against
/// broad, but an exact match is a close one too (S42), so that `Not` close denies it.
struct PairDetector {
  let list: StatementList
  let graph: StatementGraph

  private struct Pair: Hashable {
    let low: Int
    let high: Int
  }

  func find(_ log: inout ConflictLog) {
    var records: [Pair: [Int]] = [:]
    var order: [Pair] = []
    for (number, statement) in list.statements.enumerated() {
      if case .nothing = statement.claim { continue }
      let (a, b) = (graph.subjects[number], graph.objects[number])
      let pair = Pair(low: min(a, b), high: max(a, b))
      if records[pair] == nil { order.append(pair) }
      records[pair, default: []].append(number)
    }
    for pair in order {
      let own = records[pair] ?? []
      if pair.low == pair.high { findSelf(own, &log) }
      if own.count > 1 { compare(own, pair.low, &log) }
    }
  }

  /// Compares the records of a pair, those that say the same only as one.
  private func compare(_ records: [Int], _ concept: Int, _ log: inout ConflictLog) {
    var alike: [Claim: [Int]] = [:]
    var claims: [Claim] = []
    for number in records {
      let claim = claim(number, from: concept)
      if alike[claim] == nil { claims.append(claim) }
      alike[claim, default: []].append(number)
    }
    for (place, first) in claims.enumerated() {
      for second in claims[(place + 1)...] {
        guard let kind = Self.conflict(first, second) else { continue }
        for left in alike[first] ?? [] {
          for right in alike[second] ?? [] {
            guard !log.incomplete.contains(kind) else { return }
            log.add(conflict(kind, left, right, first, second))
          }
        }
      }
    }
  }

  /// What a record says of a pair, read from one of its concepts; the relation is `nil` for any.
  private struct Claim: Hashable {
    let relation: MapRelation?
    let isNegated: Bool
  }

  private func claim(_ number: Int, from concept: Int) -> Claim {
    let statement = list.statements[number]
    guard case .relation(let relation) = statement.claim else {
      return Claim(relation: nil, isNegated: statement.isNegated)
    }
    return Claim(
      relation: graph.subjects[number] == concept ? relation : relation.inverse,
      isNegated: statement.isNegated)
  }

  /// Why two claims cannot both stand; `nil` if they can.
  private static func conflict(_ first: Claim, _ second: Claim) -> ConflictKind? {
    switch (first.isNegated, second.isNegated) {
    case (true, true): return nil
    case (true, false):
      return denies(first.relation, second.relation) ? .assertedAndDenied : nil
    case (false, true):
      return denies(second.relation, first.relation) ? .assertedAndDenied : nil
    case (false, false):
      let relations = Set([first.relation, second.relation].compactMap(\.self))
      if relations == [.broadMatch, .narrowMatch] { return .broadCycle }
      let excluded: Set<MapRelation> = [.broadMatch, .narrowMatch, .relatedMatch]
      return relations.contains(.exactMatch) && !relations.isDisjoint(with: excluded)
        ? .exactAndBroad : nil
    }
  }

  private func conflict(
    _ kind: ConflictKind, _ left: Int, _ right: Int, _ first: Claim, _ second: Claim
  ) -> Conflict {
    let later = list.statements[max(left, right)]
    let pair = "\(later.subject) and \(later.object)"
    let message: String
    switch kind {
    case .assertedAndDenied:
      let affirmed = first.isNegated ? second.relation : first.relation
      let word = affirmed.map { "that they are \($0.word) matches" } ?? "that they match"
      message = "of \(pair) one record says \(word), another denies it"
    case .broadCycle: message = "each of \(pair) is wider than the other by one record"
    default:
      let isRelated = [first.relation, second.relation].contains(.relatedMatch)
      message =
        "\(pair) are the same by one record, and "
        + (isRelated ? "no more than related by another" : "one wider than the other by another")
    }
    return Conflict(kind, [left, right], at: max(left, right), message)
  }

  /// Whether the denial of a relation, `nil` for that of any, denies another.
  static func denies(_ denied: MapRelation?, _ affirmed: MapRelation?) -> Bool {
    denied == nil || denied == affirmed || denied == .closeMatch && affirmed == .exactMatch
  }

  /// What is said of a concept and itself.
  private func findSelf(_ records: [Int], _ log: inout ConflictLog) {
    for number in records {
      let statement = list.statements[number]
      switch (statement.claim, statement.isNegated) {
      case (.relation(.broadMatch), false), (.relation(.narrowMatch), false):
        log.add(
          Conflict(.broadCycle, [number], at: number, "\(statement.subject) is wider than itself"))
      case (.relation(.exactMatch), true), (.relation(.closeMatch), true), (.anyRelation, true):
        log.add(
          Conflict(
            .assertedAndDenied, [number], at: number,
            "\(statement.subject) is denied to be the same as itself"))
      default: continue
      }
    }
  }
}
