public import Classifications
import Matching
public import ReferenceData

/// A way to answer that is evaluated: Puente's own, or one that people use today.
public enum Contender: Hashable, Sendable {
  /// Puente's score.
  case puente
  /// Joining the published tables through one pivot, or several, and counting the chains.
  case chain([ClassificationID])

  /// Its name for people.
  public var name: String {
    switch self {
    case .puente: "Puente"
    case .chain(let pivots): "chain through \(pivots.map(\.rawValue).joined(separator: " and "))"
    }
  }

  /// Its answers for every unit group.
  ///
  /// - Parameters:
  ///   - origin: The classification of the codes.
  ///   - destination: The classification of the answers.
  ///   - catalogue: The reference data, without what is left out.
  /// - Returns: An answer for each unit group, in the publisher's order.
  /// - Throws: ``InvalidInput``, ``FileError`` or ``UnknownName``.
  public func answers(
    from origin: ClassificationID, to destination: ClassificationID, _ catalogue: Catalogue
  ) throws -> [Evaluation.Answer] {
    let table = try catalogue.codeTable(origin)
    let finder = try catalogue.finder(from: origin, to: destination)
    return try table.unitGroups.map { item in
      let division = table.division(of: item.code)?.code ?? ""
      let answer = try finder.answer(for: item.code)
      switch self {
      case .puente:
        return Evaluation.Answer(
          source: item.code, division: division, targets: answer.candidates.map(\.target.code),
          scores: answer.candidates.map(\.score)
        )
      case .chain(let pivots):
        return Self.joined(
          answer, through: Set(pivots), source: item.code, division: division,
          families: try families(catalogue))
      }
    }
  }

  private func families(_ catalogue: Catalogue) throws -> [ClassificationID: String] {
    Dictionary(uniqueKeysWithValues: catalogue.classifications.map { ($0.id, $0.family) })
  }

  /// What somebody gets who joins the tables in a spreadsheet.
  ///
  /// The more chains, the better; the same number, in the order of codes. The score is the share of the
  /// chains.
  private static func joined(
    _ answer: EquivalenceAnswer, through pivots: Set<ClassificationID>, source: String,
    division: String,
    families: [ClassificationID: String]
  ) -> Evaluation.Answer {
    let wanted = Set(pivots.compactMap { families[$0] })
    let ends = Set([answer.source.classification].compactMap { families[$0] })
    var counts: [String: Int] = [:]
    for candidate in answer.candidates {
      let own = ends.union([families[candidate.target.classification] ?? ""])
      let chains = candidate.paths.count { path in
        let passed = Set(path.codes.compactMap { families[$0.classification] }).subtracting(own)
        return !passed.isEmpty && passed.isSubset(of: wanted)
      }
      if chains > 0 { counts[candidate.target.code] = chains }
    }
    let all = counts.values.reduce(0, +)
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return Evaluation.Answer(
      source: source, division: division, targets: ranked.map(\.key),
      scores: ranked.map { Double($0.value) / Double(all) }
    )
  }
}
