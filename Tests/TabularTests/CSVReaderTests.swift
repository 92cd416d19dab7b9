import Diagnostics
import Testing

@testable import Tabular

@Suite struct CSVReaderTests {
  @Test func readsRecordsWithTheirLines() throws {
    var reader = CSVReader(bytes: Array("a,b\n\"x\ny\",2\n3,4".utf8), name: "t.csv")
    var records: [[String]] = []
    var lines: [Int] = []
    let findings = try reader.read { record in
      records.append(record.fields)
      lines.append(record.line)
    }
    #expect(findings.isEmpty)
    #expect(records == [["a", "b"], ["x\ny", "2"], ["3", "4"]])
    #expect(lines == [1, 2, 4])
  }
}
