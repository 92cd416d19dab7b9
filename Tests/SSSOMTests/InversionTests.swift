import Diagnostics
import SSSOM
import Testing

@Suite struct InversionTests {
  private func set(_ columns: [Slot], _ rows: [[String]]) -> MappingSet {
    var builder = MappingSetBuilder(columns: columns.map { Column($0) })
    for row in rows { builder.append(row) }
    return builder.build()
  }

  private func rows(_ set: MappingSet) -> [[String]] {
    set.mappings.map { mapping in set.columns.indices.map { mapping[column: $0] } }
  }

  @Test func turnsPredicatesCardinalitiesAndSides() {
    let original = set(
      [.subjectID, .predicateModifier, .predicateID, .objectID, .mappingCardinality],
      [
        ["a:1", "", "skos:narrowMatch", "b:1", "1:n"],
        ["a:1", "Not", "skos:broadMatch", "b:2", "n:1"],
        ["a:2", "", "skos:exactMatch", "sssom:NoTermFound", "1:0"],
        ["a:3", "", "rdfs:subClassOf", "b:3", "n:n"],
      ]
    )
    let (inverse, findings) = original.inverted()
    #expect(findings == [])
    #expect(
      inverse.columns.map(\.slot)
        == [.objectID, .predicateModifier, .predicateID, .subjectID, .mappingCardinality]
    )
    #expect(
      rows(inverse) == [
        ["a:1", "", "skos:broadMatch", "b:1", "n:1"],
        ["a:1", "Not", "skos:narrowMatch", "b:2", "1:n"],
        ["a:2", "", "skos:exactMatch", "sssom:NoTermFound", "0:1"],
        ["a:3", "", "sssom:superClassOf", "b:3", "n:n"],
      ]
    )
    #expect(rows(inverse.inverted().set) == rows(original))
  }

  @Test func turnsMetadata() {
    var builder = MappingSetBuilder(columns: [Column(.subjectID), Column(.objectID)])
    builder.metadata[.subjectSource] = "a:s"
    builder.metadata[.objectSourceVersion] = "2"
    builder.metadata.set(["object_source", "predicate_id"], for: .cardinalityScope)
    let metadata = builder.build().inverted().set.metadata
    #expect(metadata[.objectSource] == "a:s")
    #expect(metadata[.subjectSource] == nil)
    #expect(metadata[.subjectSourceVersion] == "2")
    #expect(metadata.values(of: .cardinalityScope) == ["subject_source", "predicate_id"])
  }

  @Test func reportsWhatHasNoInverse() {
    let (inverse, findings) = set(
      [.subjectID, .predicateID, .objectID, .recordID, .predicateLabel],
      [
        ["a:1", "rdfs:seeAlso", "b:1", "a:r", ""],
        ["a:2", "skos:broadMatch", "b:2", "a:s", "broad"],
      ]
    ).inverted()
    #expect(rows(inverse) == [["a:2", "skos:narrowMatch", "b:2", "", ""]])
    #expect(
      findings == [
        Finding(
          "sssom-no-inverse", .warning,
          "'rdfs:seeAlso' has no known inverse; the mapping is left out",
          help: SSSOMRule.noInverse.help, subjects: ["a:1", "b:1"]
        ),
        Finding(
          "sssom-inversion-loss", .note, "'record_id' is left out of 1 inverted mapping"
        ),
        Finding(
          "sssom-inversion-loss", .note, "'predicate_label' is left out of 1 inverted mapping"
        ),
      ]
    )
  }
}
