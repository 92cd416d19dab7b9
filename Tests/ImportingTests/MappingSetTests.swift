import Classifications
import Correspondences
import Diagnostics
import Foundation
import Importing
import ReferenceData
import Testing

/// Mapping sets of others.
///
/// The texts are made for the test.
@Suite struct MappingSetTests {
  static func set(_ rows: String...) -> String {
    """
    #curie_map:
    #  NOCX: https://example.org/noc/
    #  SX: https://example.org/sinco/
    #  orcid: https://orcid.org/
    #license: https://creativecommons.org/publicdomain/zero/1.0/
    #mapping_set_id: https://example.org/set
    #extension_definitions:
    #  - slot_name: ext_mark
    #    property: NOCX:mark
    subject_id\tpredicate_id\tobject_id\tmapping_justification\tauthor_id\text_mark
    \(rows.joined(separator: "\n"))

    """
  }

  private func importer() throws -> MappingSetImporter {
    let catalogue = try Repository.catalogue()
    let description = try Repository.description("sinco2011-isco08")
    return MappingSetImporter(
      description, subject: try catalogue.codeTable(description.subject),
      object: try catalogue.codeTable(description.object), options: ImportOptions())
  }

  @Test func replacesThePrefixesAndKeepsTheRest() throws {
    let text = Self.set(
      "NOCX:2426\tskos:exactMatch\tSX:2221\tsemapv:ManualMappingCuration\torcid:0000-0001\tfine",
      "NOCX:1112\tskos:exactMatch\tSX:1111\tsemapv:ManualMappingCuration\t\t",
      "NOCX:1129\tskos:exactMatch\tsssom:NoTermFound\tsemapv:ManualMappingCuration\t\t")
    let result = try withFile(text, named: "a.sssom.tsv") { try importer().read(path: $0) }
    let lines = String(decoding: result.content.bytes, as: UTF8.self)
    #expect(result.content.count == 3)
    #expect(lines.contains("#  sinco2011: https://puente.example/sinco2011/\n"))
    #expect(lines.contains("#  isco08: https://puente.example/isco08/\n"))
    #expect(lines.contains("#  orcid: https://orcid.org/\n"))
    #expect(!lines.contains("#  SX:"))
    #expect(lines.contains("sinco2011:2426\tskos:exactMatch\tisco08:2221\t"))
    #expect(lines.contains("\torcid:0000-0001\tfine\n"))
    #expect(lines.contains("sinco2011:1129\tskos:exactMatch\tsssom:NoTermFound\t"))
    #expect(
      result.log.filter { $0.rule == "prefix" }.map(line) == [
        "1:1 note[prefix] the prefix 'NOCX' is replaced by that of SINCO 2011 -> sinco2011",
        "1:1 note[prefix] the prefix 'SX' is replaced by that of ISCO-08 -> isco08",
      ])
  }

  @Test func reportsForeignPrefixesAndUnknownCodes() throws {
    let text = Self.set(
      "NOCX:2426\tskos:exactMatch\tSX:2221\tsemapv:ManualMappingCuration\t\t",
      "NOCX:2462\tskos:exactMatch\tSX:2222\tsemapv:ManualMappingCuration\t\t",
      "orcid:1112\tskos:exactMatch\tSX:1111\tsemapv:ManualMappingCuration\t\t")
    let found = try withFile(text, named: "a.sssom.tsv") { path in
      try faults { _ = try importer().read(path: path) }
    }
    #expect(found.count == 2)
    #expect(
      found.first?.hasPrefix("12:1 error[unknown-code] '2462' is not a code of SINCO 2011 -> 2426")
        == true)
    #expect(
      found.last?.hasPrefix("13:1 error[foreign-prefix] 'orcid:1112' is not of SINCO 2011") == true)
  }

  @Test func recognisesASetByItsFirstLine() throws {
    let text = Self.set("NOCX:2426\tskos:exactMatch\tSX:2221\tsemapv:ManualMappingCuration\t\t")
    #expect(try withFile(text, named: "a.tsv") { MappingSetImporter.recognises(path: $0) })
    #expect(
      try withFile("\u{FEFF}" + text, named: "a.tsv") { MappingSetImporter.recognises(path: $0) })
    #expect(
      try withFile("subject_id\tobject_id\n", named: "a.tsv") {
        MappingSetImporter.recognises(path: $0)
      })
    #expect(!(try withFile("sinco2011,isco08\n") { MappingSetImporter.recognises(path: $0) }))
    #expect(!MappingSetImporter.recognises(path: "-"))
    #expect(!MappingSetImporter.recognises(path: "/nowhere.tsv"))
  }

  /// Every set of the repository comes back byte for byte.
  @Test func takesOurOwnSetsOverUnchanged() throws {
    let catalogue = try Repository.catalogue()
    for description in catalogue.correspondences where description.subject == .sinco2011 {
      let path = "\(Repository.root)/crosswalks/\(description.file)"
      let importer = MappingSetImporter(
        description, subject: try catalogue.codeTable(description.subject),
        object: try catalogue.codeTable(description.object), options: ImportOptions())
      let result = try importer.read(path: path)
      #expect(Data(result.content.bytes) == (try Data(contentsOf: URL(filePath: path))))
      #expect(result.log.isEmpty)
    }
  }
}
