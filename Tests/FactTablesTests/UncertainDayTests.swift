import Diagnostics
import FactTables
import Testing

/// Days that are known exactly or within bounds.
@Suite struct UncertainDayTests {
  @Test(arguments: [
    ("2026-04-15", "2026-04-15", "2026-04-15"), ("2023", "2023-01-01", "2023-12-31"),
    ("2021-04", "2021-04-01", "2021-04-30"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("[2018-01-01..2026-11-01]", "2018-01-01", "2026-11-01"),
  ]) func readsItsBounds(_ text: String, _ first: String, _ last: String) throws {
    let day = try #require(UncertainDay(text))
    #expect(day.earliest?.description == first)
    #expect(day.latest?.description == last)
    #expect(day.description == text)
  }

  @Test func mayHaveNoEnd() throws {
    let day = try #require(UncertainDay("[2026-04-01..]"))
    #expect(day.earliest?.description == "2026-04-01")
    #expect(day.latest == nil)
    #expect(day.description == "[2026-04-01..]")
    #expect(UncertainDay("[..2026-04-01]")?.earliest == nil)
  }

  @Test(arguments: [
    "", "26", "2026-13", "2026-02-30", "2026-4", "[2026-04-02..2026-04-01]", "[..]", "[2026..2027]",
    "[2026-04-01", "2026-04-01..", "20266", "after 2017", "-2026", "[2026-04-01..x]",
  ]) func refusesWhatIsNoDay(_ text: String) { #expect(UncertainDay(text) == nil) }
}
