/// Takes what has to be taken and leaves out what cannot matter: the thing of a set that has but one; a set
/// that holds another; a thing that is in no set without one that costs no more.
struct SetReduction {
  private(set) var sets: [[Int]]
  private(set) var taken: [Int] = []
  private(set) var cost = Cost()
  private let costs: [Int: Cost]

  /// How many sets are compared with each other; beyond it the comparison costs more than it saves.
  static let comparable = 400

  init(_ sets: [[Int]], _ costs: [Int: Cost]) {
    self.sets = sets
    self.costs = costs
  }

  mutating func run() {
    while true {
      let before = sets
      takeForced()
      if sets.count <= Self.comparable {
        dropSupersets()
        dropDominated()
      }
      if sets == before { return }
    }
  }

  private mutating func takeForced() {
    var own: Set<Int> = []
    for set in sets where set.count == 1 && own.insert(set[0]).inserted {
      taken.append(set[0])
      cost = cost + (costs[set[0]] ?? Cost())
    }
    if !own.isEmpty { sets.removeAll { $0.contains(where: own.contains) } }
  }

  private mutating func dropSupersets() {
    let all = sets.map(Set.init)
    let idle = all.indices.filter { number in
      all.indices.contains { other in
        other != number
          && (all[other].count < all[number].count
            || all[other].count == all[number].count && other < number)
          && all[other].isSubset(of: all[number])
      }
    }
    for number in idle.reversed() { sets.remove(at: number) }
  }

  private mutating func dropDominated() {
    var uses: [Int: [Int]] = [:]
    for (number, set) in sets.enumerated() {
      for thing in set { uses[thing, default: []].append(number) }
    }
    // Of things that are in the same sets one is enough.
    var alike: [[Int]: Int] = [:]
    for (thing, own) in uses {
      if let known = alike[own], !isCheaper(thing, known) { continue }
      alike[own] = thing
    }
    var kept = Set(alike.values)
    if kept.count <= Self.comparable {
      let own = Dictionary(uniqueKeysWithValues: alike.map { ($1, Set($0)) })
      for thing in kept.sorted() {
        guard let sets = own[thing] else { continue }
        let isDominated = kept.contains { other in
          other != thing && isCheaper(other, thing) && (own[other]?.isSuperset(of: sets) ?? false)
        }
        if isDominated { kept.remove(thing) }
      }
    }
    if kept.count < uses.count { sets = sets.map { $0.filter(kept.contains) } }
  }

  /// Whether a thing costs less than another, or as much and comes first.
  private func isCheaper(_ thing: Int, _ other: Int) -> Bool {
    let (a, b) = (costs[thing] ?? Cost(), costs[other] ?? Cost())
    return a == b ? thing < other : a < b
  }
}
