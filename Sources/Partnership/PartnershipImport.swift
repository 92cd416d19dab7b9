public import Diagnostics
import Tabular

/// Reports that are to be added to the partnership's data, read from a folder and checked.
///
/// The folder has tables in the schema of `datasets/cmp/` (``TableDefinition/all``). All of it is taken
/// over or nothing: any fault is thrown with every other.
public struct PartnershipImport: Sendable {
  /// Where an import is from and what is known where it goes.
  public struct Context: Sendable {
    /// The folder with the new tables.
    public var folder: String
    /// The names of the files in it.
    public var files: [String]
    /// The folder that holds the data, `datasets/cmp`; it need not be there.
    public var target: String
    /// The sources that rows may name.
    public var sources: Set<String>
    /// Whether reports that are there already are replaced.
    public var replaces: Bool

    /// Creates a context.
    public init(
      folder: String, files: [String], target: String, sources: Set<String>, replaces: Bool
    ) {
      self.folder = folder
      self.files = files
      self.target = target
      self.sources = sources
      self.replaces = replaces
    }
  }

  /// The reports that are added.
  public let reports: [String]
  /// How many rows are added, by table, in the order of the tables.
  public let counts: [(table: String, rows: Int)]
  /// What is worth a look, though no fault.
  public let remarks: [Finding]
  /// The files as they are to be, each with its bytes; the list of reports comes last.
  let files: [(path: String, bytes: [UInt8])]
  /// The list of reports without those that are replaced; `nil` if none is.
  let withdrawal: [UInt8]?

  /// Reads and checks a folder.
  ///
  /// - Parameters:
  ///   - context: Where it is from and goes.
  ///   - isThere: Whether a file can be read.
  /// - Throws: `InvalidInput` with every fault, `FileError` if a file cannot be read.
  public init(_ context: Context, isThere: (String) -> Bool) throws {
    // Spreadsheets write Windows-1252 where nobody tells them not to.
    var options = CSVOptions()
    options.encoding = .detected
    var new = try PartnershipTables(
      folder: context.folder, options: options, isThere: isThere)
    guard new.names.contains("reports") else {
      throw FileError(
        "find", "\(context.folder)/reports.csv",
        reason: "it has to name the report; 'puente cmp template' writes the files to fill in")
    }
    var old = try PartnershipTables(folder: context.target, isThere: isThere)
    if old.findings.containsErrors { throw InvalidInput(old.findings) }
    old.leaveOutUnlisted()
    var remarks = Self.resolveDates(&new)
    let faults =
      Self.strangers(context) + TableCheck(tables: new).findings()
      + Self.reportFaults(new, old: old, replaces: context.replaces)
      + Self.sourceFaults(new, sources: context.sources)
    if faults.containsErrors { throw InvalidInput(faults) }
    remarks += Self.meetingRemarks(new, old: old)
    self.remarks = remarks
    reports = new["reports"].map { $0["report"] }
    counts = TableDefinition.all.map { ($0.name, new[$0.name].count) }
    let kept = old.reports.subtracting(reports)
    let merged = TableDefinition.all.map { definition in
      (
        path: "\(context.target)/\(definition.name).csv",
        bytes: Self.csv(
          definition,
          old[definition.name].filter { kept.contains($0["report"]) } + new[definition.name])
      )
    }
    files = Array(merged.dropFirst() + merged.prefix(1))
    withdrawal =
      kept.count == old.reports.count
      ? nil
      : TableDefinition.named("reports").map {
        Self.csv($0, old["reports"].filter { kept.contains($0["report"]) })
      }
  }

  /// Writes the tables.
  ///
  /// The list of reports is written last, and rows of a report that is not in it do not count; so whoever
  /// reads sees all of an import or nothing, even if it is cut off. Where one fails, the files that were
  /// written are put back.
  ///
  /// - Throws: `FileError` if a file cannot be written.
  public func install() throws(FileError) {
    guard let list = files.last else { return }
    var written: [(path: String, bytes: [UInt8])] = []
    do throws(FileError) {
      if let withdrawal {
        let bytes = try WholeFile.read(list.path)
        try AtomicFile.write(withdrawal, to: list.path)
        written.append((list.path, bytes))
      }
      for file in files {
        let before = try? WholeFile.read(file.path)
        try AtomicFile.write(file.bytes, to: file.path)
        if let before { written.append((file.path, before)) }
      }
    } catch {
      for file in written.reversed() { try? AtomicFile.write(file.bytes, to: file.path) }
      throw error
    }
  }

  /// A table as CSV.
  static func csv(_ definition: TableDefinition, _ rows: [PartnershipRow]) -> [UInt8] {
    var writer = CSVWriter()
    writer.write(definition.columns.map(\.name))
    for row in rows { writer.write(row.values) }
    return writer.bytes
  }
}
