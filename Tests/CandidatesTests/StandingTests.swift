import Credentials
import Diagnostics
import Testing

@testable import Candidates

@Suite struct StandingTests {
  static func place(
    _ occupation: String, _ jurisdiction: String, _ records: CandidateRecords = CandidateRecords(),
    cedula: CedulaStatus = .unknown, on day: String = "2026-11-28"
  ) throws -> JurisdictionStanding {
    var candidate = try World.candidate(occupation, [jurisdiction])
    candidate.cedula = cedula
    let standing = CandidateStanding(
      of: candidate, records, in: try World.catalogue(), on: try World.day(day))
    return try #require(standing.places.first)
  }

  /// Whoever does what is ready, again and again, gets to the end of every way in the data.
  @Test func everyWayOfTheDataCanBeGoneToItsEnd() throws {
    let catalogue = try World.catalogue()
    let day = try World.day("2026-11-28")
    for occupation in catalogue.occupations {
      for jurisdiction in catalogue.provinces {
        let candidate = try World.candidate(occupation.id, [jurisdiction.id])
        var done: [String] = []
        for _ in 0...40 {
          let standing = CandidateStanding(
            of: candidate, World.records(completed: done, on: day), in: catalogue, on: day)
          let place = try #require(standing.places.first)
          guard place.hasWay else { break }
          #expect(place.end != nil, "\(occupation.id) \(jurisdiction.id)")
          let next = place.open.filter { $0.state == .ready }.map(\.step.id)
          if next.isEmpty {
            #expect(place.open.isEmpty)
            #expect(place.isDone)
            break
          }
          #expect(!place.isDone || place.open.allSatisfy { $0.step.kind != "licence" })
          done += next
        }
      }
    }
  }

  @Test func aCedulaStandsForTheStepsUpToIt() throws {
    let without = try Self.place("RN", "CA-ON")
    #expect(without.ready.map(\.step.id).contains("MX-DOCS-01"))
    let with = try Self.place("RN", "CA-ON", cedula: .yes)
    #expect(with.ready.map(\.step.id).contains("MX-DOCS-05"))
    #expect(!with.open.map(\.step.id).contains("MX-DOCS-02"))
    #expect(with.steps.first { $0.step.id == "MX-DOCS-02" }?.isImplied == true)
  }

  @Test func costsAreAddedByCurrencyAndUnknownOnesCounted() throws {
    let place = try Self.place("RN", "CA-BC")
    #expect(place.cost.known.map(\.currency) == ["CAD"])
    // 120-650 for the evaluation, 0 for the application, 300-395 for English, 0-3000 for Inspire, 695 for the exam,
    // 600.24 for the registration.
    let range = try #require(place.cost.known.first).range
    #expect(abs(range.lowerBound - 1715.24) < 0.001)
    #expect(place.cost.unknown + place.cost.counted == place.open.count)
    #expect(place.otherCost.known.map(\.currency) == ["CAD", "MXN"])
  }

  @Test func aRangeOfDaysHasNoEndWhereATimeIsNotKnown() throws {
    let place = try Self.place("RN", "CA-ON")
    #expect(place.end == TimeSpan(7, nil))
    #expect(place.unknownTimes == place.open.count - 1)
    #expect(place.withinFourMonths == .unknown)
    #expect(place.criticalPath.map(\.step.id).last == "RN-NNAS-10")
    #expect(place.criticalPath.map(\.step.id).contains("RN-NNAS-05"))
  }

  @Test(arguments: [(122, "no"), (121, "unknown"), (120, "unknown"), (119, "unknown")])
  func fourMonthsAreCountedByTheCalendar(_ days: Int, _ answer: String) throws {
    // From 2026-11-28 to 2027-03-28 there are 120 days.
    let day = try World.day("2026-11-28")
    let open = JurisdictionStanding.within(months: 4, TimeSpan(days, nil), hasWay: true, on: day)
    #expect(open == (days > 120 ? .no : .unknown))
    let known = JurisdictionStanding.within(
      months: 4, TimeSpan(0, days), hasWay: true, on: day)
    #expect(known == (days <= 120 ? .yes : .unknown))
  }

