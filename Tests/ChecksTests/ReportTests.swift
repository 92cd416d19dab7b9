import Checks
import Classifications
import Diagnostics
import Foundation
import ReferenceData
import Testing

/// The table of the 2017 report, and the same table in other guises.
@MainActor @Suite struct ReportTests {
  private func findings() throws -> [Finding] {
    let day = try #require(CalendarDate("2026-11-24"))
    let checker = FileChecker(catalogue: try Repository.catalogue(), today: day)
    return try checker.check(["\(Repository.root)crosswalks/lmwg-2017"]).findings.map { finding in
      var finding = finding
      finding.location = finding.location.map {
        SourceLocation(
          file: URL(filePath: $0.file).lastPathComponent, line: $0.line, column: $0.column)
      }
      return finding
    }
  }

  @Test func staysAsItIs() throws {
    let text = try findings().map(\.description).joined(separator: "\n") + "\n"
    try expectSnapshot(text, "lmwg-2017.txt")
  }

  /// What an analyst finds: errors on links 3 and 8, warnings on 1, 4, 5, 6 and 7, of link 2 that 2813 covers another
  /// group as well.
  @Test func isWhatAnAnalystFinds() throws {
    let all = try findings()
    func worst(_ code: String, _ other: String) -> Severity? {
      all.filter {
        $0.subjects == ["noc2016:\(code)", "sinco2011:\(other)"]
          || ($0.subjects.first == "sinco2011:\(other)" && $0.rule == "version-reuse")
      }.map(\.severity).max()
    }
    #expect(worst("3011", "2426") == .warning)
    #expect(worst("3211", "2813") == .note)
    #expect(worst("3212", "2814") == .error)
    #expect(worst("3413", "2821") == .warning)
    #expect(worst("3413", "2811") == .warning)
    #expect(worst("3131", "2428") == .warning)
    #expect(worst("3124", "2824") == .warning)
    let errors = all.filter { $0.severity == .error }
    #expect(
      errors.map { "\($0.location?.line ?? 0) \($0.rule)" } == [
        "4 no-isco-overlap", "4 probable-slip", "8 invalid-code", "8 title-identifies-code",
      ])
    #expect(errors[1].help == "did you mean 3212 - 2813 Técnicos de laboratorios médicos?")
    #expect(errors[3].suggestions == ["3012"])
  }

  @Test func hasEightLinksThatWait() throws {
    let waiting = try findings().filter { $0.rule == "awaiting-feedback" }
    #expect(waiting.count == 8)
    #expect(waiting.allSatisfy { $0.message.contains("since 2017-10-20 (3,322 days)") })
    #expect(waiting.allSatisfy { $0.message.contains("the answer of CA") && $0.severity == .note })
  }

  // MARK: Guises

  /// The rows of the report: NOC code and title, then the SINCO codes with theirs.
  nonisolated static let rows: [(noc: (String, String), sinco: [(String, String)])] = [
    (("3011", "Nursing coordinators and supervisors"), [("2426", "Enfermeras especialistas")]),
    (("3211", "Medical laboratory technologists"), [("2813", "Técnicos de laboratorios médicos")]),
    (
      ("3212", "Medical laboratory technicians and pathologists' assistants"),
      [("2814", "Técnicos y asistentes farmacéuticos")]
    ),
    (
      ("3413", "Nurse aides, orderlies and patient service associates"),
      [("2821", "Auxiliares en enfermería y paramédicos"), ("2811", "Enfermeras (técnicas)")]
    ),
    (("3131", "Pharmacists"), [("2428", "Farmacólogos")]),
    (("3124", "Allied primary health practitioners"), [("2824", "Parteras")]),
    (
      ("2013", "Registered nurses and registered psychiatric nurses"),
      [("2426", "Enfermeras especialistas")]
    ),
  ]

  /// What is found in every guise: the rule and the codes concerned, apart from what is only about the
  /// form of the table.
  nonisolated static let meanings: Set<String> = [
    "version-reuse sinco2011:2426", "role-not-in-title noc2016:3011 sinco2011:2426",
    "title-conflict noc2016:3212 sinco2011:2814", "no-isco-overlap noc2016:3212 sinco2011:2814",
    "probable-slip noc2016:3212 sinco2011:2814", "partial-scope noc2016:3212 sinco2011:2814",
    "partial-scope noc2016:3413 sinco2011:2821", "no-isco-overlap noc2016:3413 sinco2011:2811",
    "level-gap noc2016:3413 sinco2011:2811", "role-not-in-title noc2016:3413 sinco2011:2811",
    "partial-scope noc2016:3413 sinco2011:2811", "version-reuse sinco2011:2428",
    "title-conflict noc2016:3131 sinco2011:2428",
    "no-isco-overlap noc2016:3124 sinco2011:2824", "level-gap noc2016:3124 sinco2011:2824",
    "partial-scope noc2016:3124 sinco2011:2824", "invalid-code noc2016:2013",
    "title-identifies-code noc2016:3012",
  ]

  /// The same table, written otherwise.
  struct Guise: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    var name = "pairs.csv"

    /// One row for each link, made by a function.
    init(
      _ name: String, header: String, file: String = "pairs.csv",
      row: (_ noc: (String, String), _ sinco: (String, String)) -> String
    ) {
      testDescription = name
      self.name = file
      let lines = ReportTests.rows.flatMap { pair in pair.sinco.map { row(pair.noc, $0) } }
      text = ([header] + lines).joined(separator: "\n") + "\n"
    }
  }

  nonisolated static let guises: [Guise] = [
    Guise("own columns", header: "noc2016,noc2016_title,sinco2011,sinco2011_title") {
      "\($0.0),\"\($0.1)\",\($1.0),\"\($1.1)\""
    },
    Guise("CURIEs", header: "source_id,source_title,target_id,target_title") {
      "noc2016:\($0.0),\"\($0.1)\",sinco2011:\($1.0),\"\($1.1)\""
    },
    Guise("CURIEs in cells", header: "noc,sinco") {
      "\"noc2016:\($0.0) \($0.1)\",\"sinco2011:\($1.0) \($1.1)\""
    },
    Guise("swapped", header: "sinco2011,noc2016") {
      "\($1.0) \($1.1),\"\($0.0) \($0.1)\""
    },
    Guise("semicolons", header: "NOC 2016;SINCO 2011") { "\($0.0) \($0.1);\($1.0) \($1.1)" },
    Guise("tabs", header: "NOC 2016\tSINCO 2011", file: "pairs.tsv") {
      "\($0.0) \($0.1)\t\($1.0) \($1.1)"
    },
    Guise("no versions", header: "NOC,SINCO") { "\"\($0.0) \($0.1)\",\($1.0) \($1.1)" },
    Guise("snake case", header: "noc_code,noc_title,sinco_code,sinco_title") {
      "\($0.0),\"\($0.1)\",\($1.0),\($1.1)"
    },
    Guise("English", header: "NOC 2016 code,NOC 2016 title,SINCO 2011 code,SINCO 2011 title") {
      "\($0.0),\"\($0.1)\",\($1.0),\($1.1)"
    },
    Guise("Spanish", header: "Código NOC,Título NOC,Clave SINCO,Denominación SINCO") {
      "\($0.0),\"\($0.1)\",\($1.0),\($1.1)"
    },
    Guise("French", header: "Code CNP 2016,Titre CNP 2016,Code SINCO 2011,Titre SINCO 2011") {
      "\($0.0),\"\($0.1)\",\($1.0),\($1.1)"
    },
    Guise("upper case and dashes", header: "NOC 2016,SINCO 2011") {
      "\"\($0.0) – \($0.1.uppercased())\",\"\($1.0) - \($1.1.uppercased())\""
    },
    Guise("byte-order mark and CRLF", header: "\u{FEFF}noc2016,sinco2011") {
      "\"\($0.0) \($0.1)\",\($1.0) \($1.1)\r"
    },
  ]

  @Test(arguments: guises) func meansTheSameInAnyGuise(_ guise: Guise) throws {
    // Where the table says its versions, that a later one uses a code otherwise is only a note.
    let found = try check(guise.text, named: guise.name).filter {
      $0.severity >= .warning || $0.rule == "version-reuse"
    }
    #expect(
      Set(found.map { ([$0.rule] + Self.sorted($0)).joined(separator: " ") }) == Self.meanings)
  }

  /// The codes of a finding, NOC first; of one on a single side, only the first.
  private static func sorted(_ finding: Finding) -> [String] {
    finding.rule == "version-reuse" ? Array(finding.subjects.prefix(1)) : finding.subjects.sorted()
  }

  /// The same occupations in the newest versions: the slips are still there.
  @Test func findsTheSlipsInTheNewestVersions() throws {
    let found = try check(
      """
      noc2021,sinco2019
      31300 Nursing coordinators and supervisors,2436 Enfermeras especialistas
      32120 Medical laboratory technologists,2813
      33101 Medical laboratory assistants and related technical occupations,2814
      33102 Nurse aides,2811
      31120 Pharmacists,2438
      31303,2824
      13301 Registered nurses and registered psychiatric nurses,2436

      """)
    let worst = brief(found, from: .warning)
    #expect(worst.contains("2 warning[role-not-in-title]"))
    #expect(!worst.contains { $0.hasPrefix("3 ") })
    #expect(
      worst.contains("4 warning[title-conflict]") && worst.contains("4 error[no-isco-overlap]"))
    #expect(worst.contains("5 warning[level-gap]"))
    #expect(!worst.contains { $0.hasPrefix("6 error") })
    #expect(worst.contains("7 warning[no-isco-overlap]"))
    #expect(!worst.contains { $0.hasPrefix("7 error") })
    #expect(worst.contains("8 error[invalid-code]"))
    #expect(worst.contains("8 error[title-identifies-code]"))
  }
}
