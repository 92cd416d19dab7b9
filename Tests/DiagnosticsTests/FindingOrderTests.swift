import Diagnostics
import Testing

@Suite struct FindingOrderTests {
  @Test func ordersSeverities() {
    #expect(Severity.allCases.sorted() == [.note, .warning, .error])
  }

  @Test func ordersPlacesByFileThenLineThenColumn() {
    let places = [("b", 1, 1), ("a", 10, 1), ("a", 2, 9), ("a", 2, 10)].map {
      SourceLocation(file: $0.0, line: $0.1, column: $0.2)
    }
    #expect(places.sorted().map(\.description) == ["a:2:9", "a:2:10", "a:10:1", "b:1:1"])
  }

  @Test func tellsWhetherThereAreErrors() {
    #expect(![Finding]().containsErrors)
    #expect(![Finding("a", .note, ""), Finding("b", .warning, "")].containsErrors)
    #expect([Finding("a", .note, ""), Finding("b", .error, "")].containsErrors)
  }

  @Test func printsEveryFaultOfAnInput() {
    let error = InvalidInput([
      Finding("a", .error, at: SourceLocation(file: "x", line: 1, column: 2), "wrong"),
      Finding("b", .warning, "odd", help: "mend it"),
    ])
    #expect("\(error)" == "x:1:2: error[a]: wrong\nwarning[b]: odd\n  help: mend it")
  }

  @Test func printsWhatTheSystemRefused() {
    let error = FileError("read", "x.csv", reason: "No such file or directory")
    #expect("\(error)" == "cannot read 'x.csv': No such file or directory")
  }
}
