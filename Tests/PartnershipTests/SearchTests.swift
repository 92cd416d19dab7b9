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

  @Test func looksIntoEveryTable() throws {
    let kinds = Set(try ReportDataTests.load().searchable.map(\.kind))
    #expect(
      kinds == [
        "groups", "cochairs", "meetings", "facts", "items", "tracker", "indicators", "institutions",
        "joint_work", "missing_lists", "defects",
      ])
  }
}
