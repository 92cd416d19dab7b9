import Classifications

/// The openings that each code of candidates reaches.
struct CompiledReach: Sendable {
  /// An opening that a code reaches.
  struct Entry {
    let opening: Int32
    /// The set of groups of the opening.
    let set: Int32
    /// How strongly the code is tied to the best of them.
    let equivalence: Double
    /// The same times the stream of the opening: no score is above it.
    let bound: Double
  }

  /// By code, the greatest bound first.
  let entries: [[Entry]]
  /// The codes of each set of occupations, by number.
  let codesOfSet: [[Int32]]

  private let sets: [[OccupationCode]]
  private let setOfOpening: [Int32]
  private let codes: [OccupationCode]
  private let ties: CodeTies
  /// How strongly each code is tied to each set of groups; 0 below the least.
  private let scores: [Double]

  init(
    _ occupations: [[OccupationCode]], _ groups: [[OccupationCode]], _ ties: CodeTies,
    streams: [Double], ranks: [Int32], least: Double
  ) {
    var codes = Interner<OccupationCode>()
    codesOfSet = occupations.map { $0.map { codes.number(of: $0) } }
    // Openings share few sets of groups, so each is compared once.
    var sets = Interner<[OccupationCode]>()
    setOfOpening = groups.map { sets.number(of: $0) }
    var openingsOfSet = [[Int32]](repeating: [], count: sets.values.count)
    for (opening, set) in setOfOpening.enumerated() {
      openingsOfSet[Int(set)].append(Int32(opening))
    }
    var scores: [Double] = []
    entries = codes.values.map { code in
      var found: [Entry] = []
      for (set, groups) in sets.values.enumerated() {
        let score = ties.best(of: code, to: groups)?.tie.score ?? 0
        scores.append(score >= least ? score : 0)
        guard score >= least else { continue }
        for opening in openingsOfSet[set] where streams[Int(opening)] > 0 {
          found.append(
            Entry(
              opening: opening, set: Int32(set), equivalence: score,
              bound: score * streams[Int(opening)]))
        }
      }
      return found.sorted {
        $0.bound != $1.bound
          ? $0.bound > $1.bound : ranks[Int($0.opening)] < ranks[Int($1.opening)]
      }
    }
    self.sets = sets.values
    self.codes = codes.values
    self.ties = ties
    self.scores = scores
  }

  /// Whether a code is the one of its set through which an opening counts: the most strongly tied, of equals the
  /// first.
  @inline(__always)
  func isBest(_ place: Int, in codes: [Int32], _ entry: Entry) -> Bool {
    if codes.count == 1 { return true }
    for other in codes.indices where other != place {
      let score = scores[Int(codes[other]) * sets.count + Int(entry.set)]
      if score > entry.equivalence || score == entry.equivalence && other < place { return false }
    }
    return true
  }

  /// The tie through which an opening counts for a set of occupations; `nil` if there is none.
  func best(
    ofSet number: Int, opening: Int
  ) -> (code: OccupationCode, group: OccupationCode, tie: CodeTie)? {
    var best: (code: OccupationCode, group: OccupationCode, tie: CodeTie)?
    for code in codesOfSet[number] {
      let found = ties.best(of: codes[Int(code)], to: sets[Int(setOfOpening[opening])])
      if let found, found.tie.score > best?.tie.score ?? 0 { best = found }
    }
    return best
  }

  /// The set of groups of an opening.
  func set(of opening: Int) -> Int32 { setOfOpening[opening] }
}
