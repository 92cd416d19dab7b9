import CommandLineKit
import Foundation
import Testing

/// Candidates, through the commands.
@Suite struct CandidateCommandTests {
  /// What tells who somebody is: those of a form that is recognised, and names, which are not.
  static let identifiers = [
    "QUEX900101MDFTZL09", "QUEX900101AB1", "G98765432", "5598765432", "quetzalli@example.mx",
    "1990-01-31",
  ]
  static let persons = ["Quetzalli", "Xochitlquetzal"]
  static let planted =
    "Quetzalli Xochitlquetzal QUEX900101MDFTZL09 QUEX900101AB1 pasaporte G98765432 tel 5598765432 quetzalli@example.mx nacida el 1990-01-31"

  static func run(_ arguments: [String], _ ledger: String, on day: String? = "2026-11-28")
    -> Transcript
  {
    Transcript(
      ["candidate"] + arguments + ["--ledger", ledger] + (day.map { ["--on", $0] } ?? []))
  }

  static func add(_ ledger: String, _ facts: [String] = []) -> String {
    let facts =
      facts.isEmpty
      ? [
        "occupations=sinco2019:2436", "cedula=yes", "target_occupations=RN",
        "target_provinces=CA-ON;CA-BC",
      ] : facts
    return run(["add"] + facts, ledger).output.trimmingCharacters(in: .newlines)
  }

  /// A ledger with a candidate in whose every free text something is planted.
  static func withPlanted(
    _ body: (_ ledger: String, _ id: String, _ said: [Transcript]) throws -> Void
  ) throws {
    try withFolder { folder in
      let ledger = "\(folder)/a.ledger"
      var said = [
        run(
          [
            "add", "occupations=sinco2019:2436", "target_occupations=RN",
            "target_provinces=CA-ON;CA-BC",
            "study_level=bachelor", "study_field=\(planted)", "study_institution=\(planted)",
            "study2_level=technical", "study2_field=\(planted)", "study2_institution=\(planted)",
            "note=\(planted)",
          ], ledger)
      ]
      let id = said[0].output.trimmingCharacters(in: .newlines)
      said.append(run(["note", id, planted], ledger))
      said.append(
        run(
          [
            "evidence", id, "--kind", "letter", "--step", "MX-DOCS-01", "--title", planted,
            "--issuer",
            planted, "--location", planted,
          ], ledger))
      said.append(run(["step", id, "MX-DOCS-01", "waive", "--reason", planted], ledger))
      try body(ledger, id, said)
    }
  }

