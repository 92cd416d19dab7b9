import Testing

@testable import CommandLineKit

@Suite struct SpellingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let first, second: String
    let distance: Int?
    var testDescription: String { "\(first) and \(second)" }
  }

  static let cases: [Case] = [
    Case(first: "", second: "", distance: 0),
    Case(first: "format", second: "format", distance: 0),
    Case(first: "formt", second: "format", distance: 1),
    Case(first: "fromat", second: "format", distance: 1),
    Case(first: "formatt", second: "format", distance: 1),
    Case(first: "farmet", second: "format", distance: 2),
    Case(first: "lookup", second: "format", distance: nil),
    Case(first: "", second: "abc", distance: nil),
    // The restricted distance does not edit what it has swapped.
    Case(first: "ca", second: "abc", distance: nil),
  ]

  @Test(arguments: cases)
  func countsEdits(_ example: Case) {
    #expect(editDistance(example.first, example.second, limit: 2) == example.distance)
    #expect(editDistance(example.second, example.first, limit: 2) == example.distance)
  }

  @Test func suggestsTheNearestOnly() {
    let names = ["--format", "--from", "--formats", "--limit"]
    #expect(nearest(to: "--fromat", among: names) == ["--format"])
    #expect(nearest(to: "--form", among: names) == ["--format", "--from", "--formats"])
    #expect(nearest(to: "-limit", among: names) == ["--limit"])
    #expect(nearest(to: "--LIMIT", among: names) == ["--limit"])
    #expect(nearest(to: "--x", among: names).isEmpty)
    #expect(nearest(to: "--", among: names).isEmpty)
    #expect(nearest(to: String(repeating: "x", count: 10_000), among: names).isEmpty)
  }

  @Test func showsControlCharactersInQuotes() {
    #expect(quoted("a\u{1B}[31mñ\n") == #"'a\u{1B}[31mñ\n'"#)
  }
}
