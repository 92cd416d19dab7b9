public import Classifications
import Fitting
public import Matching

extension Catalogue {
  /// The tables and code lists that engines work with; they read on from the catalogue, which has to be kept
  /// for as long.
  public func tableSource() -> TableSource {
    let families = Dictionary(uniqueKeysWithValues: classifications.map { ($0.id, $0.family) })
    let countries = Dictionary(uniqueKeysWithValues: classifications.map { ($0.id, $0.country) })
    return TableSource(
      descriptions: correspondences,
      correspondence: { [self] in try correspondence($0) },
      unitGroups: { [self] in try unitGroups($0) },
      // The classifications of one country are one side; an international family is a side of its own.
      side: { id in
        let country = countries[id] ?? ""
        return country == "MX" || country == "CA" ? country : families[id] ?? id.rawValue
      },
      without: leftOut
    )
  }

  /// The scores of all pairs of two classifications, in whichever order.
  ///
  /// Between Mexico's and Canada's they are probabilities by the model; between others they say how strongly
  /// the tables tie a pair.
  ///
  /// - Parameters:
  ///   - first: One of the classifications.
  ///   - second: The other.
  ///   - withoutPivots: Whether to take only tables that lead from one to the other without a pivot.
  /// - Returns: The scores; Mexico's groups are the rows, or else those of the first by identifier.
  /// - Throws: ``UnknownName``, ``FileError`` or ``InvalidInput``.
  public func scoring(
    _ first: ClassificationID, _ second: ClassificationID, withoutPivots: Bool = false
  ) throws -> PairScoring {
    let countries = try (classification(first).country, classification(second).country)
    let isFlipped = countries == ("CA", "MX") || (countries != ("MX", "CA") && second < first)
    let (rows, columns) = isFlipped ? (second, first) : (first, second)
    let key = [rows.rawValue, columns.rawValue, withoutPivots ? "without" : ""]
    if let known = scorings[key] { return known }
    let evidence = try EvidenceSet(
      from: rows, to: columns, tableSource(), withoutPivots: withoutPivots)
    let isModelled = Set([countries.0, countries.1]) == ["MX", "CA"] && !withoutPivots
    let scoring =
      isModelled ? try modelled(evidence) : PairScoring(ties: evidence)
    scorings[key] = scoring
    return scoring
  }

  /// The decisions that count as evidence.
  public var usedDecisions: [Decision] { leftOut.contains(Decision.evidenceName) ? [] : decisions }

  private func modelled(_ evidence: EvidenceSet) throws -> PairScoring {
    let traits = try (self.traits(evidence.sources.id), self.traits(evidence.targets.id))
    let decided = PairMatrix(usedDecisions, evidence.sources, evidence.targets)
    let features = PairFeatures(
      evidence, sources: traits.0, targets: traits.1, including: decided)
    return PairScoring(
      evidence, features, try model(), sources: traits.0, targets: traits.1, decisions: decided)
  }

  /// The model that scores pairs of Mexico's and Canada's classifications.
  ///
  /// Where evidence that it was fitted with is left out, it is fitted anew to what is left, because the
  /// weights hold for all evidence together.
  ///
  /// - Throws: ``FileError`` or ``InvalidInput``.
  public func model() throws -> EquivalenceModel {
    if let loadedModel { return loadedModel }
    var model = try files.model()
    if !leftOut.isEmpty {
      let training = try TrainingData(self)
      let fitted = Set(model.terms.filter(\.isFitted).map(\.name))
      let gone = EquivalenceModel.fittedEvidence.contains {
        fitted.contains($0) && training.fit.evidence[$0] == nil
      }
      if gone { model = training.fit.model(assuming: model) }
    }
    loadedModel = model
    return model
  }

  /// What is known of the unit groups of a classification besides its tables.
  ///
  /// - Throws: ``UnknownName``, ``FileError`` or ``InvalidInput``.
  public func traits(_ id: ClassificationID) throws -> GroupTraits {
    if let known = groupTraits[id] { return known }
    let table = try codeTable(id)
    let units = try unitGroups(id)
    let levels = try skillLevels(of: table, units)
    let vocabulary = try vocabulary()
    let traits = GroupTraits(
      units,
      traits: table.unitGroups.enumerated().map { number, item in
        // One language is enough, and the words of the others only add chances to err.
        let official = Language.allCases.first {
          !item.unofficialLanguages.contains($0) && item.title(in: $0) != nil
        }
        let title = official.flatMap { item.title(in: $0) } ?? ""
        let languages = official.map { [$0] } ?? []
        let scope = vocabulary.names(of: .scope, in: title, languages: languages)
        let roles = vocabulary.names(of: .role, in: title, languages: languages)
        return GroupTraits.Traits(
          roles: Set(roles + scope.filter { $0 != "residual" }),
          isResidual: scope.contains("residual"), skillLevel: levels[number])
      })
    groupTraits[id] = traits
    return traits
  }

  /// The skill levels of unit groups: the publisher's own, or else the mean of the ISCO-08 groups that the
  /// shortest published way leads to.
  private func skillLevels(of table: CodeTable, _ units: UnitGroups) throws -> [Double?] {
    let own = table.unitGroups.map(GroupTraits.skillLevel)
    guard own.allSatisfy({ $0 == nil }), table.id != .isco08 else { return own }
    guard let ties = try ties(of: table.id, to: .isco08) else { return own }
    let levels = try codeTable(.isco08).unitGroups.map(GroupTraits.skillLevel)
    return (0..<units.count).map { row in
      let linked = ties.range(ofRow: row).filter { ties.values[$0] > 0 }.compactMap {
        levels[Int(ties.columns[$0])]
      }
      return linked.isEmpty ? nil : linked.reduce(0, +) / Double(linked.count)
    }
  }

  /// The ties of a classification to another on the shortest way there is without a pivot; `nil` if there is
  /// none.
  ///
  /// - Throws: ``UnknownName``, ``FileError`` or ``InvalidInput``.
  public func ties(of id: ClassificationID, to other: ClassificationID) throws -> PairMatrix? {
    let evidence = try EvidenceSet(from: id, to: other, tableSource(), withoutPivots: true)
    return evidence.all.first { $0.directTable != nil }?.ties
  }

  /// The numbered unit groups of a classification.
  ///
  /// - Throws: ``UnknownName``, ``FileError`` or ``InvalidInput``.
  public func unitGroups(_ id: ClassificationID) throws -> UnitGroups {
    if let known = numberedUnits[id] { return known }
    let units = UnitGroups(try tree(id))
    numberedUnits[id] = units
    return units
  }
}
