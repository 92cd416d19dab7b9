import TestSupport
import Testing

@testable import Candidates

/// The critical path against a search of all ways.
@Suite struct StepNetworkTests {
  /// Steps without circles, with alternatives, of which some are done, passed over, closed or of unknown time.
  static func random(_ random: inout SplitMix64) -> [String: StepNetwork.Node] {
    let count = Int.random(in: 1...8, using: &random)
    var nodes: [String: StepNetwork.Node] = [:]
    for number in 0..<count {
      var groups: [[String]] = []
      if number > 0 {
        for _ in 0..<Int.random(in: 0...2, using: &random) {
          let size = Int.random(in: 1...min(2, number), using: &random)
          groups.append(
            Array((0..<number).shuffled(using: &random).prefix(size)).map { "S\($0)" })
        }
      }
      let least = Int.random(in: 0...9, using: &random)
      let span = Bool.random(using: &random) ? TimeSpan(least, least + 3) : .unknown
      var node = StepNetwork.Node(groups: groups, own: span)
      switch Int.random(in: 0...11, using: &random) {
      case 0: node.isDone = true
      case 1, 2: node.isSkipped = true
      case 3: node.isClosed = true
      default: break
      }
      nodes["S\(number)"] = node
    }
    return nodes
  }

  /// Every chain of steps that ends in one, where of each group one step was chosen.
  static func chains(
    to name: String, _ nodes: [String: StepNetwork.Node], _ choice: [String: Int]
  ) -> [[String]]? {
    guard let node = nodes[name], !node.isClosed else { return nil }
    if node.isDone { return [[name]] }
    var result: [[String]] = node.groups.isEmpty ? [[name]] : []
    for (index, group) in node.groups.enumerated() {
      let taken = group[(choice["\(name)/\(index)"] ?? 0) % group.count]
      guard let before = chains(to: taken, nodes, choice) else { return nil }
      result += before.map { $0 + [name] }
    }
    return result
  }

  /// The shortest of the longest chains over all choices; `nil` if no choice leads there.
  static func bruteForce(
    to name: String, _ nodes: [String: StepNetwork.Node]
  ) -> (weight: StepWeight, atMost: Int?)? {
    var places: [String] = []
    for (step, node) in nodes.sorted(by: { $0.key < $1.key }) {
      for index in node.groups.indices where node.groups[index].count > 1 {
        places.append("\(step)/\(index)")
      }
    }
    var best: StepWeight?
    var most: Int?
    for bits in 0..<(1 << places.count) {
      var choice: [String: Int] = [:]
      for (index, place) in places.enumerated() { choice[place] = bits >> index & 1 }
      guard let chains = chains(to: name, nodes, choice) else { continue }
      let weights = chains.map { chain in
        chain.reduce(StepWeight()) { $0 + (nodes[$1]?.weight ?? StepWeight()) }
      }
      if let longest = weights.max(), best.map({ longest < $0 }) ?? true { best = longest }
      let ends = chains.map { chain in
        chain.reduce(Int?.some(0)) { sum, step in
          guard let node = nodes[step] else { return nil }
          if node.isDone || node.isSkipped { return sum }
          return sum.flatMap { sum in node.own.atMost.map { sum + $0 } }
        }
      }
      if !ends.contains(nil), let end = ends.compactMap({ $0 }).max() {
        most = min(most ?? end, end)
      }
    }
    return best.map { ($0, most) }
  }

  @Test(arguments: 0..<40) func agreesWithASearchOfAllWays(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<25 {
      let nodes = Self.random(&random)
      let network = StepNetwork(nodes)
      for name in nodes.keys.sorted() {
        let expected = Self.bruteForce(to: name, nodes)
        let outcome = network[name]
        #expect(outcome?.weight == expected?.weight, "\(name) of \(nodes)")
        #expect(outcome?.end.atLeast == expected?.weight.days)
        #expect(outcome?.end.atMost == expected?.atMost)
        guard outcome != nil else { continue }
        let chain = network.longestChain(to: [name])
        let weight = chain.reduce(StepWeight()) { $0 + (nodes[$1]?.weight ?? StepWeight()) }
        #expect(weight == expected?.weight)
        for (step, next) in zip(chain, chain.dropFirst()) {
          #expect(network.needed(for: [next]).contains(step))
        }
      }
    }
  }

  @Test func blockersLookThroughStepsThatArePassedOver() {
    let network = StepNetwork([
      "A": .init(groups: [], own: .none), "B": .init(groups: [["A"]], own: .none, isSkipped: true),
      "C": .init(groups: [["B"]], own: .none),
      "D": .init(groups: [["B", "E"]], own: .none), "E": .init(groups: [], own: .none),
    ])
    #expect(network.blockers(of: "C") == [["A"]])
    #expect(network.blockers(of: "D") == [["A", "E"]])
    #expect(network.blockers(of: "A") == [])
  }

  @Test func aCircleEndsNowhere() {
    let network = StepNetwork([
      "A": .init(groups: [["B"]], own: .none), "B": .init(groups: [["A"]], own: .none),
    ])
    #expect(network["A"] == nil)
    #expect(network["B"] == nil)
  }
}
