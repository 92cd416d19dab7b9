import Classifications
import Contradictions
import Diagnostics
import ReferenceData
import TestSupport
import Testing

/// Each kind of conflict on its own.
@Suite struct KindTests {
  @Test func findsWhatIsAffirmedAndDenied() throws {
    let found = try report([
      "ex:a exact ex:b", "ex:b not exact ex:a", "ex:a not broad ex:b", "ex:c broad ex:d",
      "ex:d not narrow ex:c", "ex:e close ex:f", "ex:e not exact ex:f",
    ])
    #expect(found.brief == ["asserted-and-denied: 1, 2", "asserted-and-denied: 4, 5"])
    #expect(found.conflicts[0].severity == .error)
    #expect(
      found.conflicts[0].message
        == "of https://example.org/b and https://example.org/a one record says that they are exact matches, another denies it"
    )
  }

  @Test func takesAnExactMatchForACloseOne() throws {
    #expect(
      try report(["ex:a exact ex:b", "ex:a not close ex:b"]).brief == ["asserted-and-denied: 1, 2"])
    #expect(try report(["ex:a close ex:b", "ex:a not exact ex:b"]).brief.isEmpty)
    #expect(
      try report(["ex:a broad ex:b", "ex:b not skos:mappingRelation ex:a"]).brief
        == ["asserted-and-denied: 1, 2"])
  }

  @Test func findsExactBesideBroadInEitherDirection() throws {
    let found = try report([
      "ex:a exact ex:b", "ex:b narrow ex:a", "ex:c exact ex:d", "ex:d related ex:c",
      "ex:e exact ex:f", "ex:e close ex:f", "ex:g owl:sameAs ex:h", "ex:g rdfs:subClassOf ex:h",
    ])
    #expect(
      found.brief == ["exact-and-broad: 1, 2", "exact-and-broad: 3, 4", "exact-and-broad: 7, 8"])
  }

  @Test func readsNarrowAsTheBroadOfTheOtherSide() throws {
    #expect(try report(["ex:a broad ex:b", "ex:b narrow ex:a"]).brief.isEmpty)
    #expect(try report(["ex:a broad ex:b", "ex:a narrow ex:b"]).brief == ["broad-cycle: 1, 2"])
  }

  @Test func findsACycleOfBroadMatchesOnce() throws {
    let found = try report([
      "ex:a broad ex:b", "ex:b broad ex:c", "ex:a narrow ex:c", "ex:c broad ex:d",
    ])
    #expect(found.brief == ["broad-cycle: 1, 2, 3"])
    #expect(found.removed == [3])
    #expect(found.conflicts[0].severity == .error)
    #expect(try report(["ex:a broad ex:a"]).brief == ["broad-cycle: 1"])
  }

  @Test func followsExactMatchesRoundACycle() throws {
    let found = try report(["ex:a broad ex:b", "ex:b exact ex:c", "ex:c broad ex:a"])
    #expect(found.brief == ["broad-cycle: 1, 2, 3"])
    #expect(found.conflicts[0].severity == .warning)
  }

  @Test func findsWhatAChainContradicts() throws {
    let denied = try report(["ex:a exact ex:b", "ex:b exact ex:c", "ex:a not exact ex:c"])
    #expect(denied.brief == ["chain: 1, 2, 3"])
    let wider = try report(["ex:a exact ex:b", "ex:c exact ex:b", "ex:a broad ex:c"])
    #expect(wider.brief == ["chain: 1, 2, 3"])
    let once = try report(["ex:a exact ex:b", "ex:b close ex:c", "ex:a not close ex:c"])
    #expect(once.brief == ["chain: 1, 2, 3"])
    // Close matches do not chain with themselves, and nothing follows from a broad and a narrow one.
    #expect(
      try report(["ex:a close ex:b", "ex:b close ex:c", "ex:a not close ex:c"]).brief.isEmpty)
    #expect(
      try report(["ex:a broad ex:b", "ex:b narrow ex:c", "ex:a exact ex:c"]).brief.isEmpty)
  }

  @Test func meetsNoEqualDigitsOfOtherClassifications() throws {
    #expect(
      try report([
        "sinco2011:2426 close noc2016:3012", "noc2021:2426 not close noc2016:3012",
        "ex:2426 not close noc2016:3012",
      ]).brief.isEmpty)
    #expect(
      try report(["SINCO2011:2426 close noc2016:3012", "noc2016:3012 not close sinco2011:2426"])
        .brief == ["asserted-and-denied: 1, 2"])
  }

  @Test func meetsAcrossFilesByIRIWhateverThePrefix() throws {
    let other = String(decoding: mappingSet(["ex:a not exact ex:b"]), as: UTF8.self)
      .replacing("ex:", with: "their:").replacing("their: https", with: "their: https")
    let found = try report(
      try statements(mappingSet(["ex:a exact ex:b"]), Array(other.utf8)))
    #expect(found.brief == ["asserted-and-denied: 1, 2"])
    #expect(found.list.statements[1].location.file == "2")
  }

  @Test func findsTwoGroupsOfOneClassificationMadeTheSame() throws {
    let found = try report([
      "sinco2011:2426 exact noc2016:3011", "sinco2011:2426 exact noc2016:3012",
      "noc2016:3131 exact noc2016:3132",
    ])
    #expect(found.brief == ["exact-with-two: 1, 2", "exact-with-two: 3"])
    #expect(
      found.conflicts[0].message
        == "noc2016:3011 and noc2016:3012 are two groups of one classification, but both are exact matches of sinco2011:2426"
    )
    // A broad occupation with one detailed occupation is the same as that one.
    #expect(
      try report(["sinco2011:2421 exact soc2010:29-1050", "sinco2011:2421 exact soc2010:29-1051"])
        .brief.isEmpty)
  }

  @Test func findsWhatIsLinkedAndStatedToHaveNothing() throws {
    let found = try report(
      [
        "sinco2011:2426 exact sssom:NoTermFound object_source=puente:noc2016",
        "noc2016:3012 broad sinco2011:2426", "sinco2011:2426 broad isco08:2221",
      ], columns: ["object_source"])
    #expect(found.brief == ["stated-none: 1, 2"])
  }

  @Test func findsExactMatchesOfOtherLevels() throws {
    let found = try report([
      "sinco2011:2426 exact noc2016:301", "sinco2011:241 exact noc2016:311",
      "sinco2011:2426 broad noc2016:301", "sinco2011:5211 exact noc2016:1121",
    ])
    #expect(found.brief.first == "level-clash: 1")
    #expect(!found.brief.contains { $0.hasSuffix(": 2") || $0.hasSuffix(": 3") })
    #expect(
      found.conflicts[0].message
        == "sinco2011:2426 is a unit group and noc2016:301 a minor group, so they are not the same")
  }

  @Test func findsExactMatchesOfSkillFarApart() throws {
    // Drivers and physicians, and a trade that Canada counts as skilled and ISCO-08 a level below.
    let found = try report(["noc2016:7511 exact isco08:2211", "noc2016:7241 exact isco08:7411"])
    #expect(found.brief == ["level-clash: 1"])
    #expect(
      found.conflicts[0].message
        == "noc2016:7511 is of skill level 2 of ISCO-08 and isco08:2211 of 4, so they are hardly the same"
    )
  }

  @Test func findsResidualGroupsMappedExactly() throws {
    let found = try report([
      "sinco2011:1129 exact noc2016:0016", "sinco2011:1129 exact isco08:5419",
      "isco08:5419 broad noc2016:6541", "noc2016:6541 exact isco08:5414",
    ])
    #expect(found.brief.filter { $0.hasPrefix("residual") } == ["residual-exact: 1"])
  }

  @Test func findsCardinalitiesThatAreNotSo() throws {
    let rows = [
      "ex:a exact ex:x mapping_cardinality=1:1", "ex:a close ex:y mapping_cardinality=1:n",
      "ex:b close ex:z mapping_cardinality=n:1", "ex:c close ex:w mapping_cardinality=1:1",
    ]
    let found = try report(rows, columns: ["mapping_cardinality"])
    #expect(found.brief == ["cardinality: 1, 2", "cardinality: 3"])
    #expect(found.conflicts[0].help == "write '1:n', or retract a record")
    #expect(found.knots[0].removal.count == 1)
  }

  @Test func countsCardinalitiesWithinTheirTableAndScope() throws {
    let first = mappingSet(
      ["ex:a exact ex:x mapping_cardinality=1:1"], columns: ["mapping_cardinality"])
    let second = mappingSet(
      ["ex:a close ex:y mapping_cardinality=1:1"], columns: ["mapping_cardinality"])
    #expect(try report(try statements(first, second)).brief.isEmpty)
    let scoped = mappingSet(
      [
        "ex:a exact ex:x mapping_cardinality=1:1", "ex:a close ex:y mapping_cardinality=1:1",
      ], columns: ["mapping_cardinality"],
      metadata: ["sssom_version: \"1.1\"", "cardinality_scope:", "  - predicate_id"])
    #expect(try report(try statements(scoped)).brief.isEmpty)
  }

  @Test func looksOnlyForTheKindsAsked() throws {
    let list = try statements(
      mappingSet(["ex:a exact ex:b", "ex:a broad ex:b", "ex:a not exact ex:b"]))
    #expect(try report(list, kinds: [.assertedAndDenied]).brief == ["asserted-and-denied: 1, 3"])
    #expect(try report(list).brief == ["exact-and-broad: 1, 2", "asserted-and-denied: 1, 3"])
    #expect(try report(list).removed == [1])
  }
}
