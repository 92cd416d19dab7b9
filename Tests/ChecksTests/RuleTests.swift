import Classifications
import Diagnostics
import Matching
import ReferenceData
import Testing

/// Each rule by a small table, in sectors that the report does not speak of.
@MainActor @Suite struct RuleTests {
  /// A row of a table of NOC 2016 and SINCO 2011, and what is found in it.
  struct RowCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var header = "noc2016,sinco2011"
    let rows: String
    /// All that is found from warnings up, or from notes up where a note is expected.
    let finds: [String]
    var severity = Severity.warning

    init(
      _ name: String, header: String = "noc2016,sinco2011", _ rows: String, finds: [String],
      from severity: Severity = .warning
    ) {
      testDescription = name
      self.header = header
      self.rows = rows
      self.finds = finds
      self.severity = severity
    }
  }

  nonisolated static let sound = [
    RowCase(
      "welders", "7237 Welders and related machine operators,7212 Soldadores y oxicortadores",
      finds: []),
    RowCase(
      "welders by a job title", "7237 brazing machine operator,7212 Soldadores y oxicortadores",
      finds: []),
    RowCase(
      "secondary teachers",
      "4031 Secondary school teachers,2331 Profesores de enseñanza secundaria", finds: []),
    RowCase(
      "professors",
      "4011 University professors and lecturers,2321 Profesores universitarios y de enseñanza superior",
      finds: []),
    RowCase("cooks", "6322 Cooks,5111 Cocineros", finds: []),
    RowCase("dentists", "3113 Dentists,2413 Dentistas", finds: []),
    RowCase(
      "laboratory technologists",
      "3211 Medical laboratory technologists,2813 Técnicos de laboratorios médicos",
      finds: []),
  ]

  nonisolated static let slips = [
    RowCase(
      "transposed code", "7273 Welders and related machine operators,7212",
      finds: ["2 error[invalid-code]", "2 error[title-identifies-code]"]),
    RowCase("transposed code without a title", "7273,7212", finds: ["2 error[invalid-code]"]),
    RowCase(
      "lost zero", "112 Human resources managers,1511",
      finds: [
        "2 error[title-identifies-code]", "2 warning[group-level]", "2 warning[no-isco-overlap]",
        "2 warning[partial-scope]",
      ]),
    RowCase(
      "title of another code",
      "4032 Secondary school teachers,2332 Profesores de enseñanza primaria",
      finds: ["2 error[title-identifies-code]"]),
    RowCase("no title of the code", "6322 Astronauts,5111", finds: ["2 warning[title-differs]"]),
    RowCase(
      "neighbour among teachers", "4032,2331",
      finds: ["2 warning[no-isco-overlap]", "2 error[probable-slip]", "2 warning[partial-scope]"]),
    RowCase(
      "neighbour among welders", "7237,7213",
      finds: ["2 warning[no-isco-overlap]", "2 error[probable-slip]", "2 warning[partial-scope]"]),
    RowCase(
      "other fields", "7271 Carpenters,7212 Soldadores y oxicortadores",
      finds: ["2 warning[title-conflict]", "2 error[no-isco-overlap]"]),
    RowCase(
      "other field and level", "6322 Cooks,2331 Profesores de enseñanza secundaria",
      finds: [
        "2 warning[title-conflict]", "2 error[no-isco-overlap]", "2 warning[level-gap]",
        "2 warning[partial-scope]",
      ]),
    RowCase(
      "a title alone", "Welders and related machine operators,7212",
      finds: ["2 error[missing-code]"]),
    RowCase("an empty side", "7237,\n7237,7212", finds: ["2 error[missing-code]"]),
    RowCase("twice", "7237,7212\n7237,7212", finds: ["3 error[duplicate-pair]"]),
    RowCase(
      "shared", "7237,7212\n7237,7213", finds: ["2 note[shared-source]", "3 note[shared-source]"],
      from: .note),
    RowCase(
      "several in a cell", "7237,7212 Soldadores / 7213 Hojalateros",
      finds: ["2 note[multi-code-cell]"],
      from: .note),
  ]

  @Test(arguments: sound) func staysSilent(_ given: RowCase) throws {
    let found = try check("\(given.header)\n\(given.rows)\n")
    #expect(brief(found, from: .warning) == given.finds)
  }

  @Test(arguments: slips) func finds(_ given: RowCase) throws {
    let found = brief(try check("\(given.header)\n\(given.rows)\n"), from: given.severity)
    if given.severity == .note {
      #expect(Set(given.finds).isSubset(of: found))
    } else {
      #expect(found == given.finds)
    }
  }

  @Test func suggestsTheCodeThatWasMeant() throws {
    let found = try check("noc2016,sinco2011\n7273 Welders and related machine operators,7212\n")
    #expect(found.first { $0.rule == "invalid-code" }?.suggestions == ["7237"])
    let slip = try check("noc2016,sinco2011\n7237,7213\n").first { $0.rule == "probable-slip" }
    #expect(slip?.suggestions == ["sinco2011:7212"])
    #expect(slip?.location == SourceLocation(file: "pairs.csv", line: 2, column: 6))
  }

  @Test func saysWhenTwoListsWerePairedLineByLine() throws {
    let found = try check("noc2016,sinco2011\n4031,2330\n4032,2331\n4033,2332\n")
    let slip = found.first { $0.rule == "probable-slip" && $0.location?.line == 3 }
    #expect(slip?.message.contains("run on by one") == true)
  }

  @Test func warnsOfCodesThatALaterVersionReuses() throws {
    let reuse = try check("noc,sinco\n3012,2426 Enfermeras especialistas\n").filter {
      $0.rule == "version-reuse"
    }
    #expect(brief(reuse) == ["2 warning[version-reuse]"])
    #expect(reuse.first?.subjects == ["sinco2011:2426", "sinco2019:2426"])
    // Who says the version is only told.
    let stated = try check("noc2016,sinco2011\n3012,2426\n")
    #expect(brief(stated, from: .warning) == [])
    #expect(brief(stated).contains("2 note[version-reuse]"))
    #expect(brief(try check("noc2021,sinco2019\n31301,2436\n"), from: .warning) == [])
    #expect(brief(try check("noc2016,sinco2011\n7237,7212\n"), from: .warning) == [])
  }

  @Test func infersTheVersionFromTitlesUnlessItIsNamed() throws {
    let rows =
      "3012 Registered nurses and registered psychiatric nurses,2426 Enfermeras especialistas"
    let inferred = try check("noc,sinco\n\(rows)\n").filter { $0.rule == "version-inferred" }
    #expect(inferred.flatMap(\.suggestions) == ["noc2016", "sinco2011"])
    let named = try check("noc,sinco\n\(rows)\n", versions: [.noc2016, .sinco2011])
    #expect(!named.contains { $0.rule == "version-inferred" })
    let newest = try check("noc,sinco\n31301,2436 Enfermeras especialistas\n")
    #expect(
      newest.filter { $0.rule == "version-inferred" }.flatMap(\.suggestions) == [
        "noc2021", "sinco2019",
      ])
  }

  @Test func saysWhereNothingTiesACodeToThePivot() throws {
    let found = try check("noc2016,sinco2011\n0011,1129\n")
    #expect(found.first { $0.rule == "no-pivot" }?.severity == .note)
  }

  @Test func countsWaitingUpToTheDay() throws {
    let header = "noc2016,sinco2011,state,state_since,awaiting"
    let found = try check(
      "\(header)\n7237,7212,proposed,2026-11-23,MX\n6322,5111,accepted,2017-10-20,\n4031,2331,proposed,,\n"
    ).filter { $0.rule == "awaiting-feedback" }
    #expect(
      found.map(\.message) == [
        "7237 - 7212 awaits the answer of MX since 2026-11-23 (1 day), state 'proposed'",
        "4031 - 2331 awaits an answer, state 'proposed'",
      ])
  }

  @Test func warnsOfOldFacts() throws {
    let found = try check(
      "regulated,fee,as_of\nyes,,2025\nyes,,2024-11\nyes,100,2026-03\nyes,100,2026-06-01\nyes,,soon\nyes,,\n",
      named: "facts.csv")
    #expect(
      found.map { "\($0.location?.line ?? 0) \($0.rule): \($0.message)" } == [
        "3 stale-fact: a rule of 2024-11 is 724 days old, more than 365",
        "4 stale-fact: a fee of 2026-03 is 238 days old, more than 180",
        "6 undated-fact: 'soon' names no day, so it may be out of date",
        "7 undated-fact: the fact has no date, so it may be out of date",
      ])
  }

  // MARK: How often a check cries wolf

  /// A crosswalk whose clear answers are checked as pairs.
  struct CrosswalkCase: Sendable, CustomTestStringConvertible {
    let from: ClassificationID
    let to: ClassificationID
    /// How many errors there may be; those left are worth a look, as 2814 - 9232 is.
    let errors: Int
    var testDescription: String { "\(from) to \(to)" }
  }

  nonisolated static let crosswalks = [
    CrosswalkCase(from: .sinco2011, to: .noc2016, errors: 3)
  ]

  @Test(arguments: crosswalks) func seldomFindsErrorsInTheBestEquivalences(
    _ given: CrosswalkCase
  ) throws {
    let catalogue = try Repository.catalogue()
    let finder = try catalogue.finder(from: given.from, to: given.to)
    var lines = ["\(given.from),\(given.to)"]
    for group in try catalogue.codeTable(given.from).unitGroups {
      let answer = try finder.answer(for: group.code)
      guard answer.verdict == .clear, let best = answer.candidates.first else { continue }
      lines.append("\(group.code),\(best.target.code)")
    }
    let found = try check(lines.joined(separator: "\n") + "\n")
    let rows = Set(found.filter { $0.severity == .error }.compactMap { $0.location?.line })
    print(
      "false alarms, \(given.testDescription): \(rows.count) of \(lines.count - 1) clear answers")
    #expect(lines.count > 250)
    #expect(rows.count <= given.errors)
  }
}
