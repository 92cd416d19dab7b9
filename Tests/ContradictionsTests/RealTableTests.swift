import Classifications
import Contradictions
import Diagnostics
import ReferenceData
import TestSupport
import Testing

/// The crosswalks as they are.
@Suite struct RealTableTests {
  private static func crosswalks(
    leavingOut: Set<String> = [], kinds: Set<ConflictKind> = Set(ConflictKind.allCases)
  ) throws -> ContradictionReport {
    let catalogue = try Repository.catalogue(leavingOut: leavingOut)
    let loader = StatementLoader(catalogue)
    var list = StatementList()
    try loader.addCrosswalks(to: &list)
    let evidence =
      kinds.contains(.againstTheRest)
      ? try EvidenceDetector(catalogue).conflicts(of: list) : []
    return ContradictionFinder(list, trees: try loader.trees(of: list), kinds: kinds)
      .report(with: evidence)
  }

  @Test func flagsTheOdditiesOfTheOfficialTable() throws {
    let found = try Self.crosswalks(kinds: [.againstTheRest])
    let words = found.conflicts.map { found.list.statements[$0.record].words }
    for oddity in [
      "sinco2011:2814 broad nocs2006:J112", "sinco2011:2811 broad nocs2006:D111",
      "sinco2011:9661 broad nocs2006:J319", "noc2016:3212 with sinco2011:2814",
    ] {
      #expect(words.contains(oddity))
    }
    let pharmacy = try #require(
      found.conflicts.first { found.list.statements[$0.record].words.contains("J112") })
    let record = found.list.statements[pharmacy.record]
    #expect(record.location.description == "crosswalks/sinco2011-nocs2006.sssom.tsv:386:68")
    #expect(pharmacy.help.hasPrefix("the rest ties sinco2011:2814 rather to noc2016:3219 "))
    // The reasoned pairs of the report are not against the rest.
    for pair in ["noc2016:3211 with sinco2011:2813", "noc2016:3131 with sinco2011:2428"] {
      #expect(found.list.statements.contains { $0.words == pair })
      #expect(!words.contains(pair))
    }
  }

  @Test func leavesNothingThatContradictsItself() throws {
    let found = try Self.crosswalks(
      kinds: Set(ConflictKind.allCases).subtracting([.againstTheRest]))
    #expect(found.knots.allSatisfy { $0.isProven })
    #expect(found.notes.count == 1)
    #expect(found.notes[0].contains("links.csv:9:87: there is no noc2016:2013"))
    // Published tables contradict no one of them directly, and declare their cardinalities rightly.
    let seen = Set(found.conflicts.map(\.kind))
    #expect(seen.isDisjoint(with: [.assertedAndDenied, .exactAndBroad, .cardinality]))
    #expect(seen.isSuperset(of: [.chain, .broadCycle, .levelClash, .residualExact, .statedNone]))
    let removed = Set(found.knots.flatMap(\.removal))
    let rest = found.list.filtered { !removed.contains($0) }
    let trees = try StatementLoader(try Repository.catalogue()).trees(of: rest)
    // Cardinalities are counts, to be made anew when records go.
    let kinds = Set(ConflictKind.allCases).subtracting([.cardinality])
    #expect(ContradictionFinder(rest, trees: trees, kinds: kinds).report().knots.isEmpty)
  }

  @Test func findsTheSameTwice() throws {
    let kinds: Set<ConflictKind> = [.chain, .broadCycle, .exactWithTwo]
    #expect(try Self.crosswalks(kinds: kinds).knots == Self.crosswalks(kinds: kinds).knots)
  }

  @Test func leavesOutWhatIsLeftOut() throws {
    let found = try Self.crosswalks(
      leavingOut: ["sinco2011-nocs2006"], kinds: [.chain, .broadCycle])
    #expect(
      !found.list.tables.contains {
        $0.file.contains("nocs2006.sssom") && $0.file.contains("sinco")
      })
    #expect(!found.list.statements.contains { $0.words.contains("sinco2011:2814 broad nocs2006") })
  }

  @Test func passesOverSimilarities() throws {
    let catalogue = try Repository.catalogue()
    var list = StatementList()
    let path = "\(Repository.path)/crosswalks/sinco2011-noc2016-esco.sssom.tsv"
    try StatementLoader(catalogue).add([path], to: &list)
    #expect(list.statements.isEmpty)
    #expect(list.notes.count == 1)
    #expect(
      list.notes[0].hasSuffix("records are similarities that were computed, which state nothing"))
  }

  @Test func holdsAListAgainstTheCrosswalks() throws {
    let catalogue = try Repository.catalogue()
    let loader = StatementLoader(catalogue)
    var list = StatementList()
    try list.add(
      mappingSet: mappingSet([
        "sinco2011:1112 not exact isco08:1111", "isco08:2211 broad isco08:22",
      ]),
      name: "own", known: [.sinco2011, .isco08])
    let own = list.statements.count
    try loader.addCrosswalks(to: &list)
    let found = ContradictionFinder(list, trees: try loader.trees(of: list))
      .report(ofFirst: own, with: [])
    #expect(found.conflicts.allSatisfy { $0.records[0] < own && $0.record < own })
    #expect(found.notes.isEmpty)
    #expect(Set(found.knots.flatMap(\.removal)).isSubset(of: [0]))
  }
}
