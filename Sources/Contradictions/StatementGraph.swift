import Correspondences

/// The concepts of statements as numbers, and which records lead from each to others.
struct StatementGraph {
  /// For each statement the number of its subject.
  private(set) var subjects: [Int] = []
  /// For each statement the number of its object.
  private(set) var objects: [Int] = []
  /// The concepts, by number.
  private(set) var concepts: [Concept] = []
  /// The affirmed relations that lead from each concept, in the order of the statements.
  private(set) var edges: [[Edge]] = []

  /// One affirmed relation, read from one of its ends.
  struct Edge {
    let end: Int
    let relation: MapRelation
    let record: Int
  }

  init(_ list: StatementList) {
    var numbers: [Concept: Int] = [:]
    func number(_ concept: Concept) -> Int {
      if let known = numbers[concept] { return known }
      numbers[concept] = concepts.count
      concepts.append(concept)
      return concepts.count - 1
    }
    for statement in list.statements {
      subjects.append(number(statement.subject))
      objects.append(number(statement.object))
    }
    edges = [[Edge]](repeating: [], count: concepts.count)
    for (record, statement) in list.statements.enumerated() {
      guard let relation = statement.affirmed else { continue }
      let (subject, object) = (subjects[record], objects[record])
      edges[subject].append(Edge(end: object, relation: relation, record: record))
      edges[object].append(Edge(end: subject, relation: relation.inverse, record: record))
    }
  }
}

/// What a chain of records may be made of.
enum ChainMode: Hashable {
  /// Exact matches alone.
  case exact
  /// Exact matches and broad ones, each to the wider side.
  case upward
  /// As upward, with a broad match at least.
  case strictlyUpward
  /// Exact matches, and one of another relation that does not chain with itself.
  case once(MapRelation)
}

/// Finds shortest chains of records in a graph, for as long as there is work left.
struct ChainSearch {
  let graph: StatementGraph
  /// How many more steps may be made.
  private(set) var work: Int
  private var previous: [(state: Int, record: Int)]
  private var visited: [Int32]
  private var round: Int32 = 0

  init(_ graph: StatementGraph, work: Int) {
    self.graph = graph
    self.work = work
    previous = Array(repeating: (0, 0), count: graph.concepts.count * 2)
    visited = Array(repeating: 0, count: graph.concepts.count * 2)
  }

  /// Takes note of work that was done elsewhere.
  mutating func spend(_ steps: Int) { work -= steps }

  /// The shortest chain from a concept to another, without the records that link the two directly: those
  /// are compared as pairs.
  ///
  /// - Returns: The records in order; `nil` if there is no chain.
  mutating func chain(
    from start: Int, to end: Int, _ mode: ChainMode, without removed: [Bool]
  ) -> [Int]? {
    round += 1
    // A state is a concept, and whether the record that the mode asks for has been passed.
    var queue = [start * 2]
    visited[start * 2] = round
    var place = 0
    while place < queue.count {
      let state = queue[place]
      place += 1
      let (concept, flag) = (state / 2, state % 2)
      for edge in graph.edges[concept] where !removed[edge.record] {
        work -= 1
        guard let next = Self.flag(after: edge.relation, flag, mode) else { continue }
        let isDirect = concept == start && edge.end == end || concept == end && edge.end == start
        guard !isDirect else { continue }
        let target = edge.end * 2 + next
        guard visited[target] != round else { continue }
        visited[target] = round
        previous[target] = (state, edge.record)
        if edge.end == end, Self.isWhole(next, mode) { return records(to: target, from: start * 2) }
        queue.append(target)
      }
      if work <= 0 { return nil }
    }
    return nil
  }

  private func records(to end: Int, from start: Int) -> [Int] {
    var records: [Int] = []
    var state = end
    while state != start {
      records.append(previous[state].record)
      state = previous[state].state
    }
    return records.reversed()
  }

  private static func flag(after relation: MapRelation, _ flag: Int, _ mode: ChainMode) -> Int? {
    if relation == .exactMatch { return flag }
    switch mode {
    case .exact: return nil
    case .upward, .strictlyUpward: return relation == .broadMatch ? 1 : nil
    case .once(let wanted): return relation == wanted && flag == 0 ? 1 : nil
    }
  }

  private static func isWhole(_ flag: Int, _ mode: ChainMode) -> Bool {
    switch mode {
    case .exact, .upward: true
    case .strictlyUpward, .once: flag == 1
    }
  }
}
