import Diagnostics
import Digests
import Ledgers

/// A row of a form that came back.
struct FormRow {
  /// What its columns hold.
  let fields: [FormColumn: String]
  /// The history it carries; empty if it carries none.
  let events: [Event]
  /// Where the row is.
  let location: SourceLocation
  /// The places of its columns in the file, from 1.
  let places: [FormColumn: Int]

  subscript(column: FormColumn) -> String { fields[column] ?? "" }

  /// The place of a column.
  func place(_ column: FormColumn) -> SourceLocation {
    SourceLocation(file: location.file, line: location.line, column: places[column] ?? 1)
  }

  func fault(_ rule: String, _ column: FormColumn, _ message: String, help: String = "") -> Finding
  {
    Finding(rule, .error, at: place(column), message, help: help)
  }
}

/// A form that came back.
public struct ReturnedForm {
  let name: String
  let rows: [FormRow]

  /// How many rows there are.
  public var count: Int { rows.count }
}
