import Diagnostics
import SSSOM
import Testing

@Suite struct CanonicalTests {
  private func canonical(_ text: String, condensing: Bool = true) -> String {
    let set = SSSOMReader.read(bytes: Array(text.utf8), name: "a").set
    return String(decoding: set.canonicalTSV(condensing: condensing), as: UTF8.self)
  }

  private let mixed = """
    # license: 'https://example.org/license'
    # curie_map: {Z: https://example.org/z/, B: https://example.org/b/, A: https://example.org/a/}
    # creator_id: A:me
    # mapping_set_version: "1.10"
    # ext_set: 'no'
    # mapping_set_id: https://example.org/set
    # extension_definitions:
    #   - {slot_name: ext_b, property: A:b, type_hint: xsd:double}
    #   - {slot_name: ext_unused, property: Z:a}
    #   - {slot_name: ext_a, property: A:c}
    ext_a\text_b\tobject_id\tpredicate_id\tsubject_id\tmapping_justification\tconfidence\tcomment\tmapping_tool\tauthor_label
    "x ""y"" z"\t2.50\tB:2\tskos:exactMatch\tA:2\tsemapv:LexicalMatching\t0.99950\t\ttool\ta||b
    \t.7835\tB:1\tskos:exactMatch\tA:1\tsemapv:LexicalMatching\t1.0\t\ttool\tc\\|d
    """

  @Test func writesTheCanonicalForm() {
    #expect(
      canonical(mixed) == """
        #curie_map:
        #  A: https://example.org/a/
        #  B: https://example.org/b/
        #mapping_set_id: https://example.org/set
        #mapping_set_version: "1.10"
        #creator_id:
        #  - A:me
        #license: https://example.org/license
        #mapping_tool: tool
        #extension_definitions:
        #  - slot_name: ext_b
        #    property: A:b
        #    type_hint: xsd:double
        #  - slot_name: ext_a
        #    property: A:c
        #ext_set: "no"
        subject_id\tpredicate_id\tobject_id\tmapping_justification\tauthor_label\tconfidence\text_b\text_a
        A:1\tskos:exactMatch\tB:1\tsemapv:LexicalMatching\tc\\|d\t1\t0.784\t
        A:2\tskos:exactMatch\tB:2\tsemapv:LexicalMatching\ta|b\t1\t2.5\t"x ""y"" z"

        """
    )
  }

  @Test func leavesValuesWhereTheyAreUnlessItCondenses() {
    let text = canonical(mixed, condensing: false)
    #expect(!text.contains("#mapping_tool"))
    #expect(text.contains("\tmapping_tool\t"))
    #expect(canonical(text) == canonical(mixed))
  }

  @Test func statesTheVersionOnlyWhereItIsNeeded() {
    let plain = RuleCase("", metadata: ["sssom_version: \"1.1\""] + RuleCase.metadata, finds: [])
    #expect(!canonical(plain.text).contains("sssom_version"))
    let new = RuleCase(
      "", metadata: RuleCase.metadata + ["cardinality_scope: predicate_id"], finds: [])
    #expect(canonical(new.text).hasPrefix("#sssom_version: \"1.1\"\n#curie_map:"))
  }

  @Test(arguments: [
    "2026", "2026-11-23", "1.1", "1e5", "0x1F", "12:30", "true", "No", "~", "null", "a: b", "a #b",
    "- a", "-", "? x", "'x'", "\"x\"", "[x", "{x", "*x", "&x", "!x", "%x", "@x", "`x", "|", ">",
    "#x",
    "x:", " x", "x ", "a\tb", "a\nb", "\u{85}", "é", "🙂", "a\\b", "---", "...", "=", "<<", ",",
    "\u{FEFF}x", "x\u{2028}y", "\u{7F}", "2001-1-1 10:00", "+1", ".5", "1_000", "0o7", "a-b", "-x",
    ":x",
  ])
  func writesTextsThatReadAsTheyWere(_ text: String) {
    var builder = MappingSetBuilder(columns: [Column(.subjectID)])
    builder.metadata[.comment] = text
    builder.metadata.set([text, "x"], for: .creatorLabel)
    builder.append(["a:1"])
    let bytes = builder.build().canonicalTSV()
    let set = SSSOMReader.read(bytes: bytes, name: "a").set
    #expect(set.metadata[.comment] == text)
    #expect(set.metadata.values(of: .creatorLabel) == [text, "x"])
    #expect(set.canonicalTSV() == bytes)
    let unquoted = set.check().contains { $0.rule == SSSOMRule.unquotedText.id }
    #expect(!unquoted)
  }

  @Test(arguments: [
    ("0.7832", "0.783"), ("0.7835", "0.784"), ("-0.7835", "-0.784"), ("-0.0004", "0"), ("1.0", "1"),
    (".5", "0.5"), ("9.9996", "10"), ("5e-1", "0.5"), ("1e3", "1000"), ("0.80", "0.8"),
    ("007", "7"),
    ("high", "high"), ("", ""), ("1e999", "1e999"), ("+1", "1"), ("0.0005", "0.001"),
  ])
  func roundsHalfAwayFromZero(_ text: String, _ expected: String) {
    var builder = MappingSetBuilder(columns: [Column(.subjectID), Column(.confidence)])
    builder.append(["a:1", text])
    let line = String(decoding: builder.build().canonicalTSV(), as: UTF8.self).split(
      separator: "\n")
    #expect(line.last.map(String.init) == (expected.isEmpty ? "a:1" : "a:1\t" + expected))
  }

  @Test(arguments: 0..<200) func isStableForRandomSets(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let bytes = RandomSet.make(&random).canonicalTSV(condensing: Bool.random(using: &random))
    let set = SSSOMReader.read(bytes: bytes, name: "a").set
    let again = set.canonicalTSV()
    #expect(SSSOMReader.read(bytes: again, name: "a").set.canonicalTSV() == again)
    let loose = set.canonicalTSV(condensing: false)
    #expect(loose == bytes || again == bytes)
  }
}
