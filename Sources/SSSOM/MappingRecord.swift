public import Diagnostics

/// A mapping of a set: a view of one row, which costs nothing to copy.
public struct MappingRecord: Sendable {
  let table: MappingTable

  /// The index of the mapping in its set.
  public let index: Int

  /// The text of a slot as the row has it; empty if it has none.
  public subscript(slot: Slot) -> String { table.pool[table.cell(index, slot)] }

  /// The text of a column by its index.
  public subscript(column column: Int) -> String { table.pool[table.cell(index, column)] }

  /// The text of a column by its name, as for extensions; empty if there is no such column.
  public subscript(name: String) -> String {
    table.columns.firstIndex { $0.name == name }.map { self[column: $0] } ?? ""
  }

  /// The text of a slot: of the row, or what the set says for all its mappings.
  ///
  /// What the set says does not count where any of its mappings has a value of its own: so SSSOM
  /// defines propagation.
  public func value(of slot: Slot) -> String {
    let text = self[slot]
    return text.isEmpty ? table.propagated(slot) : text
  }

  /// The values of a multivalued slot: of the row, or what the set says for all its mappings.
  public func values(of slot: Slot) -> [String] {
    let text = value(of: slot)
    if text.isEmpty { return [] }
    return slot.isMultivalued ? MultiValue.split(text) : [text]
  }

  /// Whether the mapping is denied: `predicate_modifier` is `Not`.
  public var isNegated: Bool { self[.predicateModifier] == Vocabulary.negation }

  /// The line on which the row begins; 0 if it was not read from a file.
  public var line: Int { table.lines.isEmpty ? 0 : Int(table.lines[index]) }

  /// The place of a slot, or of the row if the slot has no column.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the row.
  public func location(of slot: Slot) -> SourceLocation? {
    table.location(row: index, slot: slot)
  }

  /// The place of a column by its index.
  public func location(ofColumn column: Int) -> SourceLocation? {
    table.location(row: index, column: column)
  }
}
