import Checks
import Classifications
import Correspondences
import Diagnostics
import Foundation
import ReferenceData
import Testing

/// What a file may be, and mapping sets among them.
@MainActor @Suite struct FileTests {
  private func report(_ paths: [String]) throws -> CheckReport {
    let day = try #require(CalendarDate("2026-11-24"))
    return try FileChecker(catalogue: try Repository.catalogue(), today: day).check(paths)
  }

  private func folder(_ files: [String: String]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      component: "checks-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(component: name)) }
    return folder
  }

  @Test func saysWhatIsNoTableOfPairs() throws {
    let found = try check("a,b\n1,2\n", named: "a.csv")
    #expect(brief(found) == ["1 error[unknown-table]"])
    #expect(found.first?.help.hasPrefix("a table of pairs has a column for each side") == true)
  }

  @Test func goesOnAfterFilesThatItCannotCheck() throws {
    let folder = try folder([
      "a.csv": "a,b\n1,2\n", "b.csv": "noc2016,sinco2011\n7273,7212\n",
      "c.csv": "noc1999,sinco2011\n7273,7212\n",
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = ["a.csv", "nowhere.csv", "c.csv", "b.csv"].map {
      folder.appending(component: $0).path()
    }
    let report = try report(paths)
    #expect(
      brief(report.findings) == [
        "1 error[unknown-table]", "1 error[unknown-classification]", "2 error[invalid-code]",
      ])
    #expect(report.unread.map(\.reason) == ["No such file or directory"])
    #expect(!report.isComplete)
    #expect(try self.report([paths[3]]).isComplete)
  }

  /// The tables of the recognition of credentials have no error, and are checked as a whole.
  @Test func checksTheRecognitionOfCredentials() throws {
    let path = "\(Repository.root)datasets/credentials"
    let whole = try report([path])
    #expect(whole.isComplete)
    #expect(whole.findings.allSatisfy { $0.severity == .warning })
    #expect(
      Set(whole.findings.map(\.rule)) == ["general-knowledge", "stale-fact", "undated-fact"])
    // A table by itself is checked for age only.
    let alone = try report(["\(path)/steps.csv"])
    #expect(alone.isComplete)
    #expect(Set(alone.findings.map(\.rule)) == ["stale-fact", "undated-fact"])
  }

