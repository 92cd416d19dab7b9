public import Diagnostics
public import Tabular

/// A row of a table of facts.
public struct FactRow: Sendable {
  /// The table.
  public let definition: TableDefinition
  /// The texts in the order of the definition's columns.
  public private(set) var values: [String]
  private let origin: Table.Row

  /// Takes a row of a file.
  public init(_ row: Table.Row, _ definition: TableDefinition) {
    self.definition = definition
    values = definition.columns.map { row[$0.name] }
    origin = row
  }

  /// The text of a column; empty if the table has none of that name.
  public subscript(name: String) -> String {
    get { index(of: name).map { values[$0] } ?? "" }
    set { if let index = index(of: name) { values[index] = newValue } }
  }

  /// The text of a column, or nothing if it is empty: unknown is not "none".
  public func text(_ name: String) -> String? {
    let text = self[name]
    return text.isEmpty ? nil : text
  }

  /// The values of a column that has several with semicolons between; none if it is empty.
  public func list(_ name: String) -> [String] {
    let text = self[name]
    return text.isEmpty ? [] : CellKind.parts(text)
  }

  /// The place of a column.
  public func location(of name: String) -> SourceLocation { origin.location(of: name) }

  private func index(of name: String) -> Int? {
    definition.columns.firstIndex { $0.name == name }
  }
}
