public import Tabular

/// What a table of facts has in its columns: its schema, which its check and its documentation share.
public struct TableDefinition: Hashable, Sendable {
  /// A column.
  public struct Column: Hashable, Sendable {
    /// Its name in the header.
    public let name: String
    /// What may stand in it.
    public let kind: CellKind
    /// Whether an empty cell is an error.
    public let isRequired: Bool
    /// What is to be written there, one sentence.
    public let help: String

    /// A column that may be empty.
    public static func optional(_ name: String, _ kind: CellKind, _ help: String) -> Self {
      Self(name: name, kind: kind, isRequired: false, help: help)
    }

    /// A column that is never empty.
    public static func required(_ name: String, _ kind: CellKind, _ help: String) -> Self {
      Self(name: name, kind: kind, isRequired: true, help: help)
    }
  }

  /// Columns whose values have to be in another table.
  public struct Reference: Hashable, Sendable {
    /// The column.
    ///
    /// Where its kind is a list, each of its values has to be there.
    public let column: String
    /// The other table.
    public let table: String
    /// The column there.
    public let target: String
    /// A word that may stand in the place of a value, such as `ALL`.
    public let wildcard: String?

    /// Creates a reference.
    public init(column: String, table: String, target: String, wildcard: String? = nil) {
      self.column = column
      self.table = table
      self.target = target
      self.wildcard = wildcard
    }
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
  /// The column, here and in every other table, within which references are looked up; `nil` if they are
  /// looked up among all rows.
  public let scope: String?

  /// Creates a table.
  public init(
    _ name: String, _ help: String, columns: [Column], key: [String],
    references: [Reference] = [], scope: String? = nil
  ) {
    self.name = name
    self.help = help
    self.columns = columns
    self.key = key
    self.references = references
    self.scope = scope
  }

  /// The schema for reading the table.
  public var schema: TableSchema {
    TableSchema(
      columns: columns.map { TableSchema.Column($0.name) }, key: key, allowsOtherColumns: false)
  }

  /// The column of a name.
  public func column(_ name: String) -> Column? { columns.first { $0.name == name } }
}
