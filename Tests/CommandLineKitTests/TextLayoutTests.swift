import Testing

@testable import CommandLineKit

@Suite struct TextLayoutTests {
  @Test func fillsLines() {
    #expect(wrap(["ab", "cd", "ef"], width: 5) == ["ab cd", "ef"])
    #expect(wrap(["ab", "cd"], width: 5, used: 1) == ["ab", "cd"])
  }

  @Test func doesNotBreakALongWord() {
    #expect(wrap(["a", "abcdefgh", "b"], width: 3) == ["a", "abcdefgh", "b"])
  }

  @Test func makesOneEmptyLineOfNoWords() {
    #expect(wrap([], width: 3) == [""])
  }

  @Test func partsParagraphsFromLinesToKeep() {
    #expect(
      textBlocks("one\ntwo\n\nthree:\n  a  b\n  c\nfour")
        == [
          .paragraph(["one", "two"]), .paragraph(["three:"]), .verbatim(["  a  b", "  c"]),
          .paragraph(["four"]),
        ])
    #expect(textBlocks("\n \n").isEmpty)
  }

  @Test func wrapsTheRightColumnOnly() {
    let long = String(repeating: "word ", count: 20)
    let text = columns([("a", long), (String(repeating: "b", count: 40), "right"), ("c", "")])
    #expect(
      text == """
          a  \(String(repeating: "word ", count: 14))word
             \(String(repeating: "word ", count: 4))word
          \(String(repeating: "b", count: 40))
             right
          c

        """)
  }
}
