import Candidates
import Diagnostics
import Testing

/// Reading the parts of rows that matching needs, each different one once.
@Suite struct PartTests {
  private let header =
    "candidate_id,occupations,cedula,languages,english_test,english_listening,english_date,target_provinces,consent_purposes,consent_recipients,consent_date,notice_version,notice_language,retain_until,study_year\n"

  private let rows = [
    ",sinco2011:2426,yes,es,CLB,8,2026-01-01,CA-ON,matching,sne,2026-01-02,2026-1,es,,2001",
    ",sinco2011:2426,yes,es,CLB,8,2026-02-01,CA-ON,matching,sne,2026-01-02,2026-1,es,,1999",
    "C-7K2M9QXD4T,sinco2011:2426; noc2021:31301,no,es;en,,,,CA-ON;CA-BC,,,,,,2028-12-31,",
    ",sinco2019:7212,si,fr,CEFR,B2,,,matching;profile,sne;esdc,2026-01-02,2026-1,fr,2027-01-01,",
  ]

  private func fullRead(_ text: String) throws -> (candidates: [Candidate], places: [String]) {
    var candidates: [Candidate] = []
    let report = try CandidateFile.read(bytes: Array(text.utf8), name: "c.csv") {
      candidates.append($0.candidate)
    }
    return (candidates, report.findings.map { "\($0.location?.description ?? "") \($0.rule)" })
  }

  private func partRead(
    _ text: String
  ) throws -> (rows: [(CandidateID, [Candidate])], places: [String], made: Int) {
    var rows: [(CandidateID, [Candidate])] = []
    var made = 0
    let report = try CandidateFile.readParts(bytes: Array(text.utf8), name: "c.csv") { _, one in
      made += 1
      return one
    } _: {
      rows.append(($0, $1))
    }
    return (
      rows, report.findings.map { "\($0.location?.description ?? "") \($0.rule)" }, made
    )
  }

  @Test func hasTheSameAsTheWholeReading() throws {
    let text = header + rows.joined(separator: "\n") + "\n"
    let whole = try fullRead(text)
    let parts = try partRead(text)
    #expect(whole.places.isEmpty && parts.places.isEmpty)
    #expect(parts.rows.map(\.0) == whole.candidates.map(\.id))
    for (candidate, (_, made)) in zip(whole.candidates, parts.rows) {
      #expect(made.count == CandidatePart.allCases.count)
      #expect(made[0].occupations == candidate.occupations)
      #expect(made[1].cedula == candidate.cedula)
      #expect(made[2].languages.map(\.language) == candidate.languages.map(\.language))
      #expect(made[2].languages.map(\.result?.scores) == candidate.languages.map(\.result?.scores))
      #expect(made[3].jurisdictions == candidate.jurisdictions)
      #expect(made[4].consents == candidate.consents)
      #expect(made[5].retainUntil == candidate.retainUntil)
    }
  }

  @Test func readsEachDifferentPartOnce() throws {
    let text = header + Array(repeating: rows[0], count: 500).joined(separator: "\n") + "\n"
    let parts = try partRead(text)
    #expect(parts.rows.count == 500)
    #expect(parts.made == CandidatePart.allCases.count)
  }

  /// The same text with a fault is told at each of its places, as the whole reading tells it.
  @Test func tellsTheSameFaults() throws {
    let bad = [
      "X,sinco2011:2426,,,,,,,,,,,,,", ",,,,,,,,,,,,,,", ",nurse,,,,,,,,,,,,,",
      ",sinco2011:2426,maybe,,,,,,,,,,,,", ",sinco2011:2426,,english,,,,,,,,,,,",
      ",sinco2011:2426,,,Duolingo,8,,,,,,,,,", ",sinco2011:2426,,,CLB,8,2026-02-30,,,,,,,,",
      ",sinco2011:2426,,,,,2026-02-01,,,,,,,,", ",sinco2011:2426,,,,,,CA-XX,,,,,,,",
      ",sinco2011:2426,,,,,,,matching,,,,,,", ",sinco2011:2426,,,,,,,,,,,,soon,",
    ]
    for row in bad {
      let text = header + [row, rows[0], row, row].joined(separator: "\n") + "\n"
      let whole = try fullRead(text)
      let parts = try partRead(text)
      #expect(!whole.places.isEmpty, "\(row)")
      #expect(parts.places == whole.places, "\(row)")
      #expect(parts.rows.count == 1)
    }
    #expect(try partRead("name\nx\n").rows.isEmpty)
  }
}
