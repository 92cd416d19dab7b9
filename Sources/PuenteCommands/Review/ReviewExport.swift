public import CommandLineKit
import Diagnostics
import Glibc
import Ledgers
import Rendering
import Reviews
public import Spreadsheets
import Tabular

/// `puente review export`: writes a feedback form.
struct ReviewExport: Command {
  static let name = "review export"
  static let abstract =
    "Write a feedback form for a government: the pairs, the evidence, columns to fill in."
  static let discussion = """
    The form carries the history of each pair, so that the other government's Puente knows it when it imports \
    the file. XLSX has lists to choose from; CSV is for any spreadsheet; SSSOM and JSON are for programs. Only \
    agreed pairs are equivalences in SSSOM.
    """

  /// The formats of a form.
  enum Form: String, CaseIterable, ArgumentValue { case csv, xlsx, sssom, json }

  var format = Form.csv
  var side: Side?
  var output = "-"
  var filter = FilterOptions()
  var review = ReviewOptions()

  static var parameters: [Parameter<Self>] {
    [
      .requiredOption(
        "--for", to: \.side, placeholder: "government", help: "The government that fills it in."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the file."),
      .option(
        "--output", to: \.output, placeholder: "file",
        help: "Where to write it; '-' is standard output.", completion: .file),
    ] + FilterOptions.parameters(at: \.filter) + ReviewOptions.parameters(at: \.review)
  }

  static var examples: [Example] {
    [
      Example(
        "puente review export --for canada --format xlsx --output canada.xlsx",
        "Write the workbook that Canada fills in."),
      Example(
        "puente review export --for mexico --format json --output all.json",
        "Write everything for the other ledger."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    guard let side else { return .usage }
    guard format != .xlsx || output != "-" || !console.isOutputTerminal else {
      throw UsageError("a workbook is not for a terminal: name a file with '--output'")
    }
    let catalogue = try review.data.catalogue()
    let desk = try review.desk(catalogue, console)
    let links = try desk.links(try filter.filter(catalogue, on: review.day))
    let evidence = PairEvidence(catalogue)
    let form = try FeedbackForm(
      links, for: side, on: review.day, from: desk, evidence: evidence.short)
    let bytes = try bytes(of: form)
    if output == "-" {
      try StandardOutput.write(bytes, console)
    } else {
      try AtomicFile.write(bytes, to: output)
      let pairs = form.count == 1 ? "1 pair" : "\(grouped(form.count)) pairs"
      console.writeDiagnostic("wrote \(pairs) for \(side.name) to \(echoed(output))\n")
    }
    return form.count == 0 ? .negative : .success
  }

  private func bytes(of form: FeedbackForm) throws -> [UInt8] {
    switch format {
    case .csv: return form.csv()
    case .sssom: return form.sssom()
    case .json: return try form.json()
    case .xlsx:
      return try TemporaryFile.bytes { path in
        try WorkbookWriter.write(
          form.sheets(), title: "Pairs under review, for \(form.side.name)", to: path)
      }
    }
  }
}

/// Bytes on standard output.
enum StandardOutput {
  static func write(_ bytes: [UInt8], _ console: Console) throws {
    if let text = String(validating: bytes, as: UTF8.self) {
      console.write(text)
    } else {
      try AtomicFile.write(bytes, to: "/dev/stdout")
    }
  }
}

/// A file for what libraries can write to a file alone.
enum TemporaryFile {
  /// The bytes that a function writes to a file that is not there yet.
  static func bytes(_ write: (String) throws -> Void) throws -> [UInt8] {
    var name = unsafe Array(
      "\(getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp")/puente-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&name) != nil else {
      throw FileError("make", "a temporary folder", reason: "the system refuses")
    }
    let folder = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let path = "\(folder)/file"
    defer {
      unsafe unlink(path)
      unsafe rmdir(folder)
    }
    try write(path)
    return try WholeFile.read(path)
  }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension SpreadsheetError: ReportedError {
  public var diagnostics: String { "error: \(printable(description))" }
}
