import Classifications
import CommandLineKit
import Diagnostics
import Importing
import ReferenceData
import Tabular

/// What the import commands share: how to read the publisher's file, and where the result goes.
struct ImportFileOptions: ParameterGroup {
  enum Encoding: String, CaseIterable, ArgumentValue {
    case auto
    case utf8
    case windows1252 = "windows-1252"
  }

  var columns: [String] = []
  var exclude: [String] = []
  var encoding = Encoding.auto
  var cutPadding = false
  var dryRun = false
  var output: String?
  var log: String?

  static var parameters: [Parameter<Self>] {
    [
      .option(
        "--column", to: \.columns, placeholder: "role=header",
        help: "Say which column is which, such as 'code=Clave'."
      ),
      .option(
        "--exclude", to: \.exclude, placeholder: "code",
        help: "Leave out the rows of a code; the log says so."
      ),
      .option(
        "--encoding", to: \.encoding, placeholder: "encoding", help: "How the file is encoded."),
      .flag(
        "--cut-padding", to: \.cutPadding,
        help:
          "Cut the zeros that pad aggregates (1340 for group 134), instead of restoring lost leading zeros."
      ),
      .flag("--dry-run", to: \.dryRun, help: "Check the file and show the log, but write nothing."),
      .option(
        "--output", to: \.output, placeholder: "file",
        help: "Write there instead of into the data folder; '-' is standard output.",
        completion: .file
      ),
      .option(
        "--log", to: \.log, placeholder: "file", help: "Add the log to this CSV file.",
        completion: .file),
    ]
  }

  /// The options for the importers.
  func options() throws -> ImportOptions {
    var options = ImportOptions()
    for text in columns {
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else {
        throw UsageError("\(echoed(text)) is not of the form 'role=header'")
      }
      options.columns[String(parts[0])] = String(parts[1])
    }
    options.excludedCodes = Set(exclude)
    options.cutsPadding = cutPadding
    options.encoding =
      switch encoding {
      case .auto: .detected
      case .utf8: .utf8
      case .windows1252: .windows1252
      }
    return options
  }

  /// Writes what an import made, then its log, which does not grow by an import that was not written.
  func finish(
    _ bytes: [UInt8], from file: String, log findings: [Finding], to path: String, summary: String,
    _ console: Console
  ) throws -> ExitCode {
    for finding in findings { console.writeDiagnostic("\(finding)\n") }
    if !dryRun {
      let record = try log.map { try logged(findings, of: file, in: $0, target: path) }
      if output == "-" {
        console.write(String(decoding: bytes, as: UTF8.self))
      } else {
        try AtomicFile.write(bytes, to: output ?? path)
      }
      if let log, let record { try AtomicFile.write(record, to: log) }
    }
    let target = output == "-" ? "to standard output" : output ?? path
    let done = dryRun ? "nothing was written" : "wrote \(target)"
    console.writeDiagnostic("\(summary), \(findings.count) remarks; \(done)\n")
    return .success
  }

  /// The log of one import with those of others that a file holds, as CSV.
  private func logged(
    _ findings: [Finding], of file: String, in path: String, target: String
  ) throws -> [UInt8] {
    let columns = ["target", "file", "line", "rule", "message", "value"]
    func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
    var rows: [[String]] = []
    if fileExists(path) {
      let table = try Table.load(
        path: path, schema: TableSchema(columns: columns.map { .required($0) }))
      rows = table.rows.map { row in columns.map { row[$0] } }.filter {
        $0[0] != name(target) || $0[1] != name(file)
      }
    }
    rows += findings.map { finding in
      [
        name(target), name(finding.location?.file ?? file),
        finding.location.map { String($0.line) } ?? "", finding.rule, finding.message,
        finding.suggestions.first ?? "",
      ]
    }
    var writer = CSVWriter()
    writer.write(columns)
    for row in rows { writer.write(row) }
    return writer.bytes
  }
}
