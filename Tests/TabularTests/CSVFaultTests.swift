import Diagnostics
import Testing

@testable import Tabular

/// Each way in which text can be broken, and what is said about it.
@Suite struct CSVFaultTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let findings: [String]
    var options = CSVOptions()

    init(_ name: String, _ text: String, _ findings: String...) {
      self.name = name
      self.bytes = Array(text.utf8)
      self.findings = findings
    }

    init(_ name: String, bytes: [UInt8], _ findings: String...) {
      self.name = name
      self.bytes = bytes
      self.findings = findings
    }

    func with(_ change: (inout CSVOptions) -> Void) -> Self {
      var fault = self
      change(&fault.options)
      return fault
    }

    var testDescription: String { name }
  }

  static let faults: [Fault] = [
    Fault(
      "text after a closing quote", "a,b\nx,\"y\"z\n1,2\n",
      """
      t.csv:2:6: error[stray-quote]: text after the closing quote of a field opened at 2:3
        help: double the quotes inside a quoted field, or remove them
      """
    ),
    Fault(
      "text after a closing quote on a later line", "a,b\nx,\"é\nñ\"z\n1,2\n",
      """
      t.csv:3:3: error[stray-quote]: text after the closing quote of a field opened at 2:3
        help: double the quotes inside a quoted field, or remove them
      """
    ),
    Fault(
      "blank after a closing quote", "\"a\" ,b\n",
      """
      t.csv:1:4: error[stray-quote]: text after the closing quote of a field opened at 1:1
        help: double the quotes inside a quoted field, or remove them
      """
    ),
    Fault(
      "quote inside an unquoted field", "a,b\nñandú,5\" pipe\n1,2\n",
      """
      t.csv:2:8: error[stray-quote]: quote inside a field that does not begin with one
        help: enclose the whole field in quotes, and double the quotes inside it
      """
    ),
    Fault(
      "quote that is never closed", "a,b\nx,\"y\n1,2\n3,4\n",
      """
      t.csv:2:3: error[unclosed-quote]: the quote that opens this field is never closed
        help: close the field with a quote, or remove the opening one
      """
    ),
    Fault(
      "two quotes that are never closed", "a,b\nx,\"y\n1,2\n\"3,4\n",
      """
      t.csv:4:1: error[unclosed-quote]: the quote that opens this field is never closed
        help: close the field with a quote, or remove the opening one
      """,
      """
      t.csv:4:2: error[stray-quote]: text after the closing quote of a field opened at 2:3
        help: double the quotes inside a quoted field, or remove them
      """
    ),
    Fault(
      "quote that is the last byte", "a,b\n1,\"",
      """
      t.csv:2:3: error[unclosed-quote]: the quote that opens this field is never closed
        help: close the field with a quote, or remove the opening one
      """
    ),
    Fault(
      "bytes of Latin-1", bytes: Array("a,b\nd,é".utf8) + [0xE9, 0x0A, 0xC3, 0x2C, 0x0A],
      """
      t.csv:2:4: error[invalid-utf8]: byte 0xE9 is not UTF-8
        help: save the file as CSV UTF-8
      """,
      """
      t.csv:3:1: error[invalid-utf8]: byte 0xC3 is not UTF-8
        help: save the file as CSV UTF-8
      """
    ),
    Fault(
      "sequence cut by the end", bytes: [0x61, 0x0A, 0xE2, 0x82],
      """
      t.csv:2:1: error[invalid-utf8]: byte 0xE2 is not UTF-8
        help: save the file as CSV UTF-8
      """
    ),
    Fault(
      "surrogate, overlong form and too large a scalar",
      bytes: [0xED, 0xA0, 0x80, 0x0A, 0xC0, 0xAF, 0x0A, 0xF4, 0x90, 0x80, 0x80, 0x0A],
      """
      t.csv:1:1: error[invalid-utf8]: byte 0xED is not UTF-8
        help: save the file as CSV UTF-8
      """,
      """
      t.csv:2:1: error[invalid-utf8]: byte 0xC0 is not UTF-8
        help: save the file as CSV UTF-8
      """,
      """
      t.csv:3:1: error[invalid-utf8]: byte 0xF4 is not UTF-8
        help: save the file as CSV UTF-8
      """
    ),
    Fault(
      "NUL in a quoted field", "a,b\n\"x\n\0\",2\n",
      """
      t.csv:3:1: error[nul-byte]: a NUL byte
        help: remove it; if the file is UTF-16, save it as CSV UTF-8
      """
    ),
    Fault(
      "UTF-16", bytes: [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00],
      """
      t.csv:1:1: error[invalid-encoding]: the input is UTF-16
        help: save it as CSV UTF-8
      """
    ),
    Fault(
      "UTF-16 where Windows-1252 is expected", bytes: [0xFE, 0xFF, 0x00, 0x61],
      """
      t.csv:1:1: error[invalid-encoding]: the input is UTF-16
        help: save it as CSV UTF-8
      """
    ).with { $0.encoding = .windows1252 },
    Fault(
      "byte that Windows-1252 does not assign", bytes: [0xE9, 0x2C, 0x62, 0x81, 0x0A],
      """
      t.csv:1:4: error[invalid-encoding]: byte 0x81 is not Windows-1252
        help: save the file as CSV UTF-8
      """
    ).with { $0.encoding = .windows1252 },
    Fault(
      "blank lines", "\na\n\r\n\n1\n\n",
      """
      t.csv:1:1: error[blank-line]: blank line before a record
        help: remove it
      """,
      """
      t.csv:3:1: error[blank-line]: 2 blank lines before a record
        help: remove them
      """
    ),
    Fault(
      "carriage returns as line endings", "a,b\r1,2\r3,4\r",
      """
      t.csv:1:4: error[lone-carriage-return]: carriage return without a line feed after it
        help: save the file with line endings LF or CRLF
      """
    ),
    Fault(
      "carriage returns in odd places", "\ra\n\"b\rc\"\r\nd\r\r\ne\r",
      """
      t.csv:1:1: error[lone-carriage-return]: carriage return without a line feed after it
        help: save the file with line endings LF or CRLF
      """,
      """
      t.csv:3:2: error[lone-carriage-return]: carriage return without a line feed after it
        help: save the file with line endings LF or CRLF
      """,
      """
      t.csv:4:2: error[lone-carriage-return]: carriage return without a line feed after it
        help: save the file with line endings LF or CRLF
      """
    ),
    Fault(
      "nothing", "",
      """
      t.csv:1:1: error[empty-input]: there is no record in the input
        help: the first line has to name the columns
      """
    ),
    Fault(
      "nothing but blank lines", "\u{FEFF}\r\n\n",
      """
      t.csv:1:1: error[empty-input]: there is no record in the input
        help: the first line has to name the columns
      """
    ),
    Fault(
      "long fields", "a,b\n1,12345678\n12345678,2\n\"1234567\"\"\",3\n",
      """
      t.csv:2:3: error[long-field]: field longer than 7 bytes
        help: shorten it
      """,
      """
      t.csv:3:1: error[long-field]: field longer than 7 bytes
        help: shorten it
      """,
      """
      t.csv:4:1: error[long-field]: field longer than 7 bytes
        help: shorten it
      """
    ).with { $0.maximumFieldLength = 7 },
    Fault(
      "long field that goes over lines", "a,b\n1,\"234\n5678\n",
      """
      t.csv:2:3: error[long-field]: field longer than 7 bytes
        help: shorten it, or close its quote if that is missing
      """
    ).with { $0.maximumFieldLength = 7 },
    Fault(
      "long record", "a,b\n1234,5678,9012,3456,7890\n1,2\n",
      """
      t.csv:2:1: error[long-record]: record longer than 16 bytes
        help: look whether a quote in it is not closed or line endings are missing
      """
    ).with { $0.maximumRecordLength = 16 },
    Fault(
      "more faults than wanted", "a\nb\"\nc\"\nd\"\ne\"\n",
      """
      t.csv:2:2: error[stray-quote]: quote inside a field that does not begin with one
        help: enclose the whole field in quotes, and double the quotes inside it
      """,
      """
      t.csv:3:2: error[stray-quote]: quote inside a field that does not begin with one
        help: enclose the whole field in quotes, and double the quotes inside it
      """,
      """
      t.csv:4:2: error[too-many-errors]: more than 2 errors, reading stopped here
        help: mend these first, then read the input again
      """
    ).with { $0.maximumFindings = 2 },
  ]

  @Test(arguments: faults) func tellsPlaceAndRemedy(of fault: Fault) throws {
    var reader = CSVReader(bytes: fault.bytes, name: "t.csv", options: fault.options)
    let findings = try reader.read { _ in }
    #expect(findings.map(\.description) == fault.findings)
  }

  @Test(arguments: faults) func tellsTheSameOfPartsOfAnySize(of fault: Fault) throws {
    for length in [1, 2, 3, 7] {
      var reader = try CSVReader(
        bytes: fault.bytes, name: "t.csv", partLength: length, options: fault.options
      )
      let findings = try reader.read { _ in }
      #expect(findings.map(\.description) == fault.findings, "parts of \(length) bytes")
    }
  }
}
