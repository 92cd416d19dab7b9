public import Classifications
public import Correspondences

/// Finds the codes of one classification that published tables tie to a code of another.
///
/// Every route between the two classifications is followed. Where a code has several links, each
/// gets an equal share. The tie of two codes on a route is the geometric mean of the share of the
/// source that arrives at the target and the share of the target that arrives at the source: it is 1
/// only between codes that name nothing but each other, and the same whichever side is asked.
///
/// The ties of several routes are combined as independent evidence, 1 - (1 - a)(1 - b)..., each
/// weakened by the number of its steps, and by the part of its steps that a stronger route to the same
/// target already used, so that no table counts twice.
public final class EquivalenceFinder {
  /// The classification of the codes asked about.
  public let origin: ClassificationID
  /// The classification of the answers.
  public let destination: ClassificationID
  /// The routes that are followed.
  public let routes: [Route]

  private let correspondences: [[Correspondence]]
  private var junctions: [[RouteStep]: Junction] = [:]
  private let codeTable: (ClassificationID) throws -> CodeTable
  private let objection: (_ source: String, _ target: String) throws -> Equivalence.Objection?

  /// How far the word of one published table is trusted, 0...1: an official table is evidence, not
  /// truth.
  public static let trust = 0.9

  /// Creates a finder.
  ///
  /// - Parameters:
  ///   - origin: The classification of the codes asked about.
  ///   - destination: The classification of the answers.
  ///   - routes: The routes to follow, each from `origin` to `destination`.
  ///   - correspondence: Gives a table by its description.
  ///   - codeTable: Gives the groups of a classification, for steps between levels.
  ///   - objection: Gives what speaks against a pair of codes, if anything does.
  /// - Throws: Whatever `correspondence` throws.
  public init(
    from origin: ClassificationID, to destination: ClassificationID, routes: [Route],
    correspondence: (CorrespondenceDescription) throws -> Correspondence,
    codeTable: @escaping (ClassificationID) throws -> CodeTable,
    objection: @escaping (_ source: String, _ target: String) throws -> Equivalence.Objection? = {
      _, _ in nil
    }
  ) rethrows {
    self.origin = origin
    self.destination = destination
    self.routes = routes
    self.codeTable = codeTable
    self.objection = objection
    self.correspondences = try routes.map { route in
      try route.steps.map { try correspondence($0.correspondence) }
    }
  }

  /// The candidates for a code, the best first.
  ///
  /// A code above the unit groups is answered through the unit groups below it, each with the same
  /// weight.
  ///
  /// - Parameter code: A code of the origin.
  /// - Returns: The candidates and what the tables are silent on.
  /// - Throws: Whatever the source of code tables throws.
  public func answer(for code: String) throws -> EquivalenceAnswer {
    let table = try codeTable(origin)
    let unitGroups = table.unitGroups(under: code).map(\.code)
    guard unitGroups != [code], !unitGroups.isEmpty else { return try answer(forUnitGroup: code) }
    var merged: [OccupationCode: (score: Double, best: Equivalence, paths: [Equivalence.Path])] =
      [:]
    var silences: [EquivalenceAnswer.Silence] = []
    for unitGroup in unitGroups {
      let part = try answer(forUnitGroup: unitGroup)
      silences += part.silences
      for candidate in part.candidates {
        let weighed = candidate.score / Double(unitGroups.count)
        if let known = merged[candidate.target] {
          let best = known.best.score >= candidate.score ? known.best : candidate
          merged[candidate.target] = (known.score + weighed, best, known.paths + candidate.paths)
        } else {
          merged[candidate.target] = (weighed, candidate, candidate.paths)
        }
      }
    }
    let candidates = merged.map { target, entry in
      Equivalence(
        target: target, score: entry.score, relation: .relatedMatch,
        paths: entry.paths.sorted(by: Self.isStronger), objection: nil
      )
    }
    return EquivalenceAnswer(
      source: OccupationCode(origin, code), candidates: candidates.sorted(by: Self.isBetter),
      silences: silences, routes: routes
    )
  }

  private func answer(forUnitGroup code: String) throws -> EquivalenceAnswer {
    var ties: [String: [Tie]] = [:]
    var silences: [EquivalenceAnswer.Silence] = []
    for position in routes.indices {
      let chains = try chains(from: code, on: position, silences: &silences)
      var perTarget: [String: [Chain]] = [:]
      for chain in chains { perTarget[chain.end, default: []].append(chain) }
      for (target, chains) in perTarget {
        ties[target, default: []].append(Tie(route: routes[position], chains: chains))
      }
    }
    let candidates = try ties.map { target, ties in
      equivalence(target, ties, try objection(code, target))
    }
    return EquivalenceAnswer(
      source: OccupationCode(origin, code), candidates: candidates.sorted(by: Self.isBetter),
      silences: silences, routes: routes
    )
  }

