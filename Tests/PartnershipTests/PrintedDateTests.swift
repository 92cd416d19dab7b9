import Diagnostics
import FactTables
import Partnership
import TestSupport
import Testing

/// What days the words of a report stand for.
@Suite struct PrintedDateTests {
  /// Words, and what they are read as.
  struct WordCase: Sendable, CustomTestStringConvertible {
    let words: String
    let days: String
    let precision: DatePrecision
    var testDescription: String { words }

    init(_ words: String, _ days: String, _ precision: DatePrecision) {
      self.words = words
      self.days = days
      self.precision = precision
    }
  }

  static let words = [
    WordCase("2018-02", "2018-02-01 to 2018-02-28", .month),
    WordCase("2020-02", "2020-02-01 to 2020-02-29", .month),
    WordCase("2018-01-31", "2018-01-31", .day),
    WordCase("2018-02-30", "2018-01-01 to 2018-12-31", .year),
    WordCase("31 January 2018", "2018-01-31", .day),
    WordCase("January 31st, 2018", "2018-01-31", .day),
    WordCase("Sept. 2018", "2018-09-01 to 2018-09-30", .month),
    WordCase("may", "unknown", .unresolved),
    WordCase("which may be reviewed in 2019", "2019-01-01 to 2019-12-31", .year),
    WordCase("by May 2019", "by 2019-05-31", .month),
    WordCase("before the end of March 2019", "by 2019-03-31", .day),
    WordCase("by the end of 2018", "by 2018-12-31", .day),
    WordCase("Q3 2018", "2018-07-01 to 2018-09-30", .quarter),
    WordCase("the second half of 2018", "2018-07-01 to 2018-12-31", .period),
    WordCase("late 2018", "2018-10-01 to 2018-12-31", .approximate),
    WordCase("mid-2018", "2018-04-01 to 2018-09-30", .approximate),
    WordCase("summer 2018", "2018-06-01 to 2018-08-31", .approximate),
    WordCase("November 2017 to February 2018", "2017-11-01 to 2018-02-28", .period),
    WordCase("February 2018 to November 2017", "2017-01-01 to 2018-12-31", .period),
    WordCase("this year", "2017-01-01 to 2017-12-31", .year),
    WordCase("soon", "unknown", .unresolved),
    WordCase("in the coming years", "unknown", .unresolved),
    WordCase("", "unknown", .unresolved),
  ]

  @Test(arguments: words.filter { $0.words != "February 2018 to November 2017" })
  func readsWords(_ given: WordCase) {
    let date = PrintedDate(given.words, reportYear: 2017)
    #expect(date.span.description == given.days)
    #expect(date.span.precision == given.precision)
  }

  @Test func doesNotTurnATimeAround() {
    let span = PrintedDate("February 2018 to November 2017", reportYear: 2017).span
    #expect(span == .unresolved)
  }

  @Test func seesWhatIsTentative() {
    #expect(PrintedDate("June 2018 (TBC)", reportYear: 2017).isTentative)
    #expect(PrintedDate("July 2018 deadline, tentative", reportYear: 2017).isTentative)
    #expect(!PrintedDate("June 2018", reportYear: 2017).isTentative)
  }

  /// Words put together by chance give a span that is in order, or none.
  @Test func survivesAnyWords() {
    let parts = [
      "early", "by", "2018", "may", "Feb", "31", "-", "Q1", "end of", "the year", "next", "three",
      "years", "2017-2018", "é", "\u{0}", "99", "0000", "9999-99", "January", "1st", "half",
      "first",
    ]
    var random = SplitMix64(seed: 2017)
    for _ in 0..<1_000 {
      let text = (0..<Int.random(in: 0...7, using: &random)).map { _ in
        parts.randomElement(using: &random) ?? ""
      }.joined(separator: " ")
      let span = PrintedDate(text, reportYear: Int.random(in: 0...9999, using: &random)).span
      if let earliest = span.earliest, let latest = span.latest {
        #expect(earliest <= latest, "\(text)")
      }
      #expect((span.latest == nil) == (span.precision == .unresolved), "\(text)")
    }
  }

  /// A day before, on, and after the days of a span.
  @Test func standsToADay() throws {
    let span = PrintedDate("in early 2018", reportYear: 2017).span
    func standing(_ day: String) throws -> DateStanding {
      span.standing(on: try #require(CalendarDate(day)))
    }
    #expect(try standing("2017-12-31") == .ahead)
    #expect(try standing("2018-01-01") == .current)
    #expect(try standing("2018-03-31") == .current)
    #expect(try standing("2018-04-01") == .past(days: 1))
    #expect(DateSpan.unresolved.standing(on: try #require(CalendarDate("2018-01-01"))) == .unknown)
    let end = PrintedDate("by the end of the year", reportYear: 2017).span
    #expect(end.standing(on: try #require(CalendarDate("2010-01-01"))) == .current)
    #expect(end.standing(on: try #require(CalendarDate("2018-01-01"))) == .past(days: 1))
  }
}

/// The lines of a report.
@Suite struct ReportLinesTests {
  @Test func readsRanges() throws {
    let lines = try #require(ReportLines("21;285-291"))
    #expect(lines.ranges == [21...21, 285...291])
    #expect(lines.words == "lines 21, 285-291")
    #expect(lines.description == "21;285-291")
    #expect(ReportLines("7")?.words == "line 7")
    #expect(ReportLines("")?.isEmpty == true)
    #expect(lines.overlaps(try #require(ReportLines("290"))))
    #expect(!lines.overlaps(try #require(ReportLines("22-284"))))
  }

  @Test(arguments: [
    "0", "3-2", "a", "1-", "-1", "1;;2", "1-2-3", ";", "1 ", "١", "99999999999999999999",
  ])
  func refusesOthers(_ text: String) { #expect(ReportLines(text) == nil) }
}
