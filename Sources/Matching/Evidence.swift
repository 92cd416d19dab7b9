public import Classifications
public import Correspondences

/// What one independent source says of every pair of unit groups of two classifications.
public struct Evidence: Sendable {
  /// Its name, such as `isco`, `esco` or, for a table that leads there directly, that of the table.
  public let name: String
  /// The table that leads there directly; `nil` for chains through other classifications and for tables of
  /// named evidence.
  public let directTable: CorrespondenceDescription?
  /// How strongly it ties each pair, 0...1.
  public let ties: PairMatrix
  /// The routes it comes by.
  public var routes: [Route] { walks.map(\.route) }

  /// How many chains of links lead from a unit group to each that it is tied to.
  ///
  /// - Parameters:
  ///   - number: The unit group.
  ///   - isColumn: Whether it is one of the columns.
  /// - Returns: The numbers of the others, in order, and the counts.
  public func chainCounts(of number: Int, _ isColumn: Bool) -> [(other: Int, count: Int)] {
    let others =
      isColumn
      ? (0..<ties.rowCount).filter { ties[$0, number] > 0 }
      : ties.range(ofRow: number).map { Int(ties.columns[$0]) }
    return others.map { other in
      let (row, column) = isColumn ? (other, number) : (number, other)
      return (other, walks.reduce(0) { $0 + $1.chains(from: row, to: column).count })
    }
  }

  let walks: [RouteWalk]
  /// The pairs of which a direct table says that they are *not* equivalent.
  let denied: PairMatrix?
}

/// All evidence between two classifications.
public struct EvidenceSet: Sendable {
  /// The unit groups of the rows.
  public let sources: UnitGroups
  /// The unit groups of the columns.
  public let targets: UnitGroups
  /// The evidence, in the order of length of its routes.
  public let all: [Evidence]
  /// For each source and target, how many tables state that nothing corresponds to it.
  let statedNone: (sources: [Float], targets: [Float])

  /// Gathers what the tables say.
  ///
  /// - Parameters:
  ///   - origin: The classification of the rows.
  ///   - destination: The classification of the columns.
  ///   - tables: The tables.
  ///   - withoutPivots: Whether to take only the tables that lead from one side to the other without a
  ///     pivot, in the fewest steps there are.
  /// - Throws: What the source of tables throws.
  public init(
    from origin: ClassificationID, to destination: ClassificationID, _ tables: TableSource,
    withoutPivots: Bool = false
  ) throws {
    sources = try tables.unitGroups(origin)
    targets = try tables.unitGroups(destination)
    var found = Route.all(
      from: origin, to: destination, through: tables.descriptions, side: tables.side
    ).filter { !tables.without.contains($0.evidence) }
    if withoutPivots { found = Self.withoutPivots(found) }
    var known: [RouteStep: UnitLinks] = [:]
    all = try found.map { evidence, routes in
      let walks = try routes.map { route in
        let steps = try route.steps.map { step in
          if let links = known[step] { return links }
          let links = UnitLinks(
            try tables.correspondence(step.correspondence), step.direction,
            from: try tables.unitGroups(step.origin), to: try tables.unitGroups(step.destination))
          known[step] = links
          return links
        }
        return RouteWalk(
          route: route, steps: steps, units: try route.classifications.map(tables.unitGroups))
      }
      let ties = walks.dropFirst().reduce(walks[0].ties()) { $0.maximum(with: $1.ties()) }
      let direct = routes[0].steps.map(\.correspondence).first { $0.id == evidence }
      return Evidence(
        name: evidence, directTable: direct, ties: ties, walks: walks,
        denied: try direct.flatMap { try Self.denied(by: $0, walks, tables) })
    }
    statedNone = try Self.statedNone(all, sources, targets, tables)
  }

  /// The pairs that a direct table denies, carried along the same routes as those it affirms.
  private static func denied(
    by direct: CorrespondenceDescription, _ walks: [RouteWalk], _ tables: TableSource
  ) throws -> PairMatrix? {
    guard let denials = try tables.correspondence(direct).denials else { return nil }
    let matrices = try walks.map { walk in
      let steps = try walk.route.steps.enumerated().map { number, step in
        guard step.correspondence == direct else { return walk.steps[number] }
        return UnitLinks(
          denials, step.direction, from: try tables.unitGroups(step.origin),
          to: try tables.unitGroups(step.destination))
      }
      return RouteWalk(route: walk.route, steps: steps, units: walk.units).ties()
    }
    return matrices.dropFirst().reduce(matrices[0]) { $0.maximum(with: $1) }
  }

  /// How many of the tables that the routes begin or end with state that nothing corresponds to a group.
  private static func statedNone(
    _ all: [Evidence], _ sources: UnitGroups, _ targets: UnitGroups, _ tables: TableSource
  ) throws -> (sources: [Float], targets: [Float]) {
    func counts(_ units: UnitGroups, _ steps: [RouteStep?], _ isEnd: Bool) throws -> [Float] {
      var counts = [Float](repeating: 0, count: units.count)
      var seen: Set<String> = []
      for step in steps {
        guard let step, seen.insert(step.correspondence.id).inserted else { continue }
        let direction = isEnd ? step.direction.opposite : step.direction
        for none in try tables.correspondence(step.correspondence).withoutCorrespondence(direction)
        {
          if let number = units.number(of: none.code) { counts[number] += 1 }
        }
      }
      return counts
    }
    let routes = all.filter { $0.directTable == nil }.flatMap(\.routes)
    return try (
      counts(sources, routes.map(\.steps.first), false),
      counts(targets, routes.map(\.steps.last), true)
    )
  }

  /// The evidence with a name, if there is any.
  public subscript(name: String) -> Evidence? { all.first { $0.name == name } }

  private static func withoutPivots(
    _ found: [(evidence: String, routes: [Route])]
  ) -> [(evidence: String, routes: [Route])] {
    let direct = found.filter { evidence, routes in
      evidence == "versions" || routes[0].steps.contains { $0.correspondence.id == evidence }
    }
    let least = direct.map { $0.routes[0].steps.count }.min()
    return direct.filter { $0.routes[0].steps.count == least }
  }

  /// The evidence without what has a name.
  public func without(_ name: String) -> Self {
    Self(
      sources: sources, targets: targets, all: all.filter { $0.name != name },
      statedNone: statedNone)
  }

  private init(
    sources: UnitGroups, targets: UnitGroups, all: [Evidence],
    statedNone: (sources: [Float], targets: [Float])
  ) {
    self.sources = sources
    self.targets = targets
    self.all = all
    self.statedNone = statedNone
  }
}
