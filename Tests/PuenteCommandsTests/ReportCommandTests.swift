import CommandLineKit
import Foundation
import Testing

@Suite struct ReportCommandTests {
  static let languages = ["en", "es", "fr"]
  static let forms = ["html", "pdf", "xlsx", "csv", "markdown", "json"]

  /// The reports that are kept as golden files, each of the real tables.
  static let reports: [String: [String]] = [
    "unresolved": ["report", "unresolved", "--sector", "health", "--limit", "2"],
    "equivalences": ["report", "equivalences", "2426", "2813", "--limit", "3"],
    "lmwg": ["report", "lmwg", "--indicator", "IND-02", "--indicator", "ind-06"],
    "brief": ["report", "brief"],
  ]

  private func run(_ arguments: [String]) -> Transcript {
    Transcript(arguments + ["--on", "2026-11-28"])
  }

  @Test(arguments: languages)
  func writesTheGoldenReports(_ language: String) throws {
    try withFolder { folder in
      // A ledger as it begins, not that of whoever runs the tests.
      let ledger = "\(folder)/ledger"
      #expect(Transcript("review", "status", "--ledger", ledger).code == .success)
      for (name, arguments) in Self.reports.sorted(by: { $0.key < $1.key }) {
        for form in ["html", "markdown"] {
          let report = run(
            arguments + ["--lang", language, "--format", form, "--ledger", ledger])
          #expect(report.diagnostics == "")
          // Hashes of whole files change whenever data are added, and are checked elsewhere.
          let text = report.output.replacing(/file(.*)[0-9a-f]{64}/) { "file\($0.output.1)(hash)" }
          try expectSnapshot(text, "report-\(name).\(language).\(form)")
        }
      }
    }
  }

  @Test func verifiesEveryForm() throws {
    try withFolder { folder in
      for form in Self.forms {
        let path = "\(folder)/report.\(form)"
        let arguments = ["report", "equivalences", "2813", "--lang", "fr", "--format", form]
        let written = run(arguments + ["--output", path])
        #expect(written.code == .success, "\(form): \(written.diagnostics)")
        let first = try Data(contentsOf: URL(filePath: path))
        _ = run(arguments + ["--output", path])
        #expect(try Data(contentsOf: URL(filePath: path)) == first, "\(form)")
        let verified = Transcript("verify", path)
        #expect(verified.code == .success, "\(form)")
        let counts = verified.output.matches(of: /(\d+) records: \1 unchanged/)
        #expect(counts.count == 1, "\(form): \(verified.output)")
      }
    }
  }

  @Test func tellsWhatHasChanged() throws {
    try withFolder { folder in
      let json = run(["report", "equivalences", "2813", "--format", "json"]).output
      let hash = try #require(json.firstMatch(of: /"hash" : "([0-9A-F]{16})"/)).1
      let changed = json.replacing(hash, with: "0000000000000000")
        .replacing("\"crosswalks\\/index.csv\"", with: "\"crosswalks/none.csv\"")
        .replacing("\"crosswalks/index.csv\"", with: "\"crosswalks/none.csv\"")
      let report = Transcript("verify", try write(changed, "report.json", in: folder))
      #expect(report.code == .negative)
      #expect(report.output.contains("changed  mapping  sinco2011-"))
      #expect(report.output.contains("gone  file  crosswalks/none.csv"))
      #expect(report.output.contains("1 changed, 1 gone"))
    }
  }

  @Test func readsNoFileOutsideTheData() throws {
    try withFolder { folder in
      let hash = String(repeating: "0", count: 64)
      let rows = ["/etc/passwd", "datasets/../../secret", "crosswalks/\u{0}x"]
      let text = rows.map { "file,\($0),,\(hash)\n" }.joined()
      let report = Transcript("verify", try write(text, "report.csv", in: folder))
      #expect(report.code == .negative)
      #expect(report.output.contains("3 gone"))
    }
  }

  @Test func refusesWhatIsNoReport() throws {
    try withFolder { folder in
      for text in ["", "{", "PK", "%PDF-1.4", "<!DOCTYPE html>", "a,b\n"] {
        let report = Transcript("verify", try write(text, "x", in: folder))
        #expect(report.code == .failure, "\(text)")
        #expect(report.diagnostics.hasPrefix("error: "), "\(text)")
      }
    }
  }

