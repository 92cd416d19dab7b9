import CommandLineKit
import Foundation
import Testing

/// The command that matches candidates with openings.
@Suite struct MatchCommandTests {
  private static let openings = """
    opening,occupation,jurisdiction,languages,teer,places,opens,closes
    ON-NURSE,noc2021:31301,CA-ON,en:7,,1,,
    QC-NURSE,noc2016:3012,CA-QC,fr:7,1,2,,
    AB-AIDE,noc2021:33102,CA-AB,none,,1,,
    BC-WELD,noc2021:72106,CA-BC,,,1,,
    ON-COOK,noc2021:63200,CA-ON,en:4 or fr:4,,1,2026-01-01,2026-11-27

    """

  private static let candidates = """
    occupations,cedula,languages,english_test,english_listening,english_reading,english_writing,english_speaking,target_provinces,consent_purposes,consent_recipients,consent_date,consent_withdrawn,notice_version,notice_language
    sinco2011:2426,yes,es;en,CLB,8,7,7,7,,matching,sne,2026-03-01,,2026-1,es
    sinco2011:2811;sinco2011:2821,unknown,es,,,,,,CA-AB;CA-QC,matching,sne,2026-03-01,,2026-1,es
    sinco2019:7212,no,es;en,CEFR,B1,B1,B1,B1,,matching,sne,2026-03-01,,2026-1,es
    sinco2011:2426,yes,es,,,,,,,matching,sne,2026-03-01,2026-11-28,2026-1,es
    sinco2011:2426,yes,es,,,,,,,statistics,sne,2026-03-01,,2026-1,es

    """

  /// Runs the command on two files.
  private func match(
    _ candidates: String = candidates, _ openings: String = openings, _ options: String...
  ) throws -> Transcript {
    try withFolder { folder in
      var run = Transcript(
        [
          "match", try write(candidates, "c.csv", in: folder),
          try write(openings, "o.csv", in: folder), "--on", "2026-11-28",
        ] + options)
      run.diagnostics = run.diagnostics.replacingOccurrences(of: folder, with: "")
      return run
    }
  }

  @Test func ranksOpeningsForCandidates() throws {
    let titled = Self.openings.replacingOccurrences(
      of: "AB-AIDE,noc2021:33102", with: "AB-AIDE,Nurse aides")
    let run = try match(Self.candidates, titled)
    #expect(run.code == .success)
    try expectSnapshot(run.diagnostics + run.output, "match.txt")
  }

  @Test func ranksCandidatesForOpeningsAsATable() throws {
    let run = try match(
      Self.candidates, Self.openings, "--by", "opening", "--format", "csv", "--top", "1")
    #expect(run.code == .success)
    try expectSnapshot(run.output, "match-openings.csv")
  }

  @Test func givesPlaces() throws {
    let run = try match(
      Self.candidates, Self.openings, "--assign", "--format", "json", "--without-consent")
    #expect(run.code == .success)
    #expect(run.diagnostics.contains("of 5 places given"))
    try expectSnapshot(run.output, "match-places.json")
  }

  @Test func takesCandidatesAndTheirStepsFromTheLedger() throws {
    try withFolder { folder in
      let ledger = "\(folder)/ledger.db"
      let end = ["--ledger", ledger, "--on", "2026-11-28"]
      let file = try write(Self.candidates, "c.csv", in: folder)
      let openings = try write(Self.openings, "o.csv", in: folder)
      #expect(Transcript(["candidate", "import", file] + end).code == .success)
      let command = ["match", "ledger", openings, "--by", "opening", "--top", "1"] + end
      let before = Transcript(command)
      #expect(before.code == .success)
      #expect(before.output.contains("RN is regulated in CA-ON, 2 of 13 steps done"))
      let id = try #require(before.output.firstMatch(of: /C-[0-9A-Z]{10}/)).output
      let step = Transcript(
        ["candidate", "step", String(id), "MX-DOCS-05", "waive", "--reason", "not asked for"] + end)
      try #require(step.code == .success, "\(step.diagnostics)")
      #expect(Transcript(command).output.contains("RN is regulated in CA-ON, 3 of 13 steps done"))
    }
    #expect(Transcript("match", "ledger", "-", "--ledger", "/nowhere").code == .failure)
  }

  private struct Answer: Decodable {
    struct One: Decodable {
      struct Opening: Decodable { let opening: String }
      let candidate: String
      let openings: [Opening]
    }
    let matches: [One]
  }

