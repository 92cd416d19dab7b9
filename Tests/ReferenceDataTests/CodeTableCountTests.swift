import Classifications
import ReferenceData
import TestSupport
import Testing

@Suite struct CodeTableCountTests {
  struct CountCase: Sendable, CustomTestStringConvertible {
    let id: ClassificationID
    let counts: [Int]

    init(_ id: String, _ counts: Int...) {
      self.id = ClassificationID(known: id)
      self.counts = counts
    }

    var testDescription: String { id.rawValue }
  }

  /// The counts that the publishers give, from the top level down.
  ///
  /// ISCO-88 is not whole: its table has
  /// the unit groups that the ILO's correspondence names.
  private static let cases = [
    CountCase("noc2006", 10, 36, 140, 520), CountCase("nocs2006", 10, 47, 140, 520),
    CountCase("noc2011", 10, 40, 140, 500), CountCase("noc2016", 10, 40, 140, 500),
    CountCase("noc2021", 10, 45, 89, 162, 516), CountCase("sinco2011", 9, 53, 156, 468),
    CountCase("sinco2019", 9, 52, 163, 490), CountCase("isco08", 10, 43, 130, 436),
    CountCase("soc2010", 23, 97, 461, 840), CountCase("soc2018", 23, 98, 459, 867),
  ]

  @Test func everyWholeClassificationHasACase() throws {
    let whole = try Repository.catalogue().classifications.filter(\.isComplete)
    #expect(Set(whole.map(\.id)) == Set(Self.cases.map(\.id)))
  }

  @Test(arguments: cases) func hasAsManyGroupsAsThePublisherCounts(_ count: CountCase) throws {
    let table = try Repository.catalogue().codeTable(count.id)
    let levels = (1...count.counts.count).map { $0 }
    #expect(table.countByLevel == Dictionary(uniqueKeysWithValues: zip(levels, count.counts)))
    #expect(table.classification.levels.map(\.number) == levels)
    #expect(table.classification.levels.map(\.count) == count.counts)
    #expect(table.unitGroups.count == count.counts.last)
  }

  @Test(arguments: cases) func isATreeWhoseParentsAreOneLevelAbove(_ count: CountCase) throws {
    let catalogue = try Repository.catalogue()
    let table = try catalogue.codeTable(count.id)
    let forms = try catalogue.codeForms(count.id)
    #expect(Set(table.items.map(\.code)).count == table.items.count)
    for item in table.items {
      #expect(forms[item.level]?.matches(item.code) == true, "\(item.code)")
      #expect(item.level == 1 || item.parent != nil, "\(item.code)")
      #expect(Language.allCases.contains { item.title(in: $0) != nil }, "\(item.code)")
      guard let parent = item.parent else { continue }
      #expect(table[parent]?.level == item.level - 1, "\(item.code)")
      #expect(table.ancestors(of: item.code).map(\.level) == Array((1..<item.level).reversed()))
    }
    for item in table.items where item.level < table.classification.unitGroupLevel {
      #expect(!table.unitGroups(under: item.code).isEmpty, "\(item.code)")
    }
  }

  @Test func everyGroupOfISCO88IsAUnitGroup() throws {
    let table = try Repository.catalogue().codeTable(ClassificationID(known: "isco88"))
    #expect(!table.classification.isComplete)
    #expect(table.countByLevel == [4: 389])
  }

  @Test func noc2021HasItsTEERInTheSecondDigit() throws {
    for item in try Repository.catalogue().codeTable(.noc2021).unitGroups {
      #expect(item.teer == item.code.dropFirst().first.map(String.init), "\(item.code)")
    }
  }
}
