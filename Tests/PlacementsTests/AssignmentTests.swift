import Placements
import TestSupport
import Testing

/// The best way to give places to candidates.
@Suite struct AssignmentTests {
  /// Weights by candidate and opening; 0 is no edge.
  private func solve(_ weights: [[Int64]], places: [Int]) -> Assignment {
    Assignment(
      candidates: weights.count, order: weights.indices.map(Int32.init), places: places
    ) { candidate in
      weights[Int(candidate)].enumerated().filter { $0.element > 0 }
        .map { Assignment.Edge(opening: Int32($0.offset), weight: $0.element) }
        .sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.opening < $1.opening }
    }
  }

  private func total(_ assignment: Assignment, _ weights: [[Int64]]) -> Int64 {
    zip(assignment.openings, weights).reduce(0) { sum, one in
      sum + (one.0.map { one.1[Int($0)] } ?? 0)
    }
  }

  /// The greatest sum, by trying everything.
  private func bruteForce(_ weights: [[Int64]], places: [Int], from candidate: Int = 0) -> Int64 {
    guard candidate < weights.count else { return 0 }
    var best = bruteForce(weights, places: places, from: candidate + 1)
    for opening in places.indices where places[opening] > 0 && weights[candidate][opening] > 0 {
      var left = places
      left[opening] -= 1
      let rest = bruteForce(weights, places: left, from: candidate + 1)
      best = max(best, weights[candidate][opening] + rest)
    }
    return best
  }

  @Test func equalsBruteForceOnSmallCases() {
    var random = SplitMix64(seed: 8)
    for round in 0..<600 {
      let candidates = Int.random(in: 1...6, using: &random)
      let openings = Int.random(in: 1...4, using: &random)
      // Few different weights make many ties.
      let greatest: Int64 = round.isMultiple(of: 2) ? 3 : 1_000
      let weights = (0..<candidates).map { _ in
        (0..<openings).map { _ in max(0, Int64.random(in: -greatest / 2...greatest, using: &random))
        }
      }
      let places = (0..<openings).map { _ in Int.random(in: 1...3, using: &random) }
      let assignment = solve(weights, places: places)
      #expect(total(assignment, weights) == bruteForce(weights, places: places))
      for (opening, count) in places.enumerated() {
        #expect(assignment.openings.count { $0 == Int32(opening) } <= count)
      }
      for (candidate, opening) in assignment.openings.enumerated() {
        if let opening { #expect(weights[candidate][Int(opening)] > 0) }
      }
    }
  }

  /// Prices and gains are a proof: their sum over all places and candidates is that of the scores.
  @Test func provesItselfByPricesOnLargerCases() {
    var random = SplitMix64(seed: 9)
    for _ in 0..<20 {
      let weights = (0..<120).map { _ in
        (0..<15).map { _ in max(0, Int64.random(in: -80...100, using: &random)) }
      }
      let places = (0..<15).map { _ in Int.random(in: 1...6, using: &random) }
      let assignment = solve(weights, places: places)
      var bound: Int64 = 0
      for (price, count) in zip(assignment.prices, places) {
        #expect(price >= 0)
        bound += price * Int64(count)
      }
      for row in weights {
        let nets = row.enumerated().filter { $0.element > 0 }.map {
          $0.element - assignment.prices[$0.offset]
        }
        bound += max(0, nets.max() ?? 0)
      }
      #expect(total(assignment, weights) == bound)
    }
  }

  @Test func movesOthersToMakeRoom() {
    // The first takes the place that the second needs, and can go elsewhere.
    let assignment = solve([[9, 8], [9, 0]], places: [1, 1])
    #expect(assignment.openings == [1, 0])
  }

  @Test func leavesThePlaceToTheEarlierOfEquals() {
    #expect(solve([[5], [5], [5]], places: [2]).openings == [0, 0, nil])
    #expect(solve([[5], [7], [5]], places: [1]).openings == [nil, 0, nil])
  }

  @Test func knowsNoPlacesAndNobody() {
    #expect(solve([], places: []).openings.isEmpty)
    #expect(solve([[], []], places: []).openings == [nil, nil])
    #expect(solve([[0]], places: [1]).openings == [nil])
  }
}
