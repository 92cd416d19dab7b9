import Correspondences

/// The parts of a graph within which every concept leads to every other by exact matches and broad ones to
/// the wider side: only there can something be wider than itself.
///
/// Tarjan, *SIAM Journal on Computing* 1(2), 1972, without recursion, since a file may hold any chain.
struct StronglyConnected {
  /// The number of the part of each concept.
  private(set) var part: [Int]

  init(_ graph: StatementGraph, without removed: [Bool]) {
    let count = graph.concepts.count
    part = [Int](repeating: -1, count: count)
    var order = [Int](repeating: -1, count: count)
    var low = [Int](repeating: 0, count: count)
    var next = [Int](repeating: 0, count: count)
    var isOpen = [Bool](repeating: false, count: count)
    var open: [Int] = []
    var visited = 0
    var parts = 0
    for root in 0..<count where order[root] < 0 {
      var path = [root]
      while let concept = path.last {
        if order[concept] < 0 {
          order[concept] = visited
          low[concept] = visited
          visited += 1
          open.append(concept)
          isOpen[concept] = true
        }
        var isDone = true
        while next[concept] < graph.edges[concept].count {
          let edge = graph.edges[concept][next[concept]]
          guard !removed[edge.record], [.exactMatch, .broadMatch].contains(edge.relation) else {
            next[concept] += 1
            continue
          }
          if order[edge.end] < 0 {
            path.append(edge.end)
            isDone = false
            break
          }
          if isOpen[edge.end] { low[concept] = min(low[concept], low[edge.end]) }
          next[concept] += 1
        }
        guard isDone else { continue }
        path.removeLast()
        guard low[concept] == order[concept] else { continue }
        while let member = open.popLast() {
          isOpen[member] = false
          part[member] = parts
          if member == concept { break }
        }
        parts += 1
      }
    }
  }
}