  /// A time that the source gives as the longest is no shortest one.
  @Test func aLongestTimeIsNoShortestOne() throws {
    let steps = try World.catalogue().steps
    let papers = try #require(steps["MX-DOCS-03"])
    #expect(TimeSpan(of: papers) == TimeSpan(0, 7))
    let bridging = try #require(steps["MIDW-STD-02"])
    #expect(TimeSpan(of: bridging) == TimeSpan(244, 305))
    let report = try #require(steps["RN-NNAS-05"])
    #expect(TimeSpan(of: report) == TimeSpan(7, 7))
    // The time in which an exam is to be written is not how long it takes.
    let exam = try #require(steps["RN-NNAS-08"])
    #expect(TimeSpan(of: exam) == .unknown)
  }

  @Test(arguments: [
    ("7", "6.5", Certainty.yes), ("6.5", "6.5", .yes), ("6", "6.5", .no), ("10", "9", .yes),
    ("B", "C+", .yes), ("C+", "C+", .yes), ("C", "C+", .no), ("pass", "pass", .yes),
    ("fail", "pass", .no), ("B2", "7", .unknown),
  ]) func resultsAreComparedOnTheScaleOfTheTest(
    _ result: String, _ minimum: String, _ answer: Certainty
  ) {
    #expect(LanguageComparison.isEnough(result, for: minimum) == answer)
    #expect(LanguageComparison.isEnough(nil, for: minimum) == .unknown)
  }

  @Test func languagesAreComparedWithWhatAProvinceAsksFor() throws {
    var candidate = try World.candidate("RN", ["CA-NS"])
    candidate.languages = [
      LanguageSkill(
        "en",
        LanguageSkill.Result(
          .celban, [.listening: "9", .reading: "8", .writing: "6", .speaking: "8"]))
    ]
    let day = try World.day("2026-11-28")
    let all = try World.catalogue().languages(of: candidate, for: "RN", in: "CA-NS", on: day)
    #expect(all.map(\.test) == ["CELBAN", "IELTS Academic", "OET"])
    #expect(all.map(\.isEnough) == [.no, .unknown, .unknown])
    candidate.languages[0].result?.scores[.writing] = "7"
    let better = try World.catalogue().languages(of: candidate, for: "RN", in: "CA-NS", on: day)
    #expect(better.first?.isEnough == .yes)
  }

