import Rendering
import Testing

@Suite struct TextTableTests {
  @Test func alignsColumnsAndLeavesNoBlanksAtTheEnds() {
    var table = TextTable([.left, .right, .left])
    table.add(["3012", "0.93", "Registered nurses"])
    table.add(["2426", "12.5", ""])
    table.add(["Técnico"])
    #expect(
      table.lines() == ["3012     0.93  Registered nurses", "2426     12.5", "Técnico"])
    #expect(table.lines(indent: 2).last == "  Técnico")
  }

  @Test func ignoresCellsThatHaveNoColumn() {
    var table = TextTable([.left])
    table.add(["a", "b"])
    #expect(table.lines() == ["a"])
  }

  @Test func isEmptyWithoutRowsOrColumns() {
    #expect(TextTable([.left]).lines().isEmpty)
    var table = TextTable([])
    table.add(["a"])
    #expect(table.lines() == [""])
  }

  @Test func countsAccentsAsPartsOfTheirLetters() {
    var table = TextTable([.left, .left])
    table.add(["e\u{301}e\u{301}", "x"])
    table.add(["éé", "x"])
    table.add(["abc", "x"])
    #expect(table.lines().map(\.count) == [6, 6, 6])
  }

  struct PrintableCase: Sendable, CustomTestStringConvertible {
    let text: String
    let printed: String

    init(_ text: String, _ printed: String) {
      self.text = text
      self.printed = printed
    }

    var testDescription: String { printed }
  }

  private static let texts = [
    PrintableCase("", ""), PrintableCase("Técnicos 👩‍⚕️ “ok”", "Técnicos 👩‍⚕️ “ok”"),
    PrintableCase("\u{1B}[31mred", "\\u{1B}[31mred"),
    PrintableCase("a\nb\tc\r", "a\\u{A}b\\u{9}c\\u{D}"),
    PrintableCase("a\r\nb", "a\\u{D}\\u{A}b"),
    PrintableCase("\0\u{7F}\u{9B}", "\\u{0}\\u{7F}\\u{9B}"),
    PrintableCase("\u{202E}abc\u{202C}", "\\u{202E}abc\\u{202C}"),
    PrintableCase("\u{2066}a\u{2069}\u{200E}\u{200F}", "\\u{2066}a\\u{2069}\\u{200E}\\u{200F}"),
    PrintableCase("\u{61C}a", "\\u{61C}a"),
    PrintableCase("a\u{2028}b\u{2029}", "a\\u{2028}b\\u{2029}"),
    PrintableCase("e\u{301}\u{A0}", "e\u{301}\u{A0}"),
  ]

  @Test(arguments: texts) func showsWhatCouldActOnATerminal(_ text: PrintableCase) {
    #expect(printable(text.text) == text.printed)
    #expect(printable(text.printed) == text.printed)
  }
}
