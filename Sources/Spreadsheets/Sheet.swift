/// A sheet of a workbook to write.
public struct Sheet: Sendable {
  /// A column.
  public struct Column: Hashable, Sendable {
    /// The title, in the first row.
    public var title: String
    /// The width, in characters.
    public var width: Double
    /// Whether the column is for others to fill in: it is coloured and not locked.
    public var isOpen: Bool
    /// Whether the column is hidden.
    public var isHidden: Bool
    /// Whether texts that are numbers, such as `-1234.5`, are written as numbers, to be calculated with.
    public var isNumeric: Bool

    /// Creates a column.
    public init(
      _ title: String, width: Double = 12, isOpen: Bool = false, isHidden: Bool = false,
      isNumeric: Bool = false
    ) {
      self.title = title
      self.width = width
      self.isOpen = isOpen
      self.isHidden = isHidden
      self.isNumeric = isNumeric
    }
  }

  /// What may be chosen in cells that follow one another in a column.
  public struct Choices: Hashable, Sendable {
    /// The column, counted from 0.
    public var column: Int
    /// The first row below the titles, counted from 0.
    public var firstRow: Int
    /// The last row.
    public var lastRow: Int
    /// The texts; together at most 255 characters, a comma between them.
    public var texts: [String]
    /// What is shown when something else is typed.
    public var help: String

    /// Creates choices.
    public init(column: Int, firstRow: Int, lastRow: Int, texts: [String], help: String) {
      self.column = column
      self.firstRow = firstRow
      self.lastRow = lastRow
      self.texts = texts
      self.help = help
    }
  }

  /// The name, at most 31 characters, none of `[]:*?/\`.
  public var name: String
  /// The columns.
  public var columns: [Column]
  /// The rows, each with at most as many texts as there are columns.
  public var rows: [[String]]
  /// What may be chosen where.
  public var choices: [Choices]
  /// Whether the sheet itself is hidden.
  public var isHidden: Bool
  /// Whether cells that are not for others to fill in are locked against slips.
  public var isLocked: Bool

  /// Creates a sheet.
  public init(
    _ name: String, columns: [Column], rows: [[String]], choices: [Choices] = [],
    isHidden: Bool = false, isLocked: Bool = true
  ) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.choices = choices
    self.isHidden = isHidden
    self.isLocked = isLocked
  }

  /// The most characters (UTF-16 code units) that a cell can hold.
  public static let longestText = 32_767
}

/// A workbook that cannot be written or read.
public struct SpreadsheetError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, as it was named.
  public let file: String
  /// What is wrong, without a full stop.
  public let problem: String

  /// Creates an error.
  public init(file: String, problem: String) {
    self.file = file
    self.problem = problem
  }

  /// The message.
  public var description: String { "\(file): \(problem)" }
}
