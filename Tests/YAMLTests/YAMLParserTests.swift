import Diagnostics
import Testing
import YAML

@Suite struct YAMLParserTests {
  private func parse(
    _ text: String, limits: YAMLLimits = YAMLLimits()
  ) -> (node: YAMLNode?, findings: [Finding]) {
    YAMLParser.parse(Array(text.utf8), name: "a.yml", limits: limits)
  }

  private func place(_ line: Int, _ column: Int) -> Diagnostics.SourceLocation {
    Diagnostics.SourceLocation(file: "a.yml", line: line, column: column)
  }

  @Test func keepsOrderStylesAndPlaces() {
    let (node, findings) = parse("b: 1.1\na: \"x\"\nc:\n  - é: |\n      t\n")
    #expect(findings.isEmpty)
    let inner = YAMLNode(
      .mapping([
        .init(
          key: "é", keyLocation: place(4, 5),
          value: YAMLNode(.scalar("t\n", .block), at: place(4, 8))
        )
      ]),
      at: place(4, 5)
    )
    let expected: [YAMLNode.Entry] = [
      .init(
        key: "b", keyLocation: place(1, 1), value: YAMLNode(.scalar("1.1", .plain), at: place(1, 4))
      ),
      .init(
        key: "a", keyLocation: place(2, 1), value: YAMLNode(.scalar("x", .quoted), at: place(2, 4))
      ),
      .init(
        key: "c", keyLocation: place(3, 1), value: YAMLNode(.sequence([inner]), at: place(4, 3))
      ),
    ]
    #expect(node == YAMLNode(.mapping(expected), at: place(1, 1)))
  }

  @Test func findsNothingInNothing() {
    #expect(parse("").node == nil)
    #expect(parse("").findings.isEmpty)
  }

  @Test func knowsNull() {
    #expect(parse("~").node?.isNull == true)
    #expect(parse("'~'").node?.isNull == false)
  }

  struct FaultCase: Sendable, CustomTestStringConvertible {
    var text: String
    var rule: String
    var line: Int
    var column: Int
    var message: String
    var testDescription: String { rule + " in " + text.debugDescription }
  }

  static let faults: [FaultCase] = [
    FaultCase(
      text: "a: 1\nb: 2\na: 3", rule: "yaml-duplicate-key", line: 3, column: 1,
      message: "the key 'a' occurs again; it is first on line 1"
    ),
    FaultCase(
      text: "a: &x 1", rule: "yaml-anchor", line: 1, column: 4,
      message: "an anchor, which is not allowed here"
    ),
    FaultCase(
      text: "a: *x", rule: "yaml-alias", line: 1, column: 4,
      message: "an alias, which is not allowed here"
    ),
    FaultCase(
      text: "a: !!str x", rule: "yaml-tag", line: 1, column: 4,
      message: "a tag, which is not allowed here"
    ),
    FaultCase(
      text: "%YAML 1.2\n---\na: b", rule: "yaml-directive", line: 1, column: 1,
      message: "a directive, which is not allowed here"
    ),
    FaultCase(
      text: "a: b\n---\nc: d", rule: "yaml-second-document", line: 2, column: 1,
      message: "a second document begins, which is not read"
    ),
    FaultCase(
      text: "[a]: b", rule: "yaml-key", line: 1, column: 1, message: "a key that is not a text"
    ),
    FaultCase(
      text: "a: b: c", rule: "yaml-syntax", line: 1, column: 5,
      message: "mapping values are not allowed in this context"
    ),
    FaultCase(
      text: "a: \u{1}", rule: "yaml-syntax", line: 1, column: 4,
      message: "control characters are not allowed"
    ),
  ]

  @Test(arguments: faults) func findsFaults(fault: FaultCase) {
    #expect(
      parse(fault.text).findings == [
        Finding(fault.rule, .error, at: place(fault.line, fault.column), fault.message)
      ]
    )
  }

  @Test func findsBytesThatAreNotUTF8() {
    let findings = YAMLParser.parse([0x61, 0x0A, 0x62, 0xFF], name: "a.yml").findings
    #expect(
      findings == [Finding("yaml-syntax", .error, at: place(2, 2), "invalid leading UTF-8 octet")]
    )
  }

  @Test func keepsToItsLimits() {
    var limits = YAMLLimits()
    limits.depth = 3
    #expect(
      parse("[[[1]]]", limits: limits).findings == [
        Finding("yaml-syntax", .error, at: place(1, 4), "nested deeper than 3")
      ]
    )
    limits.nodes = 2
    #expect(
      parse("[1,2]", limits: limits).findings == [
        Finding("yaml-syntax", .error, at: place(1, 4), "more than 2 values")
      ]
    )
    limits.bytes = 4
    #expect(
      parse("[1,2]", limits: limits).findings == [
        Finding(
          "yaml-too-large", .error, at: place(1, 1), "5 bytes, where 4 are the most that is read"
        )
      ]
    )
  }

  @Test func survivesDeepNesting() {
    for text in [String(repeating: "[", count: 100_000), String(repeating: "- ", count: 20_000)] {
      #expect(parse(text).node == nil)
    }
  }
}
