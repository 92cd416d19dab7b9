import Classifications
import Correspondences
import Diagnostics
import Importing
import ReferenceData
import Testing

/// Concordances in the forms of their publishers.
///
/// The texts are made for the test; the whole file at the end is made from our own data.
@Suite struct CorrespondenceTests {
  /// The header of Statistics Canada's file, with the blank before `GSIM` that it has.
  static let header =
    "NOC 2016 V1.3 Code,NOC 2016 V1.3 Title, GSIM Type of Change,NOC 2021 V1.0 Code,NOC 2021 V1.0 Title,Notes"

  private func importer(
    _ table: String, _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> CorrespondenceImporter {
    let catalogue = try Repository.catalogue()
    let description = try Repository.description(table)
    var options = ImportOptions()
    change(&options)
    return CorrespondenceImporter(
      description, subject: try catalogue.codeTable(description.subject),
      object: try catalogue.codeTable(description.object), options: options)
  }

  private func text(_ link: ImportedLink) -> String {
    let codes = "\(link.subject ?? "none") \(link.object ?? "none")"
    let rest = [link.relation.word, link.cardinality] + link.changes + [link.isPartial ? "*" : ""]
    return ([codes] + rest).filter { !$0.isEmpty }.joined(separator: " ")
  }

  @Test func readsStatisticsCanadasConcordance() throws {
    let file = """
      \u{FEFF}\(Self.header)
      11,Legislators,"VC1 - Code Change, VC2 - Name Change",10,Legislators,
      112,Human resources managers,"RC4.2 - Split off , RC5 VC1 - Code Change",10011,Human resources managers,"0112 continues as 10011
      and part transferred to 11200"
      112,Human resources managers,RC5,11200,Human resources professionals,
      1121,Human resources professionals,Transfer,11200,Human resources professionals,
      3012,Registered nurses and registered psychiatric nurses,"VC1 - Code Change, VC2 - Name Change",31301,Registered nurses and registered psychiatric nurses,

      """
    let result = try withFile(file) { try importer("noc2016-noc2021").read(path: $0) }
    #expect(
      result.content.map(text) == [
        "0011 00010 exact 1:1 VC1 VC2", "0112 10011 narrow 1:n RC4.2 RC5 VC1",
        "0112 11200 close n:n RC5", "1121 11200 broad n:1 RC5", "3012 31301 exact 1:1 VC1 VC2",
      ])
    #expect(
      result.content[1].note == "0112 continues as 10011 and part transferred to 11200")
    #expect(
      result.log.map(line) == [
        "2:1 note[lost-zeros] '11' has lost leading zeros -> 0011",
        "2:55 note[lost-zeros] '10' has lost leading zeros -> 00010",
        "3:1 note[lost-zeros] '112' has lost leading zeros -> 0112",
        "3:30 note[change-types] 'RC4.2 - Split off , RC5 VC1 - Code Change' is not written as the other cells are -> RC4.2 RC5 VC1",
        "5:1 note[lost-zeros] '112' has lost leading zeros -> 0112",
        "5:30 note[change-types] 'RC5' is not written as the other cells are -> RC5",
        "6:36 note[change-types] 'Transfer' is not written as the other cells are -> RC5",
      ])
  }

  @Test func remarksOnAChangeOfCodeThatIsNoOneToOne() throws {
    let file = """
      \(Self.header)
      0112,,"VC1 - Code Change, VC2 - Name Change",10011,,
      0112,,RC5 - Transfer,11200,,

      """
    let result = try withFile(file) { try importer("noc2016-noc2021").read(path: $0) }
    #expect(
      result.log.map(line) == [
        "2:1 note[change-cardinality] '0112' - '10011' is called a change of code or name alone, but the table is not one-to-one here -> skos:narrowMatch"
      ])
  }

  @Test func readsWindows1252AndThePartialMark() throws {
    let text =
      "NOC 2016  Version 1.3 Code,NOC 2016  Version 1.3 Title,Partial,SOC 2018 (US) Code,SOC 2018 (US) Title,Explanatory Notes\r\n"
      + "11,Legislators,,11-1031,Legislators,\r\n"
      + "3012,Registered nurses,* ,29-1141,Registered Nurses,the na\u{EF}ve \u{2013} note\r\n"
      + "3012,Registered nurses,*,29-1151,Nurse Anesthetists,\r\n"
    let bytes = text.unicodeScalars.map { $0 == "\u{2013}" ? 0x96 : UInt8($0.value) }
    let result = try withFile(bytes) { try importer("noc2016-soc2018").read(path: $0) }
    #expect(
      result.content.map(self.text) == [
        "0011 11-1031 exact 1:1", "3012 29-1141 narrow 1:n *", "3012 29-1151 narrow 1:n *",
      ])
    #expect(result.content[1].note == "the naïve – note")
    #expect(
      result.log.map(line) == [
        "1:1 note[encoding] the file is not UTF-8, and was read as Windows-1252 -> windows-1252",
        "2:1 note[lost-zeros] '11' has lost leading zeros -> 0011",
      ])
  }

  /// A header of INEGI's comparative tables.
  struct INEGICase: Sendable, CustomTestStringConvertible {
    let header: String
    var columns: [String: String] = [:]
    var testDescription: String { header }
  }

  static let inegiHeaders = [
    INEGICase(header: "SINCO 2011,Denominación,CIUO-08,Denominación"),
    INEGICase(header: "Clave SINCO,Denominación,Clave CIUO,Denominación"),
    INEGICase(header: "CLAVE SINCO 2011,DESCRIPCIÓN,CÓDIGO CIUO-08,DESCRIPCIÓN"),
    INEGICase(header: "SINCO;Título;CIUO;Título"),
    INEGICase(header: "Código SINCO;Denominación SINCO;Código CIUO 08;Denominación CIUO 08"),
    INEGICase(
      header: "Clave,Denominación,Clave,Denominación", columns: ["source": "#1", "target": "#3"]),
  ]

  @Test(arguments: inegiHeaders) func readsINEGIsTables(_ given: INEGICase) throws {
    let comma = """
      \(given.header.replacing(";", with: ","))
      1112,Legisladores,1111,Miembros del poder legislativo
      2426,Enfermeras especialistas,2221,"Profesionales de enfermería, a"
      ,,2222,Profesionales de partería
      1129,"Otros presidentes, n.c.a.",,No tiene correspondencia
      1313,Directores y gerentes,No tiene correspondencia,

      """
    let isSemicolon = given.header.contains(";")
    let file =
      isSemicolon
      ? comma.replacing("a, a", with: "a\u{1}").replacing("s, n.", with: "s\u{2}")
        .replacing(",", with: ";").replacing("\u{1}", with: ", a").replacing("\u{2}", with: ", n.")
      : comma
    let result = try withFile(file) { path in
      try importer("sinco2011-isco08") {
        $0.carriesMergedCells = true
        $0.columns = given.columns
      }.read(path: path)
    }
    #expect(
      result.content.map(text) == [
        "1112 1111 exact 1:1", "2426 2221 narrow 1:n", "2426 2222 narrow 1:n",
        "1129 none exact 1:0", "1313 none exact 1:0",
      ])
    #expect(result.content[2].objectTitle == "Profesionales de partería")
    #expect(result.content[3].note == "No tiene correspondencia")
    #expect(result.content[4].note == "No tiene correspondencia")
    #expect(
      result.log.map(line).map { $0.drop { $0 != "n" } } == [
        "note[merged-cell] the blank cell stands for the merged one above it -> 2426"
      ])
  }

  @Test func asksForTheColumnsWhereHeadersAreDoubled() throws {
    let file = "Clave,Denominación,Clave,Denominación\n2426,a,2221,b\n"
    let found = try withFile(file) { path in
      try faults { _ = try importer("sinco2011-isco08").read(path: path) }
    }
    #expect(found == ["1:1 error[unknown-column] no column looks like the source -> "])
  }

  @Test func cutsPaddingOnlyWhenTold() throws {
    let file = "sinco2011,isco08\n2426,1340\n2428,2260\n1112,1111\n"
    let cut = try withFile(file) { path in
      try importer("sinco2011-isco08") { $0.cutsPadding = true }.read(path: path)
    }
    #expect(cut.content.map(\.object) == ["134", "226", "1111"])
    #expect(
      cut.log.map(line) == [
        "2:6 note[padded-aggregate] '1340' is a padded aggregate -> 134",
        "3:6 note[padded-aggregate] '2260' is a padded aggregate -> 226",
      ])
    let found = try withFile(file) { path in
      try faults { _ = try importer("sinco2011-isco08").read(path: path) }
    }
    #expect(
      found.map { $0.prefix(28) } == [
        "2:6 error[unknown-code] '134", "3:6 error[unknown-code] '226",
      ])
  }

  @Test func neverMixesTheTwoRepairs() throws {
    let file = "sinco2011,isco08\n1111,110\n1112,1340\n"
    let restored = try withFile(file) { path in
      try faults { _ = try importer("sinco2011-isco08").read(path: path) }
    }
    #expect(restored.map { $0.prefix(29) } == ["3:6 error[unknown-code] '1340"])
    let cut = try withFile("sinco2011,isco08\n1111,11\n1112,1340\n") { path in
      try importer("sinco2011-isco08") { $0.cutsPadding = true }.read(path: path)
    }
    #expect(cut.content.map(\.object) == ["11", "134"])
    let mixed = try withFile(file) { path in
      try faults {
        _ = try importer("sinco2011-isco08") { $0.cutsPadding = true }.read(path: path)
      }
    }
    #expect(mixed.map { $0.prefix(29) } == ["2:6 error[unknown-code] '110'"])
  }

  @Test func restoresNothingWhereLevelsAreMixed() throws {
    let file = "noc2016,noc2021\n11,11\n3012,31301\n"
    let result = try withFile(file) { path in
      try importer("noc2016-noc2021") { $0.mixesLevels = true }.read(path: path)
    }
    #expect(result.content.map(text) == ["11 11 exact 1:1", "3012 31301 exact 1:1"])
    #expect(result.log.isEmpty)
  }

  @Test func reportsEveryFaultInOnePass() throws {
    let file = """
      \(Self.header)
      3012,,VC1 - Code Change,31301,,
      2013,,VC1 - Code Change,31301,,
      3012,,VC1 - Code Change,31301,,
      3012,,,,,No correspondence
      3011,,VC1
      3011,,Whatever,31300,,
      ,,,,,

      """
    let found = try withFile(file) { path in
      try faults { _ = try importer("noc2016-noc2021").read(path: path) }
    }
    #expect(
      found.map { $0.split(separator: " -> ")[0] } == [
        "3:1 error[unknown-code] '2013' is not a code of NOC 2016 V1.3",
        "4:1 error[duplicate-pair] '3012' - '31301' stands already on line 2",
        "5:1 error[contradictory-row] '3012' is said to have no correspondence, but has one on line 2",
        "6:1 error[ragged-row] 3 fields where the header has 6",
        "7:7 error[unknown-change] 'Whatever' is not a list of GSIM types of change",
        "8:1 error[missing-code] the row has no code on either side",
      ])
    #expect(
      found.first?.hasSuffix(" -> 3012,2113,2123") == true || found.first?.contains("3012") == true)
  }

  @Test func readsTheListOfTargetsWithoutSource() throws {
    let file = "noc2011,isco08\n3012,2221\n"
    let result = try withFile(file) { path in
      try withFile("isco08,title\n0110,Officers\n", named: "b.csv") { other in
        try importer("noc2011-isco08").read(path: path, unlinkedTargets: other)
      }
    }
    #expect(result.content.map(text) == ["3012 2221 exact 1:1", "none 0110 exact 0:1"])
  }

  /// The whole concordance of NOC 2016 and NOC 2021 as the publisher writes it, with its quirks: a
  /// byte-order mark, codes as numbers, line ends in cells, dirty cells of changes.
  @Test func readsAWholePublishersFile() throws {
    let catalogue = try Repository.catalogue()
    let table = try catalogue.correspondence(Repository.description("noc2016-noc2021"))
    let sources = try catalogue.codeTable(.noc2016)
    let links = sources.unitGroups.flatMap { table.links(from: $0.code, .forward) }
    let words = [
      "RC1": "Deletion", "RC2": "Creation", "RC3.1": "Merger", "RC3.2": "Take-over",
      "RC4.1": "Breakdown", "RC4.2": "Split off", "RC5": "Transfer", "VC1": "Code Change",
      "VC2": "Name Change",
    ]
    let dirty = [
      10: ("RC4.2 - Split off , RC5 VC1 - Code Change", ["RC4.2", "RC5", "VC1"]),
      20: ("RC5", ["RC5"]), 30: ("Transfer", ["RC5"]),
      40: ("Split off , VC1 - Code Change", ["RC4.2", "VC1"]),
    ]
    func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }
    func number(_ code: String) -> String { Int(code).map(String.init) ?? code }
    var file = "\u{FEFF}\(Self.header)\r\n"
    var expected: [[String]] = []
    var lost = 0
    for (place, link) in links.enumerated() {
      let clean = place % 2 == 0 ? ["VC1", "VC2"] : ["RC5", "VC1"]
      let cell =
        dirty[place]?.0 ?? clean.map { "\($0) - \(words[$0] ?? "")" }.joined(separator: ", ")
      lost += [link.subject, link.object].count { number($0) != $0 }
      let note = place % 100 == 7 ? "one\nnote" : ""
      let title = sources[link.subject]?.title() ?? ""
      file += [
        number(link.subject), quoted(title), quoted(cell), number(link.object), quoted("x, y"),
        quoted(note),
      ].joined(separator: ",")
      file += "\r\n"
      expected.append([link.subject, link.object] + (dirty[place]?.1 ?? clean))
    }
    let result = try withFile(file) { try importer("noc2016-noc2021").read(path: $0) }
    #expect(links.count == 585)
    #expect(
      result.content.map { [$0.subject ?? "", $0.object ?? ""] + $0.changes } == expected)
    #expect(Set(result.content.compactMap(\.subject)).count == 500)
    #expect(Set(result.content.compactMap(\.object)).count == 516)
    #expect(result.content.map(\.relation) == links.map { $0.relation(.forward) })
    #expect(result.log.count { $0.rule == "lost-zeros" } == lost)
    #expect(lost > 50)
    #expect(result.log.count { $0.rule == "change-types" } == dirty.count)
    #expect(Set(result.log.map(\.rule)) == ["lost-zeros", "change-types", "change-cardinality"])
  }
}
