import Diagnostics

/// What can be wrong with CSV text, and the words for it.
enum CSVFault {
  case blankLines(Int)
  case loneReturn
  /// A field is too long; an open one was not complete when that was seen.
  case longField(maximum: Int, isOpen: Bool)
  case longRecord(maximum: Int)
  case noRecord
  case notAccepted(encoding: String)
  case notUTF8(UInt8)
  case notWindows1252(UInt8)
  case nul
  case quoteInField
  case textAfterQuote(line: Int, column: Int)
  case unclosedQuote

  var rule: String {
    switch self {
    case .blankLines: "blank-line"
    case .loneReturn: "lone-carriage-return"
    case .longField: "long-field"
    case .longRecord: "long-record"
    case .noRecord: "empty-input"
    case .notAccepted, .notWindows1252: "invalid-encoding"
    case .notUTF8: "invalid-utf8"
    case .nul: "nul-byte"
    case .quoteInField, .textAfterQuote: "stray-quote"
    case .unclosedQuote: "unclosed-quote"
    }
  }

  var message: String {
    switch self {
    case .blankLines(1): "blank line before a record"
    case .blankLines(let count): "\(count) blank lines before a record"
    case .loneReturn: "carriage return without a line feed after it"
    case .longField(let maximum, _): "field longer than \(maximum) bytes"
    case .longRecord(let maximum): "record longer than \(maximum) bytes"
    case .noRecord: "there is no record in the input"
    case .notAccepted(let encoding): "the input is \(encoding)"
    case .notUTF8(let byte): "byte \(Self.hexadecimal(byte)) is not UTF-8"
    case .notWindows1252(let byte): "byte \(Self.hexadecimal(byte)) is not Windows-1252"
    case .nul: "a NUL byte"
    case .quoteInField: "quote inside a field that does not begin with one"
    case .textAfterQuote(let line, let column):
      "text after the closing quote of a field opened at \(line):\(column)"
    case .unclosedQuote: "the quote that opens this field is never closed"
    }
  }

  var help: String {
    switch self {
    case .blankLines(1): "remove it"
    case .blankLines: "remove them"
    case .loneReturn: "save the file with line endings LF or CRLF"
    case .longField(_, isOpen: false): "shorten it"
    case .longField(_, isOpen: true): "shorten it, or close its quote if that is missing"
    case .longRecord: "look whether a quote in it is not closed or line endings are missing"
    case .noRecord: "the first line has to name the columns"
    case .notAccepted: "save it as CSV UTF-8"
    case .notUTF8, .notWindows1252: "save the file as CSV UTF-8"
    case .nul: "remove it; if the file is UTF-16, save it as CSV UTF-8"
    case .quoteInField: "enclose the whole field in quotes, and double the quotes inside it"
    case .textAfterQuote: "double the quotes inside a quoted field, or remove them"
    case .unclosedQuote: "close the field with a quote, or remove the opening one"
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    "0x\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
  }
}

extension FindingLog {
  /// Takes a fault of the text.
  mutating func report(_ fault: CSVFault, at location: SourceLocation) {
    report(fault.rule, at: location, fault.message, help: fault.help)
  }
}
