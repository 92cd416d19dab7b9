import Classifications
import Correspondences

/// The tables of one route at the level of unit groups, ready to be followed.
///
/// The tie of two unit groups on a route is the geometric mean of the share of the source that arrives at the
/// target and the share of the target that arrives at the source. It is 1 only between groups that name
/// nothing but each other, and the same whichever side is asked.
struct RouteWalk: Sendable {
  let route: Route
  let steps: [UnitLinks]
  let units: [UnitGroups]

  /// One step of a chain: the unit groups it ties and the link that ties them.
  struct Chain: Sendable {
    var ends: [Int32]
    var links: [Int32] = []
    var forward = 1.0
    var backward = 1.0
  }

  /// The ties of every source to every target.
  func ties() -> PairMatrix {
    var scratch = Scratch(units.map(\.count))
    let rows = (0..<units[0].count).map { ties(from: $0, &scratch) }
    return PairMatrix(rows: rows, columnCount: units[steps.count].count)
  }

  /// The ties of one source, by target.
  func ties(from source: Int) -> [(column: Int32, value: Float)] {
    var scratch = Scratch(units.map(\.count))
    return ties(from: source, &scratch)
  }

  private func ties(from source: Int, _ scratch: inout Scratch) -> [(column: Int32, value: Float)] {
    scratch.forward[0][source] = 1
    scratch.backward[0][source] = 1
    var reached: [Int32] = [Int32(source)]
    for (number, step) in steps.enumerated() {
      var next: [Int32] = []
      for start in reached {
        let forward = scratch.forward[number][Int(start)]
        let backward = scratch.backward[number][Int(start)]
        scratch.forward[number][Int(start)] = 0
        scratch.backward[number][Int(start)] = 0
        for entry in step.entries(from: Int(start)) {
          let end = Int(entry.end)
          if scratch.forward[number + 1][end] == 0 { next.append(entry.end) }
          scratch.forward[number + 1][end] += forward * Double(entry.forward)
          scratch.backward[number + 1][end] += backward * Double(entry.backward)
        }
      }
      reached = next
    }
    reached.sort()
    return reached.map { end in
      let forward = min(1, scratch.forward[steps.count][Int(end)])
      let backward = min(1, scratch.backward[steps.count][Int(end)])
      scratch.forward[steps.count][Int(end)] = 0
      scratch.backward[steps.count][Int(end)] = 0
      return (end, Float((forward * backward).squareRoot()))
    }
  }

  /// Every chain of links from a source to a target.
  func chains(from source: Int, to target: Int) -> [Chain] {
    var chains = [Chain(ends: [Int32(source)])]
    for step in steps {
      var longer: [Chain] = []
      for chain in chains {
        for entry in step.entries(from: Int(chain.ends[chain.ends.count - 1])) {
          var next = chain
          next.ends.append(entry.end)
          next.links.append(entry.link)
          next.forward *= Double(entry.forward)
          next.backward *= Double(entry.backward)
          longer.append(next)
        }
      }
      chains = longer
    }
    return chains.filter { Int($0.ends[$0.ends.count - 1]) == target }
  }

  /// Room for the shares that arrive at each unit group after each step; all 0 between uses.
  private struct Scratch {
    var forward: [[Double]]
    var backward: [[Double]]

    init(_ counts: [Int]) {
      forward = counts.map { [Double](repeating: 0, count: $0) }
      backward = forward
    }
  }
}