  @Test func nothingThatTellsWhoSomebodyIsReachesDefaultOutput() throws {
    try Self.withPlanted { ledger, id, said in
      var runs = said
      for format in ["text", "json", "csv", "markdown"] {
        runs.append(Self.run(["show", id, "--format", format], ledger))
        runs.append(Self.run(["list", "--format", format], ledger))
        runs.append(Self.run(["what-if", id, "--format", format], ledger))
        runs.append(Self.run(["show", id, "--audit", "--format", format], ledger))
      }
      runs.append(Self.run(["step", id, "MX-DOCS-01"], ledger))
      runs.append(Self.run(["step", id, "MX-DOCS-01", "start"], ledger))
      runs.append(Self.run(["what-if", id, "MX-DOCS-02"], ledger))
      runs.append(Transcript("review", "verify", "--ledger", ledger))
      runs.append(Transcript("review", "list", "--ledger", ledger))
      runs.append(Self.run(["erase", id, "--why", "request", "--dry-run"], ledger))
      #expect(runs.allSatisfy { !($0.output + $0.diagnostics).isEmpty })
      for run in runs {
        for text in Self.identifiers + Self.persons {
          #expect(!run.output.contains(text), "\(text) in \(run.output.prefix(300))")
          #expect(!run.diagnostics.contains(text), "\(text) in \(run.diagnostics.prefix(300))")
        }
      }
      // They were there to be found: names stay in what was asked for in full, the rest was never kept.
      let full = Self.run(["show", id, "--full"], ledger).output
      for text in Self.persons { #expect(full.contains(text)) }
      for text in Self.identifiers { #expect(!full.contains(text)) }
      let export = Self.run(["export", id], ledger, on: nil).output
      for text in Self.persons { #expect(export.contains(text)) }
      for text in Self.identifiers { #expect(!export.contains(text)) }
    }
  }

  @Test func whatIsTypedInTheWrongPlaceIsNotRepeated() throws {
    try withFolder { folder in
      let ledger = "\(folder)/a.ledger"
      let id = Self.add(ledger)
      let runs = [
        Self.run(["show", "Quetzalli"], ledger), Self.run(["add", "Quetzalli"], ledger),
        Self.run(["add", "occupations=noc2021:31301", "Quetzalli=yes"], ledger),
        Self.run(["add", "occupations=noc2021:31301", "cedula=Quetzalli"], ledger),
        Self.run(["add", "occupations=Quetzalli"], ledger),
        Self.run(["step", id, "Quetzalli", "start"], ledger),
        Self.run(["step", id, "Quetzalli"], ledger),
        Self.run(["what-if", id, "Quetzalli"], ledger),
        Self.run(["list", "--code", "Quetzalli"], ledger),
        Self.run(["list", "--as", "Quetzalli"], ledger),
        Self.run(["list", "--in", "Quetzalli"], ledger),
      ]
      for run in runs {
        #expect(run.code == .usage || run.code == .failure, "\(run)")
        #expect(!(run.output + run.diagnostics).lowercased().contains("quetzalli"), "\(run)")
      }
    }
  }

  @Test func aFileIsTakenInAsAWholeOrNotAtAll() throws {
    try withFolder { folder in
      let ledger = "\(folder)/a.ledger"
      let good = "reference,occupations,cedula\nA-1,noc2021:31301,yes\nA-2,noc2021:32120,no\n"
      let file = try write(good + "A-3,Quetzalli,yes\n", "m.csv", in: folder)
      let faulty = Self.run(["import", file], ledger)
      #expect(faulty.code == .failure)
      #expect(faulty.diagnostics.contains("m.csv:4:5: error[invalid-value]"))
      #expect(!faulty.diagnostics.contains("Quetzalli"))
      #expect(faulty.output.hasSuffix("nothing was recorded\n"))
      #expect(Self.run(["list"], ledger).code == .negative)
      let trial = Self.run(["import", file, "--dry-run", "--skip-faulty"], ledger)
      #expect(trial.output.contains("3 rows: 2 can be taken in, 1 have errors"))
      #expect(Self.run(["list"], ledger).code == .negative)
      let taken = Self.run(["import", file, "--skip-faulty"], ledger)
      #expect(taken.code == .negative)
      #expect(taken.output.contains("2 candidates were added"))
      #expect(Self.run(["list", "--cedula", "yes"], ledger).diagnostics == "note: 1 in all\n")
      let again = Self.run(["import", try write(good, "n.csv", in: folder)], ledger)
      #expect(again.output.contains("2 are there already, by their reference"))
      #expect(again.output.hasSuffix("nothing was recorded\n"))
    }
  }

  @Test func aDryRunMakesNoLedger() throws {
    try withFolder { folder in
      let file = try write("occupations\nnoc2021:31301\n", "m.csv", in: folder)
      let run = Transcript(
        "candidate", "import", file, "--dry-run", "--on", "2026-11-28", "--ledger",
        "\(folder)/a.ledger")
      #expect(run.output.hasPrefix("1 rows: 1 can be taken in"), "\(run)")
      #expect(names(in: folder) == ["m.csv"])
    }
  }

  @Test func theTemplateIsAFileWithoutRows() throws {
    try withFolder { folder in
      let template = Transcript("candidate", "import", "--template")
      #expect(template.code == .success)
      let row = String(repeating: ",", count: template.output.count { $0 == "," })
      let file = try write(template.output + row + "\n", "m.csv", in: folder)
      let run = Self.run(["import", file, "--dry-run"], "\(folder)/a.ledger")
      #expect(
        run.diagnostics.contains("m.csv:2:2: error[missing-value]: 'occupations' is empty"),
        "\(run)")
    }
  }

  @Test func stepsGoTheirWay() throws {
    try withFolder { folder in
      let ledger = "\(folder)/a.ledger"
      let id = Self.add(ledger)
      let blocked = Self.run(["step", id, "MX-DOCS-08", "start"], ledger)
      #expect(blocked.code == .failure)
      #expect(blocked.diagnostics == "error: MX-DOCS-08 is blocked: first complete MX-DOCS-05\n")
      let done = Self.run(
        [
          "step", id, "mx-docs-05", "start", "submit", "complete", "--proof", "receipt", "--proof",
          "transcript", "--paid", "90 MXN",
        ], ledger)
      #expect(done.code == .success)
      #expect(done.output.split(separator: "\n").count == 3)
      let show = Self.run(["show", id, "--in", "CA-ON", "--format", "csv"], ledger)
      #expect(show.output.contains("RN,CA-ON,MX-DOCS-05,"))
      #expect(show.output.contains(",completed,no,2026-11-28,"))
      // All or none: the second event cannot happen.
      let half = Self.run(["step", id, "MX-DOCS-08", "start", "complete"], ledger)
      #expect(half.code == .failure)
      #expect(
        Self.run(["step", id, "MX-DOCS-08"], ledger).output.contains("state: ready"))
      let trial = Self.run(["step", id, "MX-DOCS-08", "start", "--dry-run"], ledger)
      #expect(trial.diagnostics == "nothing was recorded\n")
      #expect(Self.run(["step", id, "MX-DOCS-08"], ledger).output.contains("state: ready"))
    }
  }

  @Test func erasureLeavesNoByteAndTheReviewSound() throws {
    try Self.withPlanted { ledger, id, _ in
      let before = Transcript("review", "verify", "--ledger", ledger).output
      func places(_ text: String) -> [String] {
        ["", "-wal", "-shm"].filter { ending in
          FileManager.default.contents(atPath: ledger + ending)?
            .range(of: Data(text.utf8)) != nil
        }
      }
      for text in Self.persons + [id] { #expect(!places(text).isEmpty) }
      let erased = Self.run(["erase", id, "--why", "request"], ledger)
      #expect(erased.code == .success, "\(erased)")
      for text in Self.persons + Self.identifiers + [id] {
        #expect(places(text).isEmpty, "\(text)")
      }
      let after = Transcript("review", "verify", "--ledger", ledger)
      #expect(after.code == .success)
      #expect(after.output == before)
      let show = Self.run(["show", id], ledger)
      #expect(show.code == .failure)
      #expect(show.diagnostics == "error: candidate \(id) was erased on 2026-11-28\n")
      #expect(Self.run(["show", id, "--audit"], ledger).output.contains("officer  erase"))
    }
  }

  @Test func overdueDataAreErasedTheDayAfterTheLast() throws {
    try withFolder { folder in
      let ledger = "\(folder)/a.ledger"
      _ = Self.add(ledger, ["occupations=noc2021:31301", "retain_until=2026-12-31"])
      for (day, isOverdue) in [("2026-12-30", false), ("2026-12-31", false), ("2027-01-01", true)] {
        let list = Self.run(["list", "--overdue"], ledger, on: day)
        #expect((list.code == .success) == isOverdue, "\(day)")
      }
      #expect(Self.run(["erase", "--overdue"], ledger, on: "2026-12-31").code == .negative)
      #expect(Self.run(["erase", "--overdue"], ledger, on: "2027-01-01").code == .success)
      #expect(Self.run(["list"], ledger).code == .negative)
    }
  }

  @Test func consentIsGivenAndWithdrawn() throws {
    try withFolder { folder in
      let ledger = "\(folder)/a.ledger"
      let id = Self.add(ledger)
      #expect(Self.run(["list", "--no-consent"], ledger).code == .success)
      let given = Self.run(
        ["consent", id, "--for", "matching", "--to", "esdc", "--notice", "2026-1"], ledger)
      #expect(given.code == .success)
      #expect(Self.run(["list", "--consent", "matching"], ledger).code == .success)
      #expect(Self.run(["consent", id, "--withdraw"], ledger, on: "2026-12-01").code == .success)
      #expect(Self.run(["list", "--consent", "matching"], ledger).code == .negative)
      #expect(Self.run(["show", id], ledger).output.contains("withdrawn on 2026-12-01"))
    }
  }

  @Test func outputForProgramsKeepsItsFields() throws {
    try withFolder { folder in
      let ledger = "\(folder)/a.ledger"
      let id = Self.add(
        ledger,
        [
          "occupations=noc2021:31301", "study_level=bachelor", "experience_months=12",
          "english_test=CELBAN", "english_reading=8", "target_occupations=PHYSIO",
          "target_provinces=CA-ON", "consent_purposes=matching", "consent_recipients=sne",
          "consent_date=2026-11-01", "notice_version=1", "notice_language=es",
        ])
      _ = Self.run(
        ["evidence", id, "--kind", "evaluation", "--expires", "2027-01-31"], ledger)
      for (name, arguments) in [
        ("show", ["show", id]), ("list", ["list"]), ("what-if", ["what-if", id]),
        ("export", ["export", id]), ("audit", ["show", id, "--audit"]),
      ] {
        let run = Self.run(
          arguments + (name == "export" ? [] : ["--format", "json"]), ledger)
        let found = try keys(ofJSON: run.output).joined(separator: "\n") + "\n"
        try expectSnapshot(found, "candidate-\(name).keys")
      }
    }
  }

  @Test func whatIfSaysWhatIsNotKnown() throws {
    try withFolder { folder in
      let ledger = "\(folder)/a.ledger"
      let id = Self.add(ledger)
      let run = Self.run(["what-if", id, "MX-DOCS-05", "--in", "CA-ON"], ledger)
      #expect(run.output.contains("open steps: 11 -> 10"))
      #expect(run.output.contains("how much time it takes off is not known"))
      #expect(run.output.contains("could be begun then: MX-DOCS-08"))
      let done = Self.run(["what-if", id, "MX-DOCS-02"], ledger)
      #expect(done.code == .failure)
      #expect(done.diagnostics.contains("'completed' already"))
    }
  }
}
