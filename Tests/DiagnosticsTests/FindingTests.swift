import Diagnostics
import Testing

@Suite struct FindingTests {
  @Test func printsInTheMannerOfACompiler() {
    let finding = Finding(
      "invalid-code", .error,
      at: SourceLocation(file: "pairs.csv", line: 8, column: 1),
      "'2013' is not a code of NOC 2016",
      help: "did you mean '3012'?"
    )
    #expect(
      finding.description == """
        pairs.csv:8:1: error[invalid-code]: '2013' is not a code of NOC 2016
          help: did you mean '3012'?
        """
    )
  }

  @Test func sortsByPlaceAndKeepsTheOrderOfEquals() {
    let place = { SourceLocation(file: "a", line: $0, column: 1) }
    let findings = [
      Finding("c", .note, at: place(2), ""), Finding("b", .note, at: place(1), ""),
      Finding("d", .note, at: place(2), ""), Finding("a", .note, ""),
    ]
    #expect(findings.sortedByLocation().map(\.rule) == ["a", "b", "c", "d"])
  }
}
