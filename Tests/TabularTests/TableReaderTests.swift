import Diagnostics
import Testing

@testable import Tabular

@Suite struct TableReaderTests {
  static let schema = TableSchema(
    columns: [.required("code"), .required("title"), .optional("note")], key: ["code"]
  )

  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let codes: [String]
    let findings: [Finding]
    var schema = TableReaderTests.schema

    init(_ name: String, _ text: String, codes: [String], _ findings: Finding...) {
      self.name = name
      self.text = text
      self.codes = codes
      self.findings = findings
    }

    func with(_ schema: TableSchema) -> Self {
      var fault = self
      fault.schema = schema
      return fault
    }

    var testDescription: String { name }
  }

  static func finding(
    _ rule: String, _ line: Int, _ column: Int, _ message: String, help: String,
    suggestions: [String] = []
  ) -> Finding {
    Finding(
      rule, .error, at: Diagnostics.SourceLocation(file: "t.csv", line: line, column: column),
      message,
      help: help, suggestions: suggestions
    )
  }

  static let faults: [Fault] = [
    Fault("none", "code,title\n1,x\n2,y\n", codes: ["1", "2"]),
    Fault("columns in another order, and others", "z,title,code\n,x,1\n", codes: ["1"]),
    Fault(
      "rows of other lengths", "code,title\n1\n2,x,y,\n3,z\n", codes: ["3"],
      finding(
        "ragged-row", 2, 1, "1 field where the header has 2",
        help: "add what is missing, or quote the field that has a line ending in it"
      ),
      finding(
        "ragged-row", 3, 5, "4 fields where the header has 2",
        help: "remove what is too much, or quote the field that has a delimiter in it"
      )
    ),
    Fault(
      "missing column", "Code,título\n1,x\n2\n", codes: [],
      finding(
        "missing-column", 1, 1, "there is no column 'code', only 'Code', 'título'",
        help: "add it, or rename the one that is meant", suggestions: ["Code"]
      ),
      finding(
        "missing-column", 1, 1, "there is no column 'title', only 'Code', 'título'",
        help: "add it, or rename the one that is meant"
      ),
      finding(
        "ragged-row", 3, 1, "1 field where the header has 2",
        help: "add what is missing, or quote the field that has a line ending in it"
      )
    ),
    Fault(
      "doubled columns", "code,title,code,,\n1,x,2,,\n", codes: [],
      finding(
        "duplicate-column", 1, 12, "column 'code' is there already at 1:1",
        help: "rename or remove one of the two"
      ),
      finding(
        "duplicate-column", 1, 18, "a second column without a name, the first is at 1:17",
        help: "rename or remove one of the two"
      )
    ),
    Fault(
      "unknown column", "code,Title,other\n1,x,y\n", codes: [],
      finding(
        "unknown-column", 1, 6, "no column 'Title' is known here",
        help: "remove it, or rename it to one of 'title'", suggestions: ["title"]
      ),
      finding(
        "unknown-column", 1, 12, "no column 'other' is known here",
        help: "remove it, or rename it to one of 'title'"
      )
    ).with(
      TableSchema(
        columns: [.required("code"), .optional("title")], allowsOtherColumns: false
      )
    ),
    Fault(
      "doubled keys", "code,title\n1,x\n2,\"y\nz\"\n1,w\n1,v\n", codes: ["1", "2"],
      finding(
        "duplicate-key", 5, 1, "'1' is there already on line 2", help: "keep one of the two rows"),
      finding(
        "duplicate-key", 6, 1, "'1' is there already on line 2", help: "keep one of the two rows")
    ),
    Fault(
      "doubled keys of two columns", "title,code\nx,y\n\"xy\",\nx,y\n,xy\n",
      codes: ["y", "", "xy"],
      finding(
        "duplicate-key", 4, 3, "'y', 'x' is there already on line 2",
        help: "keep one of the two rows"
      )
    ).with(
      TableSchema(columns: [.required("code"), .required("title")], key: ["code", "title"])
    ),
    Fault(
      "broken header, of which nothing is taken for the header", "code,ti\"tle\n1,x,3\n2\n",
      codes: [],
      finding(
        "stray-quote", 1, 8, "quote inside a field that does not begin with one",
        help: "enclose the whole field in quotes, and double the quotes inside it"
      )
    ),
    Fault(
      "blank line before the header", "\ncode,title\n1,x\n", codes: ["1"],
      finding("blank-line", 1, 1, "blank line before a record", help: "remove it")
    ),
    Fault(
      "faults of the text and of the table together", "code,title\n1\n2,\"x\"y\n3,z\n",
      codes: ["3"],
      finding(
        "ragged-row", 2, 1, "1 field where the header has 2",
        help: "add what is missing, or quote the field that has a line ending in it"
      ),
      finding(
        "stray-quote", 3, 6, "text after the closing quote of a field opened at 3:3",
        help: "double the quotes inside a quoted field, or remove them"
      )
    ),
    Fault(
      "empty input", "", codes: [],
      finding(
        "empty-input", 1, 1, "there is no record in the input",
        help: "the first line has to name the columns"
      )
    ),
  ]

  @Test(arguments: faults) func findsFaultsAndHandsOutTheOtherRows(of fault: Fault) throws {
    var reader = TableReader(bytes: Array(fault.text.utf8), name: "t.csv", schema: fault.schema)
    var codes: [String] = []
    let findings = try reader.read { codes.append($0[0]) }
    #expect(findings == fault.findings)
    #expect(codes == fault.codes)
  }

  @Test func givesFieldsByIndexAndByName() throws {
    var reader = TableReader(
      bytes: Array("x,title,code\nz,t,1\n".utf8), name: "t.csv", schema: Self.schema
    )
    _ = try reader.read { row in
      #expect([row[0], row[1], row[2]] == ["1", "t", ""])
      #expect([row["code"], row["x"], row["note"], row["no"]] == ["1", "z", "", ""])
      #expect((0..<3).map { row.hasColumn($0) } == [true, true, false])
      #expect((0..<3).map { row.isEmpty($0) } == [false, false, true])
      #expect(row.location(of: 0).description == "t.csv:2:5")
      #expect(row.location(of: "title").description == "t.csv:2:3")
      #expect(row.location(of: 2).description == "t.csv:2:1")
      #expect(row.location(of: "no").description == "t.csv:2:1")
      #expect(row.columns == ["x", "title", "code"])
      #expect(row.values == ["z", "t", "1"])
      #expect(row.line == 2)
      #expect(row.withUTF8(0) { $0.count } == 1)
      #expect(row.withUTF8(2) { $0.isEmpty })
    }
    #expect(reader.columns == ["x", "title", "code"])
  }

  @Test func stopsAfterTooManyFaults() throws {
    var options = CSVOptions()
    options.maximumFindings = 3
    let text = "code,title\n" + String(repeating: "1\n", count: 10)
    var reader = TableReader(
      bytes: Array(text.utf8), name: "t.csv", schema: Self.schema, options: options
    )
    let findings = try reader.read { _ in }
    #expect(
      findings.map(\.rule) == ["ragged-row", "ragged-row", "ragged-row", "too-many-errors"]
    )
    #expect(
      findings.last?.location == Diagnostics.SourceLocation(file: "t.csv", line: 5, column: 1))
  }

  @Test func readsTablesWithoutASchema() throws {
    var reader = TableReader(bytes: Array("a;b\n1;2\n".utf8), name: "t.csv", schema: nil)
    let findings = try reader.read { #expect($0["b"] == "2") }
    #expect(findings == [])
  }
}

