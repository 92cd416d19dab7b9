import Contradictions
import Diagnostics
import ReferenceData
import TestSupport
import Testing

/// Files that are wrong, or made to be hard.
@Suite struct HostileFileTests {
  private func faults(_ bytes: [UInt8]) -> [Finding] {
    do {
      _ = try statements(bytes)
      return []
    } catch let error as InvalidInput {
      return error.findings
    } catch {
      return []
    }
  }

  private func pairFaults(_ text: String) throws -> [Finding] {
    var list = StatementList()
    do {
      try list.add(pairs: Array(text.utf8), name: "p.csv", catalogue: try Repository.catalogue())
      return []
    } catch let error as InvalidInput {
      return error.findings
    }
  }

  @Test func tellsWhereAFileCannotBeRead() {
    for (bytes, rule) in [
      ([], "sssom-empty-file"), (Array("#a: [\nsubject_id\n".utf8), "sssom-metadata-syntax"),
      (mappingSet(["ex:a exact ex:b"]) + Array("ex:c\tskos:exactMatch\n".utf8), "sssom-ragged-row"),
    ] {
      let faults = faults(bytes)
      #expect(faults.contains { $0.rule == rule })
      #expect(faults.allSatisfy { $0.location != nil })
    }
    #expect(!faults([0, 159, 146, 150, 10, 255]).isEmpty)
  }

  @Test func tellsWhatARecordLacks() {
    let text = String(decoding: mappingSet(["ex:a exact ex:b", "ex:c exact ex:d"]), as: UTF8.self)
    let found = faults(Array(text.replacing("ex:c\t", with: "\t").utf8))
    #expect(found.map(\.rule) == ["sssom-missing-value"])
    #expect(found[0].location?.line == 13)
    let modifier = faults(
      Array(text.replacing("Match\t\tex:d", with: "Match\tno\tex:d").utf8))
    #expect(modifier.map(\.rule) == ["sssom-predicate-modifier"])
    let columns = faults(Array("subject_id\tpredicate_id\nex:a\tskos:exactMatch\n".utf8))
    #expect(columns.map(\.rule) == ["sssom-missing-column"])
  }

  @Test func readsTablesOfPairsWithTheirRelations() throws {
    var list = StatementList()
    let text = """
      link_id,noc2016,sinco2011,relation,state,confidence
      A,3012,2426,exact,,0.5
      B,3012,2426,not exact,,
      C,3012,2426,broad,rejected,
      D,3211 / 3212,2813,,,high
      """
    try list.add(pairs: Array(text.utf8), name: "p.csv", catalogue: try Repository.catalogue())
    #expect(
      list.statements.map(\.words) == [
        "noc2016:3012 exact sinco2011:2426", "noc2016:3012 not exact sinco2011:2426",
        "noc2016:3211 with sinco2011:2813", "noc2016:3212 with sinco2011:2813",
      ])
    #expect(list.statements.map(\.identifier) == ["A", "B", "D", "D"])
    #expect(list.statements[0].confidence == 0.5)
    #expect(
      list.notes == ["p.csv: 1 rows were rejected, withdrawn or dismissed, and state nothing"])
    let found = try report(list)
    #expect(found.brief == ["asserted-and-denied: 1, 2"])
    #expect(found.removed == [1])
  }

  @Test func saysWhichVersionItAssumed() throws {
    var list = StatementList()
    let text = "noc,sinco\n3012,2426\n"
    try list.add(pairs: Array(text.utf8), name: "p.csv", catalogue: try Repository.catalogue())
    #expect(list.notes.count == 2)
    #expect(list.notes.allSatisfy { $0.hasPrefix("p.csv:1:") && $0.contains("names no version") })
  }

  @Test func tellsWhatIsWrongInATableOfPairs() throws {
    let several = try pairFaults("noc2016,sinco2011,relation\n3012,2426,equal\n3211,2813,same\n")
    #expect(several.map { $0.location?.line } == [2, 3])
    let relation = try pairFaults("noc2016,sinco2011,relation\n3012,2426,equal\n")
    #expect(relation.map(\.description).joined().hasPrefix("p.csv:2:11: error[invalid-value]"))
    #expect(try pairFaults("a,b\n1,2\n").map(\.rule) == ["unknown-table"])
    #expect(try !pairFaults("noc2016,sinco2011\n3012\n").isEmpty)
    #expect(try !pairFaults("").isEmpty)
  }

  @Test(.timeLimit(.minutes(10))) func endsOnLongChains() throws {
    let count = 4000
    var rows = (0..<count).map { "ex:\($0) broad ex:\($0 + 1)" }
    rows.append("ex:\(count) broad ex:0")
    let cycle = try report(rows)
    #expect(cycle.knots.map(\.removal) == [[count]])
    rows = (0..<count).map { "ex:\($0) exact ex:\($0 + 1)" } + ["ex:0 not exact ex:\(count)"]
    #expect(try report(rows).knots.map(\.removal) == [[count]])
  }

  @Test(.timeLimit(.minutes(10))) func endsOnTangles() throws {
    // One pair, said and denied again and again: more conflicts than are kept.
    let pair = (0..<600).map { "ex:a \($0.isMultiple(of: 2) ? "" : "not ")exact ex:b" }
    let found = try report(pair)
    #expect(found.knots.count == 1)
    #expect(
      found.notes.contains { $0.contains("more conflicts of the kind 'asserted-and-denied'") })
    // Many groups of one classification, all the same.
    let star = (0..<400).map { "ex:a exact noc2016:\(1000 + $0)" }
    #expect(try report(star).conflicts.allSatisfy { $0.kind == .exactWithTwo })
    // Every one broader than every other.
    let clique = (0..<40).flatMap { a in
      (0..<40).compactMap { a == $0 ? nil : "ex:\(a) broad ex:\($0)" }
    }
    let knots = try report(clique).knots
    #expect(knots.reduce(0) { $0 + $1.removal.count } >= 780)
  }
}
