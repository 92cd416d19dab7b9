import Testing

@testable import Tabular

@Suite struct CSVWriterTests {
  private func text(_ records: [[String]], _ style: CSVWriter.Style = .init()) -> String {
    var writer = CSVWriter(style: style)
    for record in records { writer.write(record) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func quotesOnlyWhatNeedsIt() {
    #expect(
      text([
        ["a", "b c", "é"], ["1,5", "\"", "x;y"], ["\n", "\r", " x"], ["x ", "\tx", ""],
      ]) == """
        a,b c,é
        "1,5","\""",x;y
        "\n","\r"," x"
        "x ","\tx",

        """
    )
  }

  @Test func separatesAndEndsAsTheStyleSays() {
    let records = [["a", "b"], ["1,5", "x;y\t"]]
    #expect(
      text(records, .init(delimiter: .semicolon, lineEnding: .crlf))
        == "a;b\r\n1,5;\"x;y\t\"\r\n"
    )
    #expect(text(records, .init(delimiter: .tab)) == "a\tb\n1,5\t\"x;y\t\"\n")
  }

  @Test func startsWithAMarkIfAsked() {
    #expect(text([["a"]], .init(startsWithByteOrderMark: true)) == "\u{FEFF}a\n")
  }

  @Test func quotesWhatWouldBeReadAsSomethingElse() {
    #expect(text([[""]]) == "\"\"\n")
    #expect(text([["", ""]]) == ",\n")
    #expect(
      text([["\u{FEFF}a", "\u{FEFF}"], ["\u{FEFF}a", ""]]) == "\"\u{FEFF}a\",\u{FEFF}\n\u{FEFF}a,\n"
    )
    // In the first record another delimiter would count for its detection.
    #expect(text([["a;b;c", "d"], ["a;b;c", "d"]]) == "\"a;b;c\",d\na;b;c,d\n")
    #expect(text([["a"], ["b,c"]], .init(delimiter: .tab)) == "a\n\"b,c\"\n")
  }

  struct Guarded: Sendable, CustomTestStringConvertible {
    let field: String
    let isGuarded: Bool
    var testDescription: String { field.quotedForMessage }
  }

  static let guarded: [Guarded] =
    ["=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "－1", "＋1", "＠x", "-", "+"]
    .map { Guarded(field: $0, isGuarded: true) }
    + ["-1-1", "+1+cmd", "--1", "-1.2.3", "-.5", "-1.", "-1e5"]
    .map { Guarded(field: $0, isGuarded: true) }
    + ["", "a=1", "'=1", "1", "-5", "+3.2", "-3,25", "2511", "10-20", " =1"]
    .map { Guarded(field: $0, isGuarded: false) }

  @Test(arguments: guarded) func guardsFormulasIfAsked(_ guarded: Guarded) throws {
    let style = CSVWriter.Style(guardsFormulas: true)
    let read = try Table.load(bytes: Array(text([["h"], [guarded.field]], style).utf8), name: "t")
    #expect(read.rows[0]["h"] == (guarded.isGuarded ? "'" : "") + guarded.field)
    let plain = try Table.load(bytes: Array(text([["h"], [guarded.field]]).utf8), name: "t")
    #expect(plain.rows[0]["h"] == guarded.field)
  }
}