  @Test func refusesWhatCannotBe() {
    let cases: [[String]] = [
      ["report", "unresolved", "--lang", "de"],
      ["report", "unresolved", "--to", "sinco2011"],
      ["report", "equivalences", "0001"],
      ["report", "equivalences", "noc2016:3012"],
      ["report", "equivalences", "2426", "--format", "csv", "--table", "none"],
      ["report", "equivalences", "2426", "--table", "equivalences"],
    ]
    for arguments in cases {
      let report = run(arguments)
      #expect(report.code == .usage, "\(arguments)")
      #expect(report.output == "", "\(arguments)")
    }
  }

  @Test func writesOneTableAlone() {
    let report = run([
      "report", "equivalences", "2813", "--format", "csv", "--table", "equivalences", "--limit",
      "1",
    ])
    let lines = report.output.split(whereSeparator: \.isNewline)
    #expect(lines.count == 2)
    #expect(lines.last?.hasPrefix("2813,Técnicos de laboratorios médicos [es],") == true)
  }

  @Test func countsCandidatesAndWithholdsSmallCounts() throws {
    try withFolder { folder in
      let ledger = "\(folder)/ledger"
      let columns = "occupations,cedula,target_occupations,target_provinces\n"
      let nurses = String(
        repeating: "sinco2019:2436,yes,RN,CA-ON\n", count: 3)
      let technologists = String(repeating: "sinco2019:2813,no,MLT,CA-AB\n", count: 12)
      let file = try write(columns + nurses + technologists, "mission.csv", in: folder)
      let imported = run(["candidate", "import", file, "--ledger", ledger])
      #expect(imported.code == .success, "\(imported.diagnostics)")
      let paper = run(["report", "lmwg", "--format", "json", "--ledger", ledger])
      #expect(paper.code == .success, "\(paper.diagnostics)")
      let report = try #require(
        try JSONSerialization.jsonObject(with: Data(paper.output.utf8)) as? [String: Any])
      let sections = try #require(report["sections"] as? [[String: Any]])
      let annex = try #require(sections.first { $0["id"] as? String == "candidates" })
      let blocks = try #require(annex["blocks"] as? [[String: Any]])
      func row(_ table: String, _ name: String) throws -> [Any] {
        let found = try #require(blocks.first { $0["id"] as? String == table })
        let rows = try #require(found["rows"] as? [[String: Any]])
        return try #require(
          rows.compactMap { $0["cells"] as? [Any] }.first {
            ($0.first as? String)?.hasPrefix(name) == true
          })
      }
      // Three nurses are not shown, nor can they be calculated from the sums.
      let stage = try row("candidates-by-stage", "RN ")
      #expect(stage[1] is [String: Any] && stage[3] is [String: Any])
      let sums = try row("candidates-by-stage", "Sum")
      let laboratory = try row("candidates-by-stage", "MLT ")
      #expect(sums[3] is [String: Any] || laboratory[3] is [String: Any])
      #expect(try row("candidates-by-province", "MLT ")[1] as? Int == 12)
      #expect(try row("candidates-by-province", "RN ").contains { $0 is [String: Any] })
      // The pairs of this ledger are those that verify finds in it.
      let path = try write(paper.output, "paper.json", in: folder)
      #expect(Transcript("verify", path, "--ledger", ledger).code == .success)
      let comment = run([
        "review", "comment", "L2", "Fine", "--side", "canada", "--ledger", ledger,
      ])
      #expect(comment.code == .success, "\(comment.diagnostics)")
      let verified = Transcript("verify", path, "--ledger", ledger)
      #expect(verified.code == .negative)
      #expect(verified.output.hasPrefix("changed  pair  L2"))
    }
  }

  @Test func setsTheBriefOnOnePage() throws {
    try withFolder { folder in
      for language in Self.languages {
        let path = "\(folder)/brief.pdf"
        _ = run(["report", "brief", "--lang", language, "--format", "pdf", "--output", path])
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        #expect(text.contains("/Count 1\n"), "\(language)")
      }
    }
  }

  @Test func citesOnlyFiguresThatThereAre() {
    let report = run(["report", "lmwg", "--indicator", "IND-99"])
    #expect(report.code == .usage)
    #expect(report.diagnostics.contains("'IND-99'"))
  }
}
