import Classifications
import Rendering
import Tabular

/// Writes the tables of a report as CSV for spreadsheets: UTF-8 with a mark, formulas guarded against.
public enum CSVReport {
  /// The identifiers of the tables of a report, in order.
  public static func tables(of document: Document) -> [String] { document.tables.map(\.id) }

  /// The text of the tables.
  ///
  /// - Parameters:
  ///   - document: The report.
  ///   - id: The identifier of the only table to write; `nil` for all, each with its caption in a line above it
  ///     and an empty line below it.
  /// - Returns: The text; `nil` if the report has no such table.
  public static func text(_ document: Document, table id: String? = nil) -> String? {
    let wording = Wording(document.language)
    var writer = CSVWriter(
      style: .init(lineEnding: .crlf, guardsFormulas: true, startsWithByteOrderMark: true))
    let tables = document.tables.filter { id == nil || $0.id == id }
    guard id == nil || !tables.isEmpty else { return nil }
    for (index, table) in tables.enumerated() {
      let grid = TableGrid(table, wording)
      if id == nil {
        if index > 0 { writer.write([""]) }
        writer.write([table.caption.text])
      }
      writer.write(grid.titles)
      for row in grid.rows { writer.write(row.map(\.text)) }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// A table as texts for spreadsheets, where a number stays a number.
struct TableGrid {
  /// A text, and whether it is a number in the notation of programs.
  struct Field {
    let text: String
    let isNumber: Bool
  }

  /// The titles of the columns.
  let titles: [String]
  /// The fields of the rows.
  let rows: [[Field]]

  init(_ table: ReportTable, _ wording: Wording) {
    let isCited = !table.cites.isEmpty || table.hasRowCites
    titles = table.columns.map(\.title.text) + (isCited ? [wording.say(\.common.source)] : [])
    rows = table.rows.map { row in
      let cites = row.cites.isEmpty ? table.cites : row.cites
      let fields = row.cells.map { Self.field($0, wording) }
      let numbers = wording.marks(cites)
      return fields + (isCited ? [Field(text: numbers, isNumber: false)] : [])
    }
  }

  private static func field(_ cell: Cell, _ wording: Wording) -> Field {
    switch cell {
    case .count(let count): Field(text: "\(count)", isNumber: true)
    case .number(let number, let decimals):
      Field(text: fixed(number, decimals: decimals), isNumber: true)
    case .share(let share): Field(text: fixed(share, decimals: 4), isNumber: true)
    default: Field(text: wording.text(cell), isNumber: false)
    }
  }
}
