import Classifications
import Contradictions
import Correspondences
import Diagnostics
import TestSupport
import Testing

/// Which of several smallest answers is named.
@Suite struct ResolutionTests {
  @Test func givesUpTheRecordOfLeastConfidence() throws {
    let rows = ["ex:a exact ex:b confidence=0.4", "ex:a broad ex:b confidence=0.9"]
    #expect(try report(rows, columns: ["confidence"]).removed == [1])
    #expect(try report(rows.reversed(), columns: ["confidence"]).removed == [2])
    // One that says nothing of its confidence does not count as unsure.
    let silent = ["ex:a exact ex:b", "ex:a broad ex:b confidence=0.9"]
    #expect(try report(silent, columns: ["confidence"]).removed == [2])
  }

  @Test func givesUpTheLaterOfTwoAlike() throws {
    #expect(try report(["ex:a exact ex:b", "ex:a broad ex:b"]).removed == [2])
  }

  @Test func keepsPublishedTablesLongest() throws {
    let id = ClassificationID.noc2016
    let published = CorrespondenceDescription(
      id: "set", subject: id, object: id, file: "", title: "", kind: "published", source: "")
    var list = StatementList()
    try list.add(
      mappingSet: mappingSet(["ex:a exact ex:b confidence=0.9"], columns: ["confidence"]),
      name: "own", known: [])
    try list.add(
      mappingSet: mappingSet(["ex:a broad ex:b confidence=0.1"], columns: ["confidence"]),
      name: "theirs", known: []
    ) { _ in published }
    let found = try report(list)
    #expect(found.removed == [1])
    #expect(found.list.statements.map(\.standing) == [.own, .published])
  }

  @Test func takesOneRecordForManyConflicts() throws {
    let found = try report([
      "ex:a exact ex:b", "ex:a broad ex:b", "ex:b broad ex:a", "ex:a not exact ex:b",
      "ex:c exact ex:d", "ex:c narrow ex:d",
    ])
    #expect(found.knots.map(\.conflicts.count) == [4, 1])
    #expect(found.knots.map { $0.removal.map { $0 + 1 } } == [[1, 3], [6]])
    #expect(found.knots.map(\.atLeast) == [2, 1])
  }

  @Test func identifiesRecordsByHashOrTheirOwnName() throws {
    let found = try report(
      ["ex:a exact ex:b record_id=ex:r1", "ex:a broad ex:b"], columns: ["record_id"])
    let identifiers = found.list.statements.map(\.identifier)
    #expect(identifiers[0] == "ex:r1")
    #expect(identifiers[1].utf8.count == 16)
    #expect(found.list.statements[1].location.description == "1:13:23")
  }
}
