import Diagnostics
import Tabular

/// What a table of the partnership's data has in its columns; the schema of `datasets/cmp/`.
public struct TableDefinition: Hashable, Sendable {
  /// What may stand in a column.
  public enum Kind: Hashable, Sendable {
    /// Any text.
    case text
    /// A name for the row: letters, digits, `-` and `.`.
    case identifier
    /// One of several words.
    case choice([String])
    /// A day such as `2017-10-20`.
    case day
    /// A whole number from 1 on.
    case count
    /// A number that is not negative.
    case number
    /// Lines of the report, such as `21;285-291`.
    case lines
  }

  /// A column.
  public struct Column: Hashable, Sendable {
    /// Its name in the header.
    public let name: String
    /// What may stand in it.
    public let kind: Kind
    /// Whether an empty cell is an error.
    public let isRequired: Bool
    /// What is to be written there, one sentence.
    public let help: String
  }

  /// Columns whose values have to be in another table, in rows of the same report.
  public struct Reference: Hashable, Sendable {
    /// The column.
    public let column: String
    /// The other table.
    public let table: String
    /// The column there.
    public let target: String
  }

  /// The name of the file, without `.csv`.
  public let name: String
  /// What the table holds, one sentence.
  public let help: String
  /// The columns, in the order of the file.
  public let columns: [Column]
  /// The columns that together differ in every row.
  public let key: [String]
  /// What has to exist in other tables.
  public let references: [Reference]

  /// The schema for reading the table.
  var schema: TableSchema {
    TableSchema(
      columns: columns.map { TableSchema.Column($0.name) }, key: key, allowsOtherColumns: false)
  }

  /// Creates a table: the report it is of comes first, then the columns, then where each row is from.
  init(
    _ name: String, _ help: String, key: [String], _ columns: [Column],
    references: [Reference] = []
  ) {
    let report = Column(
      name: "report", kind: .identifier, isRequired: true, help: "The report: its year.")
    let provenance = [
      Column(
        name: "source", kind: .identifier, isRequired: true,
        help: "The row of 'sources.csv' the report is."),
      Column(
        name: "as_of", kind: .text, isRequired: true,
        help: "What time the row stands for: a year, a month or a day."),
      Column(
        name: "confidence", kind: .choice(["high", "medium", "low"]), isRequired: true,
        help: "How far the row is trusted: high if printed, less if read out of the report."),
    ]
    self.name = name
    self.help = help
    self.columns = [report] + columns + provenance
    self.key = ["report"] + key
    self.references =
      (name == "reports" ? [] : [Reference(column: "report", table: "reports", target: "report")])
      + references
  }
}

extension TableDefinition.Column {
  /// A column that may be empty.
  static func optional(_ name: String, _ kind: TableDefinition.Kind, _ help: String) -> Self {
    Self(name: name, kind: kind, isRequired: false, help: help)
  }

  /// A column that is never empty.
  static func required(_ name: String, _ kind: TableDefinition.Kind, _ help: String) -> Self {
    Self(name: name, kind: kind, isRequired: true, help: help)
  }

  /// What is wrong with a value, and what to do; nothing if it may stand here.
  func fault(of value: String) -> (message: String, help: String)? {
    if value.isEmpty {
      return isRequired ? ("'\(name)' is empty", "fill it in: \(help)") : nil
    }
    let expectation: String
    switch kind {
    case .text: return nil
    case .identifier:
      let isName = value.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || (0x30...0x39).contains($0.value))
          || $0 == "-" || $0 == "."
      }
      if isName { return nil }
      expectation = "use letters, digits, '-' and '.' only"
    case .choice(let words):
      if words.contains(value) { return nil }
      expectation = "use one of \(words.joined(separator: ", "))"
    case .day:
      if CalendarDate(value) != nil { return nil }
      expectation = "write a day of the calendar such as 2017-10-20"
    case .count:
      if let number = Int(value), number > 0 { return nil }
      expectation = "write a whole number from 1 on"
    case .number:
      if let number = Double(value), number.isFinite, number >= 0,
        value.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E })
      {
        return nil
      }
      expectation = "write a number with digits and a point only, such as 351869 or 2.5"
    case .lines:
      if ReportLines(value) != nil { return nil }
      expectation = "write lines of the report such as 21 or 21;285-291"
    }
    return ("'\(value)' cannot stand in '\(name)'", expectation)
  }
}
