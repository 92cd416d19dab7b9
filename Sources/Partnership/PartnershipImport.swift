public import Diagnostics
import FactTables
import Tabular

/// Reports that are to be added to the partnership's data, read from a folder and checked.
///
/// The folder has tables in the schema of `datasets/cmp/` (``FactTables/TableDefinition/partnership``). All of it is taken
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
  /// The files as they are to be, by their names.
  let files: [(name: String, bytes: [UInt8])]
  private let target: String

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
    var new = try FactTables(
      TableDefinition.partnership, folder: context.folder, options: options, isThere: isThere)
    guard new.names.contains("reports") else {
      throw FileError(
        "find", "\(context.folder)/reports.csv",
        reason: "it has to name the report; 'puente cmp template' writes the files to fill in")
    }
    if new["reports"].isEmpty, !new.findings.containsErrors {
      throw FileError(
        "import", "\(context.folder)/reports.csv",
        reason: "it has no row; a report is described in its first one")
    }
    let old = try FactTables(
      TableDefinition.partnership, folder: context.target, isThere: isThere)
    if old.findings.containsErrors { throw InvalidInput(old.findings) }
    var remarks = Self.resolveDates(&new)
    let faults =
      Self.strangers(context) + TableCheck(tables: new).findings()
      + Self.reportFaults(new, old: old, replaces: context.replaces)
      + Self.sourceFaults(new, sources: context.sources)
    if faults.containsErrors { throw InvalidInput(faults) }
    remarks += Self.meetingRemarks(new, old: old)
    self.remarks = remarks
    reports = new["reports"].map { $0["report"] }
    counts = TableDefinition.partnership.map { ($0.name, new[$0.name].count) }
    let kept = old.reportNames.subtracting(reports)
    target = context.target
    files = TableDefinition.partnership.map { definition in
      let rows = old[definition.name].filter { kept.contains($0["report"]) } + new[definition.name]
      return ("\(definition.name).csv", Self.csv(definition, rows))
    }
  }

  /// Writes the tables, all in one step: at every moment the folder has all of the import or nothing
  /// of it, even if the process is killed.
  ///
  /// - Throws: `FileError` if they cannot be written; the folder is then as it was.
  public func install() throws(FileError) {
    try AtomicFolder.write(files, to: target)
  }

  /// A table as CSV.
  static func csv(_ definition: TableDefinition, _ rows: [FactRow]) -> [UInt8] {
    var writer = CSVWriter()
    writer.write(definition.columns.map(\.name))
    for row in rows { writer.write(row.values) }
    return writer.bytes
  }
}
