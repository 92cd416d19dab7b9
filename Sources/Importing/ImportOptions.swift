public import Classifications
public import Diagnostics
public import Tabular

/// How a publisher's file is to be read.
public struct ImportOptions: Hashable, Sendable {
  /// Columns that the user named, by role.
  public var columns: [String: String] = [:]
  /// The language of titles where the header does not say it.
  public var language: Language?
  /// Codes whose rows are left out, such as the range rows `01-09` of a concordance.
  public var excludedCodes: Set<String> = []
  /// Whether the file pads aggregates with zeros on the right; otherwise it may have lost zeros on the
  /// left.
  ///
  /// No file is read with both repairs.
  public var cutsPadding = false
  /// Whether a blank source cell stands for the cell above it, as in a sheet with merged cells;
  /// otherwise it says that the target is new.
  public var carriesMergedCells = false
  /// Whether a blank cell says that nothing corresponds; otherwise words have to say so.
  public var blankMeansNone = false
  /// Whether the file's codes are of all levels; otherwise they are unit groups.
  public var mixesLevels = false
  /// Whether a code may stand on several rows, of which the first counts, as where a code list is taken
  /// from a concordance.
  public var takesFirstOfEqualCodes = false
  /// New names for the kinds of titles a file names, each with the source of titles of that kind where
  /// it is another than that of the file.
  public var titleKinds: [String: TitleKind] = [:]
  /// How the bytes are to be read.
  public var encoding = CSVOptions.Encoding.detected

  /// Creates the usual options.
  public init() {}

  var csv: CSVOptions {
    var options = CSVOptions()
    options.encoding = encoding
    options.maximumFindings = 1_000
    return options
  }
}

/// Reads a publisher's file, whose columns may share names.
func publishersTable(
  path: String, _ options: ImportOptions
) throws -> (table: Table, findings: [Finding]) {
  let any = TableSchema(columns: [], allowsRepeatedColumns: true)
  var (table, findings) = try Table.read(path: path, schema: any, options: options.csv)
  if table.isWindows1252, options.encoding == .detected {
    findings.append(
      Finding(
        "encoding", .note, at: SourceLocation(file: table.name, line: 1, column: 1),
        "the file is not UTF-8, and was read as Windows-1252", suggestions: ["windows-1252"]))
  }
  return (table, findings)
}

/// What titles are called in `datasets/titles/`, and where they come from.
public struct TitleKind: Hashable, Sendable {
  /// The kind, such as `group`.
  public let name: String
  /// The row of `sources.csv`; `nil` for that of the file.
  public let source: String?

  /// Creates a kind.
  public init(name: String, source: String?) {
    self.name = name
    self.source = source
  }
}

/// What an import made of a file.
public struct Import<Content: Sendable>: Sendable {
  /// What was read.
  public let content: Content
  /// What was repaired or left out, as notes, each with its place in the publisher's file.
  public let log: [Finding]
}