  /// Combines the ties of all routes between the source and one target.
  private func equivalence(
    _ target: String, _ ties: [Tie], _ objection: Equivalence.Objection?
  ) -> Equivalence {
    // The order must not depend on the side that is asked, nor on the last bit of a weight.
    let strongestFirst = ties.map {
      (tie: $0, rank: ($0.weight * 1e12).rounded(), length: $0.route.steps.count, key: $0.route.key)
    }.sorted {
      ($1.rank, $0.length, $0.key) < ($0.rank, $1.length, $1.key)
    }.map(\.tie)
    var used: Set<RouteStep> = []
    var doubt = 1.0
    for tie in strongestFirst {
      let new = tie.route.steps.filter { used.insert($0).inserted }.count
      doubt *= 1 - tie.weight * Double(new) / Double(tie.route.steps.count)
    }
    let paths = ties.flatMap { tie in tie.chains.map { $0.path(on: tie.route) } }
    let ordered = paths.sorted(by: Self.isStronger)
    return Equivalence(
      target: OccupationCode(destination, target), score: (1 - doubt) * (objection?.factor ?? 1),
      relation: ordered.first?.relation ?? .relatedMatch, paths: ordered,
      objection: objection
    )
  }

  private static func isBetter(_ left: Equivalence, _ right: Equivalence) -> Bool {
    left.score != right.score ? left.score > right.score : left.target < right.target
  }

  private static func isStronger(_ left: Equivalence.Path, _ right: Equivalence.Path) -> Bool {
    if left.strength != right.strength { return left.strength > right.strength }
    return left.codes.lexicographicallyPrecedes(right.codes)
  }
}

/// The chains of one route that end at the same target.
private struct Tie {
  let route: Route
  let chains: [Chain]

  /// The strength of the tie, 0...1, weakened by the number of steps.
  var weight: Double {
    let forward = chains.reduce(0) { $0 + $1.forwardShare }
    let backward = chains.reduce(0) { $0 + $1.backwardShare }
    var weight = (min(forward, 1) * min(backward, 1)).squareRoot()
    for _ in route.steps { weight *= EquivalenceFinder.trust }
    return weight
  }
}

/// A chain of codes along a route.
private struct Chain {
  var codes: [OccupationCode]
  var forwardShare = 1.0
  var backwardShare = 1.0
  var relation = MapRelation.exactMatch
  var notes: [String] = []

  var end: String { codes[codes.count - 1].code }

  func path(on route: Route) -> Equivalence.Path {
    Equivalence.Path(
      codes: codes, tables: route.steps.map(\.correspondence), relation: relation,
      share: (forwardShare * backwardShare).squareRoot(), notes: notes
    )
  }
}

extension Route {
  /// A text that orders routes of the same length, the same for a route and its reverse.
  fileprivate var key: String {
    let there = steps.map(\.correspondence.id)
    let back = Array(there.reversed())
    return (there.lexicographicallyPrecedes(back) ? there : back).joined(separator: " ")
  }
}

extension Equivalence.Path {
  /// How strong the path is, its length considered, 0...1.
  public var strength: Double {
    tables.reduce(share) { strength, _ in strength * EquivalenceFinder.trust }
  }
}

// MARK: - Following a route

extension EquivalenceFinder {
  /// Every chain of codes from a code along a route.
  private func chains(
    from code: String, on route: Int, silences: inout [EquivalenceAnswer.Silence]
  ) throws -> [Chain] {
    var chains = [Chain(codes: [OccupationCode(origin, code)])]
    for (number, step) in routes[route].steps.enumerated() {
      let table = correspondences[route][number]
      let previous =
        number > 0 ? (correspondences[route][number - 1], routes[route].steps[number - 1]) : nil
      var longer: [Chain] = []
      for chain in chains {
        let starts = try entries(of: chain, into: table, step: step, after: previous)
        if starts.isEmpty { note(silence: chain.end, of: table, step, in: &silences) }
        for start in starts {
          let links = table.links(from: start.end, step.direction)
          for link in links {
            longer.append(extend(start, along: link, of: table, step: step, outOf: links.count))
          }
        }
      }
      chains = longer
      if chains.isEmpty { break }
    }
    return chains
  }

  private func extend(
    _ chain: Chain, along link: Correspondence.Link, of table: Correspondence, step: RouteStep,
    outOf links: Int
  ) -> Chain {
    let end = link.end(step.direction)
    var longer = chain
    longer.codes.append(OccupationCode(step.destination, end))
    longer.forwardShare /= Double(links)
    longer.backwardShare /= Double(max(1, table.linkCount(from: end, step.direction.opposite)))
    longer.relation = chain.relation.chained(with: link.relation(step.direction))
    if !link.note.isEmpty { longer.notes.append(link.note) }
    return longer
  }

