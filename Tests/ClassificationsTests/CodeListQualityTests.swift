import Classifications
import Testing

@Suite struct CodeListQualityTests {
  struct RuleCase: Sendable, CustomTestStringConvertible {
    let name: String
    let table: CodeTable
    let breaches: [String]

    init(_ name: String, _ items: [ClassificationItem], levels: Int = 2, _ breaches: [String]) {
      self.name = name
      self.table = smallTable(levels: levels, items)
      self.breaches = breaches
    }

    var testDescription: String { name }
  }

  private static let cases = [
    RuleCase(
      "a clean table",
      [
        group("1", 1, "Care"), group("11", 2, in: "1", "Nurses"),
        group("12", 2, in: "1", "Midwives"),
        group("2", 1, "Trade"), group("21", 2, in: "2", "Sellers"),
        group("29", 2, in: "2", "Other sellers"),
      ], []),
    RuleCase(
      "a code of another form",
      [group("1", 1), group("1A", 2, in: "1"), group("12", 2, in: "1")],
      ["code-form 1A: '1A' is not of the form '[0-9]{2}' of level 2"]),
    RuleCase(
      "a level that does not exist",
      [group("1", 1), group("11", 2, in: "1"), group("111", 3, in: "11")],
      ["code-form 111: '111' is of level 3, which does not exist"]),
    RuleCase(
      "a code twice",
      [group("1", 1), group("11", 2, in: "1"), group("11", 2, in: "1")],
      ["duplicate-code 11: '11' stands more than once"]),
    RuleCase(
      "no parent", [group("1", 1), group("11", 2, in: "1"), group("21", 2)],
      ["orphan 21: '21' has no parent"]),
    RuleCase(
      "a parent that does not exist",
      [group("1", 1), group("11", 2, in: "1"), group("21", 2, in: "2")],
      ["orphan 21: the parent '2' of '21' does not exist"]),
    RuleCase(
      "a parent of the same level",
      [group("1", 1), group("11", 2, in: "1"), group("12", 2, in: "11")],
      ["orphan 12: the parent '11' of '12' is of level 2"]),
    RuleCase(
      "nothing below a group", [group("1", 1), group("11", 2, in: "1"), group("2", 1)],
      ["childless 2: '2' has no groups below it"]),
    RuleCase(
      "the same title twice at a level",
      [
        group("1", 1), group("11", 2, in: "1", "Co-ordinators"),
        group("12", 2, in: "1", "Coordinators"),
      ],
      ["duplicate-title 12: '12' has the same en title as '11': 'Coordinators'"]),
    RuleCase(
      "an only child with another title",
      [group("1", 1, "Care"), group("11", 2, in: "1", "Nursing")],
      ["single-child-title 11: '11' is alone in '1' but is titled 'Nursing', not 'Care'"]),
    RuleCase(
      "an only child that is numbered otherwise than the others",
      (1...4).flatMap { [group("\($0)", 1), group($0 == 4 ? "41" : "\($0)0", 2, in: "\($0)")] },
      ["single-child-code 41: '41' is an only child and does not end in '0' as most of them do"]),
    RuleCase(
      "one of several that is numbered like an only child",
      (1...3).flatMap { [group("\($0)", 1), group("\($0)0", 2, in: "\($0)")] }
        + [group("4", 1), group("40", 2, in: "4"), group("41", 2, in: "4")],
      ["single-child-code 40: '40' ends in '0' like an only child but has siblings"]),
    RuleCase(
      "a number left free",
      [group("1", 1), group("11", 2, in: "1"), group("14", 2, in: "1"), group("19", 2, in: "1")],
      ["gap-in-sequence 14: nothing is numbered between '11' and '14'"]),
  ]

  private static let forms: [Int: CodeForm] = [1: "[0-9]", 2: "[0-9]{2}"].compactMapValues {
    CodeForm($0)
  }

  @Test(arguments: cases) func finds(_ rule: RuleCase) {
    let quality = CodeListQuality(of: rule.table, forms: Self.forms)
    #expect(
      quality.breaches.map { "\($0.rule.rawValue) \($0.code): \($0.message)" } == rule.breaches)
  }

  @Test func hasACaseForEveryRule() {
    let ruled = Set(Self.cases.flatMap(\.breaches).map { $0.prefix { $0 != " " } }.map(String.init))
    #expect(ruled == Set(CodeListQuality.Rule.allCases.map(\.rawValue)))
  }

  @Test func ordersBreachesByRuleAndCountsThem() {
    let table = smallTable([
      group("2", 1), group("1", 1), group("1", 1), group("31", 2), group("30", 2),
    ])
    let quality = CodeListQuality(of: table, forms: Self.forms)
    #expect(
      quality.breaches.map { "\($0.rule.rawValue) \($0.code)" } == [
        "duplicate-code 1", "orphan 31", "orphan 30", "childless 2", "childless 1", "childless 1",
      ])
    #expect(quality.count(of: .childless) == 3)
    #expect(quality.count(of: .gapInSequence) == 0)
  }
}
