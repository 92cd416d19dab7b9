import Classifications
import Testing

@Suite struct CodeTableTests {
  /// Sections 1 and 2; 1 holds 11 and 12, and these hold 111, 112 and 121.
  private static let tree = smallTable(
    levels: 3,
    [
      group("1", 1), group("11", 2, in: "1"), group("111", 3, in: "11"),
      group("112", 3, in: "11"), group("12", 2, in: "1"), group("121", 3, in: "12"), group("2", 1),
    ]
  )

  @Test func findsTheGroupsAboveTheNearestFirst() {
    #expect(Self.tree.ancestors(of: "112").map(\.code) == ["11", "1"])
    #expect(Self.tree.ancestors(of: "1").isEmpty)
    #expect(Self.tree.ancestors(of: "9").isEmpty)
  }

  @Test func endsWhereTheGroupsAboveGoInACircle() {
    let circle = smallTable([
      group("a", 1, in: "c"), group("b", 1, in: "a"), group("c", 1, in: "b"),
      group("s", 2, in: "s"), group("t", 2, in: "a"),
    ])
    #expect(circle.ancestors(of: "a").map(\.code) == ["c", "b"])
    #expect(circle.ancestors(of: "s").isEmpty)
    #expect(circle.ancestors(of: "t").map(\.code) == ["a", "c", "b"])
    #expect(circle.unitGroups(under: "a").map(\.code) == ["t"])
    #expect(circle.unitGroups(under: "b").map(\.code) == ["t"])
  }

  @Test func findsTheUnitGroupsUnderAnyLevelInOrder() {
    #expect(Self.tree.unitGroups(under: "1").map(\.code) == ["111", "112", "121"])
    #expect(Self.tree.unitGroups(under: "11").map(\.code) == ["111", "112"])
    #expect(Self.tree.unitGroups(under: "121").map(\.code) == ["121"])
    #expect(Self.tree.unitGroups(under: "2").isEmpty)
    #expect(Self.tree.unitGroups(under: "9").isEmpty)
    #expect(Self.tree.unitGroups.map(\.code) == ["111", "112", "121"])
  }

  @Test func findsTheDivision() {
    #expect(Self.tree.division(of: "121")?.code == "1")
    #expect(Self.tree.division(of: "2")?.code == "2")
    #expect(Self.tree.division(of: "9") == nil)
  }

  @Test func findsChildrenAndPositions() {
    #expect(Self.tree.children(of: "1").map(\.code) == ["11", "12"])
    #expect(Self.tree.children(of: "111").isEmpty)
    #expect(Self.tree.position(of: "121") == 5)
    #expect(Self.tree.position(of: "9") == nil)
    #expect(Self.tree.countByLevel == [1: 2, 2: 2, 3: 3])
  }

  @Test func keepsTheFirstOfTwoGroupsWithTheSameCode() {
    let table = smallTable([group("1", 1, "first"), group("1", 1, "second")])
    #expect(table["1"]?.titleEN == "first")
    #expect(table.items.count == 2)
  }

  @Test func prefersOfficialTitlesOverTheLanguageAskedFor() {
    let item = ClassificationItem(
      code: "2426", level: 4, parent: nil, titleEN: "Specialist nurses",
      titleES: "Enfermeras especialistas", unofficialLanguages: [.en]
    )
    #expect(item.title(preferring: [.en]) == "Enfermeras especialistas")
    #expect(item.title(preferring: [.fr]) == "Enfermeras especialistas")
    #expect(group("7", 1).title(preferring: [.en]) == "7")
  }
}
