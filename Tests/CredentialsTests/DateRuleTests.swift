import Credentials
import Diagnostics
import FactTables
import Testing

/// Rules that change, on the day before, on the day, and after.
@Suite struct DateRuleTests {
  private static func answers(
    _ occupation: String, _ place: String, _ days: [String]
  ) throws -> [String] {
    let data = try World.catalogue()
    return try days.map { text in
      let answer = data.regulation(of: occupation, in: place, on: try World.day(text))
      return "\(answer.regulated.rawValue) \(answer.rule?.regulator ?? "-")"
    }
  }

  /// Every rule with an exact first or last day holds from it or to it, and no day further.
  @Test func holdsFromTheFirstDayToTheLast() throws {
    let data = try World.catalogue()
    var checked = 0
    for rule in data.regulations {
      func holds(_ day: CalendarDate, _ offset: Int) throws -> Bool {
        let other = try #require(CalendarDate(daysSince1970: day.daysSince1970 + offset))
        let answer = data.regulation(of: rule.occupation, in: rule.jurisdiction, on: other)
        return answer.rules.contains(rule) && rule.source.standing(on: other) == .holds
      }
      if let day = rule.source.validFrom?.exact {
        #expect(try [-1, 0, 1].map { try holds(day, $0) } == [false, true, true], "\(rule.id)")
        checked += 1
      }
      if let day = rule.source.validTo?.exact {
        #expect(try [-1, 0, 1].map { try holds(day, $0) } == [true, true, false], "\(rule.id)")
        checked += 1
      }
    }
    #expect(checked == 10)
  }

  /// Every rule whose first or last day is known within bounds is uncertain within them only.
  @Test func isUncertainWithinTheBoundsOnly() throws {
    var checked = 0
    for rule in try World.catalogue().regulations {
      func standings(_ day: CalendarDate?) throws -> [FactSource.Standing] {
        guard let day else { return [] }
        return try [-1, 0, 1].map { offset in
          rule.source.standing(
            on: try #require(CalendarDate(daysSince1970: day.daysSince1970 + offset)))
        }
      }
      if let from = rule.source.validFrom, from.exact == nil {
        #expect(try standings(from.earliest) == [.notYet, .uncertain, .uncertain], "\(rule.id)")
        if from.latest != nil {
          #expect(try standings(from.latest) == [.uncertain, .holds, .holds], "\(rule.id)")
        }
        checked += 1
      }
      if let to = rule.source.validTo, to.exact == nil {
        #expect(try standings(to.earliest) == [.holds, .holds, .uncertain], "\(rule.id)")
        if to.latest != nil {
          #expect(try standings(to.latest) == [.uncertain, .uncertain, .over], "\(rule.id)")
        }
        checked += 1
      }
    }
    #expect(checked == 15)
  }

  @Test func regulatesAidesInAlbertaSince20260202() throws {
    #expect(
      try Self.answers("AIDE", "CA-AB", ["2026-02-01", "2026-02-02", "2026-02-03"]) == [
        "no CLHA", "yes CLHA", "yes CLHA",
      ])
  }

  @Test func regulatesTechnologistsInBritishColumbiaFrom20271129() throws {
    #expect(
      try Self.answers("MLT", "CA-BC", ["2027-11-28", "2027-11-29", "2027-11-30"]) == [
        "no -", "yes -", "yes -",
      ])
    let answer = try World.catalogue().regulation(
      of: "MLT", in: "CA-BC", on: World.day("2026-11-25"))
    #expect(answer.next?.source.validFrom?.description == "2027-11-29")
    #expect(answer.next?.regulated == .yes)
  }

  @Test func movesNursesOfNewfoundlandToOneCollegeOn20260415() throws {
    let days = ["2026-04-14", "2026-04-15", "2026-04-16"]
    #expect(try Self.answers("RN", "CA-NL", days) == ["yes CRNNL", "yes NLCN", "yes NLCN"])
    #expect(try Self.answers("LPN", "CA-NL", days) == ["yes CLPNNL", "yes NLCN", "yes NLCN"])
    #expect(try Self.answers("RPSYCH", "CA-NL", days) == ["no -", "yes NLCN", "yes NLCN"])
  }

  /// Between two rules whose change has no day, the answer is unknown, unless both say the same.
  @Test func isUnknownWhileAChangeIsNotDated() throws {
    #expect(
      try Self.answers(
        "MIDW", "CA-PE", ["2021-06-30", "2021-07-01", "2022-06-01", "2025-01-23"]) == [
          "no -", "unknown -", "unknown CRNMPEI", "yes CRNMPEI",
        ])
    #expect(
      try Self.answers("MLT", "CA-PE", ["2017-12-31", "2018-01-01", "2026-11-01"]) == [
        "no -", "unknown CAHPPEI", "yes CAHPPEI",
      ])
    // Midwives of Nova Scotia are regulated by the one or the other.
    let data = try World.catalogue()
    let answer = data.regulation(of: "MIDW", in: "CA-NS", on: try World.day("2026-11-25"))
    #expect(answer.regulated == .yes)
    #expect(answer.rules.map(\.regulator) == ["MRCNS", "NSCN"])
    #expect(answer.doubts.count == 2)
  }

  @Test func marksWhatIsOldOrWithoutADate() throws {
    let data = try World.catalogue()
    let rule = try #require(
      data.regulations.first { $0.id == "AIDE-CA-AB-2" })
    // The page is of February 2026, so its year is over with the February after.
    let last = try World.day("2027-02-28")
    #expect(rule.source.marks(on: last) == [])
    #expect(rule.source.marks(on: try World.day("2027-03-01")) == [.old])
    let undated = try #require(data.regulations.first { $0.id == "RN-CA-AB-1" })
    #expect(undated.source.marks(on: last) == [.undated])
    let general = try #require(data.regulations.first { $0.id == "AIDE-CA-NS-1" })
    #expect(general.source.marks(on: try World.day("2026-01-01")).contains(.generalKnowledge))
  }
}
