import Diagnostics

extension SetCheck {
  /// Checks the columns.
  ///
  /// - Returns: Whether they are those of a table of mappings.
  mutating func checkHeader(_ place: SourceLocation?) -> Bool {
    guard table.columns.contains(where: { $0.slot != nil }) else {
      let help =
        table.columns.first?.name.contains(",") == true
        ? "columns are separated by TAB, not by a comma" : nil
      findings.add(
        .noHeader, at: table.headerLine > 0 ? table.headerLocation(column: 0) : place,
        table.columns.isEmpty
          ? "there is no header" : "this line is not a header: it names no slot of mappings",
        help: help
      )
      return false
    }
    for slot in [Slot.subjectID, .predicateID, .objectID, .mappingJustification]
    where table.column(of: slot) == nil {
      if slot == .subjectID, hasLiterals(.subjectType) { continue }
      if slot == .objectID, hasLiterals(.objectType) { continue }
      findings.add(
        .missingColumn, at: table.headerLocation(column: 0), "the column '\(slot)' is missing"
      )
    }
    var seen: Set<String> = []
    for (index, column) in table.columns.enumerated() {
      if column.name.isEmpty {
        findings.add(
          .unnamedColumn, at: headerPlace(index),
          "column \(index + 1) has no name"
        )
      } else if !seen.insert(column.name).inserted {
        findings.add(
          .duplicateColumn, at: headerPlace(index),
          "the column \(column.name.quoted) occurs again"
        )
      } else if column.slot == nil, definition(of: column.name) == nil, areMetadataReadable {
        findings.add(
          .unknownColumn, at: headerPlace(index),
          unknownMessage(column.name),
          suggestions: column.name.nearest(
            of: Slot.ofMapping.map(\.name)
          )
        )
      }
    }
    return true
  }

  private func headerPlace(_ column: Int) -> SourceLocation? {
    findings.isFull ? nil : table.headerLocation(column: column)
  }

  private func unknownMessage(_ name: String) -> String {
    switch name {
    case "match_type": "'match_type' was replaced by 'mapping_justification' in SSSOM 0.9.1"
    case "match_term_type":
      "'match_term_type' was replaced by 'subject_type' and 'object_type' in SSSOM 0.9.1"
    case "semantic_similarity_score", "semantic_similarity_measure":
      "'\(name)' was replaced by '\(name.dropFirst(9))' in SSSOM 1.0"
    case _ where Slot(name: name) != nil: "'\(name)' is a slot of mapping sets, not of mappings"
    default: "\(name.quoted) is not a slot of mappings"
    }
  }

  /// Whether some mappings have a literal on the side of a type slot.
  func hasLiterals(_ slot: Slot) -> Bool {
    if table.propagated(slot) == Vocabulary.literal { return true }
    guard let column = table.column(of: slot),
      let literal = table.pool.number(of: Vocabulary.literal)
    else { return false }
    return (0..<table.rowCount).contains { table.cell($0, column) == literal }
  }
}
