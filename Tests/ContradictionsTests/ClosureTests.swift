import TestSupport
import Testing

@testable import Contradictions

/// Chains and pairs against a slow, plain reading of the same rules.
@Suite struct ClosureTests {
  /// A statement of a random case: two things of six, and what is said of them.
  private struct Said {
    let subject: Int
    let object: Int
    let relation: String
    let isNegated: Bool
    var row: String {
      "ex:\(subject) \(isNegated ? "not " : "")\(relation) ex:\(object)"
    }
  }

  private static func random(_ seed: UInt64) -> [Said] {
    var random = SplitMix64(seed: seed)
    let things = Int.random(in: 2...5, using: &random)
    return (0..<Int.random(in: 2...9, using: &random)).map { _ in
      let subject = Int.random(in: 0..<things, using: &random)
      var object = Int.random(in: 0..<(things - 1), using: &random)
      if object >= subject { object += 1 }
      let relations = ["exact", "exact", "exact", "broad", "broad", "narrow", "close", "related"]
      return Said(
        subject: subject, object: object,
        relation: relations.randomElement(using: &random) ?? "exact",
        isNegated: Int.random(in: 0..<5, using: &random) == 0)
    }
  }

  /// Whether statements can all stand, by closing the relations under their rules.
  private static func stand(_ said: [Said]) -> Bool {
    let size = 6
    var same = (0..<size).map { row in (0..<size).map { $0 == row } }
    var wider = [[Bool]](repeating: [Bool](repeating: false, count: size), count: size)
    for one in said where !one.isNegated {
      let (a, b) = (one.subject, one.object)
      if one.relation == "exact" { (same[a][b], same[b][a]) = (true, true) }
      if one.relation == "broad" { wider[a][b] = true }
      if one.relation == "narrow" { wider[b][a] = true }
    }
    for _ in 0..<size {
      for a in 0..<size {
        for b in 0..<size {
          for c in 0..<size {
            if same[a][b], same[b][c] { same[a][c] = true }
            if wider[a][b], same[b][c] || wider[b][c] { wider[a][c] = true }
            if same[a][b], wider[b][c] { wider[a][c] = true }
          }
        }
      }
    }
    if (0..<size).contains(where: { wider[$0][$0] }) { return false }
    /// Whether one statement of a relation, with exact matches around it, ties two things.
    func once(_ relation: String, _ a: Int, _ b: Int) -> Bool {
      said.contains { one in
        !one.isNegated && one.relation == relation
          && (same[a][one.subject] && same[one.object][b]
            || same[a][one.object] && same[one.subject][b])
      }
    }
    for one in said {
      let (a, b) = (one.subject, one.object)
      guard one.isNegated else {
        if one.relation == "related", same[a][b] { return false }
        continue
      }
      switch one.relation {
      case "exact": if same[a][b] { return false }
      case "close": if same[a][b] || once("close", a, b) { return false }
      case "related": if once("related", a, b) { return false }
      case "broad": if wider[a][b] { return false }
      default: if wider[b][a] { return false }
      }
    }
    return true
  }

  @Test(arguments: 0..<400) func removesTheFewestThatLeaveNoContradiction(_ seed: Int) throws {
    let said = Self.random(UInt64(seed))
    let found = try report(said.map(\.row))
    let removed = Set(found.removed.map { $0 - 1 })
    #expect(Self.stand(said) == found.knots.isEmpty)
    #expect(Self.stand(said.indices.filter { !removed.contains($0) }.map { said[$0] }))
    let fewest = (0..<(1 << said.count)).filter { choice in
      Self.stand(said.indices.filter { choice >> $0 & 1 == 0 }.map { said[$0] })
    }.map(\.nonzeroBitCount).min()
    #expect(removed.count == fewest, "\(said.map(\.row))")
    #expect(found.knots.allSatisfy { $0.isProven })
    for conflict in found.conflicts {
      #expect(!Self.stand(conflict.records.map { said[$0] }), "\(conflict)")
    }
  }
}
