import CommandLineKit
import Diagnostics
import FoundationEssentials
import Partnership
import ReferenceData
import Tabular

/// `puente cmp import`: adds an annual report from a folder of CSV files.
struct CMPImport: Command {
  static let name = "cmp import"
  static let abstract = "Add another year's report from a folder of CSV files."
  static let discussion = """
    The folder has the tables that 'puente cmp template' writes, filled in. Everything is checked before \
    anything is written: columns, names that others refer to, dates, lines of the report. All faults are \
    shown with their place; a folder with any fault changes nothing. Dates may be left to Puente: give the \
    printed words and leave 'earliest', 'latest', 'precision' and 'certainty' empty. A source that \
    'datasets/sources.csv' does not have is described in 'sources.csv' beside the tables.
    """

  var folder = ""
  var replaces = false
  var dryRun = false
  var dataFolder: String?

  static var parameters: [Parameter<Self>] {
    [
      .argument(
        "folder", to: \.folder, help: "The folder with the tables.", completion: .directory),
      .flag(
        "--replace", to: \.replaces, help: "Put the reports in the place of those of the same name."
      ),
      .flag("--dry-run", to: \.dryRun, help: "Check the folder and say what would be added."),
      .option(
        "--data", to: \.dataFolder, placeholder: "folder",
        help: "Folder with 'datasets' and 'crosswalks', instead of the one found.",
        completion: .directory),
    ]
  }

  static var examples: [Example] {
    [
      Example("puente cmp import cmp-2018 --dry-run", "Check the report of 2018."),
      Example("puente cmp import cmp-2018", "Add it."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    var data = DataOptions()
    data.folder = dataFolder
    let directory = try data.directory()
    let target = directory.file("datasets/cmp")
    let list = try SourceList(directory, adding: folder)
    let context = PartnershipImport.Context(
      folder: folder, files: try Self.files(in: folder), target: target, sources: list.known,
      replaces: replaces)
    let new = try PartnershipImport(context, isThere: fileExists)
    for remark in new.remarks { console.writeDiagnostic("\(remark)\n") }
    for (table, rows) in new.counts where rows > 0 { console.write("\(rows)\t\(table)\n") }
    let name = "the report of \(new.reports.joined(separator: ", "))"
    guard !dryRun else {
      console.writeDiagnostic("\(name) has no fault; nothing was written\n")
      return .success
    }
    if !fileExists(target) {
      do {
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
      } catch {
        throw FileError("make", target, reason: "the folder cannot be made")
      }
    }
    if let bytes = list.merged { try AtomicFile.write(bytes, to: list.path) }
    try new.install()
    console.writeDiagnostic("\(name) was added to \(target)\n")
    return .success
  }

  private static func files(in folder: String) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw FileError("read", folder, reason: "it is no folder, or it may not be read")
    }
  }
}

/// The list of sources with those that an import brings.
private struct SourceList {
  let path: String
  /// The names of all sources.
  let known: Set<String>
  /// The list with the new sources; `nil` if there is none.
  let merged: [UInt8]?

  private static let columns = [
    "id", "publisher", "title", "published", "licence", "as_of", "confidence", "note",
  ]

  init(_ directory: DataDirectory, adding folder: String) throws {
    path = directory.file("datasets/sources.csv")
    let schema = TableSchema(
      columns: Self.columns.map { .required($0) }, key: ["id"], allowsOtherColumns: false)
    let old = try Table.load(path: path, schema: schema)
    let names = Set(old.rows.map { $0["id"] })
    let file = "\(folder)/sources.csv"
    guard fileExists(file) else {
      known = names
      merged = nil
      return
    }
    let new = try Table.load(path: file, schema: schema)
    let licences = Set(
      try Table.load(path: directory.file("datasets/licences.csv")).rows.map { $0["id"] })
    let faults = new.rows.flatMap { row in
      Self.columns.compactMap { column -> Finding? in
        if column == "licence", !licences.contains(row[column]) {
          return Finding(
            "unknown-reference", .error, at: row.location(of: column),
            "there is no licence '\(row[column])'",
            help: "use one of \(licences.sorted().joined(separator: ", "))")
        }
        guard row[column].isEmpty, !["published", "note"].contains(column) else { return nil }
        return Finding(
          "missing-value", .error, at: row.location(of: column), "'\(column)' is empty",
          help: "fill it in as the rows of 'datasets/sources.csv' do")
      }
    }
    if !faults.isEmpty { throw InvalidInput(faults) }
    let added = new.rows.filter { !names.contains($0["id"]) }
    known = names.union(added.map { $0["id"] })
    guard !added.isEmpty else {
      merged = nil
      return
    }
    var writer = CSVWriter()
    writer.write(old.columns)
    for row in old.rows { writer.write(row.values) }
    for row in added { writer.write(old.columns.map { row[$0] }) }
    merged = writer.bytes
  }
}
