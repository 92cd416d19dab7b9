import CommandLineKit
import Foundation
import Testing

/// The command on the recognition of credentials.
@Suite struct CredentialCommandTests {
  static let day = ["--on", "2026-11-25"]

  static let goldens = [
    Golden("credentials-aide.txt", "credentials", "AIDE", "--on", "2026-11-25"),
    Golden(
      "credentials-rn-bc.txt", "credentials", "registered nurse", "--in", "CA-BC", "--on",
      "2026-11-25"),
    Golden(
      "credentials-midwife.txt", "credentials", "midwife", "--in", "NS,Quebec", "--compare", "--on",
      "2026-11-25"),
    Golden(
      "credentials-mlt.csv", "credentials", "MLT", "--format", "csv", "--on", "2026-11-25"),
    Golden(
      "credentials-ptech-on.md", "credentials", "noc2021:32124", "--in", "CA-ON", "--format",
      "markdown", "--on", "2026-11-25"),
    Golden(
      "credentials-undescribed.txt", "credentials", "noc2021:72200", "--on", "2026-11-25",
      code: .negative),
  ]

  @Test(arguments: goldens) func staysAsItIs(_ given: Golden) throws {
    let run = Transcript(given.arguments)
    #expect(run.code == given.code)
    try expectSnapshot(run.output, given.file)
  }

  @Test func keepsItsKeys() throws {
    let run = Transcript(
      ["credentials", "MLT", "--in", "CA-BC", "--format", "json"] + Self.day)
    #expect(run.code == .success)
    #expect(run.diagnostics.isEmpty)
    try expectSnapshot(
      try keys(ofJSON: run.output).joined(separator: "\n") + "\n", "credentials.keys")
  }

  private struct Answer: Decodable {
    struct Occupation: Decodable {
      struct Place: Decodable {
        let jurisdiction: String
        let regulated: String
      }
      let occupation: String?
      let jurisdictions: [Place]
    }
    let occupations: [Occupation]
  }

  private func answer(_ arguments: String...) throws -> Answer {
    let run = Transcript(["credentials"] + arguments + ["--format", "json"])
    return try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
  }

  /// The same occupation from codes of any version and from titles.
  @Test(arguments: [
    ("noc2021:31301", "RN"), ("noc2016:3012", "RN"), ("noc2011:3012", "RN"),
    ("NOC 2021:32120", "MLT"),
    ("noc2006:3152", "RN"), ("nocs2006:D211", "MLT"), ("sinco2011:2426", "RN"),
    ("sinco2011:2813", "MLT"), ("sinco2019:2813", "MLT"), ("isco08:2221", "RN"), ("rn", "RN"),
    ("Registered nurse", "RN"), ("midwives", "MIDW"), ("health care aide", "AIDE"),
    ("sages-femmes", "MIDW"), ("soldador", "WELD"), ("sinco2011:7212", "WELD"),
  ]) func findsAnOccupation(_ words: String, _ id: String) throws {
    #expect(
      try answer(words, "--in", "CA-ON").occupations.contains { $0.occupation == id })
  }

  @Test func answersByTheDay() throws {
    func regulated(_ day: String) throws -> String? {
      try answer("AIDE", "--in", "Alberta", "--on", day).occupations.first?.jurisdictions.first?
        .regulated
    }
    #expect(try regulated("2026-02-01") == "no")
    #expect(try regulated("2026-02-02") == "yes")
    #expect(try regulated("2026-02-03") == "yes")
  }

  @Test func takesProvincesByCodeAndName() throws {
    let places = try answer("RN", "--in", "on, québec", "--in", "Columbia Británica").occupations
      .first?.jurisdictions.map(\.jurisdiction)
    #expect(places == ["CA-ON", "CA-QC", "CA-BC"])
  }

  static let wrong = [
    ["credentials"], ["credentials", "RN", "--in", "CA-XX"], ["credentials", "RN", "--in", ","],
    ["credentials", "RN", "--on", "2026-02-30"], ["credentials", "RN", "--table", "all"],
    ["credentials", ""], ["credentials", "2426"], ["credentials", "RN", "--in", "MX"],
  ]

  @Test(arguments: wrong) func refusesWrongCalls(_ arguments: [String]) {
    let run = Transcript(arguments)
    #expect(run.code == .usage, "\(run.diagnostics)")
    #expect(run.output.isEmpty)
    #expect(run.diagnostics.hasPrefix("error: "))
  }

  @Test func saysThatNothingIsFound() {
    #expect(Transcript("credentials", "zzzz").code == .negative)
    #expect(Transcript("credentials", "noc2021:99999").code == .negative)
  }

  @Test func describesItsTables() throws {
    let run = Transcript("credentials", "--schema")
    #expect(run.output == read("\(Transcript.root)datasets/credentials/schema.json"))
  }

  /// Each table has a row for each fact, and the same columns in every row.
  @Test(arguments: ["regulation", "steps", "requirements", "bridging", "streams"])
  func writesTables(_ table: String) {
    let run = Transcript(
      ["credentials", "RN", "--in", "CA-ON,CA-MB", "--table", table, "--format", "tsv"] + Self.day)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count > 1)
    let widths = Set(lines.map { $0.count { $0 == "\t" } })
    #expect(widths.count == 1)
  }
}
