import Classifications
import Correspondences
import FoundationEssentials
import Matching
import ReferenceData
import TestSupport
import Testing

/// What an expert adds is a file and a line of configuration.
@Suite struct NewEvidenceTests {
  @Test func aListOfExpertsIsAFileAndALine() throws {
    let manager = FileManager.default
    let folder = "\(manager.temporaryDirectory.path)/puente-\(UUID().uuidString)"
    defer { try? manager.removeItem(atPath: folder) }
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in ["datasets", "crosswalks"] {
      try manager.copyItem(atPath: "\(Repository.path)/\(name)", toPath: "\(folder)/\(name)")
    }
    let list = """
      subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\tcomment
      sinco2011:2814\tskos:closeMatch\t\tnoc2016:3414\tsemapv:ManualMappingCuration\t
      sinco2011:2814\tskos:exactMatch\tNot\tnoc2016:3131\tsemapv:ManualMappingCuration\tno pharmacists

      """
    try Data(list.utf8).write(to: URL(filePath: "\(folder)/crosswalks/experts.sssom.tsv"))
    let index = "\(folder)/crosswalks/index.csv"
    let line =
      "experts,sinco2011,noc2016,experts.sssom.tsv,Experts of a college,curated,cmp-report-2017,unit-group,,\n"
    let text = try String(contentsOf: URL(filePath: index), encoding: .utf8) + line
    try Data(text.utf8).write(to: URL(filePath: index))

    func pair(_ noc: String, _ catalogue: Catalogue) throws -> Equivalence {
      let finder = try catalogue.finder(from: .sinco2011, to: .noc2016)
      return try #require(try finder.equivalence(of: "2814", and: noc))
    }
    let before = try Repository.catalogue()
    let after = try Catalogue(DataDirectory(path: folder))
    let assistants = try pair("3414", after)
    let unaided = try pair("3414", before).score
    #expect(assistants.score > 0.4 && assistants.score > 5 * unaided)
    #expect(assistants.paths.contains { $0.tables.map(\.id) == ["experts"] })
    #expect((assistants.terms.first { $0.name == "experts" }?.contribution ?? 0) > 0)
    let pharmacists = try pair("3131", after)
    #expect(pharmacists.score < (try pair("3131", before).score))
    #expect(
      pharmacists.terms.first { $0.name == "experts" }?.reason
        == "says that the two are not equivalent")
    let without = try Catalogue(DataDirectory(path: folder), leavingOut: ["experts"])
    #expect(try pair("3414", without).score == unaided)
  }
}
