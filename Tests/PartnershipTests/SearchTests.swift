import Classifications
import Partnership
import Testing

/// What a search finds.
@Suite struct SearchTests {
  private func found(_ text: String) throws -> [String] {
    let query = TextQuery(text, folding: foldedTitle)
    return try ReportDataTests.load().searchable.filter { query.matches("\($0.id) \($0.text)") }
      .map(\.id)
  }

  @Test func foldsCaseAndAccents() throws {
    #expect(try found("trevino").contains("José Trevino"))
    #expect(try found("MARTINEZ cranss").contains("Flora Patricia Martínez Cranss"))
    #expect(try found("promexico").contains("A-1"))
  }

  @Test func readsBothSpellings() throws {
    #expect(try found("labor mobility") == found("labour mobility"))
    #expect(try !found("labor mobility").isEmpty)
  }

  @Test func needsEveryWord() throws {
    let both = try found("gender fire")
    #expect(both == ["FOR-FU-030"])
    #expect(try found("gender zebra").isEmpty)
  }

  /// A body that the lines of a statement name leads to the statement, though its gist does not name it.
  @Test func seesWhatStandsAroundAStatement() throws {
    let hits = try ReportDataTests.load().searchable
    let item = try #require(hits.first { $0.id == "ENV-RE-143" })
    #expect(!item.text.contains("PROFEPA"))
    #expect(item.context.contains("names Federal Attorney for Environmental Protection (PROFEPA)"))
    #expect(item.context.hasPrefix("under 'II. Results / 3. Roundtable"))
  }

  @Test func looksIntoEveryTable() throws {
    let kinds = Set(try ReportDataTests.load().searchable.map(\.kind))
    #expect(
      kinds == [
        "groups", "cochairs", "meetings", "facts", "items", "tracker", "indicators", "institutions",
        "joint_work", "missing_lists", "defects",
      ])
  }
}
