import Classifications
import Correspondences
import Diagnostics

/// Finds records that exclude what a chain of other records says.
///
/// An exact match passes the relation of the next record on, and broad matches chain with themselves; close
/// and related ones do not (the chaining rules of SSSOM). For every record that a chain could contradict the
/// shortest such chain is looked for.
struct ChainDetector {
  let list: StatementList
  let graph: StatementGraph
  let trees: GroupTrees

  /// How many steps through the graph one search may make in all.
  static let work = 20_000_000

  /// Finds the conflicts that remain without some records.
  ///
  /// - Parameters:
  ///   - removed: For each record whether it is taken as removed.
  ///   - log: Takes the conflicts.
  ///   - search: The search, which is used up as it goes.
  /// - Returns: Whether any was found that is new.
  func find(
    without removed: [Bool], _ log: inout ConflictLog, _ search: inout ChainSearch
  ) -> Bool {
    let parts = StronglyConnected(graph, without: removed).part
    var isNew = false
    // The records of a cycle of broad matches alone need not each be asked for it again.
    var inCycle = [Bool](repeating: false, count: list.statements.count)
    for (number, statement) in list.statements.enumerated() where !removed[number] {
      guard search.work > 0 else {
        log.cutShort(.chain)
        break
      }
      let (subject, object) = (graph.subjects[number], graph.objects[number])
      if statement.isNegated {
        for (start, end, mode) in chains(denied: statement, subject, object) {
          guard let chain = search.chain(from: start, to: end, mode, without: removed) else {
            continue
          }
          isNew = log.add(denied(number, chain)) || isNew
          break
        }
        continue
      }
      switch statement.affirmed {
      case .broadMatch where parts[subject] == parts[object] && subject != object,
        .narrowMatch where parts[subject] == parts[object] && subject != object:
        guard !inCycle[number] else { continue }
        let (low, high) =
          statement.affirmed == .broadMatch ? (subject, object) : (object, subject)
        guard let chain = search.chain(from: high, to: low, .upward, without: removed) else {
          continue
        }
        if chain.allSatisfy({ list.statements[$0].affirmed != .exactMatch }) {
          for record in chain { inCycle[record] = true }
        }
        isNew = log.add(wider(number, chain)) || isNew
      case .relatedMatch where parts[subject] == parts[object] && subject != object:
        guard let chain = search.chain(from: subject, to: object, .exact, without: removed) else {
          continue
        }
        isNew = log.add(related(number, chain)) || isNew
      default: continue
      }
    }
    return twins(without: removed, &log, &search) || isNew
  }

  /// The chains that would say what a record denies.
  private func chains(
    denied statement: Statement, _ subject: Int, _ object: Int
  ) -> [(start: Int, end: Int, ChainMode)] {
    guard subject != object else { return [] }
    guard case .relation(let relation) = statement.claim else {
      if case .anyRelation = statement.claim { return [(subject, object, .exact)] }
      return []
    }
    switch relation {
    case .exactMatch: return [(subject, object, .exact)]
    case .closeMatch: return [(subject, object, .exact), (subject, object, .once(.closeMatch))]
    case .relatedMatch: return [(subject, object, .once(.relatedMatch))]
    case .broadMatch: return [(subject, object, .strictlyUpward)]
    case .narrowMatch: return [(object, subject, .strictlyUpward)]
    }
  }

  // MARK: What the conflicts say

  private func denied(_ number: Int, _ chain: [Int]) -> Conflict {
    let statement = list.statements[number]
    return Conflict(
      .chain, chain + [number], at: number,
      "\(statement.words), but \(chain.count) other records in a chain say the contrary"
    )
  }

  private func related(_ number: Int, _ chain: [Int]) -> Conflict {
    let statement = list.statements[number]
    return Conflict(
      .chain, chain + [number], at: number,
      "\(statement.words), but \(chain.count) exact matches in a chain make the two the same"
    )
  }

  private func wider(_ number: Int, _ chain: [Int]) -> Conflict {
    let statement = list.statements[number]
    let broad = chain.count { list.statements[$0].affirmed != .exactMatch }
    guard broad > 0 else {
      return Conflict(
        .chain, chain + [number], at: number,
        "\(statement.words), but \(chain.count) exact matches in a chain make the two the same"
      )
    }
    let narrower = statement.affirmed == .broadMatch ? statement.subject : statement.object
    return Conflict(
      .broadCycle, chain + [number], at: ([number] + chain).max() ?? number,
      "\(narrower) is wider than itself: \(broad + 1) broad matches"
        + (chain.count > broad ? " and \(chain.count - broad) exact ones" : "")
        + " lead back to it",
      severity: chain.count > broad ? .warning : nil
    )
  }

  // MARK: Two groups of one classification

  /// Finds groups of one classification that exact matches make the same as one thing, although the
  /// classification keeps them apart.
  private func twins(
    without removed: [Bool], _ log: inout ConflictLog, _ search: inout ChainSearch
  ) -> Bool {
    var isNew = false
    for members in exactParts(without: removed) {
      var byClassification: [ClassificationID: [Int]] = [:]
      for member in members {
        guard let code = graph.concepts[member].code else { continue }
        byClassification[code.classification, default: []].append(member)
      }
      for (_, own) in byClassification.sorted(by: { $0.key < $1.key }) where own.count > 1 {
        for (place, first) in own.enumerated() {
          for second in own[(place + 1)...] {
            guard search.work > 0, !log.incomplete.contains(.exactWithTwo) else {
              log.cutShort(.exactWithTwo)
              return isNew
            }
            search.spend(1)
            isNew = twin(first, second, without: removed, &log, &search) || isNew
          }
        }
      }
    }
    return isNew
  }

  private func twin(
    _ first: Int, _ second: Int, without removed: [Bool], _ log: inout ConflictLog,
    _ search: inout ChainSearch
  ) -> Bool {
    guard let left = graph.concepts[first].code, let right = graph.concepts[second].code,
      trees.areApart(left, right),
      let chain = search.chain(from: first, to: second, .exact, without: removed)
    else { return false }
    let middle =
      chain.count == 2 ? list.statements[chain[0]].other(than: graph.concepts[first]) : nil
    return log.add(
      Conflict(
        .exactWithTwo, chain, at: chain.max() ?? chain[0],
        "\(left) and \(right) are two groups of one classification, but "
          + (middle.map { "both are exact matches of \($0)" }
            ?? "\(chain.count) exact matches in a chain make them the same")
      ))
  }

  /// The concepts that exact matches tie together, part by part.
  private func exactParts(without removed: [Bool]) -> [[Int]] {
    var seen = [Bool](repeating: false, count: graph.concepts.count)
    var parts: [[Int]] = []
    for start in graph.concepts.indices where !seen[start] {
      seen[start] = true
      var members = [start]
      var place = 0
      while place < members.count {
        for edge in graph.edges[members[place]]
        where edge.relation == .exactMatch && !removed[edge.record] && !seen[edge.end] {
          seen[edge.end] = true
          members.append(edge.end)
        }
        place += 1
      }
      if members.count > 2 { parts.append(members) }
    }
    return parts
  }
}