  /// The chain as it enters the next table.
  ///
  /// Tables speak of the same classification at different levels: INEGI links to broad occupations of
  /// SOC, for instance, and the other tables to detailed ones. A unit group stands in a table as
  /// itself, if it is listed, and as the nearest group above it that is. Two codes meet if they are
  /// the same, or if some unit group stands as one in the table before and as the other in the next.
  /// That is the same rule from either side, so that scores are, too.
  private func entries(
    of chain: Chain, into table: Correspondence, step: RouteStep,
    after previous: (table: Correspondence, step: RouteStep)?
  ) throws -> [Chain] {
    guard let previous else {
      return table.linkCount(from: chain.end, step.direction) > 0 ? [chain] : []
    }
    let key = [previous.step, step]
    let junction =
      try junctions[key]
      ?? Junction(
        before: listing(previous.table, previous.step.direction.opposite),
        next: listing(table, step.direction))
    junctions[key] = junction
    return junction.crossings(from: chain.end).map { crossing in
      var entering = chain
      entering.forwardShare /= Double(crossing.partsBefore)
      entering.backwardShare /= Double(crossing.partsNext)
      if let relation = crossing.relation {
        entering.codes.append(OccupationCode(step.origin, crossing.code))
        entering.relation = chain.relation.chained(with: relation)
      }
      return entering
    }
  }

  private func listing(_ table: Correspondence, _ direction: Direction) throws -> Listing {
    let ends = [table.description.subject, table.description.object]
    let (near, far) = direction == .forward ? (ends[0], ends[1]) : (ends[1], ends[0])
    return Listing(
      table: table, direction: direction, codes: try codeTable(near), farCodes: try codeTable(far))
  }

  private func note(
    silence code: String, of table: Correspondence, _ step: RouteStep,
    in silences: inout [EquivalenceAnswer.Silence]
  ) {
    var silence = EquivalenceAnswer.Silence(
      table: table.description, code: OccupationCode(step.origin, code), isStated: false, note: ""
    )
    if case .statedNone(let note) = table.standing(of: code, step.direction) {
      silence = EquivalenceAnswer.Silence(
        table: table.description, code: silence.code, isStated: true, note: note
      )
    }
    if !silences.contains(silence) { silences.append(silence) }
  }
}

/// Where one table of a route ends and the next begins.
private final class Junction {
  /// A code of the table before and one of the next that meet.
  struct Crossing {
    /// The code of the next table.
    let code: String
    /// How it relates to that of the table before; `nil` if it is the same.
    let relation: MapRelation?
    /// How many parts the code of the table before has in the next, and the other way round.
    let partsBefore: Int
    let partsNext: Int
  }

  private let before: Listing
  private let next: Listing
  private var known: [String: [Crossing]] = [:]

  init(before: Listing, next: Listing) {
    self.before = before
    self.next = next
  }

  func crossings(from code: String) -> [Crossing] {
    if let crossings = known[code] { return crossings }
    let meeting = before.meeting(code, in: next)
    let crossings = meeting.codes.map { met in
      let isAbove = next.codes.ancestors(of: code).contains { $0.code == met }
      return Crossing(
        code: met, relation: met == code ? nil : isAbove ? .broadMatch : .narrowMatch,
        partsBefore: meeting.parts, partsNext: next.meeting(met, in: before).parts
      )
    }
    known[code] = crossings
    return crossings
  }
}

/// One side of a table: the codes of a classification that it lists.
private struct Listing {
  let table: Correspondence
  let direction: Direction
  let codes: CodeTable
  let farCodes: CodeTable

  func lists(_ code: String) -> Bool { table.linkCount(from: code, direction) > 0 }

  /// The codes that a unit group stands as: its own, and that of the nearest group above it.
  ///
  /// Tables that repeat the upper levels link them to upper levels only; where a unit group is
  /// listed, such a row says nothing new of it.
  func standIns(for unitGroup: String) -> [String] {
    let above = codes.ancestors(of: unitGroup).lazy.map(\.code)
    switch table.standing(of: unitGroup, direction) {
    case .statedNone: return []
    case .notListed: return above.first(where: lists).map { [$0] } ?? []
    case .linked: return [unitGroup] + (above.first(where: leadsToUnitGroup).map { [$0] } ?? [])
    }
  }

  private func leadsToUnitGroup(_ code: String) -> Bool {
    table.links(from: code, direction).contains {
      farCodes[$0.end(direction)]?.level == farCodes.classification.unitGroupLevel
    }
  }

  /// The codes of another table's side that a code of this one meets, in the publisher's order, and
  /// how many parts it has there: more than it meets where other rows of this table have the rest.
  func meeting(_ code: String, in other: Self) -> (codes: [String], parts: Int) {
    var met = other.lists(code) ? [code] : []
    var parts = Set(met)
    for unitGroup in codes.unitGroups(under: code) {
      let standIns = other.standIns(for: unitGroup.code)
      parts.formUnion(standIns)
      if self.standIns(for: unitGroup.code).contains(code) {
        met += standIns.filter { !met.contains($0) }
      }
    }
    return (met, max(1, parts.count))
  }
}
