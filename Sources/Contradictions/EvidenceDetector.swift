import Classifications
import Correspondences
import Matching
public import ReferenceData

/// Finds records that tie groups of Mexico and Canada which all other evidence keeps apart.
///
/// The engine scores pairs of the versions for which titles were compared, so a record of other versions is
/// carried there by the tables between versions: `sinco2011:2814 - nocs2006:J112` to the groups of NOC 2016 that
/// J112 became. It is against the rest if every pair it leads to is: by the engine's flag where the record's
/// table is part of the evidence, which leaves the table out, else by the score.
public struct EvidenceDetector {
  let catalogue: Catalogue

  /// Creates a detector that reads on from a catalogue.
  public init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// Two classifications, Mexico's first.
  private struct Sides: Hashable {
    let mexico: ClassificationID
    let canada: ClassificationID
  }

  /// Finds the conflicts of statements with the evidence, each of one record.
  ///
  /// - Parameter list: The statements.
  /// - Returns: The conflicts, in the order of the statements.
  /// - Throws: What reading the reference data throws.
  public func conflicts(of list: StatementList) throws -> [Conflict] {
    var bridges: [Sides: Bridge?] = [:]
    var conflicts: [Conflict] = []
    for (number, statement) in list.statements.enumerated() where statement.affirmsPair {
      guard statement.affirmed != .relatedMatch, let pair = try sides(of: statement) else {
        continue
      }
      let sides = Sides(mexico: pair.0.classification, canada: pair.1.classification)
      if bridges[sides] == nil { bridges[sides] = .some(try bridge(sides)) }
      guard case .some(.some(let bridge)) = bridges[sides] else { continue }
      let table = list.tables[statement.table].description
      guard let verdict = bridge.verdict(on: pair.0.code, pair.1.code, table) else { continue }
      conflicts.append(
        Conflict(
          .againstTheRest, [number], at: number,
          "\(statement.words), and all other evidence speaks against it",
          help: try advice(verdict, pair.0, bridge)))
    }
    return conflicts
  }

  /// The codes of a statement's two sides, Mexico's first; `nil` if it has not one of each.
  private func sides(of statement: Statement) throws -> (OccupationCode, OccupationCode)? {
    guard let subject = statement.subject.code, let object = statement.object.code else {
      return nil
    }
    let countries = try [subject, object].map {
      try catalogue.classification($0.classification).country
    }
    if countries == ["MX", "CA"] { return (subject, object) }
    return countries == ["CA", "MX"] ? (object, subject) : nil
  }

  private func advice(
    _ verdict: (row: Int, columns: Set<Int>), _ code: OccupationCode, _ bridge: Bridge
  ) throws -> String {
    let scoring = bridge.scoring
    let better = scoring.ranked(row: verdict.row, atLeast: 0.05).filter {
      !verdict.columns.contains($0.column)
    }.prefix(2)
    let names = try better.map { found in
      let target = OccupationCode(
        scoring.evidence.targets.id, scoring.evidence.targets.codes[found.column])
      let title = try catalogue.codeTable(target.classification)[target.code]?.title() ?? ""
      let hundredths = Int((found.score * 100).rounded())
      return
        "\(target) '\(title)' (0.\(hundredths < 10 ? "0" : "")\(min(hundredths, 99)))"
    }
    return names.isEmpty
      ? "compare the duties of the two groups"
      : "the rest ties \(code) rather to \(names.joined(separator: " and "))"
  }

  // MARK: Carrying records to scored versions

  /// The versions nearest to those of a table for which titles were compared; `nil` if no table leads there.
  private func bridge(_ sides: Sides) throws -> Bridge? {
    var scored: [Sides: Int] = [:]
    for table in catalogue.correspondences where table.isSimilarity {
      scored[Sides(mexico: table.subject, canada: table.object), default: 0] += 1
    }
    let options = try scored.compactMap { ends, tables -> Option? in
      guard let left = route(sides.mexico, ends.mexico),
        let right = route(sides.canada, ends.canada)
      else { return nil }
      return Option(
        ends: ends, left: left, right: right,
        rank: [
          left.count + right.count, -tables,
          -(try catalogue.classification(ends.canada).year),
          -(try catalogue.classification(ends.mexico).year),
        ])
    }
    guard let best = options.min(by: { $0.rank.lexicographicallyPrecedes($1.rank) }) else {
      return nil
    }
    return Bridge(
      left: try walk(from: sides.mexico, best.left),
      right: try walk(from: sides.canada, best.right),
      scoring: try catalogue.scoring(best.ends.mexico, best.ends.canada))
  }

  private struct Option {
    let ends: Sides
    let left: [RouteStep]
    let right: [RouteStep]
    let rank: [Int]
  }

  /// The steps of the shortest way between two versions by tables within their country.
  private func route(_ origin: ClassificationID, _ end: ClassificationID) -> [RouteStep]? {
    guard origin != end else { return [] }
    let source = catalogue.tableSource()
    return Route.all(
      from: origin, to: end, through: source.descriptions.filter { !$0.isSimilarity },
      side: source.side
    ).first { $0.evidence == "versions" }?.routes.first?.steps
  }

  private func walk(from origin: ClassificationID, _ steps: [RouteStep]) throws -> Walk {
    Walk(
      start: try catalogue.unitGroups(origin),
      steps: try steps.map { step in
        UnitLinks(
          try catalogue.correspondence(step.correspondence), step.direction,
          from: try catalogue.unitGroups(step.origin),
          to: try catalogue.unitGroups(step.destination))
      })
  }
}

/// The way from a version to another, by unit groups.
private struct Walk {
  let start: UnitGroups
  let steps: [UnitLinks]

  /// The unit groups that a code becomes, by number.
  func ends(of code: String) -> [Int] {
    steps.reduce(start.members(of: code)) { groups, step in
      Set(groups.flatMap { step.entries(from: $0).map { Int($0.end) } }).sorted()
    }
  }
}

/// The way from the versions of a table to those that are scored.
private struct Bridge {
  let left: Walk
  let right: Walk
  let scoring: PairScoring

  /// The groups in which a record is against the rest; `nil` if it is not, or not known to be.
  func verdict(
    on mexico: String, _ canada: String, _ table: CorrespondenceDescription?
  ) -> (row: Int, columns: Set<Int>)? {
    let rows = left.ends(of: mexico)
    let columns = right.ends(of: canada)
    guard let first = rows.first, !columns.isEmpty else { return nil }
    let direct = table.flatMap { scoring.evidence[$0.id] }
    let pairs = rows.flatMap { row in columns.map { (row, $0) } }
    let listed = pairs.filter { row, column in (direct?.ties[row, column] ?? 0) > 0 }
    let isAgainst =
      listed.isEmpty
      ? pairs.allSatisfy { scoring.score($0.0, $0.1) < PairScoring.contradicted }
      : listed.allSatisfy { pair in
        scoring.contradictedTables(pair.0, pair.1).contains { $0.id == table?.id }
      }
    return isAgainst ? (first, Set(columns)) : nil
  }
}