@Suite struct TableTests {
  @Test func keepsRowsAndPlaces() throws {
    let table = try Table.load(bytes: Array("a,b\n\"1\n\",2\n3,4\n".utf8), name: "t.csv")
    #expect(table.name == "t.csv")
    #expect(table.columns == ["a", "b"])
    #expect(table.rows.map(\.values) == [["1\n", "2"], ["3", "4"]])
    #expect(table.rows.map(\.line) == [2, 4])
    #expect(table.rows[0]["b"] == "2")
    #expect(table.rows[0]["c"] == "")
    #expect(table.rows[0].location(of: "b").description == "t.csv:3:3")
    #expect(table.rows[0].location(of: "c").description == "t.csv:2:1")
    #expect(table.rows[0].location(of: 1).description == "t.csv:3:3")
  }

  @Test func throwsAllFaults() throws {
    #expect {
      try Table.load(bytes: Array("a,b\n1\n\"".utf8), name: "t.csv")
    } throws: {
      ($0 as? InvalidInput)?.findings.map(\.rule) == ["ragged-row", "unclosed-quote"]
    }
  }

  @Test func keepsGoodRowsIfAsked() throws {
    let (table, findings) = try Table.read(bytes: Array("a,b\n1\n2,3\n".utf8), name: "t.csv")
    #expect(table.rows.map(\.values) == [["2", "3"]])
    #expect(findings.map(\.rule) == ["ragged-row"])
  }

  @Test func readsFiles() throws {
    try TemporaryFolder.use { folder in
      let path = folder + "/t.tsv"
      try AtomicFile.write(Array("a,1\tb\nx\ty\n".utf8), to: path)
      let table = try Table.load(path: path)
      #expect(table.columns == ["a,1", "b"])
      #expect(table.rows[0].location(of: "b").description == "\(path):2:3")
    }
  }
}
