import Classifications
import Correspondences
import Diagnostics

/// What holding statements against each other came to.
public struct ContradictionReport: Sendable {
  /// The statements.
  public let list: StatementList
  /// The conflicts, those that share records together, in the order of the files.
  public let knots: [Knot]
  /// What a person should know of the search: what was not looked at, and why.
  public let notes: [String]

  /// All conflicts, knot by knot.
  public var conflicts: [Conflict] { knots.flatMap(\.conflicts) }
}

/// Finds the conflicts of statements and how few records resolve them.
///
/// Pairs, levels, residual groups, cardinalities and evidence are gone through once. Chains are too many to
/// list, so that they come as they are needed: the shortest chain of each record that one contradicts; the
/// knots are resolved; and as long as other chains contradict what would be left, they are added and
/// their knots resolved anew. Since every answer on the way is the least for the conflicts known then, the last,
/// which leaves none, is the least for all of them.
public struct ContradictionFinder {
  let list: StatementList
  let trees: GroupTrees
  let kinds: Set<ConflictKind>

  /// How often knots are resolved anew.
  static let rounds = 60
  /// How much work the resolutions may take in all.
  static let work = 1_500_000

  /// Creates a finder.
  ///
  /// - Parameters:
  ///   - list: The statements.
  ///   - trees: What the code lists say of groups.
  ///   - kinds: The kinds of conflict to look for.
  public init(
    _ list: StatementList, trees: GroupTrees, kinds: Set<ConflictKind> = Set(ConflictKind.allCases)
  ) {
    self.list = list
    self.trees = trees
    self.kinds = kinds
  }

  /// Finds the conflicts.
  ///
  /// - Parameters:
  ///   - others: Conflicts that were found by other means, such as the evidence of the engine.
  ///   - absent: The numbers of records that no chain may pass.
  ///   - isWanted: Whether a conflict counts; all do unless it is said.
  /// - Returns: The conflicts in their knots.
  public func report(
    with others: [Conflict] = [], withoutChainsOf absent: Set<Int> = [],
    where isWanted: (Conflict) -> Bool = { _ in true }
  ) -> ContradictionReport {
    report(with: others, absent, isWanted, first: list.statements.count)
  }

  /// The report with notes on the first records only.
  private func report(
    with others: [Conflict], _ absent: Set<Int>, _ isWanted: (Conflict) -> Bool, first count: Int
  ) -> ContradictionReport {
    let graph = StatementGraph(list)
    var log = ConflictLog()
    PairDetector(list: list, graph: graph).find(&log)
    NoneDetector(list: list).find(&log)
    GroupDetector(list: list, trees: trees).find(&log)
    CardinalityDetector(list: list, graph: graph).find(&log)
    for conflict in others { log.add(conflict) }

    let chains = ChainDetector(list: list, graph: graph, trees: trees)
    var search = ChainSearch(graph, work: ChainDetector.work)
    let base = list.statements.indices.map(absent.contains)
    var removed = base
    let needsChains = !kinds.isDisjoint(with: [.chain, .broadCycle, .exactWithTwo])
    var solved: [[Conflict]: Knot] = [:]
    var knots: [Knot] = []
    var isWhole = true
    var work = Self.work
    if needsChains { _ = chains.find(without: removed, &log, &search) }
    for round in 0..<Self.rounds {
      let wanted = log.conflicts.filter { kinds.contains($0.kind) && isWanted($0) }
      knots = Components.indices(of: wanted.map(\.records)).map { part in
        let conflicts = part.map { wanted[$0] }
        if let known = solved[conflicts] { return known }
        let knot = Knot(conflicts, costs: list.costs(of: conflicts.flatMap(\.records)), work: &work)
        solved[conflicts] = knot
        return knot
      }
      guard needsChains else { break }
      removed = base
      for knot in knots { for record in knot.removal { removed[record] = true } }
      let before = log.conflicts.count
      _ = chains.find(without: removed, &log, &search)
      let isNew = log.conflicts[before...].contains {
        kinds.contains($0.kind) && isWanted($0)
      }
      if !isNew { break }
      if round == Self.rounds - 1 { isWhole = false }
    }
    return ContradictionReport(
      list: list, knots: ordered(knots, isWhole ? log.incomplete : Set(ConflictKind.allCases)),
      notes: list.notes + notes(log, isWhole, first: count))
  }

  private func notes(_ log: ConflictLog, _ isWhole: Bool, first count: Int) -> [String] {
    var notes = unknownCodes(in: list.statements.prefix(count))
    notes += ConflictKind.allCases.filter { log.incomplete.contains($0) }.map {
      "there are more conflicts of the kind '\($0.rawValue)' than were looked for; resolve these and look again"
    }
    if !isWhole {
      notes.append(
        "there are so many chains that what is left without the records named may still contradict itself; look again after removing them"
      )
    }
    return notes
  }

  /// The tables with codes that do not exist, which are compared only with themselves.
  private func unknownCodes(in statements: some Sequence<Statement>) -> [String] {
    var found: [Int: (first: OccupationCode, location: SourceLocation, count: Int)] = [:]
    for statement in statements {
      let codes = [statement.subject.code, statement.object.code].compactMap(\.self)
      guard let unknown = codes.first(where: trees.isUnknown) else { continue }
      let known = found[statement.table]
      found[statement.table] = (
        known?.first ?? unknown, known?.location ?? statement.location, (known?.count ?? 0) + 1
      )
    }
    return found.sorted { $0.key < $1.key }.map { _, unknown in
      "\(unknown.location): there is no \(unknown.first)"
        + (unknown.count > 1 ? ", and \(unknown.count - 1) more records have such codes" : "")
        + "; 'puente check' tells what may be meant"
    }
  }

  /// Knots and their conflicts by the places of their findings.
  private func ordered(_ knots: [Knot], _ incomplete: Set<ConflictKind>) -> [Knot] {
    knots.map { knot in
      let isWhole = incomplete.isDisjoint(with: knot.conflicts.map(\.kind))
      return knot.sorted(isWhole: isWhole) {
        ($0.record, $0.kind.rawValue, $0.message, $0.records.count)
          < ($1.record, $1.kind.rawValue, $1.message, $1.records.count)
      }
    }.sorted { ($0.conflicts[0].record, $0.records[0]) < ($1.conflicts[0].record, $1.records[0]) }
  }
}

extension ContradictionFinder {
  /// Finds the conflicts in which records of one's own take part, in a list in which others follow them.
  ///
  /// The others are first freed of the contradictions among themselves, so that no chain passes one of
  /// their own faults.
  ///
  /// - Parameters:
  ///   - count: How many of the records are one's own.
  ///   - conflicts: Conflicts that were found by other means.
  /// - Returns: The conflicts in their knots.
  public func report(ofFirst count: Int, with conflicts: [Conflict]) -> ContradictionReport {
    let among = report(withoutChainsOf: Set(0..<count)) { $0.records[0] >= count }
    let faults = Set(among.knots.flatMap(\.removal))
    let found = report(with: conflicts, faults, { $0.records[0] < count }, first: count)
    return ContradictionReport(
      list: list, knots: found.knots.map { $0.pointing(atFirst: count) }, notes: found.notes)
  }
}
