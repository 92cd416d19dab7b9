import Classifications
import Foundation
import Spreadsheets
import Testing

@testable import Reports

@Suite struct HostileTextTests {
  static let corpus = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</title></svg><b>x</b>",
    "' onmouseover='x", "<!-- --><![CDATA[ x ]]>", "&lt;b&gt; &amp;", "javascript:alert(1)",
    "=HYPERLINK(\"http://x\",\"y\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r\n=1", "＝1+1",
    "|cmd|' /C calc'!A0",
    "a\u{0}b\u{1B}[31mc\u{7F}\u{85}\u{9B}",
    "one\ntwo\r\nthree\u{2028}four\u{2029}five\u{B}\u{C}six",
    "\u{202E}evil\u{202C} \u{2066}x\u{2069}\u{200F}\u{61C}", "zero\u{200B}width\u{FEFF}\u{2060}",
    "soft\u{AD}hyphen", "\u{E000}\u{FFFE}\u{E0041}", "| a | b |",
    "[x](javascript:y) ![z](http://w)",
    "# title", "1. point", "- point", "> quote", "```", "    code", "$x$ *b* _i_ ~s~ <br>",
    "]]>", "_x0041_", "\u{1F468}\u{200D}\u{1F469}", String(repeating: "long ", count: 10_000),
    String(repeating: "W", count: 4_000), "مرحبا", "日本語", "",
  ]

  private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: false
    }
  }

  @Test func showsWhatIsHidden() {
    #expect(inert("a\u{202E}b") == "a\\u{202E}b")
    #expect(inert("a\u{1B}[0m") == "a\\u{1B}[0m")
    #expect(inert("a\r\n\tb") == "a   b")
    #expect(inert("so\u{AD}ft") == "soft")
    #expect(inert("1\u{A0}200 ñ é") == "1\u{A0}200 ñ é")
    for text in Self.corpus {
      #expect(!inert(text).unicodeScalars.contains(where: isHidden))
      #expect(inert(inert(text)) == inert(text))
    }
  }

  @Test func isInertInHTML() throws {
    let names = try Set(tags(HTMLReport.text(sample(.en, text: "plain"))))
    for text in Self.corpus {
      let html = HTMLReport.text(sample(.en, text: text))
      #expect(!html.unicodeScalars.contains { isHidden($0) && $0 != "\n" })
      // Hostile text opens no element and adds no attribute: the tags are those of plain text.
      #expect(try Set(tags(html)).subtracting(names).isEmpty, "\(text.prefix(40))")
    }
  }

  /// The tags of a document with the values of their attributes taken out.
  private func tags(_ html: String) throws -> [String] {
    let plain = html.replacing(/"[^"]*"/, with: "\"\"")
    return plain.matches(of: /<[^>]*>/).map { String($0.output) }
  }

  @Test func isInertInMarkdown() {
    for text in Self.corpus where !text.isEmpty {
      let markdown = MarkdownReport.text(sample(.es, text: text))
      #expect(!markdown.unicodeScalars.contains { isHidden($0) && $0 != "\n" })
      let bare = markdown.replacing(/\\[!-\/:-@\[-`{-~]/, with: "")
      #expect(
        !bare.contains("<") && !bare.contains("](") && !bare.contains("```"), "\(text.prefix(40))")
      #expect(!markdown.contains("://"))
      // Every row of the table has as many cells as its head.
      let rows = bare.split(separator: "\n").filter { $0.hasPrefix("| ") }
      #expect(rows.allSatisfy { $0.hasSuffix(" |") })
      let counts = Set(rows.map { $0.count { $0 == "|" } })
      #expect(counts.isSubset(of: [4, 5, 6, 7]), "\(text.prefix(40))")
    }
  }

  @Test func isInertInSpreadsheets() throws {
    for text in Self.corpus {
      let document = sample(.fr, text: text)
      let csv = try #require(CSVReport.text(document, table: "table"))
      #expect(
        !csv.unicodeScalars.dropFirst().contains { isHidden($0) && !["\r", "\n"].contains($0) })
      for field in csv.dropFirst().split(whereSeparator: { ",\r\n\r\n".contains($0) }) {
        let start = field.drop { $0 == "\"" }.first
        #expect(!"=@＝".contains(start ?? "x"), "\(text.prefix(40))")
      }
      let path = FileManager.default.temporaryDirectory.appending(
        component: "reports-\(UUID().uuidString).xlsx"
      ).path()
      defer { try? FileManager.default.removeItem(atPath: path) }
      try WorkbookWriter.write(
        XLSXReport.sheets(document), title: XLSXReport.title(document), to: path)
      let bytes = try Data(contentsOf: URL(filePath: path))
      let sheets = try WorkbookReader.read(Array(bytes), name: "x.xlsx")
      #expect(sheets.count == 7)
      // What is written is read back: as text, whatever it looks like.
      let table = sheets[1]
      #expect(table.rows[1].texts.first == (text.isEmpty ? "" : Phrase(text).text.cut))
    }
  }

  @Test func isInertInJSON() throws {
    for text in Self.corpus {
      let json = try JSONReport.text(sample(.en, text: text))
      #expect(!json.unicodeScalars.contains { isHidden($0) && $0 != "\n" })
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
      #expect(object["title"] as? String == Phrase(text).text)
    }
  }
}

extension String {
  /// As much of a text as a cell of a workbook holds.
  fileprivate var cut: String {
    utf16.count > Sheet.longestText ? String(prefix(Sheet.longestText - 1)) + "…" : self
  }
}
