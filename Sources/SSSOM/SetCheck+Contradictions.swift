import Diagnostics

/// The matches of SKOS that exclude others.
private enum Match: UInt64, CaseIterable {
  case exact = 1
  case broad
  case narrow
  case related

  var name: String { "skos:\(self)Match" }

  /// The same said from the other side.
  var inverse: Match {
    switch self {
    case .broad: .narrow
    case .narrow: .broad
    default: self
    }
  }

  /// The matches that cannot stand beside it; SKOS reference, S46.
  var excluded: [Match] {
    switch self {
    case .exact: [.broad, .narrow, .related]
    case .broad: [.exact, .narrow]
    case .narrow: [.exact, .broad]
    case .related: [.exact]
    }
  }
}

extension SetCheck {
  /// Finds mappings of a pair that cannot all be true.
  mutating func checkContradictions() {
    guard table.column(of: .subjectID) != nil, table.column(of: .objectID) != nil else { return }
    checkDenials()
    checkMatches()
  }

  private var noTerm: UInt32 { table.pool.number(of: Vocabulary.noTermFound) ?? .max }

  private func isPair(_ row: Int, noTerm: UInt32) -> Bool {
    let (subject, object) = (table.cell(row, .subjectID), table.cell(row, .objectID))
    return subject != 0 && object != 0 && subject != noTerm && object != noTerm
  }

  private mutating func checkDenials() {
    guard let negation = table.pool.number(of: Vocabulary.negation), negation != 0,
      table.column(of: .predicateModifier) != nil
    else { return }
    var predicates: [UInt32: FirstRows] = [:]
    let noTerm = noTerm
    let key: (MappingTable, Int) -> UInt64 = { table, row in
      UInt64(table.cell(row, .subjectID)) << 32 | UInt64(table.cell(row, .objectID))
    }
    for row in 0..<table.rowCount
    where table.cell(row, .predicateModifier) == negation && isPair(row, noTerm: noTerm) {
      _ = predicates[table.cell(row, .predicateID), default: FirstRows(minimumCapacity: 32)]
        .insert(row, key: key(table, row))
    }
    for row in 0..<table.rowCount where table.cell(row, .predicateModifier) != negation {
      guard let denied = predicates[table.cell(row, .predicateID)]?.row(of: key(table, row))
      else { continue }
      let later = max(row, denied)
      findings.add(
        .assertedAndDenied, at: place(row: later, slot: .predicateID),
        "\(text(row, .predicateID).quoted) of \(pairText(row)) is "
          + (later == row ? "stated here and denied" : "denied here and stated")
          + " on \(rowText(min(row, denied)))",
        subjects: [text(row, .subjectID), text(row, .objectID)]
      )
    }
  }

  private mutating func checkMatches() {
    let negation = table.pool.number(of: Vocabulary.negation) ?? .max
    let noTerm = noTerm
    var matches: [UInt32: Match?] = [:]
    var seen: [Match: FirstRows] = [:]
    for row in 0..<table.rowCount
    where isPair(row, noTerm: noTerm) && table.cell(row, .predicateModifier) != negation {
      let predicate = table.cell(row, .predicateID)
      if matches[predicate] == nil {
        let iri = prefixes.expand(table.pool[predicate]) ?? ""
        matches[predicate] = .some(
          Match.allCases.first { iri == Vocabulary.skos + "\($0)Match" }
        )
      }
      guard case .some(.some(var match)) = matches[predicate] else { continue }
      var (low, high) = (table.cell(row, .subjectID), table.cell(row, .objectID))
      if low > high {
        swap(&low, &high)
        match = match.inverse
      }
      let key = UInt64(low) << 32 | UInt64(high)
      _ = seen[match, default: FirstRows(minimumCapacity: 1024)].insert(row, key: key)
      for other in match.excluded {
        guard let first = seen[other]?.row(of: key) else { continue }
        findings.add(
          match == .exact || other == .exact ? .conflictingPredicates : .broadAndNarrow,
          at: place(row: row, slot: .predicateID),
          "\(pairText(row)) have \(text(row, .predicateID).quoted) here and "
            + "\(text(first, .predicateID).quoted) on \(rowText(first))",
          subjects: [text(row, .subjectID), text(row, .objectID)]
        )
      }
    }
  }
}
