import Classifications

extension PairScoring {
  /// The parts of a pair's score, the strongest first; none for a score that is no probability.
  ///
  /// The two stages are folded into one sum: what the evidence adds is multiplied by what the second stage
  /// makes of it, and the alternatives stand as parts of their own. With the base, the parts add up to the
  /// log odds of the score.
  func terms(_ row: Int, _ column: Int) -> [Equivalence.Term] {
    guard let scored, let place = candidates.place(row, column) else { return [] }
    let scale = scored.model.weight(EquivalenceModel.Part.firstStage, .plain)
    var sums: [(name: String, sum: Double)] = []
    func add(_ name: String, _ part: Double) {
      guard part != 0 else { return }
      if let known = sums.firstIndex(where: { $0.name == name }) {
        sums[known].sum += part
      } else {
        sums.append((name, part))
      }
    }
    for (definition, value) in zip(scored.features.columns, scored.features.values(at: place)) {
      add(
        definition.name,
        scale * scored.model.weight(definition.name, definition.form) * Double(value))
    }
    for one in scored.direct { add(one.evidence.name, scale * one.contribution(row, column)) }
    if let decisions = scored.decisions {
      let weight = scored.model.weight(EquivalenceModel.Part.decision, .plain)
      add(EquivalenceModel.Part.decision, scale * weight * Double(decisions[row, column]))
    }
    add(
      EquivalenceModel.Part.rivalsOfSource,
      scored.model.weight(EquivalenceModel.Part.rivalsOfSource, .plain)
        * scored.result.shareOfSource[place])
    add(
      EquivalenceModel.Part.rivalsOfTarget,
      scored.model.weight(EquivalenceModel.Part.rivalsOfTarget, .plain)
        * scored.result.shareOfTarget[place])
    let base =
      scale * scored.model.weight(EquivalenceModel.Part.base, .plain)
      + scored.model.weight(EquivalenceModel.Part.secondBase, .plain)
    let ordered = sums.sorted { (-abs($0.sum), $0.name) < (-abs($1.sum), $1.name) }
    return ordered.map {
      Equivalence.Term(name: $0.name, contribution: $0.sum, reason: reason($0.name, row, column))
    }
      + [Equivalence.Term(name: EquivalenceModel.Part.base, contribution: base, reason: "")]
  }

  /// What a part of a score rests on, in words.
  private func reason(_ name: String, _ row: Int, _ column: Int) -> String {
    guard let scored else { return "" }
    let source = scored.traits.sources.traits[row]
    let target = scored.traits.targets.traits[column]
    let names = (code(ofRow: row).description, code(ofColumn: column).description)
    func only(_ isOfSource: Bool) -> String { isOfSource ? names.0 : names.1 }
    switch name {
    case EquivalenceModel.Part.leadership:
      return "only \(only(source.leads)) leads others by its title"
    case EquivalenceModel.Part.assistance:
      return "only \(only(source.assists)) helps others by its title"
    case EquivalenceModel.Part.residual:
      return "only \(only(source.isResidual)) is a group for what has no other"
    case EquivalenceModel.Part.skillLevel:
      let levels = [source.skillLevel, target.skillLevel].map { $0.map { tenths($0) } ?? "unknown" }
      return "skill level \(levels[0]) and \(levels[1])"
    case EquivalenceModel.Part.rivalsOfSource:
      return rivals(
        of: names.0,
        ranked(row: row).filter { $0.column != column }.map { code(ofColumn: $0.column) })
    case EquivalenceModel.Part.rivalsOfTarget:
      return rivals(
        of: names.1, ranked(column: column).filter { $0.row != row }.map { code(ofRow: $0.row) })
    case EquivalenceModel.Part.nearTree: return "the groups just above both are tied"
    case EquivalenceModel.Part.farTree: return "the groups two levels above both are tied"
    case EquivalenceModel.Part.statedNone:
      return "a published table states that nothing corresponds to one of them"
    case EquivalenceModel.Part.decision:
      let value = scored.decisions?[row, column] ?? 0
      return value < 0 ? "rejected" : value < 1 ? "accepted by one government" : "agreed"
    default:
      guard let direct = scored.direct.first(where: { $0.evidence.name == name }),
        direct.evidence.ties[row, column] == 0
      else { return "" }
      return direct.evidence.denied.map { $0[row, column] > 0 } == true
        ? "says that the two are not equivalent" : "leads from \(names.0) to other groups only"
    }
  }

  private func rivals(of code: String, _ others: [OccupationCode]) -> String {
    others.isEmpty
      ? "\(code) has no alternative"
      : "the alternatives for \(code): \(others.prefix(3).map(\.description).joined(separator: ", "))"
  }

  /// The code of a row.
  func code(ofRow row: Int) -> OccupationCode {
    OccupationCode(evidence.sources.id, evidence.sources.codes[row])
  }

  /// The code of a column.
  func code(ofColumn column: Int) -> OccupationCode {
    OccupationCode(evidence.targets.id, evidence.targets.codes[column])
  }
}

/// A number with one decimal.
func tenths(_ number: Double) -> String {
  let tenths = Int((number * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}
