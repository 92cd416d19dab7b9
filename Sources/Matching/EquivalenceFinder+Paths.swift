import Classifications
import Correspondences

extension EquivalenceFinder {
  /// The chains of codes that tie a pair, those of each piece of evidence together, the strongest first.
  func paths(_ row: Int, _ column: Int) throws -> [Equivalence.Path] {
    var paths: [Equivalence.Path] = []
    for evidence in scoring.evidence.all where evidence.ties[row, column] > 0 {
      for walk in evidence.walks {
        var known: [[OccupationCode]: Equivalence.Path] = [:]
        for chain in walk.chains(from: row, to: column) {
          let path = try path(chain, on: walk, of: evidence.name)
          known[path.codes] = known[path.codes]?.joined(with: path) ?? path
        }
        paths += known.values
      }
    }
    return paths.sorted(by: Self.isStronger)
  }

  /// The codes a chain passes, as the tables print them, which may lie above the unit groups.
  private func path(
    _ chain: RouteWalk.Chain, on walk: RouteWalk, of evidence: String
  ) throws -> Equivalence.Path {
    var codes = [OccupationCode(walk.units[0].id, walk.units[0].codes[Int(chain.ends[0])])]
    var relation = MapRelation.exactMatch
    var notes: [String] = []
    func pass(_ code: OccupationCode) {
      guard code != codes[codes.count - 1] else { return }
      // A code above or below the last one of the same classification.
      if code.classification == codes[codes.count - 1].classification {
        let isAbove = code.code.count < codes[codes.count - 1].code.count
        relation = relation.chained(with: isAbove ? .broadMatch : .narrowMatch)
      }
      codes.append(code)
    }
    for (number, step) in walk.route.steps.enumerated() {
      let table = try tables.correspondence(step.correspondence)
      let link = table.link(chain.links[number])
      pass(OccupationCode(step.origin, link.end(step.direction.opposite)))
      codes.append(OccupationCode(step.destination, link.end(step.direction)))
      relation = relation.chained(with: link.relation(step.direction))
      if !link.note.isEmpty, !notes.contains(link.note) { notes.append(link.note) }
    }
    let last = walk.units[walk.units.count - 1]
    pass(OccupationCode(last.id, last.codes[Int(chain.ends[chain.ends.count - 1])]))
    return Equivalence.Path(
      evidence: evidence, codes: codes, tables: walk.route.steps.map(\.correspondence),
      relation: relation, share: (chain.forward * chain.backward).squareRoot(), notes: notes)
  }

  /// The tables that have nothing for a code, or for one that a route reaches from it.
  func silences(of number: Int) throws -> [EquivalenceAnswer.Silence] {
    var silences: [EquivalenceAnswer.Silence] = []
    for evidence in scoring.evidence.all {
      for walk in evidence.walks
      where !walk.route.steps.contains(where: \.correspondence.isSimilarity) {
        let isReversed = walk.units[0].id != origin
        let found =
          isReversed
          ? try lastSilences(of: number, on: walk) : try allSilences(of: number, on: walk)
        for silence in found where !silences.contains(silence) { silences.append(silence) }
      }
    }
    return silences
  }

  private func allSilences(of number: Int, on walk: RouteWalk) throws -> [EquivalenceAnswer.Silence]
  {
    var found: [EquivalenceAnswer.Silence] = []
    var reached: Set<Int32> = [Int32(number)]
    for (position, step) in walk.route.steps.enumerated() {
      var next: Set<Int32> = []
      for unit in reached.sorted() {
        let entries = walk.steps[position].entries(from: Int(unit))
        next.formUnion(entries.map(\.end))
        if entries.isEmpty {
          let code = walk.units[position].codes[Int(unit)]
          found.append(try silence(of: code, in: step.correspondence, step.direction, step.origin))
        }
      }
      reached = next
    }
    return found
  }

  /// The same from the end of a walk: only its last table, which is where the code is looked up first.
  private func lastSilences(
    of number: Int, on walk: RouteWalk
  ) throws -> [EquivalenceAnswer.Silence] {
    let last = walk.steps.count - 1
    guard !walk.steps[last].entries.contains(where: { Int($0.end) == number }) else { return [] }
    let step = walk.route.steps[last]
    let code = walk.units[last + 1].codes[number]
    return [
      try silence(of: code, in: step.correspondence, step.direction.opposite, step.destination)
    ]
  }

  private func silence(
    of code: String, in description: CorrespondenceDescription, _ direction: Direction,
    _ classification: ClassificationID
  ) throws -> EquivalenceAnswer.Silence {
    let standing = try tables.correspondence(description).standing(of: code, direction)
    let occupation = OccupationCode(classification, code)
    if case .statedNone(let note) = standing {
      return EquivalenceAnswer.Silence(
        table: description, code: occupation, isStated: true, note: note)
    }
    return EquivalenceAnswer.Silence(
      table: description, code: occupation, isStated: false, note: "")
  }
}

extension Equivalence.Path {
  /// Two chains that print the same codes, by what both tie together.
  fileprivate func joined(with other: Self) -> Self {
    Self(
      evidence: evidence, codes: codes, tables: tables, relation: relation,
      share: min(1, share + other.share), notes: notes)
  }
}
