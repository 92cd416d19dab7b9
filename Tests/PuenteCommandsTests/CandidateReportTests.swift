import CommandLineKit
import Foundation
import Testing

/// The profile of a candidate, and that nothing of the person is in it.
@Suite struct CandidateReportTests {
  private static let planted = [
    "María Guadalupe Pérez", "PEGJ850101MDFRRN08", "G12345678", "+52 55 1234 5678",
    "maria@example.mx", "1985-01-01", "<script>alert(1)</script>", "=cmd|'/c calc'!A1",
  ]

  /// A ledger with a candidate in whose every free text somebody has written what does not belong there.
  private func withCandidate<Result>(_ body: (_ id: String, _ ledger: String) throws -> Result)
    throws -> Result
  {
    try withFolder { folder in
      let text = "\"\(Self.planted.joined(separator: " "))\""
      let table = """
        occupations,cedula,study_level,study_field,study_institution,study_year,study2_level,study2_field,study2_institution,experience_code,experience_months,experience_last_year,experience_setting,languages,english_test,english_listening,english_reading,english_writing,english_speaking,english_date,target_occupations,target_provinces,consent_purposes,consent_recipients,consent_date,notice_version,notice_language,note
        sinco2011:2426,yes,bachelor,Enfermería,\(text),2015,technical,\(text),\(text),sinco2011:2426,67,2026,hospital,es;en,CELBAN,9,8,7,8,2026-03-14,RN,CA-NS;CA-BC,matching;profile,sne;employer,2026-03-01,2026-1,es,\(text)

        """
      let ledger = "\(folder)/ledger.db"
      let file = try write(table, "mission.csv", in: folder)
      let options = ["--ledger", ledger, "--on", "2026-11-28"]
      // What was masked is told, which makes the code 1.
      try #require(Transcript(["candidate", "import", file] + options).code == .negative)
      let list = Transcript(["candidate", "list", "--format", "csv", "--ledger", ledger]).output
      let id = try #require(list.firstMatch(of: /C-[0-9A-Z]{10}/)).output
      let words = Self.planted.joined(separator: " ")
      let records = [
        ["note", String(id), words],
        ["step", String(id), "RN-NNAS-02", "waive", "--reason", words],
        [
          "evidence", String(id), "--kind", "score_report", "--step", "RN-NNAS-02", "--title",
          words, "--issuer", words, "--location", words,
        ],
      ]
      for record in records {
        let run = Transcript(["candidate"] + record + options)
        try #require(run.code != .usage && run.code != .failure, "\(record[0]): \(run.diagnostics)")
      }
      return try body(String(id), ledger)
    }
  }

  private func report(_ id: String, _ ledger: String, _ options: String...) -> Transcript {
    Transcript(
      ["report", "candidate", id, "--ledger", ledger, "--on", "2026-11-28"] + options)
  }

  @Test func staysAsItIsInThreeLanguages() throws {
    try withCandidate { id, ledger in
      for language in ["en", "es", "fr"] {
        let profile = language == "fr" ? "public" : "officer"
        let run = report(
          id, ledger, "--profile", profile, "--lang", language, "--format", "html")
        #expect(run.code == .success)
        let text = run.output.replacing(/C-[0-9A-Z]{10}/, with: "(id)")
          .replacing(/P-[0-9a-f]{12}/, with: "(report)")
          .replacing(/[0-9a-f]{64}/, with: "(hash)")
        try expectSnapshot(text, "report-candidate-\(profile).\(language).html")
      }
    }
  }

  @Test func hasNothingThatNamesThePerson() throws {
    try withCandidate { id, ledger in
      for profile in ["public", "recruiter", "officer"] {
        let forms = profile == "officer" ? ["html", "markdown", "csv", "json"] : ["json"]
        for form in forms {
          let run = report(id, ledger, "--profile", profile, "--format", form)
          #expect(run.code == .success)
          let all = run.output + run.diagnostics
          for word in Self.planted + ["María", "Pérez", "PEGJ", "<script", "=cmd"] {
            #expect(!all.contains(word), "\(profile) \(form): \(word)")
          }
        }
        let resume = report(id, ledger, "--profile", profile, "--resume")
        for word in Self.planted { #expect(!(resume.output + resume.diagnostics).contains(word)) }
      }
      // The public profile has not even the pseudonym.
      #expect(!report(id, ledger, "--format", "json").output.contains(id))
      #expect(report(id, ledger, "--profile", "recruiter").output.contains(id))
    }
  }

  @Test func isTheSameEachTimeInEveryForm() throws {
    try withCandidate { id, ledger in
      for form in ["pdf", "xlsx", "html"] {
        let path = "\(ledger).\(form)"
        let options = ["--profile", "officer", "--format", form, "--output", path]
        func write() throws -> Data {
          let run = Transcript(
            ["report", "candidate", id, "--ledger", ledger, "--on", "2026-11-28"] + options)
          #expect(run.code == .success, "\(form): \(run.diagnostics)")
          return try Data(contentsOf: URL(filePath: path))
        }
        let (first, second) = (try write(), try write())
        #expect(first == second, "\(form)")
        guard form == "pdf" else { continue }
        #expect(Transcript("verify", path, "--ledger", ledger).code == .success)
      }
    }
  }

  private struct Resume: Decodable {
    struct Basics: Decodable { let name: String }
    struct Work: Decodable { let position: String }
    struct Language: Decodable { let language: String }
    let basics: Basics
    let work: [Work]
    let languages: [Language]
  }

  @Test func writesJSONResume() throws {
    try withCandidate { id, ledger in
      let run = report(id, ledger, "--profile", "officer", "--resume")
      let resume = try JSONDecoder().decode(Resume.self, from: Data(run.output.utf8))
      #expect(resume.basics.name == id)
      #expect(resume.work.map(\.position) == ["sinco2011:2426 Enfermeras especialistas"])
      #expect(resume.languages.map(\.language) == ["es", "en"])
      let open = report(id, ledger, "--resume").output
      #expect(!open.contains(id) && !open.contains("2015") && !open.contains("listening"))
    }
  }

  @Test func warnsWhereNoConsentCoversTheReader() throws {
    try withCandidate { id, ledger in
      #expect(report(id, ledger, "--profile", "recruiter").diagnostics.isEmpty)
      let later = Transcript(
        "report", "candidate", id, "--ledger", ledger, "--on", "2026-02-28", "--profile",
        "recruiter")
      #expect(later.diagnostics.contains("no consent to show the profile"))
      #expect(later.output.contains("No consent is recorded that holds on this day."))
    }
  }

  @Test func refusesWhoIsNotThere() throws {
    try withCandidate { _, ledger in
      #expect(report("C-0000000000", ledger).code == .failure)
      let name = report("María Guadalupe Pérez", ledger)
      #expect(name.code == .usage)
      #expect(!name.diagnostics.contains("María"))
    }
  }
}
