/// The best way to give places to candidates: the greatest sum of scores, each candidate one place at most, each
/// opening no more candidates than it has places.
///
/// Candidates are taken in one after the other, each along the shortest way on which others move to make room
/// (successive shortest paths, by Dijkstra's algorithm with prices of places: Ahuja, Magnanti and Orlin, *Network
/// Flows*, 1993, chapters 9 and 12). The prices prove in the end that no other way is better.
public struct Assignment: Sendable {
  /// That a candidate may take a place of an opening.
  public struct Edge: Hashable, Sendable {
    /// The number of the opening.
    public let opening: Int32
    /// What it is worth; above 0.
    public let weight: Int64

    /// Creates an edge.
    public init(opening: Int32, weight: Int64) {
      self.opening = opening
      self.weight = weight
    }
  }

  /// The opening of each candidate; `nil` for one without a place.
  public private(set) var openings: [Int32?]
  /// The price of a place of each opening: what one place more would add.
  public private(set) var prices: [Int64]

  private var members: [[Int32]]
  private var gains: [Int64]
  private let places: [Int]
  private var search: Search

  /// Gives the places.
  ///
  /// - Parameters:
  ///   - candidates: How many candidates there are.
  ///   - order: All candidates who are considered, each once; of equals, the earlier one keeps a place.
  ///   - places: The number of places of each opening.
  ///   - edges: The edges of a candidate, each opening once, the greatest weight first.
  public init(
    candidates: Int, order: [Int32], places: [Int], edges: (Int32) -> [Edge]
  ) {
    openings = [Int32?](repeating: nil, count: candidates)
    prices = [Int64](repeating: 0, count: places.count)
    members = [[Int32]](repeating: [], count: places.count)
    gains = [Int64](repeating: 0, count: candidates)
    self.places = places
    search = Search(count: places.count)
    for candidate in order { insert(candidate, edges) }
  }

  /// Takes a candidate in.
  private mutating func insert(_ newcomer: Int32, _ edges: (Int32) -> [Edge]) {
    let own = edges(newcomer)
    var gain: Int64 = 0
    for edge in own {
      if edge.weight <= gain { break }
      gain = max(gain, edge.weight - prices[Int(edge.opening)])
    }
    guard gain > 0 else { return }
    search.begin()
    // To go without a place is a way, too, and the newcomer is the first to do so.
    var best = (distance: gain, end: End.without(newcomer))
    relax(own, from: newcomer, gain: gain, at: 0, within: best.distance)
    while let (distance, opening) = search.next(below: best.distance) {
      guard members[opening].count >= places[opening] else {
        best = (distance, .place(opening))
        break
      }
      for member in members[opening] {
        let leaving = distance + gains[Int(member)]
        if leaving < best.distance { best = (leaving, .without(member)) }
        relax(
          edges(member), from: member, gain: gains[Int(member)], at: distance,
          within: best.distance)
      }
    }
    for opening in search.settled {
      let rise = best.distance - search.distances[opening]
      guard rise > 0 else { continue }
      prices[opening] += rise
      for member in members[opening] { gains[Int(member)] -= rise }
    }
    gains[Int(newcomer)] = gain - best.distance
    move(best.end, newcomer)
  }

  private enum End {
    case place(Int)
    case without(Int32)
  }

  private mutating func relax(
    _ edges: [Edge], from candidate: Int32, gain: Int64, at distance: Int64, within limit: Int64
  ) {
    for edge in edges {
      // Prices are not negative, so that what follows is no nearer.
      if distance + gain - edge.weight >= limit { break }
      let opening = Int(edge.opening)
      let next = distance + gain - edge.weight + prices[opening]
      if next < limit { search.reach(opening, at: next, by: candidate) }
    }
  }

  /// Moves everybody on the way one place on.
  private mutating func move(_ end: End, _ newcomer: Int32) {
    var target: Int
    switch end {
    case .place(let opening): target = opening
    case .without(let candidate):
      guard candidate != newcomer, let opening = openings[Int(candidate)] else { return }
      leave(candidate, Int(opening))
      target = Int(opening)
    }
    while true {
      let candidate = search.sources[target]
      let previous = openings[Int(candidate)]
      if let previous { leave(candidate, Int(previous)) }
      openings[Int(candidate)] = Int32(target)
      members[target].append(candidate)
      guard candidate != newcomer, let previous else { return }
      target = Int(previous)
    }
  }

  private mutating func leave(_ candidate: Int32, _ opening: Int) {
    openings[Int(candidate)] = nil
    if let place = members[opening].firstIndex(of: candidate) {
      members[opening].remove(at: place)
    }
  }
}

/// The openings that a search has reached, nearest first; of equally near ones that of the lowest number.
private struct Search: Sendable {
  private(set) var distances: [Int64]
  private(set) var sources: [Int32]
  private(set) var settled: [Int] = []
  private var reached: [Int] = []
  private var isSettled: [Bool]
  private var heap: [(distance: Int64, opening: Int)] = []

  init(count: Int) {
    distances = [Int64](repeating: .max, count: count)
    sources = [Int32](repeating: -1, count: count)
    isSettled = [Bool](repeating: false, count: count)
  }

  mutating func begin() {
    for opening in reached {
      distances[opening] = .max
      isSettled[opening] = false
    }
    reached.removeAll(keepingCapacity: true)
    settled.removeAll(keepingCapacity: true)
    heap.removeAll(keepingCapacity: true)
  }

  mutating func reach(_ opening: Int, at distance: Int64, by candidate: Int32) {
    guard distance < distances[opening] else { return }
    if distances[opening] == .max { reached.append(opening) }
    distances[opening] = distance
    sources[opening] = candidate
    heap.append((distance, opening))
    var child = heap.count - 1
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// The nearest opening that is not settled, which then is.
  mutating func next(below limit: Int64) -> (distance: Int64, opening: Int)? {
    while let first = heap.first {
      guard first.distance < limit else { return nil }
      removeFirst()
      guard !isSettled[first.opening] else { continue }
      isSettled[first.opening] = true
      settled.append(first.opening)
      return first
    }
    return nil
  }

  private mutating func removeFirst() {
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child] < heap[least] {
        least = child
      }
      if least == parent { return }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
