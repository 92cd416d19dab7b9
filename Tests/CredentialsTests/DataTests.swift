import Classifications
import Credentials
import Diagnostics
import FactTables
import ReferenceData
import Tabular
import TestSupport
import Testing

/// The data themselves.
@Suite struct DataTests {
  @Test func hasNoFault() throws {
    let tables = try FactTables(
      TableDefinition.credentials, folder: World.folder, isThere: fileExists)
    #expect(tables.names.count == TableDefinition.credentials.count)
    #expect(CredentialCheck(tables).faults() == [])
  }

  @Test func saysStepsStreamsAndOccupationsInThreeLanguages() throws {
    let data = try World.catalogue()
    let texts =
      data.steps.values.map(\.title) + data.streams.map(\.name) + data.occupations.map(\.name)
      + data.requirements.map(\.title) + data.bridging.map(\.program)
    for language in ["es", "fr"] {
      let missing = texts.filter { data.translation(of: $0, in: language) == nil }
      #expect(missing == [], "\(language)")
    }
    #expect(data.translation(of: "licence", in: "es") == "autorización para ejercer")
    #expect(data.translation(of: "no text of the data", in: "es") == nil)
  }

  @Test func namesOnlyCodesThatExist() throws {
    let catalogue = try Repository.catalogue()
    let tables = try FactTables(
      TableDefinition.credentials, folder: World.folder, isThere: fileExists)
    let doubts = try CredentialCheck(tables).doubts(on: World.day("2026-11-25")) {
      try catalogue.codeTable($0.classification).contains($0.code)
    }
    #expect(doubts.filter { $0.severity == .error } == [])
    // What no document states, what is old and what has no date is said.
    #expect(
      Set(doubts.map(\.rule)) == ["general-knowledge", "stale-fact", "undated-fact"])
  }

  @Test func saysOfEachRowWhereItIsFrom() throws {
    let known = Set(
      try Table.load(path: Repository.data.file("datasets/sources.csv")).rows.map { $0["id"] })
    let tables = try FactTables(
      TableDefinition.credentials, folder: World.folder, isThere: fileExists)
    for definition in TableDefinition.credentials {
      #expect(!tables[definition.name].isEmpty, "\(definition.name)")
      for row in tables[definition.name] {
        #expect(known.contains(row["source"]), "\(definition.name): \(row.values)")
        let isPage = row["source"] == "credential-pages"
        #expect(!isPage || !row["source_ref"].isEmpty, "\(definition.name): \(row.values)")
        #expect(
          (row["source"] == "general-knowledge") == (row["general_knowledge_fields"] == "all"))
        #expect(
          !row["as_of"].isEmpty || !row["as_of_note"].isEmpty || row["source"] == "ircc-cptpp")
      }
    }
  }

  @Test func hasARuleForEveryOccupationInEveryProvince() throws {
    let data = try World.catalogue()
    #expect(data.occupations.count == 14)
    #expect(data.provinces.count == 13)
    for occupation in data.occupations {
      for province in data.provinces {
        let answer = data.regulation(
          of: occupation.id, in: province.id, on: try World.day("2026-11-25"))
        #expect(!answer.rules.isEmpty, "\(occupation.id) \(province.id)")
      }
    }
  }

  /// The TEER of the data is that of the code table.
  @Test func agreesWithTheCodeTables() throws {
    let table = try Repository.catalogue().codeTable(.noc2021)
    for occupation in try World.catalogue().occupations {
      for code in occupation.codes where code.code.classification == .noc2021 {
        #expect(table[code.code.code]?.teer == String(occupation.teer), "\(code.code)")
      }
    }
  }

  @Test func readsLevelsOfLanguageTests() throws {
    let data = try World.catalogue()
    let celban = try #require(data.requirements.first { $0.id == "REQ-001" })
    #expect(celban.threshold == "W7 S8 L9 R8")
    #expect(
      celban.levels.map { "\($0.skill) \($0.minimum)" } == [
        "listening 9", "reading 8", "writing 7", "speaking 8",
      ])
  }

  /// Amounts are read out of words, which stay beside them.
  @Test func keepsTheWordsOfFeesAndTimes() throws {
    let steps = try World.catalogue().steps
    let assessment = try #require(steps["MLT-CSMLS-04"]?.fee)
    #expect(assessment.printed == "1540 (member) / 1850 (non-member)")
    #expect(assessment.amount == 1540...1850)
    #expect(assessment.currency == "CAD")
    // A limit is no duration, and what varies has no amount.
    #expect(steps["RN-NNAS-08"]?.duration?.days == nil)
    #expect(steps["RN-BC-06"]?.fee?.amount == nil)
    #expect(steps["RN-NNAS-05"]?.duration?.days == 7...7)
    #expect(steps["RN-NNAS-06"]?.fee == nil)
  }
}
