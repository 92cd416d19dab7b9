import CommandLineKit
import Tabular

/// The forms of output that a reading command has.
enum OutputFormat: String, CaseIterable, ArgumentValue {
  case text
  case json
  case csv
  case tsv
  /// CSV as spreadsheets need it.
  case spreadsheet

  /// How a table is written in this form.
  ///
  /// - Parameter guardsFormulas: Whether formulas are guarded against also where the form is not for
  ///   spreadsheets, because people wrote what is in the table.
  /// - Returns: The style.
  func style(guardsFormulas: Bool = false) -> CSVWriter.Style {
    switch self {
    case .spreadsheet: .spreadsheet
    case .tsv: CSVWriter.Style(delimiter: .tab, guardsFormulas: guardsFormulas)
    default: CSVWriter.Style(guardsFormulas: guardsFormulas)
    }
  }
}

/// The forms of output of a command whose answer may also go into a document.
enum DocumentFormat: String, CaseIterable, ArgumentValue {
  case text
  case json
  case csv
  case tsv
  /// CSV as spreadsheets need it.
  case spreadsheet
  case markdown

  /// How a table is written in this form.
  var style: CSVWriter.Style {
    switch self {
    case .spreadsheet: .spreadsheet
    case .tsv: CSVWriter.Style(delimiter: .tab)
    default: CSVWriter.Style()
    }
  }
}

extension CSVWriter.Style {
  /// With a byte-order mark, by which spreadsheets know UTF-8, CRLF, and formulas guarded against.
  static var spreadsheet: Self {
    Self(lineEnding: .crlf, guardsFormulas: true, startsWithByteOrderMark: true)
  }
}
