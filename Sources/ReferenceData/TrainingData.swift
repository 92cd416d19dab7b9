public import Classifications
import Correspondences
public import Fitting
public import Matching

/// The published table that the model is fitted to, and everything else as its evidence.
///
/// The table is no part of the evidence: neither it nor what is derived from it.
public struct TrainingData {
  /// The fit, ready to be made.
  public let fit: ModelFit
  /// The name of the table.
  public let table: String
  /// The traits of the two classifications.
  public let traits: (sources: GroupTraits, targets: GroupTraits)
  /// The part of the sources each source is in that is left out together in cross-validation: the groups
  /// that share the code one level above.
  public let partOfSource: [String]

  /// The table that the model is fitted to, unless another is named.
  public static let standardTable = "sinco2011-nocs2006"

  /// Gathers the table's answers and the evidence.
  ///
  /// - Parameters:
  ///   - catalogue: The reference data; what is left out of it is no evidence.
  ///   - table: The name of the table that is taken as the answer.
  ///   - target: The classification of the answers, to which the table's are carried by the concordances
  ///     between versions.
  /// - Throws: ``UnknownName``, ``FileError`` or ``InvalidInput``.
  public init(
    _ catalogue: Catalogue, table: String = standardTable, target: ClassificationID = .noc2016
  ) throws {
    let whole = try Catalogue(catalogue.directory)
    guard let description = whole.correspondences.first(where: { $0.id == table }) else {
      throw UnknownName("table", table, known: whole.correspondences.map(\.id))
    }
    let evidence = try EvidenceSet(
      from: description.subject, to: target,
      try Catalogue(catalogue.directory, leavingOut: catalogue.leftOut.union([table])).tableSource()
    )
    let answers = try Self.answers(table, from: description.subject, to: target, whole)
    traits = (
      try catalogue.traits(description.subject), try catalogue.traits(target)
    )
    fit = ModelFit(
      features: PairFeatures(evidence, sources: traits.sources, targets: traits.targets),
      evidence: evidence, answers: answers)
    self.table = table
    partOfSource = (0..<evidence.sources.count).map {
      evidence.sources.ancestors(of: $0).first ?? evidence.sources.codes[$0]
    }
  }

  /// The folds in which groups are left out together.
  public var folds: CrossValidation { CrossValidation(partOfSource: partOfSource) }

  /// Scores by models that have seen no answer of the part that a group is in.
  ///
  /// - Parameter scoring: Scores of the same evidence, between any versions of the same two families: a group
  ///   of another version is in the fold of the part that its code lies in.
  /// - Returns: The same pairs with other scores.
  /// - Throws: ``FileError`` or ``InvalidInput``.
  public func crossValidated(_ scoring: PairScoring) throws -> PairScoring {
    let sources = scoring.evidence.sources
    let parts = (0..<sources.count).map { sources.ancestors(of: $0).first ?? sources.codes[$0] }
    let folds = folds
    let foldOfPart = Dictionary(
      zip(partOfSource, folds.foldOfSource), uniquingKeysWith: { first, _ in first })
    let models = (0..<CrossValidation.folds).map { fold in
      fit.model(assuming: scoring.model) { folds.foldOfSource[$0] != fold }
    }
    return scoring.rescored { row in models[foldOfPart[parts[row]] ?? 0] }
  }

  /// The targets that a table gives each source, carried to the classification asked for.
  static func answers(
    _ table: String, from origin: ClassificationID, to destination: ClassificationID,
    _ catalogue: Catalogue
  ) throws -> [Set<Int>?] {
    let evidence = try EvidenceSet(from: origin, to: destination, catalogue.tableSource())
    guard let answer = evidence[table] else {
      throw UnknownName(
        "direct table between \(origin) and", destination.rawValue,
        known: evidence.all.filter { $0.directTable != nil }.map(\.name))
    }
    return (0..<evidence.sources.count).map { row in
      let targets = answer.ties.range(ofRow: row).filter { answer.ties.values[$0] > 0 }.map {
        Int(answer.ties.columns[$0])
      }
      return targets.isEmpty ? nil : Set(targets)
    }
  }
}
