import CommandLineKit
import Foundation
import Testing

/// Finding and coding titles, on the real indexes.
@Suite struct TitleCommandTests {
  /// A title, a classification and the group that has to come first.
  struct TitleCase: Sendable, CustomTestStringConvertible {
    let title: String
    let classification: String
    let code: String
    var testDescription: String { "\(title) in \(classification)" }

    init(_ title: String, _ classification: String, _ code: String) {
      self.title = title
      self.classification = classification
      self.code = code
    }
  }

  static let titles = [
    TitleCase("enfermera quirurgica", "sinco2011", "2426"),
    TitleCase("RN - ICU", "noc2016", "3012"),
    TitleCase("aide-infirmier", "noc2021", "33102"),
    TitleCase("head nurse", "noc2016", "3011"),
    TitleCase("nurse, head", "noc2016", "3011"),
    TitleCase("CARPENTERS", "noc2016", "7271"),
    TitleCase("crapenter", "noc2016", "7271"),
  ]

  @Test(arguments: titles) func findsTheGroup(_ given: TitleCase) throws {
    let run = Transcript("search", given.title, "--in", given.classification, "--format", "csv")
    #expect(run.code == .success)
    let first = run.output.split(separator: "\n").dropFirst().first
    #expect(first?.hasPrefix("\(given.classification),\(given.code),") == true)
  }

  /// Titles that are no titles, or odd ones.
  static let odd = [
    "", " ", "a", "🙂🙂", "\u{0}\u{1B}[2J", "?", "нянька", "看護師", "nurse 看護師",
    String(repeating: "nurse ", count: 2_000), String(repeating: "x", count: 10_000),
    String(repeating: "🙂", count: 10_000), "\u{202E}esrun", "e\u{301}\u{301}\u{301}\u{301}",
    "12345678", "ana@example.org",
  ]

  @Test(arguments: odd) func answersOrSaysThatNothingFits(_ title: String) {
    let run = Transcript("search", "--in", "noc2016", "--", title)
    #expect(run.code == .success || run.code == .negative)
    if run.code == .negative { #expect(run.diagnostics.hasPrefix("no match for ")) }
    #expect(!run.diagnostics.contains("\u{1B}"))
  }

  @Test func repeatsNoPersonalData() {
    let run = Transcript("search", "zzqqxx 416-555-0142 ana@example.org", "--in", "isco88")
    #expect(!(run.output + run.diagnostics).contains("555"))
    #expect(!(run.output + run.diagnostics).contains("example.org"))
  }

  @Test func staysAsItIs() throws {
    let run = Transcript("search", "enfermera quirúrgica", "--in", "sinco2011", "--format", "json")
    #expect(run.code == .success)
    try expectSnapshot(try keys(ofJSON: run.output).joined(separator: "\n") + "\n", "search.keys")
  }

  @Test(arguments: [
    ["search", "nurse", "--in", "noc2050"], ["search", "nurse", "--in", "isco88"],
    ["search", "nurse", "--in", ","], ["search", "nurse", "--lang", "de"], ["search"],
    ["code", "x.csv", "--column", "t", "--to", "noc2016", "--min-score", "2", "--output", "-"],
    ["code", "x.csv", "--column", "t", "--to", "noc2016"],
  ]) func refusesMisuse(_ arguments: [String]) {
    #expect(Transcript(arguments).code == .usage)
  }

  @Test func codesAColumnAndLeavesTheUnsureForAPerson() throws {
    try withFolder { folder in
      let input = try write(
        "id,job,pay\n1,registered nurse,5\n2,\"carpenter, house\",6\n3,registered nurse,7\n4,,8\n5,zzqqxx,9\n",
        "in.csv", in: folder)
      let output = "\(folder)/out.csv"
      let run = Transcript(
        "code", input, "--column", "job", "--to", "noc2016", "--top", "2", "--min-score", "0.5",
        "--output", output)
      #expect(run.code == .success)
      let lines = try #require(read(output)).split(separator: "\n").map(String.init)
      #expect(
        lines[0]
          == "id,job,pay,noc2016_1,noc2016_1_score,noc2016_2,noc2016_2_score,noc2016_candidates")
      #expect(lines[1].hasPrefix("1,registered nurse,5,3012,"))
      #expect(lines[2].hasPrefix("2,\"carpenter, house\",6,7271,"))
      #expect(lines[3].hasPrefix("3,registered nurse,7,3012,"))
      #expect(lines[4] == "4,,8,,,,,")
      #expect(lines[5] == "5,zzqqxx,9,,,,,")
      #expect(names(in: folder) == ["in.csv", "out.csv"])
      #expect(run.diagnostics.hasPrefix("noc2016: 3 of 5 rows coded (3 distinct titles)"))
    }
  }
}
