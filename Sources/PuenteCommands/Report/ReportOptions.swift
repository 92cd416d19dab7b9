import Classifications
public import CommandLineKit
import Diagnostics
public import PDF
import ReferenceData
import Rendering
import Reports
import Spreadsheets
import Tabular

/// The form, language and day of a report, and where it is written.
struct ReportOptions: ParameterGroup {
  /// The forms of a report.
  enum Form: String, CaseIterable, ArgumentValue { case html, pdf, xlsx, csv, markdown, json }

  var form = Form.markdown
  var language = Language.en
  var output = "-"
  var table: String?
  var on: CalendarDate?

  static var parameters: [Parameter<Self>] {
    [
      .option("--format", to: \.form, placeholder: "format", help: "Form of the report."),
      .option(
        "--lang", to: \.language, placeholder: "language",
        help: "Language of the report; official titles stay in the languages they are published in."
      ),
      .option(
        "--output", to: \.output, placeholder: "file",
        help: "Where to write it; '-' is standard output.", completion: .file),
      .option(
        "--table", to: \.table, placeholder: "table",
        help: "With '--format csv' only this table, by its identifier in JSON, instead of all."),
      .option(
        "--on", to: \.on, placeholder: "day", help: "The day of the report; today if left out."),
    ]
  }

  /// The day of the report.
  var day: CalendarDate { on ?? today() }

  /// Refuses what cannot be written, before any work is done.
  func check(_ console: Console) throws {
    if table != nil, form != .csv {
      throw UsageError("'--table' is for '--format csv'")
    }
    if form == .pdf || form == .xlsx, output == "-", console.isOutputTerminal {
      throw UsageError("\(form.rawValue) is not for a terminal: name a file with '--output'")
    }
  }

  /// Writes a report.
  ///
  /// - Throws: `UsageError` if the report has no table of the name asked for, `FileError`, `PDFError`,
  ///   `SpreadsheetError`.
  func write(_ document: Document, _ console: Console) throws {
    try write(try bytes(of: document), console)
  }

  /// Writes what is no report in one of its forms.
  ///
  /// - Throws: `FileError`.
  func write(text: String, _ console: Console) throws { try write(Array(text.utf8), console) }

  private func write(_ bytes: [UInt8], _ console: Console) throws {
    if output == "-" {
      try StandardOutput.write(bytes, console)
    } else {
      try AtomicFile.write(bytes, to: output)
      console.writeDiagnostic("wrote the report to \(echoed(output))\n")
    }
  }

  private func bytes(of document: Document) throws -> [UInt8] {
    switch form {
    case .html: return Array(HTMLReport.text(document).utf8)
    case .markdown: return Array(MarkdownReport.text(document).utf8)
    case .json: return Array(try JSONReport.text(document).utf8)
    case .csv:
      guard let text = CSVReport.text(document, table: table) else {
        let tables = CSVReport.tables(of: document).joined(separator: ", ")
        throw UsageError("the report has no table \(echoed(table ?? "")); it has \(tables)")
      }
      return Array(text.utf8)
    case .xlsx:
      return try TemporaryFile.bytes { path in
        try WorkbookWriter.write(
          XLSXReport.sheets(document), title: XLSXReport.title(document), to: path)
      }
    case .pdf:
      return try PDFReport.bytes(document, fonts: .ofDebian(isThere: fileExists)) {
        try WholeFile.read($0)
      }
    }
  }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension PDFError: ReportedError {
  public var diagnostics: String { "error: \(printable(description))" }
}
