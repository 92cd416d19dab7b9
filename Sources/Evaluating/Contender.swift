public import Classifications
public import Matching
public import ReferenceData

/// A way to answer that is evaluated: Puente's own, or one that people use today.
public enum Contender: Hashable, Sendable {
  /// Puente's score.
  case puente
  /// Joining the published tables through one pivot, or several, and counting the chains; the pivots are
  /// named by their families, such as `isco`.
  case chain([String])
  /// Comparing titles alone, by one of the similarity sets.
  case titles(String)

  /// Its name for people.
  public var name: String {
    switch self {
    case .puente: "Puente"
    case .chain(let pivots): "chain through \(pivots.joined(separator: " and "))"
    case .titles(let evidence): "titles alone (\(evidence))"
    }
  }

  /// Its answers for every unit group.
  ///
  /// - Parameters:
  ///   - scoring: Puente's scores of every pair; the evidence in it is what the others have, too.
  ///   - origin: The classification of the codes.
  ///   - catalogue: The reference data.
  /// - Returns: An answer for each unit group, in the publisher's order.
  /// - Throws: ``InvalidInput``, ``FileError`` or ``UnknownName``.
  public func answers(
    _ scoring: PairScoring, from origin: ClassificationID, _ catalogue: Catalogue
  ) throws -> [Evaluation.Answer] {
    let table = try catalogue.codeTable(origin)
    let isFlipped = scoring.evidence.sources.id != origin
    let targets = isFlipped ? scoring.evidence.sources.codes : scoring.evidence.targets.codes
    return table.unitGroups.enumerated().map { number, item in
      let ranked = ranked(number, scoring, isFlipped)
      return Evaluation.Answer(
        source: item.code, division: table.division(of: item.code)?.code ?? "",
        targets: ranked.map { targets[$0.target] }, scores: ranked.map(\.score))
    }
  }

  private func ranked(
    _ number: Int, _ scoring: PairScoring, _ isFlipped: Bool
  ) -> [(target: Int, score: Double)] {
    switch self {
    case .puente:
      let pairs = isFlipped ? scoring.ranked(column: number) : scoring.ranked(row: number)
      return pairs.map { (isFlipped ? $0.row : $0.column, $0.score) }
    case .chain(let pivots):
      // What somebody gets who joins the tables in a spreadsheet: the more chains, the better; the same
      // number, in the order of codes. The score is the share of the chains.
      var counts: [Int: Double] = [:]
      for evidence in scoring.evidence.all where pivots.contains(evidence.name) {
        for (target, count) in evidence.chainCounts(of: number, isFlipped) {
          counts[target, default: 0] += Double(count)
        }
      }
      let all = counts.values.reduce(0, +)
      return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
        ($0.key, $0.value / all)
      }
    case .titles(let name):
      guard let ties = scoring.evidence[name]?.ties else { return [] }
      let rows = isFlipped ? Array(0..<ties.rowCount) : [number]
      let found = rows.compactMap { row in
        isFlipped
          ? [(row, Double(ties[row, number]))]
          : ties.range(ofRow: row).map {
            (Int(ties.columns[$0]), Double(ties.values[$0]))
          }
      }.joined().filter { $0.1 > 0 }
      return found.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { (target: $0.0, score: $0.1) }
    }
  }
}
