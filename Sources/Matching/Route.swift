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

  /// The classifications it passes, both ends included.
  public var classifications: [ClassificationID] {
    steps.prefix(1).map(\.origin) + steps.map(\.destination)
  }

  /// Every route that a set of tables offers and that is worth following.
  ///
  /// No route passes a classification twice, and none is more than one step longer than the shortest:
  /// each further step loses certainty, while one step more often brings an independent pivot.
  ///
  /// - Parameters:
  ///   - origin: Where the routes begin.
  ///   - destination: Where they end.
  ///   - tables: The tables there are.
  ///   - longest: The greatest number of steps to consider.
  /// - Returns: The routes, the shortest first, then in the order of the tables; empty if there is none.
  public static func all(
    from origin: ClassificationID, to destination: ClassificationID,
    through tables: [CorrespondenceDescription], longest: Int = 6
  ) -> [Route] {
    guard origin != destination else { return [] }
    var partial: [[RouteStep]] = [[]]
    var found: [Route] = []
    for _ in 0..<longest {
      var longer: [[RouteStep]] = []
      for steps in partial {
        let end = steps.last?.destination ?? origin
        let visited = Set(steps.map(\.origin))
        for table in tables {
          for direction in [Direction.forward, .backward] {
            let step = RouteStep(correspondence: table, direction: direction)
            guard step.origin == end, !visited.contains(step.destination) else { continue }
            if step.destination == destination {
              found.append(Route(steps: steps + [step]))
            } else {
              longer.append(steps + [step])
            }
          }
        }
      }
      if let shortest = found.first,
        found.last.map({ $0.steps.count > shortest.steps.count }) == true
      {
        break
      }
      partial = longer
    }
    guard let shortest = found.first?.steps.count else { return [] }
    return found.filter { $0.steps.count <= shortest + 1 }
  }
}
