import Checks
import Classifications
import Diagnostics
import ReferenceData
import Testing

/// Tables as people lay them out.
@MainActor @Suite struct TableFormTests {
  /// A header and a row in which the title of 3012 stands beside another code, and is seen.
  struct HeaderCase: Sendable, CustomTestStringConvertible {
    let header: String
    let row: String
    var testDescription: String { header }

    init(_ header: String, _ row: String) {
      self.header = header
      self.row = row
    }
  }

  nonisolated private static let nurses = "Registered nurses and registered psychiatric nurses"

  nonisolated static let titled = [
    HeaderCase("noc2016,title,sinco2011,título", "3113,\(nurses),2426,Enfermeras especialistas"),
    HeaderCase("noc2016,title_en,sinco2011,title_es", "3113,\(nurses),2426,"),
    HeaderCase("title_en,noc2016,title_es,sinco2011", "\(nurses),3113,,2426"),
    HeaderCase("noc2016,description,sinco2011", "3113,\(nurses),2426"),
    HeaderCase("sinco2011,Denominación,noc2016,Title", "2426,,3113,\(nurses)"),
    HeaderCase("NOC 2016 occupation,NOC 2016 code,SINCO 2011", "\(nurses),3113,2426"),
    HeaderCase("NOC 2016 code and title,SINCO 2011 code and title", "3113 \(nurses),2426"),
    HeaderCase("Canada,Mexico", "3113 \(nurses),2426 Enfermeras especialistas"),
    HeaderCase(
      "Canadian code,Canadian title,Mexican code,Mexican title",
      "3113,\(nurses),2426,Enfermeras especialistas"),
    HeaderCase(
      "source_code,source_title,source_classification,target_code,target_classification",
      "3113,\(nurses),noc2016,2426,sinco2011"),
    HeaderCase("noc,noc_title,noc_version,sinco2011", "3113,\(nurses),NOC 2016 V1.3,2426"),
    HeaderCase("noc,noc_title,noc_year,sinco2011", "3113,\(nurses),2016,2426"),
    HeaderCase("source,target", "noc2016:3113 \(nurses),sinco2011:2426"),
    HeaderCase("Código (NOC 2016),Título NOC,Clave (SINCO 2011)", "3113,\(nurses),2426"),
    HeaderCase("row,NOC level,NOC 2016,NOC 2016 title,SINCO 2011", "1,4,3113,\(nurses),2426"),
  ]

  @Test(arguments: titled) func comparesTheTitle(_ given: HeaderCase) throws {
    let found = try check("\(given.header)\n\(given.row)\n")
    let title = found.first { $0.rule == "title-identifies-code" }
    #expect(title?.suggestions == ["3012"])
    #expect(title?.message.contains("NOC 2016 V1.3 3012") == true)
  }

  @Test func saysThatTitlesOfNoSideAreNotCompared() throws {
    let found = try check("noc2016,noc2016_title,sinco2011,name,label\n6322,Cooks,5111,,\n")
    let unused = found.filter { $0.rule == "unused-column" }
    #expect(unused.map(\.location?.column) == [38])
    #expect(unused.first?.message.hasPrefix("'label' names no classification") == true)
  }