  @Test func leavesOutWhoHasNotAgreed() throws {
    let run = try match(Self.candidates, Self.openings, "--format", "json")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
    // The consent of R-5 was withdrawn that day, that of R-6 is for something else.
    #expect(answer.matches.map(\.candidate) == ["R-2", "R-3", "R-4"])
    #expect(run.diagnostics.contains("2 candidates left out: no consent to matching holds"))
    let all = try match(
      Self.candidates, Self.openings, "--format", "json", "--without-consent")
    #expect(try JSONDecoder().decode(Answer.self, from: Data(all.output.utf8)).matches.count == 5)
  }

  @Test func everyTableHasTheSameMatches() throws {
    let formats = ["csv", "tsv", "spreadsheet"]
    let tables = try formats.map { format in
      try match(Self.candidates, Self.openings, "--format", format).output
        .split(whereSeparator: \.isNewline).dropFirst()
        .map { $0.split(whereSeparator: { ",\t".contains($0) }).prefix(3).joined(separator: " ") }
    }
    #expect(tables[0].count > 3)
    #expect(tables[0] == tables[1] && tables[1] == tables[2])
  }

  /// What tells who somebody is, in every free text and in columns that are not to be there.
  @Test func repeatsNothingOfAPerson() throws {
    let planted = [
      "María Guadalupe Pérez", "PEGJ850101MDFRRN08", "G12345678", "+52 55 1234 5678",
      "maria@example.mx", "1985-01-01",
    ]
    let text = "\"\(planted.joined(separator: "; "))\""
    let candidates = """
      nombre,curp,occupations,study_field,study_institution,study2_field,study2_institution,note,consent_purposes,consent_recipients,consent_date,notice_version,notice_language
      \(text),\(text),sinco2011:2426,\(text),\(text),\(text),\(text),\(text),matching,sne,2026-03-01,2026-1,es

      """
    for format in ["text", "json", "csv", "tsv", "spreadsheet"] {
      for mode in [["--top", "3"], ["--by", "opening"], ["--assign"]] {
        let run = try withFolder { folder in
          Transcript(
            [
              "match", try write(candidates, "c.csv", in: folder),
              try write(Self.openings, "o.csv", in: folder), "--format", format,
            ] + mode)
        }
        #expect(run.output.contains("R-2"))
        for word in planted {
          #expect(!run.output.contains(word) && !run.diagnostics.contains(word), "\(word)")
        }
      }
    }
    // A title of an opening that is a person is not repeated either, whether it is read or not.
    let openings = "opening,occupation,jurisdiction,places\nO-1,\(text),CA-ON,1\n"
    let run = try match(Self.candidates, openings)
    #expect(run.code != .success)
    for word in planted { #expect(!(run.output + run.diagnostics).contains(word)) }
  }

  @Test func hostileTextIsInert() throws {
    let title = "=cmd|'/c calc'!A1 <script>alert(1)</script> \u{202E}nurse\u{1B}[31m"
    let openings =
      "opening,occupation,jurisdiction,places\nO-1,\"\(title) registered nurse\",CA-ON,1\n"
    for format in ["text", "spreadsheet"] {
      let run = try match(Self.candidates, openings, "--format", format)
      let all = run.output + run.diagnostics
      for mark in ["=cmd", "<script", "\u{202E}", "\u{1B}"] { #expect(!all.contains(mark)) }
    }
    let run = try match(
      Self.candidates, "opening,occupation,jurisdiction,places\n=1+1,noc2021:31301,CA-ON,1\n")
    #expect(run.code == .failure)
    #expect(!run.diagnostics.contains("=1+1"))
  }

  @Test func saysWhereAnOpeningIsWrong() throws {
    let openings = """
      opening,occupation,jurisdiction,places
      O-1,31301,CA-ON,1
      O-2,noc2021:99999,CA-ON,1
      O-3,sinco2011:2426,CA-ON,1
      O-4,Guadalupe Hernández,CA-ON,1

      """
    let run = try match(Self.candidates, openings)
    #expect(run.code == .failure)
    #expect(run.output.isEmpty)
    for place in [
      "o.csv:2:5: error[bare-code]", "o.csv:3:5: error[unknown-code]",
      "o.csv:4:5: error[unknown-code]", "o.csv:5:5: error[unknown-title]",
    ] {
      #expect(run.diagnostics.contains(place), "\(place)")
    }
  }

  @Test func refusesWhatMakesNoSense() throws {
    #expect(Transcript("match", "-", "-").code == .usage)
    #expect(try match(Self.candidates, Self.openings, "--assign", "--by", "opening").code == .usage)
    #expect(try match(Self.candidates, Self.openings, "--top", "0").code == .usage)
    #expect(Transcript("match", "/nowhere.csv", "/nowhere.csv").code == .failure)
    let header = "opening,occupation,jurisdiction,places\n"
    #expect(try match(Self.candidates, header).code == .negative)
  }
}
