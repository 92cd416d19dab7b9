/// Branch and bound over the things of sets.
///
/// The smallest set is tried thing by thing. A branch ends where it cannot become cheaper than the best that
/// was found: sets without a thing in common each need one, and ``Cost`` keeps its order under addition, so
/// that the bound holds for all parts of it together.
struct HittingSearch {
  /// The cheapest things found.
  private(set) var best: (things: [Int], cost: Cost)
  /// Whether nothing is cheaper.
  private(set) var isProven = true
  /// How many things there have to be at least.
  var lowerBound: Int { isProven ? best.things.count : bound }

  private let sets: [[Int]]
  private let costs: [Int: Cost]
  private let bound: Int
  /// How much work is left.
  private(set) var work: Int

  init(_ sets: [[Int]], _ costs: [Int: Cost], work: Int) {
    self.sets = sets
    self.costs = costs
    self.work = work
    best = Self.greedy(sets, costs)
    bound = Self.bound(sets, costs).count
  }

  mutating func run() {
    guard work > 0 else {
      isProven = false
      return
    }
    search(sets, taken: [], cost: Cost())
  }

  private func cost(_ thing: Int) -> Cost { costs[thing] ?? Cost() }

  private mutating func search(_ sets: [[Int]], taken: [Int], cost: Cost) {
    work -= 1 + sets.count * min(sets.count, SetReduction.comparable) / 8
    var reduction = SetReduction(sets, costs)
    reduction.run()
    let sets = reduction.sets
    let taken = taken + reduction.taken
    let cost = cost + reduction.cost
    guard let smallest = sets.min(by: { ($0.count, $0[0]) < ($1.count, $1[0]) }) else {
      if cost < best.cost { best = (taken, cost) }
      return
    }
    guard cost + Self.bound(sets, costs) < best.cost else { return }
    guard work > 0 else {
      isProven = false
      return
    }
    let uses = Self.uses(sets)
    let order = smallest.sorted {
      (-uses[$0, default: 0], self.cost($0), $0) < (-uses[$1, default: 0], self.cost($1), $1)
    }
    // What was tried is not taken again: its branch has gone through every answer with it.
    var tried: Set<Int> = []
    for thing in order {
      let rest = sets.filter { !$0.contains(thing) }.map { set in
        set.filter { !tried.contains($0) }
      }
      tried.insert(thing)
      if rest.contains(where: \.isEmpty) { continue }
      search(rest, taken: taken + [thing], cost: cost + self.cost(thing))
    }
  }

  /// What sets without a thing in common cost at least.
  private static func bound(_ sets: [[Int]], _ costs: [Int: Cost]) -> Cost {
    var used: Set<Int> = []
    var sum = Cost()
    for set in sets.sorted(by: { ($0.count, $0[0]) < ($1.count, $1[0]) })
    where !set.contains(where: used.contains) {
      used.formUnion(set)
      sum = sum + (set.map { costs[$0] ?? Cost() }.min() ?? Cost())
    }
    return sum
  }

  private static func uses(_ sets: [[Int]]) -> [Int: Int] {
    var uses: [Int: Int] = [:]
    for set in sets { for thing in set { uses[thing, default: 0] += 1 } }
    return uses
  }

  /// A first answer: again and again the thing that most sets have, by the count at the beginning where
  /// there are too many sets to count each time.
  private static func greedy(_ sets: [[Int]], _ costs: [Int: Cost]) -> (things: [Int], cost: Cost) {
    var things: [Int] = []
    var cost = Cost()
    var uses = uses(sets)
    func isBetter(_ left: Int, _ right: Int) -> Bool {
      (-uses[left, default: 0], costs[left] ?? Cost(), left)
        < (-uses[right, default: 0], costs[right] ?? Cost(), right)
    }
    var taken: Set<Int> = []
    func take(_ thing: Int?) {
      guard let thing, taken.insert(thing).inserted else { return }
      things.append(thing)
      cost = cost + (costs[thing] ?? Cost())
    }
    if sets.count > SetReduction.comparable {
      for set in sets where !set.contains(where: taken.contains) { take(set.min(by: isBetter)) }
      return (things, cost)
    }
    var open = sets
    while !open.isEmpty {
      uses = Self.uses(open)
      take(uses.keys.min(by: isBetter))
      open.removeAll { $0.contains(where: taken.contains) }
    }
    return (things, cost)
  }
}
