/// What giving up a record costs: costs add up, and are compared from the first number on.
struct Cost: Hashable, Comparable {
  var count = 0
  var standing = 0
  var confidence = 0
  var place = 0

  static func < (left: Self, right: Self) -> Bool {
    (left.count, left.standing, left.confidence, left.place)
      < (right.count, right.standing, right.confidence, right.place)
  }

  static func + (left: Self, right: Self) -> Self {
    Cost(
      count: left.count + right.count, standing: left.standing + right.standing,
      confidence: left.confidence + right.confidence, place: left.place + right.place)
  }
}

/// The cheapest things of which every set has at least one: a minimum hitting set.
///
/// What is forced is taken and what cannot matter left out (``SetReduction``); the rest falls into parts
/// without a thing in common, each of which is searched by branch and bound (``HittingSearch``).
struct HittingSet {
  /// The things, ascending.
  let things: [Int]
  /// Whether nothing is cheaper; otherwise the bound on work was met.
  let isProven: Bool
  /// How many things there have to be at least.
  let lowerBound: Int

  /// How much work was done.
  let work: Int

  /// How much work all parts together may take.
  static let limit = 400_000

  /// Finds the things.
  ///
  /// - Parameters:
  ///   - sets: The sets, none of them empty.
  ///   - costs: What each thing costs.
  ///   - limit: How much work all parts together may take.
  init(_ sets: [[Int]], costs: [Int: Cost], limit: Int = Self.limit) {
    let different = Set(sets.map { Set($0).sorted() }).sorted { $0.lexicographicallyPrecedes($1) }
    var rest = SetReduction(different, costs)
    rest.run()
    var things = rest.taken
    var lowerBound = things.count
    var isProven = true
    var left = limit
    for part in Components.of(rest.sets) {
      var search = HittingSearch(part, costs, work: left)
      search.run()
      left = search.work
      things += search.best.things
      lowerBound += search.lowerBound
      isProven = isProven && search.isProven
    }
    self.things = things.sorted()
    self.lowerBound = lowerBound
    self.isProven = isProven
    work = limit - left
  }
}

/// Parts of a collection of sets that have no thing in common.
enum Components {
  /// The parts, in the order of their first sets.
  static func of(_ sets: [[Int]]) -> [[[Int]]] {
    indices(of: sets).map { part in part.map { sets[$0] } }
  }

  /// The numbers of the sets of each part.
  static func indices(of sets: [[Int]]) -> [[Int]] {
    var parents = Array(sets.indices)
    func root(_ set: Int) -> Int {
      var set = set
      while parents[set] != set {
        parents[set] = parents[parents[set]]
        set = parents[set]
      }
      return set
    }
    var firstWith: [Int: Int] = [:]
    for (number, set) in sets.enumerated() {
      for thing in set {
        guard let first = firstWith[thing] else {
          firstWith[thing] = number
          continue
        }
        let (a, b) = (root(first), root(number))
        parents[max(a, b)] = min(a, b)
      }
    }
    var parts: [[Int]] = []
    var partOfRoot: [Int: Int] = [:]
    for number in sets.indices {
      let own = root(number)
      if let part = partOfRoot[own] {
        parts[part].append(number)
      } else {
        partOfRoot[own] = parts.count
        parts.append([number])
      }
    }
    return parts
  }
}
