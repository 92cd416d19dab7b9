/// A sheet of a workbook that was read: the texts of its cells.
public struct ReadSheet: Hashable, Sendable {
  /// A row that has cells.
  public struct Row: Hashable, Sendable {
    /// The number of the row as a spreadsheet shows it, from 1.
    public let number: Int
    /// The texts, from the first column on; empty where there is no cell.
    ///
    /// A number stands as the file has it, in the notation of XML; a formula is its last result.
    public let texts: [String]
  }

  /// The name.
  public let name: String
  /// The rows.
  public let rows: [Row]
  /// Whether days are counted from 1904-01-01 rather than from 1900.
  public let countsFrom1904: Bool

  /// The name of a column as a spreadsheet shows it, such as `AB`.
  public static func columnName(_ index: Int) -> String {
    var rest = index
    var name = ""
    while true {
      name = String(UnicodeScalar(UInt8(65 + rest % 26))) + name
      rest = rest / 26 - 1
      if rest < 0 { return name }
    }
  }
}

/// The most that a workbook may have to be read.
public struct SpreadsheetLimits: Hashable, Sendable {
  /// The parts of the archive.
  public var parts = 500
  /// The bytes of all parts that are read, unpacked.
  public var bytes = 256 << 20
  /// The cells of all sheets.
  public var cells = 4_000_000
  /// The depth of elements in elements.
  public var depth = 64

  /// The limits that are used unless others are given.
  public init() {}
}
