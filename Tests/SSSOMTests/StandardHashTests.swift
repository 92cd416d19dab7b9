import SSSOM
import Testing

/// The worked example and the test vectors of the page on hashing of the SSSOM specification.
@Suite struct StandardHashTests {
  struct Vector: Sendable, CustomTestStringConvertible {
    var hash: String
    var metadata: [String]
    var columns: String
    var row: String
    var testDescription: String { hash }
  }

  private static let obo = "http://purl.obolibrary.org/obo/"

  static let vectors: [Vector] = [
    Vector(
      hash: "0A442FB005783031",
      metadata: [
        "curie_map:", "  FBbt: \(obo)FBbt_", "  UBERON: \(obo)UBERON_",
        "  orcid: https://orcid.org/",
      ],
      columns: "subject_id\tpredicate_id\tobject_id\tmapping_justification\tcreator_id",
      row: "FBbt:00001234\tskos:exactMatch\tUBERON:0005678\tsemapv:ManualMappingCuration\t"
        + "orcid:0000-0000-5678-1234|orcid:0000-0000-1234-5678"
    ),
    Vector(
      hash: "97170EB542E9AE8F",
      metadata: [
        "curie_map:", "  FOODON: \(obo)FOODON_", "  KF_FOOD: https://kewl-foodie.ince/food/",
        "  wikidata: https://www.wikidata.org/wiki/", "subject_source: KF_FOOD:DB",
        "object_source: wikidata:Q55118395",
        "object_source_version: \(obo)foodon/releases/2022-02-01/foodon.owl",
      ],
      columns:
        "subject_id\tpredicate_id\tobject_id\tmapping_justification\tconfidence\tmapping_date",
      row: "KF_FOOD:F001\tskos:exactMatch\tFOODON:00002473\tsemapv:ManualMappingCuration\t0.95\t"
        + "2022-05-02"
    ),
    Vector(
      hash: "18F3436E89AA1AA2",
      metadata: [
        "curie_map:", "  FBbt: \(obo)FBbt_", "  UBERON: \(obo)UBERON_",
        "  example: https://example.org/sets/record-id#",
      ],
      columns: "record_id\tsubject_id\tpredicate_id\tobject_id\tmapping_justification",
      row: "example:0000001\tFBbt:0009124\tskos:exactMatch\tUBERON:0000003\tsemapv:LexicalMatching"
    ),
    Vector(
      hash: "0D45A2E8C64EBD65",
      metadata: [
        "curie_map:", "  HP: \(obo)HP_", "  MP: \(obo)MP_",
        "mapping_provider: https://w3id.org/sssom/core_team",
      ],
      columns: "subject_id\tpredicate_id\tobject_id\tmapping_justification\tsimilarity_score",
      row: "HP:0009124\tskos:exactMatch\tMP:0000003\tsemapv:LexicalSimilarityThresholdMatching\t0.8"
    ),
    Vector(
      hash: "66BD0A57A976A109",
      metadata: [
        "curie_map:", "  COMENT: https://example.com/entities/",
        "  EXPROP: https://example.org/properties/", "  ORGENT: https://example.org/entities/",
        "extension_definitions:", "  - slot_name: ext_bar", "    property: EXPROP:barProperty",
        "    type_hint: xsd:integer", "  - slot_name: ext_baz", "    property: EXPROP:bazProperty",
        "    type_hint: linkml:Uriorcurie",
      ],
      columns: "subject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\t"
        + "mapping_justification\text_bar\text_baz",
      row: "ORGENT:0001\talice\tskos:closeMatch\tCOMENT:0011\talpha\tsemapv:ManualMappingCuration\t"
        + "111\tORGENT:BAZ_0001"
    ),
  ]

  @Test(arguments: vectors) func agreesWithTheSpecification(on vector: Vector) {
    let lines = vector.metadata.map { "#" + $0 } + [vector.columns, vector.row]
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    let set = SSSOMReader.read(bytes: bytes, name: "vector").set
    #expect(set.mappings.map(\.standardHash) == [vector.hash])
  }

  @Test func writesTheCanonicalExpression() {
    var builder = MappingSetBuilder(columns: [Column(.subjectID), Column(.authorID)])
    builder.metadata.declare("a", as: "https://é.org/")
    builder.append(["a:1", "a:3|a:2"])
    #expect(
      builder.build().mappings[0].canonicalExpression
        == "(7:mapping((10:subject_id16:https://é.org/1)"
        + "(9:author_id(16:https://é.org/216:https://é.org/3))))"
    )
  }
}
