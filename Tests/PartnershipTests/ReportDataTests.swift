import Diagnostics
import FactTables
import Foundation
import Partnership
import ReferenceData
import Tabular
import TestSupport
import Testing

/// The data of the report of 2017 as they are in the repository.
@Suite struct ReportDataTests {
  static let folder = Repository.data.file("datasets/cmp")

  static func load() throws -> PartnershipReports {
    try PartnershipReports(folder: folder, isThere: fileExists)
  }

  @Test func holdsTheWholeReport() throws {
    let data = try Self.load()
    #expect(data.reports.map(\.id) == ["2017"])
    #expect(data.reports.first?.lineCount == 869)
    #expect(data.meetings.map(\.number) == Array(1...13))
    #expect(data.groups.count { $0.kind == "group" } == 8)
    #expect(
      data.groups.filter { $0.reported == "no" }.map(\.id) == ["AGB"])
    #expect(data.coChairs.count == 25)
    #expect(data.items.count == 218)
    #expect(data.missingLists.count == 12)
    #expect(data.tracker.count == 8)
    #expect(data.indicators.count == 35)
    #expect(data.institutions.count == 138)
    let sections = Dictionary(grouping: data.items, by: \.section).mapValues(\.count)
    #expect(
      sections == [
        .objective: 19, .result: 91, .futureActivity: 82, .challenge: 8, .opportunity: 18,
      ])
  }

  /// The lines of the stored text that are not blank.
  static func printedLines() throws -> Set<Int> {
    let file = "\(Repository.path)/Tests/PartnershipTests/Fixtures/report-2017-lines.txt"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let lines = try #require(ReportLines(text.trimmingCharacters(in: .newlines)))
    return Set(lines.ranges.flatMap { $0 })
  }

  /// A table and the column with lines.
  @Test(arguments: TableDefinition.partnership.map(\.name)) func quotesLinesThatExist(
    _ name: String
  ) throws {
    let printed = try Self.printedLines()
    let table = try Table.load(path: "\(Self.folder)/\(name).csv")
    #expect(!table.rows.isEmpty)
    for row in table.rows where table.columns.contains("report_lines") {
      let lines = try #require(ReportLines(row["report_lines"]), "\(row.values)")
      #expect(!lines.isEmpty, "\(row.values)")
      for range in lines.ranges {
        // A range runs from one printed line to another, over blank ones.
        #expect(printed.contains(range.lowerBound), "\(name) \(row.values)")
        #expect(printed.contains(range.upperBound), "\(name) \(row.values)")
      }
    }
  }

  @Test(arguments: TableDefinition.partnership.map(\.name)) func saysOfEachRowWhereItIsFrom(
    _ name: String
  ) throws {
    let sources = Set(
      try Table.load(path: Repository.data.file("datasets/sources.csv")).rows.map { $0["id"] })
    for row in try Table.load(path: "\(Self.folder)/\(name).csv").rows {
      #expect(sources.contains(row["source"]))
      #expect(row["as_of"] == "2017")
      #expect(["high", "medium"].contains(row["confidence"]))
    }
  }

  @Test func readsThePrintedDatesAsTheTableDoes() throws {
    let data = try Self.load()
    let deadlines = data.items.flatMap(\.deadlines) + data.tracker.flatMap(\.phases)
    #expect(deadlines.count == 65)
    for deadline in deadlines {
      let read = PrintedDate(deadline.printed, reportYear: 2017)
      #expect(read.span == deadline.span, "\(deadline.printed)")
    }
  }

  @Test func keepsWhatThePairsAre() throws {
    let data = try Self.load()
    let item = try #require(data.items.first { $0.id == "LM-FU-199" })
    #expect(item.pairs.map(\.link) == (1...8).map { "L\($0)" })
    let links = try Table.load(path: Repository.data.file("crosswalks/lmwg-2017/links.csv"))
    #expect(Set(item.pairs.map(\.link)) == Set(links.rows.map { $0["link_id"] }))
    #expect(item.bySide == "CA")
    #expect(item.deadlines.isEmpty)
  }

  @Test func citesFigures() throws {
    let data = try Self.load()
    let citation = try #require(data.citation(ofIndicator: "IND-02"))
    #expect(
      citation.words
        == "SAWP placements by SNE in Canada: 351,869 workers, 1974 to date (2017); the report speaks of workers placed; whether one who returned counts once is not said [Canada-Mexico Partnership 2017 Annual Report (English), line 754]"
    )
    #expect(data.citation(ofIndicator: "IND-03")?.indicator.words == "more than 25,000 workers")
    #expect(data.citation(ofIndicator: "IND-10")?.indicator.words == "up to 1,193 people")
    #expect(data.citation(ofIndicator: "IND-13")?.indicator.words == "rank 3")
    #expect(data.citation(ofIndicator: "IND-27")?.indicator.words == "2 to 4 missions")
    #expect(data.citation(ofIndicator: "IND-99") == nil)
    #expect(data.citation(ofIndicator: "IND-02", in: "2016") == nil)
  }

  @Test func statementsStandInThePartOfTheirGroup() throws {
    let data = try Self.load()
    for item in data.items where !["CMP", "AGB", "CC-FU-218"].contains(where: item.id.hasPrefix) {
      let group = try #require(data.group(item.group, in: "2017"))
      #expect(group.provenance.lines.overlaps(item.provenance.lines), "\(item.id)")
    }
  }
}
