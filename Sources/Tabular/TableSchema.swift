/// The columns that a table has to have.
///
/// ```swift
/// TableSchema(columns: [.required("noc2016"), .optional("note")], key: ["noc2016"])
/// ```
public struct TableSchema: Hashable, Sendable {
  /// A column that a table has to have or may have.
  public struct Column: Hashable, Sendable {
    /// The name, as it stands in the header.
    public var name: String

    /// Whether a table without it is a fault.
    public var isRequired: Bool

    /// Creates a column.
    public init(_ name: String, isRequired: Bool = true) {
      self.name = name
      self.isRequired = isRequired
    }

    /// A column that a table has to have.
    public static func required(_ name: String) -> Self { Self(name) }

    /// A column that a table may have.
    public static func optional(_ name: String) -> Self { Self(name, isRequired: false) }
  }

  /// The columns; rows are asked for fields by index in this order.
  public let columns: [Column]

  /// The names of the columns that together differ in every row; none if rows may be equal.
  public let key: [String]

  /// Whether a table may have columns of other names.
  public let allowsOtherColumns: Bool

  /// Whether two columns may have one name, as in publishers' tables with a title column on each side.
  ///
  /// A name then stands for the first of them; the others are reached by index.
  public let allowsRepeatedColumns: Bool

  /// Creates a schema.
  ///
  /// - Parameters:
  ///   - columns: The columns, of different names.
  ///   - key: Names out of these columns.
  ///   - allowsOtherColumns: Whether a table may have columns of other names.
  ///   - allowsRepeatedColumns: Whether two columns of a table may have one name.
  public init(
    columns: [Column], key: [String] = [], allowsOtherColumns: Bool = true,
    allowsRepeatedColumns: Bool = false
  ) {
    let names = Set(columns.map(\.name))
    precondition(names.count == columns.count, "two columns of one name")
    precondition(names.isSuperset(of: key), "a key column that is not a column")
    self.columns = columns
    self.key = key
    self.allowsOtherColumns = allowsOtherColumns
    self.allowsRepeatedColumns = allowsRepeatedColumns
  }
}
