import Diagnostics

extension SetCheck {
  /// Compares declared cardinalities with those that the mappings come to.
  ///
  /// Of a hundred different scopes, which no real set has, the rest is not looked at: each costs as
  /// much as the whole set.
  mutating func checkCardinalities() {
    guard let column = table.column(of: .mappingCardinality) else { return }
    let ofSet = table.propagated(.cardinalityScope)
    var scopes: [UInt32: (slots: [Slot], text: String)] = [:]
    var counts: [[Slot]: CardinalityCount] = [:]
    for row in 0..<table.rowCount {
      let number = table.cell(row, column)
      guard number != 0 else { continue }
      let cell = table.cell(row, .cardinalityScope)
      let scope = scopes[cell] ?? self.scope(cell == 0 ? ofSet : table.pool[cell])
      scopes[cell] = scope
      if counts[scope.slots] == nil, counts.count < 100 {
        counts[scope.slots] = CardinalityCount(table, scope: scope.slots)
      }
      guard let actual = counts[scope.slots]?.cardinality(row) else { continue }
      let declared = table.pool[number]
      guard declared != actual, Vocabulary.cardinalities.contains(declared) else { continue }
      findings.add(
        .cardinalityMismatch, at: place(row: row, column: column),
        "the cardinality is declared as '\(declared)', but it is '\(actual)'"
          + (scope.text.isEmpty ? "" : " within the same \(scope.text.quoted)"),
        suggestions: [actual]
      )
    }
  }
}

extension SetCheck {
  private func scope(_ text: String) -> (slots: [Slot], text: String) {
    let slots = Set(MultiValue.split(text).compactMap { Slot(name: $0) }.filter(isMappingSlot))
    return (slots.sorted { $0.rawValue < $1.rawValue }, text)
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
