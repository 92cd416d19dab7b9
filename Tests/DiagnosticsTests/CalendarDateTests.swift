import Diagnostics
import Testing

@Suite struct CalendarDateTests {
  @Test func countsEveryDayFrom1600To2400InOrder() throws {
    var expected = try #require(CalendarDate("1600-01-01")).daysSince1970
    #expect(expected == -135_140)
    for year in 1600...2400 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
          if date.daysSince1970 != expected || CalendarDate(daysSince1970: expected) != date
            || CalendarDate(date.description) != date
          {
            Issue.record("\(date) is day \(date.daysSince1970), not \(expected)")
          }
          expected += 1
        }
      }
    }
    #expect(CalendarDate(daysSince1970: expected)?.description == "2401-01-01")
  }

  struct DayCase: Sendable, CustomTestStringConvertible {
    let text: String
    let days: Int

    init(_ text: String, _ days: Int) {
      self.text = text
      self.days = days
    }

    var testDescription: String { text }
  }

  private static let days = [
    DayCase("1970-01-01", 0), DayCase("1969-12-31", -1), DayCase("2000-02-29", 11_016),
    DayCase("2017-10-20", 17_459), DayCase("0001-01-01", -719_162),
    DayCase("9999-12-31", 2_932_896),
  ]

  @Test(arguments: days) func knowsTheNumberOfADay(_ day: DayCase) throws {
    let date = try #require(CalendarDate(day.text))
    #expect(date.daysSince1970 == day.days)
    #expect(CalendarDate(daysSince1970: day.days) == date)
    #expect(date.description == day.text)
  }

  private static let outside = [-719_163, 2_932_897, Int.min, Int.max, -1_000_000_000]

  @Test(arguments: outside) func refusesNumbersOfDaysOutsideTheYears(_ number: Int) {
    #expect(CalendarDate(daysSince1970: number) == nil)
  }

  private static let refusals = [
    "", "2017", "2017-10", "2017-1-20", "17-10-20", "02017-10-20", "2017-10-020", "2017-10-20 ",
    " 2017-10-20", "2017/10/20", "20171020", "2017-10-20T00:00", "2017-13-01", "2017-00-01",
    "2017-01-00", "2017-01-32", "2017-04-31", "2017-02-29", "1900-02-29", "2100-02-29",
    "0000-01-01", "-017-10-20", "+017-10-20", "2017-10--1", "٢٠١٧-١٠-٢٠",
    "2017\u{2010}10\u{2010}20",
    "2017-10-2\0", "2017-10-20\n", "----------",
  ]

  @Test(arguments: refusals) func refusesWhatIsNoDay(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func knowsLeapYears() {
    let leap = (1600...2400).filter { CalendarDate(year: $0, month: 2, day: 29) != nil }
    #expect(leap.count == 195)
    #expect(leap.contains(2000) && !leap.contains(1900) && leap.contains(2024))
  }

  @Test func comparesAndCountsDaysBetween() throws {
    let report = try #require(CalendarDate("2017-10-20"))
    let later = try #require(CalendarDate("2018-02-01"))
    #expect(report < later)
    #expect(report.days(until: later) == 104)
    #expect(later.days(until: report) == -104)
  }
}
