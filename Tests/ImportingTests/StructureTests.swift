import Classifications
import Diagnostics
import Importing
import ReferenceData
import Testing

/// Statistics Canada's structure files.
///
/// The texts are made for the test, in the form of the publisher's.
@Suite struct StructureTests {
  static let header =
    "Level,Hierarchical structure,Code - NOC 2021 V1.0,Class title,Class definition"

  /// As a spreadsheet saves it: with a byte-order mark, codes as numbers, line ends in definitions.
  static let english = """
    \u{FEFF}\(header)
    1,Broad category,0,Legislative and senior management occupations,"This category comprises legislators
    and ""senior"" managers, n.e.c."
    2,Major group,0,Legislative and senior managers,
    3,Sub-major group,0,Legislative and senior managers,
    4,Minor group,1,Legislative and senior managers,"One, two
    three"
    5,Unit group,10,Legislators,Legislators participate in the activities of a legislative body.
    5,Unit group,11, Senior government managers and officials ,
    1,Broad category,1,"Business, finance and administration occupations",
    2,Major group,10,Specialized middle management,
    3,Sub-major group,100,Specialized middle management,
    4,Minor group,1001,Managers,
    5,Unit group,10010,Financial managers,

    """

  static let french = """
    \u{FEFF}Niveau,Structure hiérarchique,Code - CNP 2021 V1.0,Titres de classes,Définitions de la classe
    1,Grande catégorie,0,Membres des corps législatifs,
    2,Grand groupe,0,Membres des corps législatifs,
    3,Sous-grand groupe,0,Membres des corps législatifs,
    4,Sous-groupe,1,Membres des corps législatifs,
    5,Groupe de base,10,Membres des corps législatifs,
    5,Groupe de base,11,Cadres supérieurs/cadres supérieures - administration publique,
    1,Grande catégorie,1,"Affaires, finance et administration",
    2,Grand groupe,10,Cadres intermédiaires,
    3,Sous-grand groupe,100,Cadres intermédiaires,
    4,Sous-groupe,1001,Directeurs,
    5,Groupe de base,10010,Directeurs financiers/directrices financières,

    """

