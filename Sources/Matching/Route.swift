public import Classifications
public import Correspondences

/// One step of a route: a table, read in a direction.
public struct RouteStep: Hashable, Sendable {
  /// The table.
  public let correspondence: CorrespondenceDescription
  /// Which way it is read.
  public let direction: Direction

  /// The classification the step leads from.
  public var origin: ClassificationID {
    direction == .forward ? correspondence.subject : correspondence.object
  }

  /// The classification the step leads to.
  public var destination: ClassificationID {
    direction == .forward ? correspondence.object : correspondence.subject
  }
}

/// A way from one classification to another through published tables.
public struct Route: Hashable, Sendable {
  /// The steps, each beginning where the one before it ends.
  public let steps: [RouteStep]
  /// The name of the evidence it gives.
  public let evidence: String

  /// The classifications it passes, both ends included.
  public var classifications: [ClassificationID] {
    steps.prefix(1).map(\.origin) + steps.map(\.destination)
  }

  /// Every route that a set of tables offers and that is worth following, by the evidence it gives.
  ///
  /// A route leaves the classifications of its beginning, passes those of others, its *pivots*, each family
  /// once, and arrives. Its evidence is named by its pivots (`isco`, `isco+soc`); where it has none, by the
  /// table that leads directly from one side to the other, or `versions` between versions of one family; or
  /// by the name that a table on it gives (`esco`). Of the routes of one evidence only the shortest
  /// count: what is longer passes the same word through one more table. So no word counts twice.
  ///
  /// - Parameters:
  ///   - origin: Where the routes begin.
  ///   - destination: Where they end.
  ///   - tables: The tables there are.
  ///   - side: Names the family of a classification, or, for those that lie on one side together, such as
  ///     a country's, the side.
  ///   - longest: The greatest number of steps to consider.
  /// - Returns: The routes by evidence, the shortest first, then in the order of the tables.
  public static func all(
    from origin: ClassificationID, to destination: ClassificationID,
    through tables: [CorrespondenceDescription], side: (ClassificationID) -> String,
    longest: Int = 6
  ) -> [(evidence: String, routes: [Route])] {
    guard origin != destination else { return [] }
    let ends = (side(origin), side(destination))
    var partial: [[RouteStep]] = [[]]
    var found: [(evidence: String, routes: [Route])] = []
    for _ in 0..<longest {
      var longer: [[RouteStep]] = []
      for steps in partial {
        for step in Self.steps(after: steps, from: origin, through: tables, side) {
          let route = Route(steps: steps + [step], evidence: "")
          guard step.destination == destination else {
            longer.append(route.steps)
            continue
          }
          guard let evidence = route.evidenceName(between: ends, side) else { continue }
          if let place = found.firstIndex(where: { $0.evidence == evidence }) {
            guard found[place].routes[0].steps.count == route.steps.count else { continue }
            found[place].routes.append(Route(steps: route.steps, evidence: evidence))
          } else {
            found.append((evidence, [Route(steps: route.steps, evidence: evidence)]))
          }
        }
      }
      partial = longer
    }
    return found
  }

  /// The steps that may follow on others.
  private static func steps(
    after steps: [RouteStep], from origin: ClassificationID,
    through tables: [CorrespondenceDescription], _ side: (ClassificationID) -> String
  ) -> [RouteStep] {
    let end = steps.last?.destination ?? origin
    let visited = [origin] + steps.map(\.destination)
    return tables.flatMap { table in
      [Direction.forward, .backward].compactMap { direction in
        let step = RouteStep(correspondence: table, direction: direction)
        guard step.origin == end, !visited.contains(step.destination) else { return nil }
        // A side that was left is not entered again.
        let isNew = side(step.destination) != side(end)
        guard !isNew || !visited.contains(where: { side($0) == side(step.destination) }) else {
          return nil
        }
        return step
      }
    }
  }

  /// The name of the evidence that the route gives; `nil` if it gives none worth having.
  private func evidenceName(
    between ends: (String, String), _ side: (ClassificationID) -> String
  ) -> String? {
    var pivots: [String] = []
    for classification in classifications {
      let own = side(classification)
      if own != ends.0, own != ends.1, !pivots.contains(own) { pivots.append(own) }
    }
    let named = steps.compactMap(\.correspondence.evidence)
    let similarities = steps.count { $0.correspondence.isSimilarity }
    guard named.count <= 1, similarities == 0 || pivots.isEmpty, pivots.count <= 2 else {
      return nil
    }
    if let name = named.first { return name }
    guard pivots.isEmpty else { return pivots.sorted().joined(separator: "+") }
    return steps.first { side($0.origin) != side($0.destination) }?.correspondence.id
      ?? "versions"
  }
}
