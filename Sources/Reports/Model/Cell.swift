public import Diagnostics

/// What a cell of a table, or the value beside a label, holds: typed, so that each format shows it in its way.
public enum Cell: Hashable, Sendable {
  /// Text in pieces.
  case text([Phrase])
  /// A code with its classification, such as `noc2016:3012`, or another identifier.
  case code(Phrase)
  /// How many.
  case count(Int)
  /// A number with a fixed count of decimals, 0...9.
  case number(Double, decimals: Int)
  /// A share of 1, shown in percent without decimals.
  case share(Double)
  /// An amount of money with the code of its currency (ISO 4217).
  case money(Double, currency: Phrase)
  /// A day.
  case day(CalendarDate)
  /// How something stands.
  case state(Phrase, Tone)
  /// There is an answer, but nobody here knows it.
  case unknown
  /// A count that is not shown so that nobody is recognised in it.
  case suppressed
  /// There is nothing to say.
  case blank

  /// A text in the report's language; blank where it is empty.
  public static func text(_ text: String) -> Self { text.isEmpty ? .blank : .text([Phrase(text)]) }

  /// A code; blank where it is empty.
  public static func code(_ text: String) -> Self { text.isEmpty ? .blank : .code(Phrase(text)) }

  /// A count; unknown where there is none.
  public static func count(orUnknown count: Int?) -> Self { count.map { .count($0) } ?? .unknown }

  /// A day; unknown where there is none.
  public static func day(orUnknown day: CalendarDate?) -> Self { day.map { .day($0) } ?? .unknown }

  /// Whether it is a quantity, which stands to the right.
  var isQuantity: Bool {
    switch self {
    case .count, .number, .share, .money: true
    default: false
    }
  }
}

/// A label and what holds of it.
public struct KeyValue: Hashable, Sendable {
  /// The label, without a colon.
  public let label: Phrase
  /// The value.
  public let value: Cell
  /// Numbers of sources.
  public let cites: [Int]

  /// Creates an entry.
  public init(_ label: String, _ value: Cell, cites: [Int] = []) {
    self.label = Phrase(label)
    self.value = value
    self.cites = cites
  }
}

/// A table of a report.
public struct ReportTable: Hashable, Sendable {
  /// A column.
  public struct Column: Hashable, Sendable {
    /// The title.
    public let title: Phrase
    /// How much of the width it takes, as a share of the sum of all columns' weights.
    public let weight: Double
    /// Whether its cells are numbers, which stand to the right.
    public let isNumeric: Bool

    /// Creates a column.
    public init(_ title: String, weight: Double = 1, isNumeric: Bool = false) {
      self.title = Phrase(title)
      self.weight = weight
      self.isNumeric = isNumeric
    }
  }

  /// A row.
  public struct Row: Hashable, Sendable {
    /// The cells, one for each column; the first names the row.
    public let cells: [Cell]
    /// Numbers of sources of this row, if they are not those of the whole table.
    public let cites: [Int]

    /// Creates a row.
    public init(_ cells: [Cell], cites: [Int] = []) {
      self.cells = cells
      self.cites = cites
    }
  }

  /// What programs call it, in kebab case; unique in a report.
  public let id: String
  /// The caption.
  public let caption: Phrase
  /// The columns.
  public let columns: [Column]
  /// The rows.
  public let rows: [Row]
  /// Numbers of sources of the whole table.
  public let cites: [Int]

  /// Creates a table; every row must have a cell for each column.
  public init(
    _ id: String, caption: String, columns: [Column], rows: [Row], cites: [Int] = []
  ) {
    precondition(!columns.isEmpty && rows.allSatisfy { $0.cells.count == columns.count })
    self.id = id
    self.caption = Phrase(caption)
    self.columns = columns
    self.rows = rows
    self.cites = cites
  }

  /// Whether rows have sources of their own, which then stand in a last column.
  var hasRowCites: Bool { rows.contains { !$0.cites.isEmpty } }
}
