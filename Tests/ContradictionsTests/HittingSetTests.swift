import TestSupport
import Testing

@testable import Contradictions

/// The smallest set of records that resolves conflicts.
@Suite struct HittingSetTests {
  /// A random case small enough to try every answer.
  private struct Case {
    let sets: [[Int]]
    let costs: [Int: Cost]

    init(seed: UInt64) {
      var random = SplitMix64(seed: seed)
      let things = Int.random(in: 1...11, using: &random)
      let count = Int.random(in: 1...14, using: &random)
      let width = Int.random(in: 1...4, using: &random)
      sets = (0..<count).map { _ in
        let size = Int.random(in: 1...width, using: &random)
        return Set((0..<size).map { _ in Int.random(in: 0..<things, using: &random) }).sorted()
      }
      var costs: [Int: Cost] = [:]
      for thing in 0..<things {
        costs[thing] = Cost(
          count: 1, standing: Int.random(in: 0...2, using: &random),
          confidence: Int.random(in: 0...3, using: &random), place: things - thing)
      }
      self.costs = costs
    }

    func cost(_ things: some Sequence<Int>) -> Cost {
      things.reduce(Cost()) { $0 + (costs[$1] ?? Cost()) }
    }

    /// The cost of the cheapest answer, by trying all.
    var cheapest: Cost? {
      let things = costs.keys.sorted()
      return (0..<(1 << things.count)).compactMap { choice -> Cost? in
        let own = things.indices.filter { choice >> $0 & 1 == 1 }.map { things[$0] }
        guard sets.allSatisfy({ $0.contains(where: own.contains) }) else { return nil }
        return cost(own)
      }.min()
    }
  }

  @Test(arguments: 0..<300) func isTheCheapestOfAllAnswers(_ seed: Int) {
    let given = Case(seed: UInt64(seed))
    let found = HittingSet(given.sets, costs: given.costs)
    #expect(found.isProven)
    #expect(found.lowerBound == found.things.count)
    #expect(given.sets.allSatisfy { $0.contains(where: found.things.contains) })
    #expect(given.cost(found.things) == given.cheapest)
  }

  @Test(arguments: 0..<100) func saysSoWhereTheWorkWasNotEnough(_ seed: Int) throws {
    let given = Case(seed: UInt64(seed) + 1000)
    let found = HittingSet(given.sets, costs: given.costs, limit: 0)
    let least = try #require(given.cheapest)
    #expect(given.sets.allSatisfy { $0.contains(where: found.things.contains) })
    #expect(found.lowerBound <= least.count && least.count <= found.things.count)
    if found.isProven { #expect(given.cost(found.things) == least) }
  }

  @Test func doesNotDependOnTheOrderOfSets() {
    let given = Case(seed: 7)
    let found = HittingSet(given.sets, costs: given.costs)
    let turned = HittingSet(given.sets.reversed().map { $0.reversed() }, costs: given.costs)
    #expect(found.things == turned.things)
  }

  @Test func endsOnALargeTangle() {
    var random = SplitMix64(seed: 3)
    let sets = (0..<3000).map { _ in
      Set((0..<4).map { _ in Int.random(in: 0..<500, using: &random) }).sorted()
    }
    let costs = Dictionary(uniqueKeysWithValues: (0..<500).map { ($0, Cost(count: 1, place: $0)) })
    let found = HittingSet(sets, costs: costs)
    #expect(sets.allSatisfy { $0.contains(where: found.things.contains) })
    #expect(!found.isProven)
    #expect(found.lowerBound > 100 && found.lowerBound < found.things.count)
  }
}
