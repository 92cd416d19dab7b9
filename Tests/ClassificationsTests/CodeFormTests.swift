import Classifications
import TestSupport
import Testing

@Suite struct CodeFormTests {
  struct FormCase: Sendable, CustomTestStringConvertible {
    let pattern: String
    let matching: [String]
    let other: [String]

    init(_ pattern: String, _ matching: [String], not other: [String]) {
      self.pattern = pattern
      self.matching = matching
      self.other = other
    }

    var testDescription: String { pattern }
  }

  private static let forms = [
    FormCase("[0-9]", ["0", "9"], not: ["", "a", "10", "٣", " 1"]),
    FormCase("[0-9]{4}", ["0011", "9999"], not: ["011", "00110", "001a", "0011 "]),
    FormCase("[A-J][0-9]{3}", ["A111", "J319"], not: ["K111", "a111", "A11"]),
    FormCase("[0-9]{2}|[0-9]{2}-[0-9]{2}", ["72", "01-05"], not: ["7", "01-5", "01–05", "0105"]),
    FormCase("[0-9]{2}-0000", ["11-0000"], not: ["11-0001", "110000"]),
    FormCase("AB1", ["AB1"], not: ["ab1", "AB"]), FormCase("x{3}", ["xxx"], not: ["xx", "xxxx"]),
    FormCase("[5-5]", ["5"], not: ["4", "6"]),
  ]

  @Test(arguments: forms) func matches(_ form: FormCase) throws {
    let read = try #require(CodeForm(form.pattern))
    #expect(read.pattern == form.pattern)
    for code in form.matching { #expect(read.matches(code), "\(code)") }
    for code in form.other { #expect(!read.matches(code), "\(code)") }
  }

  private static let refusals = [
    "", "|", "a|", "|a", "a||b", "[", "[]", "[0]", "[0-]", "[0-9", "[0-9}", "[9-0]", "[^0-9]",
    "[0-9a-f]", "[é-z]", "[0-9]{", "[0-9]{}", "[0-9]{0}", "[0-9]{33}", "[0-9]{-1}", "[0-9]{+4}",
    "[0-9]{1,2}", "[0-9]{4", "[0-9]{4]", "[0-9]{4}{2}", "{4}", "]", "}", "[0-9]*", "[0-9]+", "a?",
    ".", "^a$", "(a)", "\\d{4}", "é", "[0-9] ", "[0-9]{99999999999999999999}",
  ]

  @Test(arguments: refusals) func refusesWhatAnotherReaderOfTheCellWouldTakeOtherwise(
    _ pattern: String
  ) {
    #expect(CodeForm(pattern) == nil)
  }

  @Test func survivesAnyShortPattern() {
    let alphabet = Array("[]{}|-09azAZ,*é\0")
    var random = SplitMix64(seed: 7)
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...9, using: &random)
      let pattern = String((0..<length).compactMap { _ in alphabet.randomElement(using: &random) })
      if let form = CodeForm(pattern) { #expect(!form.matches("")) }
    }
  }
}