  @Test func gapsThatWereFoundAddTheirSteps() throws {
    let day = try World.day("2026-01-10")
    var records = World.records(
      completed: [
        "MX-DOCS-01", "MX-DOCS-02", "MX-DOCS-05", "MX-DOCS-08", "MLT-CSMLS-01", "MLT-CSMLS-02",
        "MLT-CSMLS-03", "MLT-CSMLS-04",
      ], on: day)
    let before = try Self.place("MLT", "CA-ON", records)
    #expect(before.optional.map(\.step.id).contains("MLT-CSMLS-06"))
    #expect(
      before.steps.first { $0.step.id == "MLT-CSMLS-08" }?.blockedBy == [
        ["MLT-CSMLS-05"], ["MLT-CSMLS-07"],
      ])
    var gaps = CandidateStep("MLT-CSMLS-05", since: day, by: .assessor)
    gaps.state = .conditional
    records.steps["MLT-CSMLS-05"] = gaps
    let after = try Self.place("MLT", "CA-ON", records)
    #expect(after.ready.map(\.step.id).contains("MLT-CSMLS-06"))
    #expect(after.end?.atMost == nil)
    #expect(after.end != nil)
  }

  @Test func aStepThatWasWithdrawnClosesTheWay() throws {
    var records = CandidateRecords()
    var step = CandidateStep("RN-NNAS-03", since: try World.day("2026-01-10"), by: .candidate)
    step.state = .withdrawn
    records.steps["RN-NNAS-03"] = step
    let place = try Self.place("RN", "CA-ON", records)
    #expect(place.end == nil)
    #expect(place.withinFourMonths == .no)
    #expect(!place.isDone)
  }

  @Test func whatExpiresIsOpenAgainTheDayAfter() throws {
    let end = "2026-12-31"
    let records = World.records(
      completed: ["MX-DOCS-01", "MX-DOCS-02", "MX-DOCS-05", "MX-DOCS-08", "PHYSIO-CAPR-01"],
      on: try World.day("2025-01-01"), until: try World.day(end))
    for (day, isOpen) in [("2026-12-30", false), (end, false), ("2027-01-01", true)] {
      let place = try Self.place("PHYSIO", "CA-ON", records, on: day)
      #expect(place.open.map(\.step.id).contains("PHYSIO-CAPR-01") == isOpen, "\(day)")
      #expect(place.expiries.isEmpty == isOpen)
    }
  }

  @Test func evidenceThatEndsBeforeItIsNeededIsTold() throws {
    let day = try World.day("2026-11-28")
    // OIIQ decides within 4 months at most; nothing else is known, so only a lower bound can be compared.
    var records = World.records(completed: ["MX-DOCS-01", "MX-DOCS-02", "MX-DOCS-05"], on: day)
    var evidence = Evidence(1, .scoreReport, step: "MIDW-STD-01")
    // Bridging takes 8 months at least, and the exam is after it.
    var done = CandidateStep("MIDW-STD-01", since: day, by: .officer)
    done.state = .completed
    records.steps["MIDW-STD-01"] = done
    evidence.step = nil
    for (days, answer) in [(243, Certainty.yes), (244, .unknown), (245, .unknown)] {
      evidence.expiresOn = day.adding(days: days)
      records.evidence = [evidence]
      let place = try Self.place("MIDW", "CA-ON", records)
      let expiry = try #require(place.expiries.first)
      #expect(expiry.neededBy == "MIDW-STD-05")
      #expect(expiry.endsBeforeNeeded == answer, "\(days)")
    }
  }

  @Test func whereTheOccupationIsNotRegulatedNoLicenceIsAskedFor() throws {
    for (day, isAsked) in [("2026-02-01", false), ("2026-02-02", true), ("2026-02-03", true)] {
      let place = try Self.place("AIDE", "CA-AB", on: day)
      #expect(place.steps.map(\.step.id).contains("AIDE-AB-03") == isAsked)
      #expect(place.endsInLicence == isAsked)
    }
  }

  @Test func aWayThroughAnotherProvinceTakesTheShortest() throws {
    let place = try Self.place("RN", "CA-YT")
    #expect(place.steps.map(\.step.pathway).contains("RN-YT"))
    let others = Set(place.steps.map(\.step.pathway)).subtracting(["RN-YT", "MX-DOCS"])
    #expect(others.count == 1)
    #expect(place.end != nil)
  }

  @Test func placesWithoutAWayAreUnknownAndNotRanked() throws {
    let catalogue = try World.catalogue()
    let candidate = try World.candidate("LPN", ["CA-BC", "CA-ON"])
    let standing = CandidateStanding(
      of: candidate, in: catalogue, on: try World.day("2026-11-28"))
    #expect(standing.places.map(\.hasWay) == [false, true])
    #expect(standing.nearest.map(\.jurisdiction) == ["CA-ON"])
    #expect(standing.places.first?.withinFourMonths == .unknown)
  }

  /// The credentials say how long a result holds: Ontario takes a language test of two years, other provinces do not
  /// say.
  @Test func whatTheCredentialsSayOfAnEndCounts() throws {
    let done = try World.day("2025-03-10")
    let records = World.records(completed: ["RN-NNAS-02"], on: done)
    for (day, isOpen) in [("2027-03-09", false), ("2027-03-10", false), ("2027-03-11", true)] {
      for (place, expires) in [("CA-ON", true), ("CA-AB", false)] {
        let standing = try Self.place("RN", place, records, on: day)
        let step = try #require(standing.steps.first { $0.step.id == "RN-NNAS-02" })
        #expect(step.isOpen == (isOpen && expires), "\(place) \(day)")
        #expect((step.record?.expiresOn != nil) == expires)
      }
    }
    // The day of the test counts, where it is known.
    var evidence = Evidence(1, .scoreReport, step: "RN-NNAS-02")
    evidence.issuedOn = try World.day("2024-12-01")
    var older = records
    older.evidence = [evidence]
    let standing = try Self.place("RN", "CA-ON", older, on: "2026-12-02")
    #expect(standing.open.map(\.step.id).contains("RN-NNAS-02"))
  }

  @Test func monthsAreAddedToTheLastDayOfShortOnes() throws {
    #expect(try World.day("2026-10-31").adding(months: 4) == World.day("2027-02-28"))
    #expect(try World.day("2027-10-31").adding(months: 4) == World.day("2028-02-29"))
    #expect(try World.day("2026-12-01").adding(months: 1) == World.day("2027-01-01"))
    #expect(try World.day("2026-01-31").adding(months: -2) == World.day("2025-11-30"))
  }
}
