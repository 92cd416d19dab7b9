import Diagnostics
import SSSOM
import Tabular
import Testing

@Suite struct SSSOMReaderTests {
  private func read(_ text: String) -> (set: MappingSet, findings: [Finding]) {
    SSSOMReader.read(bytes: Array(text.utf8), name: "a.tsv")
  }

  @Test func givesValuesAndPlaces() throws {
    let text = RuleCase(
      "", metadata: RuleCase.metadata + ["mapping_tool: t", "subject_source: A:s"],
      columns: RuleCase.columns + ["comment", "mapping_tool"],
      rows: [RuleCase.row + "\t\"a\nb\"\tu", RuleCase.row + "\t\t"], finds: []
    ).text
    let set = read(text).set
    #expect(set.mappings.count == 2)
    let first = try #require(set.mappings.first)
    #expect(first[.subjectID] == "A:1")
    #expect(first["comment"] == "a\nb")
    #expect(first[.license] == "")
    #expect(first.line == 9)
    #expect(first.location(of: .comment)?.description == "a.tsv:9:54")
    #expect(first.location(of: .mappingTool)?.description == "a.tsv:10:4")
    #expect(first.value(of: .subjectSource) == "A:s")
    // One row has its own tool, so that of the set counts for none.
    #expect(set.mappings.map { $0.value(of: .mappingTool) } == ["u", ""])
    #expect(set.metadata[.license] == "https://creativecommons.org/publicdomain/zero/1.0/")
    #expect(set.metadata.entry(.license)?.location?.description == "a.tsv:5:2")
    #expect(set.metadata.prefixMap.expand("A:1") == "https://example.org/a/1")
    #expect(set.metadata.prefixMap.contract("https://example.org/b/x") == "B:x")
  }

  @Test func splitsAndJoinsSeveralValues() {
    #expect(MultiValue.split("") == [])
    #expect(MultiValue.split("a|b\\|c|\\\\|d\\e") == ["a", "b|c", "\\", "d\\e"])
    #expect(MultiValue.join(["b|c", "\\"]) == "b\\|c|\\\\")
  }

  @Test func computesCardinalities() {
    var builder = MappingSetBuilder(
      columns: [Column(.subjectID), Column(.predicateID), Column(.objectID)]
    )
    builder.append(["a:1", "p:1", "b:1"])
    builder.append(["a:1", "p:2", "b:2"])
    builder.append(["a:2", "p:2", "b:2"])
    builder.append(["a:3", "p:1", "sssom:NoTermFound"])
    let set = builder.build()
    #expect(set.cardinalities() == ["1:n", "n:n", "n:1", "1:0"])
    #expect(set.cardinalities(scope: [.predicateID]) == ["1:1", "n:1", "n:1", "1:0"])
  }

  @Test func takesMetadataFromTheFileBeside() throws {
    let table = "\(RuleCase.columns.joined(separator: "\t"))\n\(RuleCase.row)\n"
    let metadata = RuleCase.metadata.joined(separator: "\n") + "\nconfidence: 1\n"
    let (set, findings) = SSSOMReader.read(
      bytes: Array(table.utf8), name: "x.tsv",
      externalMetadata: (Array(metadata.utf8), "x.sssom.yml")
    )
    #expect(set.metadata[.mappingSetID] == "https://example.org/set")
    #expect(findings.map(\.location?.description) == ["x.sssom.yml:6:1"])
  }

  @Test func failsOnFilesThatAreNotThere() {
    #expect(throws: FileError.self) { try SSSOMReader.read(path: "/nonexistent/a.sssom.tsv") }
  }

  @Test func checksSetsThatWereBuilt() {
    var builder = MappingSetBuilder(columns: [Column(.subjectID)])
    builder.append([.subjectID: "A:1"])
    let findings = builder.build().check()
    #expect(findings.allSatisfy { $0.location == nil })
    #expect(findings.map(\.rule).contains("sssom-undeclared-prefix"))
  }
}

extension SSSOMReaderTests {
  @Test func keepsShortRowsOnlyWithinMeasure() {
    let columns = RuleCase.columns + (0..<2_000).map { "ext_\($0)" }
    let rows = Array(repeating: RuleCase.row, count: 550)
    let text = RuleCase("", columns: columns, rows: rows, finds: []).text
    let (set, findings) = read(text)
    #expect(set.mappings.count == 500)
    #expect(findings.last?.rule == "sssom-too-many-findings")
  }
}
