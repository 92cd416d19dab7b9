import Candidates
import Classifications
import Diagnostics
import Testing

@Suite struct CandidateFileTests {
  static func read(
    _ text: String
  ) throws -> (rows: [CandidateFile.Row], report: CandidateFile.Report) {
    var rows: [CandidateFile.Row] = []
    let report = try CandidateFile.read(bytes: Array(text.utf8), name: "m.csv") { rows.append($0) }
    return (rows, report)
  }

  @Test func aWholeRowIsRead() throws {
    let header = CandidateColumn.allCases.map(\.rawValue).joined(separator: ",")
    let row =
      "C-7K2M9QXD4T,MX-26/001,sinco2019:2436; noc2021:31301,sí,Licenciatura,Enfermería,UNAM,2015,technical,0914,,,"
      + "sinco2019:2436,48,2025,hospital,,,,,,,,,es;en,IELTS Academic,7,6.5,6.5,7,2026-02-01,,,,,,,"
      + "RN;noc2021:32101,CA-ON;ca-bc,matching;recognition,sne;esdc,2026-03-01,,2026-1,es,2028-12-31,fine"
    let (rows, report) = try Self.read(header + "\n" + row + "\n")
    #expect(report.findings == [])
    let candidate = try #require(rows.first).candidate
    #expect(candidate.id.text == "C-7K2M9QXD4T")
    #expect(candidate.occupations.map(\.description) == ["sinco2019:2436", "noc2021:31301"])
    #expect(candidate.cedula == .yes)
    #expect(candidate.studies.map(\.level) == [.bachelor, .technical])
    #expect(candidate.studies.map { $0.field?.code } == ["0913", "0914"])
    #expect(candidate.months() == 48)
    #expect(candidate.languages.map(\.language) == ["es", "en"])
    #expect(candidate.languages.last?.result?.scores[.reading] == "6.5")
    #expect(candidate.targets.map(\.description) == ["RN", "noc2021:32101"])
    #expect(candidate.jurisdictions == ["CA-ON", "CA-BC"])
    let day = try #require(CalendarDate("2026-03-01"))
    #expect(candidate.consent(for: .matching, to: .esdc, on: day) != nil)
    #expect(rows.first?.note == "fine")
  }

  @Test func faultsSayWhereAndNeverWhat() throws {
    let secret = "Guadalupe Hernandez"
    for column in CandidateColumn.allCases where !column.isFreeText {
      let text = "occupations,\(column.rawValue)\nnoc2021:31301,\(secret)\n"
      let whole =
        column == .occupations ? "occupations,note\n\(secret),\n" : text
      let (rows, report) = try Self.read(whole)
      #expect(rows.isEmpty, "\(column)")
      let finding = try #require(report.findings.first)
      #expect(finding.severity == .error)
      #expect(finding.location?.line == 2)
      #expect(!report.findings.contains { $0.description.contains("Guadalupe") }, "\(column)")
    }
  }

  @Test(arguments: [
    "nombre", "Nombre completo", "CURP", "No. de pasaporte", "Teléfono", "e-mail", "correo",
    "Fecha de nacimiento", "date of birth", "sexo", "edad", "estado civil", "número de cédula",
  ]) func columnsThatTellWhoSomebodyIsAreNotRead(_ header: String) throws {
    let (rows, report) = try Self.read("occupations,\(header)\nnoc2021:31301,Guadalupe\n")
    #expect(rows.count == 1)
    #expect(report.findings.map(\.rule) == ["personal-column"])
    #expect(!report.findings.contains { $0.description.contains("Guadalupe") })
    #expect(!"\(rows)".contains("Guadalupe"))
  }

  @Test func aFileWithoutHeaderRepeatsNothing() throws {
    let (rows, report) = try Self.read("Guadalupe Hernandez,GARC900101HDFRRL09\nJuan,x\n")
    #expect(rows.isEmpty)
    #expect(report.errors >= 2)
    #expect(!report.findings.contains { $0.description.contains("Guadalupe") })
    #expect(!report.findings.contains { $0.description.contains("GARC") })
  }

  @Test func referencesAreThereOnce() throws {
    let (rows, report) = try Self.read(
      "reference,occupations\nA-1,noc2021:31301\nA-1,noc2021:31301\n")
    #expect(rows.count == 1)
    #expect(report.findings.map(\.rule) == ["duplicate-reference"])
    #expect(report.findings.first?.location == SourceLocation(file: "m.csv", line: 3, column: 1))
  }

  @Test(arguments: [
    ("MX-26/001", true), ("SNE-000123", true), ("7", true), ("A", false), ("G12345678", false),
    ("GARC900101AB1", false), ("GARC900101HDFRRL09", false), ("5512345678", false),
    ("Ana Lopez 1", false), ("12/03/90", false),
  ]) func referencesAreNumbersOfAMission(_ text: String, _ isTaken: Bool) throws {
    let (rows, _) = try Self.read("reference,occupations\n\(text),noc2021:31301\n")
    #expect(rows.isEmpty != isTaken)
  }

  @Test func consentHoldsFromTheDayGivenToTheDayBeforeWithdrawn() throws {
    let days = try ["2026-02-28", "2026-03-01", "2026-05-31", "2026-06-01", "2026-06-02"].map {
      try #require(CalendarDate($0))
    }
    let consent = Consent(
      for: [.matching], to: [.sne], on: days[1], notice: "1", language: "es", withdrawnOn: days[3])
    #expect(days.map { consent.holds(on: $0) } == [false, true, true, false, false])
  }

  @Test func dataAreOverdueTheDayAfterTheLast() throws {
    var candidate = Candidate(CandidateID(row: 2))
    let last = try #require(CalendarDate("2026-06-30"))
    candidate.retainUntil = last
    #expect(!candidate.isOverdue(on: last.adding(days: -1)))
    #expect(!candidate.isOverdue(on: last))
    #expect(candidate.isOverdue(on: last.adding(days: 1)))
  }
}