  @Test func findsWhatIsWrongWithTheRecognitionOfCredentials() throws {
    let copy = FileManager.default.temporaryDirectory.appending(
      component: "checks-tests-\(UUID().uuidString)")
    try FileManager.default.copyItem(
      at: URL(filePath: "\(Repository.root)datasets/credentials"), to: copy)
    defer { try? FileManager.default.removeItem(at: copy) }
    func replace(_ table: String, _ old: String, _ new: String) throws {
      let file = copy.appending(component: table)
      let text = try String(contentsOf: file, encoding: .utf8)
      try #require(text.contains(old))
      try Data(text.replacing(old, with: new, maxReplacements: 1).utf8).write(to: file)
    }
    try replace("occupation_codes.csv", "RN,noc2021,31301", "RN,noc2021,31300x")
    try replace("steps.csv", "always,RN-BC-03,partly", "always,RN-BC-08,partly")
    try replace("regulations.csv", "licence,CNO,NNAS", "licence,CNX,NNAS")
    try Data("a,b\n".utf8).write(to: copy.appending(component: "notes.csv"))
    try FileManager.default.removeItem(at: copy.appending(component: "bridging.csv"))
    let found = try report([copy.path()]).findings.filter {
      $0.severity == .error || $0.rule == "unknown-table"
    }
    #expect(
      found.map(\.rule) == [
        "missing-table", "unknown-table", "unknown-reference", "step-before-dependency",
        "cyclic-step", "unreachable-step", "cyclic-step", "cyclic-step", "unknown-code",
      ])
  }

  @Test func reportsAnEmptyFile() throws {
    #expect(brief(try check("", named: "a.csv")) == ["1 error[empty-input]"])
  }

  @Test func reportsABinaryFile() throws {
    let found = try check([0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 0xFF, 0x0A], named: "a.csv")
    #expect(found.containsErrors)
    #expect(found.allSatisfy { $0.location != nil })
  }

  @Test func reportsRaggedRowsWithTheRest() throws {
    let found = try check("noc2016,sinco2011\n7237\n7237,7212,x\n7273,7212\n")
    #expect(
      brief(found, from: .warning) == [
        "2 error[ragged-row]", "3 error[ragged-row]", "4 error[invalid-code]",
      ])
  }

  @Test func checksEveryTableOfAFolder() throws {
    let folder = try folder([
      "b.csv": "noc2016,sinco2011\n7273,7212\n", "a.tsv": "noc2016\tsinco2011\n7273\t7212\n",
      "c.csv": "name\nno pairs\n", "README.md": "no table",
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let report = try report([folder.path()])
    #expect(
      brief(report.findings) == ["2 error[invalid-code]", "1 warning[unknown-table]"])
    #expect(report.findings.count { $0.rule == "invalid-code" } == 2)
    #expect(report.findings.first?.location?.file.hasSuffix("/a.tsv") == true)
    #expect(report.isComplete)
  }

  @Test func saysThatAFolderHasNoTables() throws {
    let folder = try folder(["README.md": "no table"])
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try report([folder.path()]).unread.map(\.reason) == ["it has no .csv or .tsv files"])
  }

  @Test func reportsALinkThatRepeatsAPrintedPairOnce() throws {
    let pairs = "noc2016,sinco2011\n7273,7212\n"
    let folder = try folder(["pairs.csv": pairs, "links.csv": pairs, "more.csv": pairs])
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try report([folder.path()]).findings.compactMap {
      $0.location?.file.split(separator: "/").last
    }
    #expect(files == ["pairs.csv", "more.csv"])
  }

  /// A row of a mapping set that other validators let pass or drop.
  struct SetCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let finds: [String]

    init(
      _ name: String, without: String = "", mark: String = "", columns: String = "",
      rows: String = "noc2016:7237\tskos:exactMatch\tsinco2011:7212\tsemapv:ManualMappingCuration",
      finds: String...
    ) {
      testDescription = name
      let metadata = [
        "#curie_map:", "#  noc2016: https://puente.example/noc2016/",
        "#  sinco2011: https://puente.example/sinco2011/",
        "#license: https://creativecommons.org/publicdomain/zero/1.0/",
        "#mapping_set_id: https://puente.example/sets/a",
      ].filter { without.isEmpty || !$0.contains(without) }
      let header = "subject_id\tpredicate_id\tobject_id\tmapping_justification\(columns)"
      text = mark + (metadata + [header, rows]).joined(separator: "\n") + "\n"
      self.finds = finds
    }
  }

  nonisolated private static let row =
    "noc2016:7237\tskos:exactMatch\tsinco2011:7212\tsemapv:ManualMappingCuration"

  nonisolated static let sets = [
    SetCase("sound"),
    SetCase("byte-order mark", mark: "\u{FEFF}", finds: "1:1 error[sssom-byte-order-mark]"),
    SetCase("no licence", without: "license", finds: "5:1 error[sssom-missing-license]"),
    SetCase(
      "no identifier", without: "mapping_set_id", finds: "5:1 error[sssom-missing-mapping-set-id]"),
    SetCase(
      "empty justification", rows: "noc2016:7237\tskos:exactMatch\tsinco2011:7212\t",
      finds: "7:45 error[sssom-missing-justification]"),
    SetCase("equal rows", rows: "\(row)\n\(row)", finds: "8:1 warning[sssom-duplicate-row]"),
    SetCase(
      "wrong cardinality", columns: "\tmapping_cardinality", rows: "\(row)\t1:n",
      finds: "7:74 warning[sssom-cardinality-mismatch]"),
    SetCase(
      "no cardinality", columns: "\tmapping_cardinality", rows: "\(row)\tn:m",
      finds: "7:74 error[sssom-cardinality-value]"),
    SetCase(
      "no cardinality either", columns: "\tmapping_cardinality", rows: "\(row)\t2:3",
      finds: "7:74 error[sssom-cardinality-value]"),
    SetCase(
      "denied and stated", columns: "\tpredicate_modifier", rows: "\(row)\t\n\(row)\tNot",
      finds: "8:14 error[sssom-asserted-and-denied]"),
    SetCase(
      "exact and broad", rows: "\(row)\n\(row.replacing("exact", with: "broad"))",
      finds: "8:14 error[sssom-conflicting-predicates]"),
    SetCase(
      "mapped to itself", rows: row.replacing("sinco2011:7212", with: "noc2016:7237"),
      finds: "7:30 warning[sssom-self-mapping]"),
    SetCase(
      "confidence", columns: "\tconfidence", rows: "\(row)\t1.5",
      finds: "7:74 error[sssom-number-range]"),
    SetCase(
      "undeclared prefix", rows: row.replacing("sinco2011:7212", with: "x:7212"),
      finds: "7:30 error[sssom-undeclared-prefix]"),
    SetCase(
      "justification", rows: row.replacing("semapv:", with: "noc2016:"),
      finds: "7:45 error[sssom-justification]"),
    SetCase(
      "address",
      rows: row.replacing("sinco2011:7212", with: "https://puente.example/sinco2011/7212"),
      finds: "7:30 error[sssom-iri]"),
    SetCase(
      "no day", columns: "\tmapping_date", rows: "\(row)\t2026-13-40",
      finds: "7:74 error[sssom-bad-date]"),
    SetCase(
      "unknown codes", rows: row.replacing("7237", with: "7273").replacing("7212", with: "0000"),
      finds: "7:1 error[invalid-code]", "7:30 error[invalid-code]"),
  ]

  @Test(arguments: sets) func findsWhatOthersPass(_ given: SetCase) throws {
    let found = try check(given.text, named: "a.sssom.tsv").filter { $0.severity >= .warning }
    #expect(
      found.map {
        "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.severity.rawValue)[\($0.rule)]"
      } == given.finds)
  }

  @Test func findsNothingAgainstOurOwnSets() throws {
    for description in try Repository.catalogue().correspondences {
      let path = "\(Repository.root)crosswalks/\(description.file)"
      #expect(brief(try report([path]).findings, from: .warning) == [], "\(description.file)")
    }
  }
}
