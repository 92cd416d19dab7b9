import Diagnostics
import Glibc
import Testing

@testable import Tabular

/// What is accepted, and how it is understood.
@Suite struct CSVReaderTests {
  struct Accepted: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let records: [[String]]
    var options = CSVOptions()
    var file = "t.csv"

    init(_ name: String, _ text: String, _ records: [[String]]) {
      self.init(name, bytes: Array(text.utf8), records)
    }

    init(_ name: String, bytes: [UInt8], _ records: [[String]]) {
      self.name = name
      self.bytes = bytes
      self.records = records
    }

    func with(file: String = "t.csv", _ change: (inout CSVOptions) -> Void) -> Self {
      var accepted = self
      accepted.file = file
      change(&accepted.options)
      return accepted
    }

    var testDescription: String { name }
  }

  static let ab = [["a", "b"], ["1", "2"]]

  static let accepted: [Accepted] = [
    Accepted("line feeds", "a,b\n1,2\n", ab),
    Accepted("carriage returns and line feeds", "a,b\r\n1,2\r\n", ab),
    Accepted("both", "a,b\n1,2\r\n", ab),
    Accepted("no last line ending", "a,b\n1,2", ab),
    Accepted("a byte-order mark", "\u{FEFF}a,b\n1,2\n", ab),
    Accepted("a byte-order mark and a quote", "\u{FEFF}\"a\",b\n1,2\n", ab),
    Accepted("blank lines at the end", "a,b\n1,2\n\n\r\n\n", ab),
    Accepted("quotes", "\"a\",\"b\"\n\"1\",\"2\"\n", ab),
    Accepted("quotes at the end of the input", "\"a\",\"b\"\n\"1\",\"2\"", ab),
    Accepted("doubled quotes", "\"\"\"a\"\"\"\n\"\"\"\"\n", [["\"a\""], ["\""]]),
    Accepted("quoted delimiters", "\"a,b\",\"c;d\"\n", [["a,b", "c;d"]]),
    Accepted("quoted line endings", "\"a\nb\r\nc\rd\"\n\"\n\"", [["a\nb\r\nc\rd"], ["\n"]]),
    Accepted(
      "blanks, which are kept", " a , b\n\" 1 \",\t\n", [[" a ", " b"], [" 1 ", "\t"]]),
    Accepted("empty fields", ",\n\"\",\n", [["", ""], ["", ""]]),
    Accepted("an empty field alone in its line", "a\n\"\"\n1\n", [["a"], [""], ["1"]]),
    Accepted("an empty field at the end of the input", "a,b\n1,", [["a", "b"], ["1", ""]]),
    Accepted("records of different lengths", "a\n1,2\n", [["a"], ["1", "2"]]),
    Accepted("a control character", "a\u{1}\u{7F}\u{85}\n", [["a\u{1}\u{7F}\u{85}"]]),
    Accepted("a mark that is not first", "a,\u{FEFF}b\n", [["a", "\u{FEFF}b"]]),
    Accepted("characters of one to four bytes", "aéñ€𝄞\n", [["aéñ€𝄞"]]),
    Accepted("semicolons", "a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
    Accepted("tabs", "a\tb\n1,5\t\"2\"\n", [["a", "b"], ["1,5", "2"]]),
    Accepted("delimiters in quotes do not count", "\"a,,,\"\";\";b\n", [["a,,,\";", "b"]]),
    Accepted(
      "quoted line endings in the header", "\"a\nb,,\";c\n1;2\n", [["a\nb,,", "c"], ["1", "2"]]),
    Accepted("as many commas as semicolons", "a,b;c\n", [["a", "b;c"]]),
    Accepted("as many tabs as semicolons", "a\tb;c\n", [["a", "b;c"]]),
    Accepted("as many commas as tabs", "a,b\tc\n", [["a", "b\tc"]]),
    Accepted("as many commas as tabs in a TSV file", "a,b\tc\n", [["a,b", "c"]])
      .with(file: "T.TSV") { _ in },
    Accepted("a TSV file of one column", "a\n1\n", [["a"], ["1"]]).with(file: "t.tsv") { _ in },
    Accepted("commas where semicolons are said", "a,b\n", [["a,b"]])
      .with { $0.delimiter = .semicolon },
    Accepted("commas where tabs are said", "a,b\n", [["a,b"]]).with { $0.delimiter = .tab },
    Accepted("semicolons where commas are said", "a;b\n", [["a;b"]])
      .with { $0.delimiter = .comma },
    Accepted(
      "Windows-1252", bytes: [0x80, 0xE9, 0x2C, 0x93, 0xF1, 0x94, 0x0A], [["€é", "“ñ”"]]
    ).with { $0.encoding = .windows1252 },
    Accepted("what is not UTF-8", bytes: [0x61, 0xE9, 0x2C, 0x62, 0x0A], [["aé", "b"]])
      .with { $0.encoding = .detected },
    Accepted("what is UTF-8", "\u{FEFF}aé,b\n", [["aé", "b"]]).with { $0.encoding = .detected },
    Accepted("a field of the greatest length", "1234567,\"\"\"34567\"\n", [["1234567", "\"34567"]])
      .with { $0.maximumFieldLength = 7 },
    Accepted(
      "records of the greatest length", "12,45\r\n12,456\n12,4567",
      [
        ["12", "45"], ["12", "456"], ["12", "4567"],
      ]
    ).with { $0.maximumRecordLength = 7 },
  ]

  @Test(arguments: accepted) func accepts(_ accepted: Accepted) throws {
    var reader = CSVReader(bytes: accepted.bytes, name: accepted.file, options: accepted.options)
    var records: [[String]] = []
    let findings = try reader.read { records.append($0.fields) }
    #expect(records == accepted.records)
    #expect(findings == [])
  }

  @Test(arguments: accepted.filter { $0.options.encoding != .detected })
  func acceptsPartsOfAnySize(of accepted: Accepted) throws {
    for length in [1, 2, 3, 7] {
      var reader = try CSVReader(
        bytes: accepted.bytes, name: accepted.file, partLength: length, options: accepted.options
      )
      var records: [[String]] = []
      let findings = try reader.read { records.append($0.fields) }
      #expect(records == accepted.records, "parts of \(length) bytes")
      #expect(findings == [], "parts of \(length) bytes")
    }
  }

  @Test func tellsPlacesInScalarsAndPhysicalLines() throws {
    let text = "\u{FEFF}é,\"b\nñ\",c\r\n\"x\r\ny\"\"z\",\"\",last\n"
    var reader = CSVReader(bytes: Array(text.utf8), name: "t.csv")
    var lines: [Int] = []
    var places: [String] = []
    _ = try reader.read { record in
      lines.append(record.line)
      for field in 0...record.fieldCount {
        places.append(record.location(of: field).description)
      }
    }
    #expect(lines == [1, 3])
    #expect(
      places == [
        "t.csv:1:1", "t.csv:1:3", "t.csv:2:4", "t.csv:2:4",
        "t.csv:3:1", "t.csv:4:7", "t.csv:4:10", "t.csv:4:10",
      ]
    )
  }

  @Test func countsLinesFromWhereTheTextBegins() throws {
    var options = CSVOptions()
    options.delimiter = .comma
    for encoding in [CSVOptions.Encoding.utf8, .windows1252] {
      options.encoding = encoding
      var reader = CSVReader(
        bytes: Array("#é\n#\na,b\"\n".utf8), name: "t.csv", from: 6, line: 3, options: options
      )
      let findings = try reader.read { _ in }
      #expect(
        findings.map(\.location) == [Diagnostics.SourceLocation(file: "t.csv", line: 3, column: 4)])
    }
  }

  @Test func givesBytesWithoutACopy() throws {
    var reader = CSVReader(bytes: Array("é,,x\n".utf8), name: "t.csv")
    _ = try reader.read { record in
      #expect(record.withUTF8(0) { $0.count } == 2)
      #expect(record.withUTF8(1) { $0.isEmpty })
      #expect(record.withUTF8(2) { $0[0] } == UInt8(ascii: "x"))
      #expect(record.withUTF8(3) { $0.isEmpty })
      #expect((0..<4).map { record.isEmpty($0) } == [false, true, false, true])
      #expect(record[3] == "")
    }
  }

  @Test func readsOnlyOnce() throws {
    var reader = CSVReader(bytes: Array("a\n\"".utf8), name: "t.csv")
    var count = 0
    let first = try reader.read { _ in count += 1 }
    let second = try reader.read { _ in count += 1 }
    #expect(count == 1)
    #expect(first.map(\.rule) == ["unclosed-quote"])
    #expect(second == first)
  }

  @Test func passesOnWhatTheClosureThrows() throws {
    struct Stop: Error {}
    var reader = CSVReader(bytes: Array("a\n1\n".utf8), name: "t.csv")
    #expect(throws: Stop.self) { try reader.read { _ in throw Stop() } }
  }

  @Test func readsFilesLargerThanOnePart() throws {
    try TemporaryFolder.use { folder in
      let path = folder + "/large.csv"
      var writer = CSVWriter()
      for number in 0..<60_000 { writer.write(["\(number)", "línea \(number)"]) }
      try AtomicFile.write(writer.bytes, to: path)
      var reader = try CSVReader(path: path)
      var next = 0
      let findings = try reader.read { record in
        #expect(record[1] == "línea \(next)" && record.line == next + 1)
        next += 1
      }
      #expect(findings == [])
      #expect(next == 60_000)
    }
  }

  /// More and longer fields than there is room for at first.
  @Test func readsWideAndLongRecords() throws {
    let wide = (0..<1000).map { String(repeating: "é", count: $0 % 7) + "\($0)" }
    let long = [
      "x", String(repeating: "ñ\"\n", count: 20_000), "", String(repeating: "y", count: 9999),
    ]
    var writer = CSVWriter()
    for record in [["a"], wide, long, ["b"], long, wide] { writer.write(record) }
    for length in [1000, 100_000] {
      var reader = try CSVReader(
        bytes: writer.bytes, name: "t", partLength: length, options: CSVOptions()
      )
      var records: [[String]] = []
      let findings = try reader.read { records.append($0.fields) }
      #expect(records == [["a"], wide, long, ["b"], long, wide])
      #expect(findings == [])
    }
  }

  @Test func detectsTheEncodingOfFiles() throws {
    try TemporaryFolder.use { folder in
      let path = folder + "/latin.csv"
      try AtomicFile.write([0x61, 0xF1, 0x0A, 0x00, 0x0A], to: path)
      var options = CSVOptions()
      options.encoding = .detected
      var reader = try CSVReader(path: path, options: options)
      var fields: [String] = []
      let findings = try reader.read { fields += $0.fields }
      #expect(fields == ["añ"])
      #expect(findings.map(\.rule) == ["nul-byte"])
    }
  }

  @Test func takesANulForUTF8WhenDetecting() throws {
    var options = CSVOptions()
    options.encoding = .detected
    var reader = CSVReader(bytes: Array("a\0\né\n".utf8), name: "t", options: options)
    var fields: [String] = []
    let findings = try reader.read { fields += $0.fields }
    #expect(fields == ["é"])
    #expect(findings.map(\.rule) == ["nul-byte"])
  }

  /// In a process of its own, as there is one standard input.
  @Test func readsTheStandardInput() async {
    await #expect(processExitsWith: .success) {
      try TemporaryFolder.use { folder in
        try AtomicFile.write(Array("a\n\"".utf8), to: folder + "/file")
        let file = try FileDescriptor.forReading(folder + "/file")
        #expect(dup2(file.number, 0) == 0)
        var reader = try CSVReader(path: "-")
        var fields: [String] = []
        let findings = try reader.read { fields += $0.fields }
        #expect(fields == ["a"])
        #expect(findings.map(\.location?.description) == ["-:2:1"])
      }
    }
  }

  /// The first page of a process is never there, so that reading it fails after opening has not.
  @Test func throwsIfReadingFails() throws {
    #expect(throws: FileError("read", "/proc/self/mem", reason: "Input/output error")) {
      _ = try CSVReader(path: "/proc/self/mem")
    }
  }

  @Test func refusesWhatIsNoFile() {
    #expect(throws: FileError("read", "/nowhere/x", reason: "No such file or directory")) {
      _ = try CSVReader(path: "/nowhere/x")
    }
    #expect(throws: FileError("read", "/tmp", reason: "Is a directory")) {
      _ = try CSVReader(path: "/tmp")
    }
    #expect(throws: FileError("read", "/dev/null\0x", reason: "Invalid argument")) {
      _ = try CSVReader(path: "/dev/null\0x")
    }
  }

  @Test func findsNothingInADeviceThatIsEmpty() throws {
    var reader = try CSVReader(path: "/dev/null")
    #expect(try reader.read { _ in }.map(\.rule) == ["empty-input"])
  }

  /// `/dev/zero` never ends and has no line: reading it must neither hang nor fill the memory.
  @Test func boundsTheMemoryForALineWithoutEnd() throws {
    var options = CSVOptions()
    options.maximumFindings = 1
    var reader = CSVReader(
      bytes: Array(repeating: UInt8(ascii: "x"), count: 5_000_000) + Array("\na,\"\n".utf8),
      name: "t.csv", options: options
    )
    let findings = try reader.read { _ in }
    #expect(findings.map(\.rule) == ["long-field", "too-many-errors"])
    #expect(findings.map(\.location?.line) == [1, 2])
  }
}
