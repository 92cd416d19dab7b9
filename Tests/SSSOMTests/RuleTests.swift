import Diagnostics
import SSSOM
import Testing

@Suite struct RuleTests {
  private func findings(_ text: String) -> [Finding] {
    SSSOMReader.read(bytes: Array(text.utf8), name: "a.sssom.tsv").findings
  }

  @Test(arguments: OracleBlindCases.all) func findsWhatTheReferenceToolOverlooks(of item: RuleCase)
  {
    #expect(findings(item.text) == item.finds.map(\.finding))
  }

  @Test(arguments: FileRuleCases.all) func findsFaultsOfTheFile(of item: RuleCase) {
    #expect(findings(item.text) == item.finds.map(\.finding))
  }

  @Test(arguments: MappingRuleCases.all) func findsFaultsOfMappings(of item: RuleCase) {
    #expect(findings(item.text) == item.finds.map(\.finding))
  }

  @Test func hasACaseForEachRule() {
    let all = OracleBlindCases.all + FileRuleCases.all + MappingRuleCases.all
    let covered = Set(all.flatMap(\.finds).map(\.finding.rule))
    let elsewhere: Set<SSSOMRule> = [.tooManyFindings, .noInverse, .inversionLoss]
    let missing = SSSOMRule.allCases.filter { !covered.contains($0.id) && !elsewhere.contains($0) }
    #expect(missing == [])
  }

  @Test func writesRulesInOneNotation() {
    for rule in SSSOMRule.allCases {
      #expect(rule.id.hasPrefix("sssom-"))
      #expect(rule.id.allSatisfy { $0.isLowercase || $0 == "-" })
      #expect(!rule.help.hasSuffix("."))
    }
  }

  @Test func countsWhatItDoesNotShow() {
    let rows = Array(repeating: "A:1\tskos:exactMatch\tX:1\tsemapv:ManualMappingCuration", count: 3)
    let text = RuleCase("", rows: rows, finds: []).text
    let findings = SSSOMReader.read(
      bytes: Array(text.utf8), name: "a.sssom.tsv", maximumFindings: 1
    ).findings
    #expect(findings.count == 2)
    #expect(
      findings.last
        == Finding(
          "sssom-too-many-findings", .error, "not shown: 2 errors, 2 warnings",
          help: SSSOMRule.tooManyFindings.help
        )
    )
  }

  @Test func passesOnFaultsOfTheTable() {
    let stray = RuleCase("", rows: [RuleCase.row, "A:2\tx\"y\tB:2\tz"], finds: []).text
    #expect(findings(stray).map(\.rule) == ["stray-quote"])
    #expect(findings(stray).first?.location?.description == "a.sssom.tsv:8:6")
    let bytes = Array(RuleCase("", finds: []).text.utf8) + [0x41, 0xFF, 0x0A]
    let invalid = SSSOMReader.read(bytes: bytes, name: "a.sssom.tsv").findings
    #expect(invalid.map(\.rule) == ["invalid-utf8"])
  }
}
