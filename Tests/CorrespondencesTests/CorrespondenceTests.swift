import Classifications
import Correspondences
import Testing

@Suite struct CorrespondenceTests {
  private static let links = [
    link("2", "b", .narrowMatch, line: 2), link("1", "a", .exactMatch, note: "as it was", line: 3),
    link("2", "c", .narrowMatch, line: 4), link("3", "c", isNegated: true, line: 5),
    link("4", "c", .broadMatch, line: 6), link("5", "d", isNegated: true, line: 7),
  ]

  private static let table = Correspondence(
    smallDescription, links: links, subjectsWithout: ["8": "No tiene correspondencia", "2": "odd"],
    objectsWithout: ["z": ""]
  )

  @Test func keepsEveryLinkInTheOrderOfTheFile() { #expect(Self.table.links == Self.links) }

  @Test func givesTheLinksOfACodeInBothDirectionsWithoutNegatedOnes() {
    #expect(Self.table.links(from: "2", .forward).map(\.object) == ["b", "c"])
    #expect(Self.table.links(from: "c", .backward).map(\.subject) == ["2", "4"])
    #expect(Self.table.links(from: "3", .forward).isEmpty)
    #expect(Self.table.links(from: "d", .backward).isEmpty)
    #expect(Self.table.linkCount(from: "c", .backward) == 2)
    #expect(Self.table.links(from: "c", .forward).isEmpty)
  }

  @Test func tellsStatedSilenceFromACodeThatIsNotListed() {
    #expect(Self.table.standing(of: "1", .forward) == .linked)
    #expect(Self.table.standing(of: "8", .forward) == .statedNone(note: "No tiene correspondencia"))
    #expect(Self.table.standing(of: "8", .backward) == .notListed)
    #expect(Self.table.standing(of: "z", .backward) == .statedNone(note: ""))
    #expect(Self.table.standing(of: "9", .forward) == .notListed)
    #expect(Self.table.standing(of: "", .forward) == .notListed)
    // A link outweighs the statement that there is none, and a negated link is none.
    #expect(Self.table.standing(of: "2", .forward) == .linked)
    #expect(Self.table.standing(of: "3", .forward) == .notListed)
    #expect(Self.table.withoutCorrespondence(.forward).map(\.code) == ["2", "8"])
    #expect(Self.table.withoutCorrespondence(.backward).map(\.note) == [""])
  }

  @Test func readsALinkFromEitherEnd() {
    let narrow = Self.links[0]
    #expect(narrow.end(.forward) == "b" && narrow.relation(.forward) == .narrowMatch)
    #expect(narrow.end(.backward) == "2" && narrow.relation(.backward) == .broadMatch)
    #expect(Direction.forward.opposite == .backward && Direction.backward.opposite == .forward)
  }

  struct CodeCase: Sendable, CustomTestStringConvertible {
    let name: String
    let code: String
    let isTaken: Bool

    init(_ name: String, _ code: String, isTaken: Bool) {
      self.name = name
      self.code = code
      self.isTaken = isTaken
    }

    var testDescription: String { name }
  }

  private static let codes = [
    CodeCase("one byte", "1", isTaken: true), CodeCase("eight bytes", "12345678", isTaken: true),
    CodeCase("nine bytes", "123456789", isTaken: true),
    CodeCase("sixteen bytes", "29-1141.00-extra", isTaken: true),
    CodeCase("seventeen bytes", "29-1141.00-extras", isTaken: false),
    CodeCase("sixteen bytes of accents", "éééééééé", isTaken: true),
    CodeCase("seventeen bytes of accents", "ééééééééa", isTaken: false),
    CodeCase("none", "", isTaken: false), CodeCase("a NUL", "1\02", isTaken: false),
  ]

  @Test(arguments: codes) func takesCodesOfAtMostSixteenBytes(_ code: CodeCase) {
    var builder = Correspondence.Builder(smallDescription)
    func isAdded(_ subject: String, _ object: String) -> Bool {
      builder.add(
        subject: Array(subject.utf8).span, object: Array(object.utf8).span, relation: .exactMatch,
        isNegated: false, note: "", line: 2)
    }
    #expect(isAdded(code.code, "x") == code.isTaken)
    #expect(isAdded("x", code.code) == code.isTaken)
    let table = builder.finish()
    #expect(table.links.map(\.subject) == (code.isTaken ? [code.code, "x"] : []))
    #expect(table.linkCount(from: code.code, .forward) == (code.isTaken ? 1 : 0))
    #expect(table.linkCount(from: code.code, .backward) == (code.isTaken ? 1 : 0))
  }

  @Test func anEmptyTableHasNothing() {
    let table = Correspondence.Builder(smallDescription).finish()
    #expect(table.links.isEmpty)
    #expect(table.standing(of: "1", .forward) == .notListed)
  }

  @Test func keepsALinkThatStandsTwice() {
    let table = Correspondence(smallDescription, links: [link("1", "a"), link("1", "a")])
    #expect(table.linkCount(from: "1", .forward) == 2)
  }
}