  @Test func comparesSeveralTitlesWithSeveralCodes() throws {
    let header = "noc2016,noc2016_title,sinco2011"
    #expect(
      !(try check("\(header)\n6322/6321,Cooks/Chefs,5111\n")).contains {
        $0.rule.hasPrefix("title")
      })
    let swapped = try check("\(header)\n6322/6321,Chefs / Cooks,5111\n")
    #expect(swapped.count { $0.rule == "title-identifies-code" } == 2)
    let unclear = try check("\(header)\n6322/6321,Cooks,5111\n")
    #expect(brief(unclear).contains("2 note[unclear-titles]"))
  }

  @Test func reportsClassificationsThatThereAreNot() throws {
    let found = try check(
      "source_id,target_id\nnoc2061:3012,sinco2011:2426\nnoc2016:3012,sinco2011:2426\n")
    let unknown = found.filter { $0.rule == "unknown-classification" }
    #expect(brief(unknown) == ["2 error[unknown-classification]"])
    #expect(unknown.first?.suggestions == ["noc2011", "noc2016", "noc2021"])
    let version = try check("noc,noc_version,sinco2011\n3012,noc2015,2426\n6322,noc2016,5111\n")
    #expect(
      brief(version, from: .error) == ["2 error[unknown-classification]"])
    let nothing = try check("source_id,target_id\n3012,2426\n")
    #expect(brief(nothing) == ["1 error[unknown-classification]"])
    let year = try check("noc2015,sinco2011\n3012,2426\n")
    #expect(brief(year) == ["1 error[unknown-classification]"])
    #expect(year.first?.suggestions.first == "noc2011")
  }

  @Test func readsEachRowInItsOwnVersion() throws {
    let found = try check(
      "source_id,target_id\nnoc2016:3012,sinco2011:2426\nnoc2021:31301,sinco2019:2436\n")
    #expect(brief(found, from: .warning) == [])
    let inferred = try check("noc,sinco\nNOC 2016 3012,SINCO 2011 2426\nNOC 2021 31301,2436\n")
    #expect(brief(inferred, from: .error) == ["3 error[invalid-code]"])
  }

  @Test func keepsNothingApartFromNone() throws {
    let found = try check(
      "noc2016,sinco2011\nnone,2426\n3012,sin correspondencia\nn/a,2426\n-,2426\n,2426\n2013,none\n"
    )
    #expect(
      brief(found).filter { !$0.contains("version-reuse") } == [
        "2 note[stated-none]", "3 note[stated-none]", "4 error[missing-code]",
        "5 error[missing-code]", "6 error[missing-code]", "7 error[invalid-code]",
        "7 note[stated-none]",
      ])
  }

  @Test func doesNotCountEmptyCodesAsPartners() throws {
    let found = try check("noc2016,sinco2011\nNobody knows,2426\n3012,2426\nMystery,2426\n")
    #expect(!found.contains { $0.rule == "shared-target" })
  }

  /// Codes as spreadsheets and typewriters leave them.
  struct MisprintCase: Sendable, CustomTestStringConvertible {
    let printed: String
    let meant: [String]
    let reason: String
    var testDescription: String { printed }
  }

  nonisolated static let misprints = [
    MisprintCase(
      printed: "3012.0", meant: ["3012"], reason: "a spreadsheet wrote it as a number with decimals"
    ),
    MisprintCase(
      printed: "\"3,012\"", meant: ["3012"],
      reason: "a spreadsheet wrote it as a number with a comma at the thousands"),
    MisprintCase(
      printed: "3O12", meant: ["3012"], reason: "it has letters that look like digits"),
    MisprintCase(
      printed: "3111-3113", meant: ["3111", "3112", "3113"],
      reason: "it is a range; write a row for each code"),
    MisprintCase(
      printed: "31301", meant: ["3012"],
      reason: "it is one of NOC 2021 V1.0, 'Registered nurses and registered psychiatric nurses'"),
  ]

  @Test(arguments: misprints) func saysWhatHappenedToACode(_ given: MisprintCase) throws {
    let found = try check("noc2016,sinco2011\n\(given.printed),2428\n")
    let invalid = found.first { $0.rule == "invalid-code" }
    #expect(invalid?.suggestions == given.meant)
    #expect(invalid?.message.hasSuffix(given.reason) == true)
  }

  @Test func seesThatATableIsOfAnotherVersion() throws {
    let found = try check("noc2016,sinco2019\n3012,2426 Enfermeras especialistas\n")
    let reuse = found.first { $0.rule == "version-reuse" }
    #expect(reuse?.severity == .error)
    #expect(reuse?.suggestions == ["sinco2011:2426", "sinco2019:2436"])
    #expect(reuse?.help.contains("--read-as sinco2011") == true)
    let right = try check(
      "noc2016,sinco2019\n3012,2426 Enfermeras especialistas\n", versions: [.sinco2011])
    #expect(!right.containsErrors)
  }

  @Test func saysThatAGroupIsOfAnotherLevel() throws {
    let found = try check("noc2016,sinco2011\n301,2426\n301,242\n11,1111\n").filter {
      $0.rule == "group-level"
    }
    #expect(found.map(\.location?.line) == [2, 4])
    #expect(found.map(\.suggestions.first) == ["3011", "0011"])
  }

  @Test func comparesTitlesByTheirWordsToo() throws {
    let found = try check(
      "noc2016,sinco2011\n2013 Registered nurses & registered psychiatric nurses,2426\n")
    #expect(found.first { $0.rule == "title-identifies-code" }?.suggestions == ["3012"])
    let job = try check("noc2016,sinco2011\n6322 brazing machine operator,5111\n")
    #expect(job.first { $0.rule == "title-differs" }?.help.contains("'7237'") == true)
  }

  @Test func saysWhatCannotBeReadOfAReview() throws {
    let header = "noc2016,sinco2011,Estado,sent on,reply"
    let found = try check(
      "\(header)\n7237,7212,foo,2017-10-20,\n6322,5111,propuesto,20/10/2017,\n4031,2331,enviado,2017-10-20,yes\n3113,2413,,,\n"
    )
    #expect(
      found.filter { ["unknown-state", "bad-date", "awaiting-feedback"].contains($0.rule) }.map {
        "\($0.location?.line ?? 0) \($0.rule): \($0.message)"
      } == [
        "2 unknown-state: 'foo' is no state that a review can have, so it counts as open",
        "2 awaiting-feedback: 7237 - 7212 awaits an answer since 2017-10-20 (3,322 days), state 'foo'",
        "3 awaiting-feedback: 6322 - 5111 awaits an answer, state 'propuesto'",
        "3 bad-date: '20/10/2017' is no day, so waiting is not counted from it",
        "4 awaiting-feedback: 4031 - 2331 awaits a decision on the reply since 2017-10-20 (3,322 days), state 'enviado'",
        "5 awaiting-feedback: 3113 - 2413 awaits an answer, no state is recorded",
      ])
  }

  @Test func readsWhatALookUpSaysOfAGroupWithoutEquivalent() throws {
    let found = try check(
      """
      source_id,rank,target_id,score,predicate,path
      sinco2011:2334,,,,none-stated,none in isco08: it says so
      sinco2011:2428,1,isco08:2262,0.9,skos:exactMatch,
      sinco2011:2426,,,,,

      """)
    #expect(
      found.filter { ["stated-none", "missing-code"].contains($0.rule) }.map {
        "\($0.location?.line ?? 0) \($0.rule)"
      } == ["2 stated-none", "4 missing-code"])
  }
}