  private func importer(
    _ id: ClassificationID = .noc2021, _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> CodeTableImporter {
    let catalogue = try Repository.catalogue()
    var options = ImportOptions()
    change(&options)
    return CodeTableImporter(
      try catalogue.classification(id), forms: try catalogue.codeForms(id), options: options)
  }

  @Test func readsCodesThatASpreadsheetTookForNumbers() throws {
    let result = try withFile(Self.english) { try importer().read(path: $0) }
    let items = result.content.items
    #expect(
      items.map(\.code) == [
        "0", "00", "000", "0001", "00010", "00011", "1", "10", "100", "1001", "10010",
      ])
    #expect(items.map(\.level) == [1, 2, 3, 4, 5, 5, 1, 2, 3, 4, 5])
    #expect(
      items.map(\.parent) == [
        nil, "0", "00", "000", "0001", "0001", nil, "1", "10", "100", "1001",
      ])
    #expect(items[5].titleEN == "Senior government managers and officials")
    #expect(items.allSatisfy { $0.titleFR == nil && $0.unofficialLanguages.isEmpty })
    #expect(
      result.log.map(line) == [
        "4:15 note[lost-zeros] '0' has lost leading zeros: it is of level 2 -> 00",
        "5:19 note[lost-zeros] '0' has lost leading zeros: it is of level 3 -> 000",
        "6:15 note[lost-zeros] '1' has lost leading zeros: it is of level 4 -> 0001",
        "8:14 note[lost-zeros] '10' has lost leading zeros: it is of level 5 -> 00010",
        "9:14 note[lost-zeros] '11' has lost leading zeros: it is of level 5 -> 00011",
      ])
  }

  @Test func addsTheTitlesOfTheFrenchTwin() throws {
    let english = try withFile(Self.english) { try importer().read(path: $0).content }
    let both = try withFile(Self.french) {
      try importer().read(path: $0, addingTo: english).content
    }
    #expect(both.items.map(\.code) == english.items.map(\.code))
    #expect(both.items.map(\.titleEN) == english.items.map(\.titleEN))
    #expect(
      both["00011"]?.titleFR == "Cadres supérieurs/cadres supérieures - administration publique")
    #expect(both["0001"]?.titleFR == "Membres des corps législatifs")
  }

  @Test func refusesATwinWithAGroupThatIsNew() throws {
    let english = try withFile(Self.english) { try importer().read(path: $0).content }
    let more = Self.french + "5,Groupe de base,10011,Directeurs des ressources humaines,\n"
    let found = try withFile(more) { path in
      try faults { _ = try importer().read(path: path, addingTo: english) }
    }
    #expect(
      found == [
        "13:18 error[unknown-code] '10011' is not in the table that titles are added to -> "
      ])
  }

  @Test func reportsEveryFaultInOnePass() throws {
    let text = """
      \(Self.header)
      1,Broad category,0,Management,
      6,Broad category,1,Business,
      2,Major group,x0,Managers,
      1,Broad category,0,Management again,
      1,Broad category
      1,Broad category,,Nothing,

      """
    let found = try withFile(text) { path in try faults { _ = try importer().read(path: path) } }
    #expect(
      found == [
        "3:1 error[unknown-level] '6' is not a level of NOC 2021 V1.0 -> ",
        "4:15 error[code-form] 'x0' is not of the form '[0-9]{2}' of level 2 -> ",
        "5:18 error[duplicate-key] '0' stands already on line 2 -> ",
        "6:1 error[ragged-row] 2 fields where the header has 5 -> ",
        "7:18 error[missing-code] the row has no code -> ",
      ])
  }

  @Test func saysWhichColumnIsMissingAndHowToNameIt() throws {
    let found = try withFile("Level,Number,Class title\n1,0,Management\n") { path in
      do {
        _ = try importer().read(path: path)
        return ""
      } catch let error as InvalidInput {
        return error.description.split(separator: "/").last.map(String.init) ?? ""
      }
    }
    #expect(
      found == """
        a.csv:1:1: error[unknown-column]: no column looks like the code
          help: name it with '--column code=HEADER'; the file has 'Level', 'Number', 'Class title'
        """)
    let table = try withFile("Level,Number,Class title\n1,0,Management\n") { path in
      try importer { $0.columns["code"] = "Number" }.read(path: path).content
    }
    #expect(table.items.map(\.code) == ["0"])
  }

  @Test func namesAColumnByItsPlaceWhereNamesAreDoubled() throws {
    let text = "Code,Code,Class title\nx,0,Management\n"
    let found = try withFile(text) { path in try faults { _ = try importer().read(path: path) } }
    #expect(found == ["1:1 error[unknown-column] 'Code' and 'Code' look like the code -> "])
    let table = try withFile(text) { path in
      try importer { $0.columns["code"] = "#2" }.read(path: path).content
    }
    #expect(table.items.map(\.code) == ["0"])
  }

  @Test func reportsWhatIsWrongWithAFileThatHasNoHeader() throws {
    let empty = try withFile("") { path in try faults { _ = try importer().read(path: path) } }
    #expect(empty.count == 1)
    #expect(empty.first?.hasPrefix("1:1 error[empty-input]") == true)
    let binary = try withFile([0x50, 0x4B, 0x03, 0x04, 0, 0, 0, 0xFF]) { path in
      try faults { _ = try importer().read(path: path) }
    }
    #expect(binary.first?.contains("error[invalid-encoding]") == true)
  }

  @Test func restoresNoZerosWherePaddingIsCut() throws {
    let text = "Clave,Título\n1,Funcionarios\n11,Altos funcionarios\n111,Legisladores\n1110,Nadie\n"
    let kept = try withFile(text) { try importer(.sinco2011).read(path: $0).content }
    #expect(kept.items.map(\.code) == ["1", "11", "111", "1110"])
    let padded = "Nivel,Clave,Título\n1,1000,Funcionarios\n2,1100,Altos\n3,1110,Más\n4,1111,Base\n"
    let cut = try withFile(padded) {
      try importer(.sinco2011) { $0.cutsPadding = true }.read(path: $0)
    }
    #expect(cut.content.items.map(\.code) == ["1", "11", "111", "1111"])
    #expect(cut.log.map(\.rule) == ["padded-aggregate", "padded-aggregate", "padded-aggregate"])
    let mixed = try withFile("Level,Code,Class title\n1,0,a\n4,11,b\n") { path in
      try faults { _ = try importer(.noc2016) { $0.cutsPadding = true }.read(path: path) }
    }
    #expect(mixed == ["3:3 error[code-form] '11' is not of the form '[0-9]{4}' of level 4 -> "])
  }

  /// Our own code tables come back as they are when they are imported from their own schema.
  @Test(arguments: [
    "noc2016", "noc2021", "sinco2011", "sinco2019", "isco08", "soc2018", "nocs2006",
  ])
  func readsItsOwnSchemaBack(_ name: String) throws {
    let id = try #require(ClassificationID(rawValue: name))
    let table = try Repository.catalogue().codeTable(id)
    let again = try withFile(table.csv()) { try importer(id).read(path: $0) }
    #expect(again.content.csv() == table.csv())
    #expect(again.log.isEmpty)
  }

  /// A whole structure file of NOC 2021 in the publisher's form with every code as a number.
  @Test func restoresAllOfNOC2021() throws {
    let table = try Repository.catalogue().codeTable(.noc2021)
    var text = "\u{FEFF}\(Self.header)\n"
    var lost = 0
    for item in table.items {
      let number = Int(item.code).map(String.init) ?? item.code
      if number != item.code { lost += 1 }
      text += "\(item.level),\(item.level),\(number),\"\(item.titleEN ?? "")\",\"a\nb\"\n"
    }
    let result = try withFile(text) { try importer().read(path: $0) }
    #expect(result.content.items.map(\.code) == table.items.map(\.code))
    #expect(result.content.items.map(\.parent) == table.items.map(\.parent))
    #expect(result.content.items.map(\.titleEN) == table.items.map(\.titleEN))
    #expect(result.log.count == lost)
    #expect(lost > 5)
  }
}
