import Diagnostics

extension SetCheck {
  /// Checks each value by the column it is in; a text that is right is judged once.
  mutating func checkRows() {
    let checks = table.columns.map { column in
      column.slot.map { ValueCheck($0, acceptsAnyURI: !isVersion11) }
        ?? ValueCheck(
          name: column.name, definition: definition(of: column.name), prefixes: prefixes
        )
    }
    var known = [UInt32](repeating: 0, count: table.pool.count)
    let cells = table.cells
    var cell = 0
    for row in 0..<table.rowCount {
      for (column, check) in checks.enumerated() {
        let number = cells[cell]
        cell += 1
        guard number != 0, known[Int(number)] & check.bit == 0 else { continue }
        let faults = check.faults(table.pool[number], prefixes: prefixes)
        if faults.isEmpty { known[Int(number)] |= check.bit }
        for fault in faults where counts(fault) {
          findings.add(
            fault.rule, at: place(row: row, column: column), fault.message,
            suggestions: fault.suggestions
          )
        }
      }
    }
    checkScopes()
  }

  private mutating func checkScopes() {
    guard let column = table.column(of: .cardinalityScope) else { return }
    var right: Set<UInt32> = [0]
    for row in 0..<table.rowCount {
      let number = table.cell(row, column)
      if right.contains(number) { continue }
      let unknown = MultiValue.split(table.pool[number])
        .filter { !$0.isEmpty && Slot(name: $0).map(isMappingSlot) != true }
      if unknown.isEmpty { right.insert(number) }
      for name in unknown {
        findings.add(
          .unknownScope, at: place(row: row, column: column),
          "\(name.quoted) is not a slot of mappings",
          suggestions: name.nearest(of: Slot.ofMapping.map(\.name))
        )
      }
    }
  }

  /// Checks that required values are there, and mappings to nothing or to themselves.
  mutating func checkPlaces() {
    let literal = table.pool.number(of: Vocabulary.literal) ?? .max
    let noTerm = table.pool.number(of: Vocabulary.noTermFound) ?? .max
    let required = [Slot.predicateID, .mappingJustification].filter { table.column(of: $0) != nil }
    let sides = [Side.subject, .object].map { side in
      (
        side: side, isLiteral: table.propagated(side.type) == Vocabulary.literal,
        hasColumn: table.column(of: side.id) != nil,
        hasSource: !table.propagated(side.source).isEmpty
      )
    }
    for row in 0..<table.rowCount {
      var isNoTerm = [false, false]
      for (index, (side, allAreLiteral, hasColumn, hasSource)) in sides.enumerated() {
        let id = table.cell(row, side.id)
        if id == noTerm {
          isNoTerm[index] = true
          if !hasSource, table.cell(row, side.source) == 0 {
            findings.add(
              .noTermWithoutSource, at: place(row: row, slot: side.id),
              "no term was found for \(text(row, side.id.swapped).quoted), but not said where: "
                + "'\(side.source)' is empty"
            )
          }
        } else if allAreLiteral || table.cell(row, side.type) == literal {
          if table.cell(row, side.label) == 0 {
            findings.add(
              .literalWithoutLabel,
              at: table.location(
                row: row, slot: table.column(of: side.label) == nil ? side.id : side.label),
              "'\(side.label)' is empty, where '\(side.type)' is '\(Vocabulary.literal)'"
            )
          }
        } else if id == 0, hasColumn {
          reportMissing(side.id, row)
        }
      }
      for slot in required where table.cell(row, slot) == 0 { reportMissing(slot, row) }
      if isNoTerm[0] || isNoTerm[1] {
        checkNoTermCardinality(row, isNoTerm)
      } else if table.cell(row, .subjectID) != 0,
        table.cell(row, .subjectID) == table.cell(row, .objectID)
      {
        findings.add(
          .selfMapping, at: place(row: row, slot: .objectID),
          "\(text(row, .subjectID).quoted) is mapped to itself",
          subjects: [text(row, .subjectID)]
        )
      }
    }
  }

  private mutating func reportMissing(_ slot: Slot, _ row: Int) {
    findings.add(
      slot == .mappingJustification ? .missingJustification : .missingValue,
      at: place(row: row, slot: slot), "'\(slot)' is empty"
    )
  }

  private mutating func checkNoTermCardinality(_ row: Int, _ isNoTerm: [Bool]) {
    let declared = text(row, .mappingCardinality)
    let right = isNoTerm[0] ? (isNoTerm[1] ? "0:0" : "0:1") : "1:0"
    guard !declared.isEmpty, declared != right else { return }
    findings.add(
      .noTermCardinality, at: place(row: row, slot: .mappingCardinality),
      "the cardinality is \(declared.quoted), where it is '\(right)' for 'sssom:NoTermFound'",
      suggestions: [right]
    )
  }
}
