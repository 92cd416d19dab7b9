import Classifications
import Correspondences
import ReferenceData
import TestSupport
import Testing

@Suite struct RealTableTests {
  struct TableCase: Sendable, CustomTestStringConvertible {
    let id: String
    let links: Int
    var subjectsWithout = 0
    var objectsWithout = 0

    var testDescription: String { id }
  }

  /// The rows of the publications; of NOC 2006 - NOC 2011 without eleven rows of ranges such as `72/73`.
  private static let cases = [
    TableCase(id: "sinco2011-isco08", links: 625, subjectsWithout: 38),
    TableCase(id: "sinco2011-soc2010", links: 768, subjectsWithout: 23),
    TableCase(id: "sinco2011-nocs2006", links: 760, subjectsWithout: 32),
    TableCase(id: "sinco2011-sinco2019", links: 483, subjectsWithout: 1, objectsWithout: 12),
    TableCase(id: "sinco2019-isco08", links: 696, subjectsWithout: 35),
    TableCase(id: "nocs2006-noc2011", links: 881),
    TableCase(id: "noc2006-noc2011", links: 529, objectsWithout: 66),
    TableCase(id: "noc2006-noc2011-unchanged", links: 263),
    TableCase(id: "noc2011-noc2016", links: 500), TableCase(id: "noc2016-nocs2006", links: 539),
    TableCase(id: "noc2016-noc2021", links: 585),
    TableCase(id: "noc2011-isco08", links: 924, objectsWithout: 7),
    TableCase(id: "noc2016-soc2018", links: 1_250),
    TableCase(id: "noc2016-soc2010-onet", links: 879),
    TableCase(id: "isco08-soc2010", links: 1_125),
    TableCase(id: "isco88-isco08", links: 671), TableCase(id: "soc2010-soc2018", links: 900),
  ]

  private func open(_ id: String) throws -> (Catalogue, Correspondence) {
    let catalogue = try Repository.catalogue()
    let description = try #require(catalogue.correspondences.first { $0.id == id })
    return (catalogue, try catalogue.correspondence(description))
  }

  @Test func everyTableHasACase() throws {
    let published = try Repository.catalogue().correspondences.filter { !$0.isSimilarity }
    #expect(published.map(\.id) == Self.cases.map(\.id))
  }

  @Test func similaritiesTieEveryUnitGroupOfMexicoAndNamesTheirEvidence() throws {
    let catalogue = try Repository.catalogue()
    let sets = catalogue.correspondences.filter(\.isSimilarity)
    #expect(sets.count == 14)
    for set in sets {
      let table = try catalogue.correspondence(set)
      #expect(set.evidence != nil && table.hasScores, "\(set.id)")
      let units = try Set(catalogue.codeTable(set.subject).unitGroups.map(\.code))
      let objects = try Set(catalogue.codeTable(set.object).unitGroups.map(\.code))
      let subjects = Set(table.links.map(\.subject))
      #expect(subjects.isSubset(of: units) && subjects.count > units.count * 9 / 10, "\(set.id)")
      #expect(Set(table.links.map(\.object)).isSubset(of: objects), "\(set.id)")
      #expect((0..<table.count).allSatisfy { (0...1).contains(table.score(ofLink: Int32($0))) })
    }
  }

  @Test(arguments: cases) func hasTheLinksAndSilencesOfThePublication(_ table: TableCase) throws {
    let correspondence = try open(table.id).1
    #expect(correspondence.links.count == table.links)
    #expect(correspondence.withoutCorrespondence(.forward).count == table.subjectsWithout)
    #expect(correspondence.withoutCorrespondence(.backward).count == table.objectsWithout)
  }

  @Test(arguments: cases) func hasNoDanglingCode(_ table: TableCase) throws {
    let (catalogue, correspondence) = try open(table.id)
    let subjects = try catalogue.codeTable(correspondence.description.subject)
    let objects = try catalogue.codeTable(correspondence.description.object)
    for link in correspondence.links {
      #expect(subjects.contains(link.subject) && objects.contains(link.object), "\(link)")
    }
    for (direction, codes) in [(Direction.forward, subjects), (.backward, objects)] {
      for (code, _) in correspondence.withoutCorrespondence(direction) {
        #expect(codes.contains(code), "\(code)")
        // HRSDC lists each code that is new in NOC 2011 twice: with what it was, and with a blank.
        let isLinked = correspondence.linkCount(from: code, direction) > 0
        #expect(isLinked == (table.id == "noc2006-noc2011"), "\(code)")
      }
    }
  }

  @Test(arguments: cases) func findsWhatASearchThroughAllLinksFinds(_ table: TableCase) throws {
    let (catalogue, correspondence) = try open(table.id)
    let links = correspondence.links
    for (classification, direction) in [
      (correspondence.description.subject, Direction.forward),
      (correspondence.description.object, .backward),
    ] {
      var byCode: [String: [Correspondence.Link]] = [:]
      for link in links where !link.isNegated {
        byCode[link.end(direction.opposite), default: []].append(link)
      }
      for item in try catalogue.codeTable(classification).items {
        let expected = byCode[item.code] ?? []
        #expect(correspondence.links(from: item.code, direction) == expected)
        #expect(correspondence.linkCount(from: item.code, direction) == expected.count)
      }
    }
  }

  @Test func keepsStatedSilenceApartFromCodesThatAreNotListed() throws {
    let (catalogue, table) = try open("sinco2011-isco08")
    let codes = try catalogue.codeTable(.sinco2011).unitGroups.map(\.code)
    var stated = 0
    var unlisted: [String] = []
    for code in codes {
      switch table.standing(of: code, .forward) {
      case .statedNone: stated += 1
      case .notListed: unlisted.append(code)
      case .linked: break
      }
    }
    #expect(stated == 38)
    #expect(unlisted == [])
    #expect(table.standing(of: "242", .forward) == .notListed)
  }
}
