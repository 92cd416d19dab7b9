import Classifications
import Foundation
import Testing

@testable import Reports

@Suite struct FormatTests {
  @Test(arguments: Language.allCases)
  func writesEveryFormatInEveryLanguage(_ language: Language) throws {
    let document = sample(language)
    try expectSnapshot(HTMLReport.text(document), "sample.\(language.rawValue).html")
    try expectSnapshot(MarkdownReport.text(document), "sample.\(language.rawValue).md")
    try expectSnapshot(try JSONReport.text(document), "sample.\(language.rawValue).json")
    try expectSnapshot(CSVReport.text(document) ?? "", "sample.\(language.rawValue).csv")
  }

  @Test func namesTheLanguageAndRefusesAllButItsOwnStyle() {
    let html = HTMLReport.text(sample(.fr))
    #expect(html.contains("<html lang=\"fr\">"))
    #expect(html.contains("default-src 'none'; style-src 'sha256-"))
    for word in ["<script", "style=\"", "src=", "@import", "url("] {
      #expect(!html.contains(word), "\(word)")
    }
  }

  @Test func knowsNoTableThatTheReportDoesNotHave() {
    #expect(CSVReport.text(sample(.en), table: "none") == nil)
    #expect(
      CSVReport.tables(of: sample(.en)) == [
        "table", "bars", "timeline", "graph", "sources", "records",
      ])
  }

  @Test func breaksLinesWhereTheyAreTooLong() {
    func lines(_ text: String, _ width: Int, most: Int = .max) -> [String] {
      TextMeasure.wrapped(text, width: Double(width), most: most) { Double($0.count) }
    }
    #expect(lines("aa bb cc", 5) == ["aa bb", "cc"])
    #expect(lines("abcdefgh i", 3) == ["abc", "def", "gh", "i"])
    #expect(lines("aa bb cc", 5, most: 1) == ["aa b…"])
    #expect(lines("abcdefgh i", 3, most: 2) == ["abc", "de…"])
    #expect(lines("", 3) == [""])
    #expect(lines("a abcd/efgh/i n/a", 6) == ["a", "abcd/", "efgh/i", "n/a"])
  }

  @Test func choosesRoundSteps() {
    #expect([0.5, 1, 7, 12, 60, 436, 35_000].map(Drawing.step) == [0.1, 0.2, 1, 2, 10, 100, 5000])
  }
}
