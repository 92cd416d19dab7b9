public import Classifications
import Correspondences

/// Finds the codes of one classification that are equivalent to a code of another.
///
/// All pairs of the two classifications are scored once, so that the score of a pair is the same whichever
/// side is asked.
public final class EquivalenceFinder {
  /// The classification of the codes asked about.
  public let origin: ClassificationID
  /// The classification of the answers.
  public let destination: ClassificationID
  /// The scored pairs, whose rows are the unit groups of either classification.
  public let scoring: PairScoring

  let tables: TableSource
  private let isFlipped: Bool
  private let ancestors: UnitGroups

  /// The score below which a pair is no candidate.
  public static let least = 0.005
  /// How many candidates come with their paths, where nobody asks for more.
  public static let traced = 10

  /// Creates a finder.
  ///
  /// - Parameters:
  ///   - origin: The classification of the codes asked about.
  ///   - destination: The classification of the answers.
  ///   - scoring: The scored pairs of the two, with either as rows.
  ///   - tables: Where the tables are taken from.
  /// - Throws: What the source of tables throws.
  public init(
    from origin: ClassificationID, to destination: ClassificationID, _ scoring: PairScoring,
    _ tables: TableSource
  ) throws {
    self.origin = origin
    self.destination = destination
    self.scoring = scoring
    self.tables = tables
    isFlipped = scoring.evidence.sources.id != origin
    ancestors = isFlipped ? scoring.evidence.targets : scoring.evidence.sources
  }

  /// The routes that were followed, from the origin to the destination.
  public var routes: [Route] {
    scoring.evidence.all.flatMap(\.routes).map { isFlipped ? $0.reversed : $0 }
  }

  /// The candidates for a code, the best first.
  ///
  /// A code above the unit groups is answered through the unit groups below it, each with the same
  /// weight.
  ///
  /// - Parameters:
  ///   - code: A code of the origin.
  ///   - traced: How many candidates come with their paths.
  /// - Returns: The candidates and what the tables are silent on.
  /// - Throws: Whatever the source of tables throws.
  public func answer(for code: String, traced: Int = traced) throws -> EquivalenceAnswer {
    let units = ancestors.members(of: code)
    guard ancestors.number(of: code) == nil, !units.isEmpty else {
      return try answer(forUnitGroup: code, traced: traced)
    }
    let parts = try units.map { try answer(forUnitGroup: ancestors.codes[$0], traced: traced) }
    var merged: [OccupationCode: (score: Double, best: Equivalence, paths: [Equivalence.Path])] =
      [:]
    for candidate in parts.flatMap(\.candidates) {
      let part = candidate.score / Double(units.count)
      let known = merged[candidate.target]
      let best = known.map { $0.best.score >= candidate.score ? $0.best : candidate } ?? candidate
      merged[candidate.target] = (
        (known?.score ?? 0) + part, best, (known?.paths ?? []) + candidate.paths
      )
    }
    let candidates = merged.map { target, entry in
      Equivalence(
        target: target, score: entry.score, relation: .relatedMatch, overlap: entry.best.overlap,
        ties: entry.best.ties, terms: [], flags: [],
        paths: entry.paths.sorted(by: Self.isStronger))
    }
    return EquivalenceAnswer(
      source: OccupationCode(origin, code), candidates: candidates.sorted(by: Self.isBetter),
      silences: parts.flatMap(\.silences), routes: routes, isCalibrated: scoring.isCalibrated)
  }

  private func answer(forUnitGroup code: String, traced: Int) throws -> EquivalenceAnswer {
    guard let number = ancestors.number(of: code) else {
      return EquivalenceAnswer(
        source: OccupationCode(origin, code), candidates: [], silences: [], routes: routes,
        isCalibrated: scoring.isCalibrated)
    }
    let ranked =
      isFlipped
      ? scoring.ranked(column: number, atLeast: Self.least)
      : scoring.ranked(row: number, atLeast: Self.least)
    let candidates = try ranked.enumerated().map { place, pair in
      try equivalence(pair.row, pair.column, withPaths: place < traced)
    }
    return EquivalenceAnswer(
      source: OccupationCode(origin, code), candidates: candidates,
      silences: try silences(of: number), routes: routes, isCalibrated: scoring.isCalibrated)
  }

  /// What is known of one pair, whether or not it is a candidate.
  ///
  /// - Parameters:
  ///   - source: A unit group of the origin.
  ///   - target: A unit group of the destination.
  /// - Returns: The pair; `nil` if one of the codes is no unit group.
  /// - Throws: Whatever the source of tables throws.
  public func equivalence(of source: String, and target: String) throws -> Equivalence? {
    let (row, column) = isFlipped ? (target, source) : (source, target)
    guard let row = scoring.evidence.sources.number(of: row),
      let column = scoring.evidence.targets.number(of: column)
    else { return nil }
    return try equivalence(row, column, withPaths: true, withTerms: true)
  }

  private func equivalence(
    _ row: Int, _ column: Int, withPaths: Bool, withTerms: Bool = false
  ) throws -> Equivalence {
    var ties: [String: Double] = [:]
    for one in scoring.evidence.all where one.ties[row, column] > 0 {
      ties[one.name] = Double(one.ties[row, column])
    }
    let overlap = isFlipped ? scoring.overlap(row, column).inverse : scoring.overlap(row, column)
    let paths = withPaths ? try paths(row, column) : []
    return Equivalence(
      target: isFlipped ? scoring.code(ofRow: row) : scoring.code(ofColumn: column),
      score: scoring.score(row, column), relation: overlap.relation, overlap: overlap, ties: ties,
      terms: withTerms ? scoring.terms(row, column) : [], flags: scoring.flags(row, column),
      paths: isFlipped ? paths.map(\.reversed) : paths)
  }

  private static func isBetter(_ left: Equivalence, _ right: Equivalence) -> Bool {
    left.score != right.score ? left.score > right.score : left.target < right.target
  }

  static func isStronger(_ left: Equivalence.Path, _ right: Equivalence.Path) -> Bool {
    if left.strength != right.strength { return left.strength > right.strength }
    return left.codes.lexicographicallyPrecedes(right.codes)
  }
}

extension Equivalence.Path {
  /// How strong the path is, its length considered, 0...1.
  public var strength: Double {
    tables.reduce(share) { strength, _ in strength * PairScoring.trust }
  }

  /// The same path from its end.
  var reversed: Self {
    Self(
      evidence: evidence, codes: codes.reversed(), tables: tables.reversed(),
      relation: relation.inverse, share: share, notes: notes.reversed())
  }
}

extension Route {
  /// The same route from its end.
  var reversed: Route {
    Route(
      steps: steps.reversed().map {
        RouteStep(correspondence: $0.correspondence, direction: $0.direction.opposite)
      }, evidence: evidence)
  }
}
