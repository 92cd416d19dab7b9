import Diagnostics

extension SetCheck {
  /// Compares declared cardinalities with those that the mappings come to.
  mutating func checkCardinalities() {
    guard let column = table.column(of: .mappingCardinality) else { return }
    let ofSet = table.propagated(.cardinalityScope)
    var counts: [UInt32: (count: CardinalityCount, text: String)] = [:]
    for row in 0..<table.rowCount {
      let number = table.cell(row, column)
      guard number != 0 else { continue }
      let scope = table.cell(row, .cardinalityScope)
      if counts[scope] == nil {
        let text = scope == 0 ? ofSet : table.pool[scope]
        let slots = MultiValue.split(text).compactMap { Slot(name: $0) }
        counts[scope] = (CardinalityCount(table, scope: slots), text)
      }
      guard let (count, text) = counts[scope], let actual = count.cardinality(row) else { continue }
      let declared = table.pool[number]
      guard declared != actual, Vocabulary.cardinalities.contains(declared) else { continue }
      findings.add(
        .cardinalityMismatch, at: place(row: row, column: column),
        "the cardinality is declared as '\(declared)', but it is '\(actual)'"
          + (text.isEmpty ? "" : " within the same \(text.quoted)"),
        suggestions: [actual]
      )
    }
  }
}

extension MappingSet {
  /// The cardinality of each mapping, as SSSOM defines it.
  ///
  /// - Parameter scope: The slots in which mappings must agree to be counted together.
  /// - Returns: The cardinalities in the order of the mappings.
  /// - Complexity: O(*n*), where *n* is the number of mappings.
  public func cardinalities(scope: [Slot] = []) -> [String] {
    let count = CardinalityCount(table, scope: scope)
    let noTerm = table.pool.number(of: Vocabulary.noTermFound) ?? .max
    return (0..<table.rowCount).map { row in
      if let cardinality = count.cardinality(row) { return cardinality }
      guard table.cell(row, .subjectID) == noTerm else { return "1:0" }
      return table.cell(row, .objectID) == noTerm ? "0:0" : "0:1"
    }
  }
}
