public import Diagnostics

extension MappingSet {
  /// The set seen from the other side: subjects become objects.
  ///
  /// Predicates and cardinalities are inverted with it, `Not` stays, and what the metadata say of
  /// the subject is said of the object. Two things are only of the original and left out:
  /// `record_id`, and `predicate_label` where the predicate changes.
  ///
  /// - Returns: The inverted set, and what could not be inverted: mappings whose predicate has no
  ///   known inverse are not in it, and there is a finding for each.
  public func inverted() -> (set: MappingSet, findings: [Finding]) {
    let prefixes = metadata.prefixMap
    var findings: [Finding] = []
    var builder = MappingSetBuilder(
      columns: columns.map { column in
        guard let slot = column.slot else { return column }
        return Column(slot.swapped)
      }
    )
    builder.metadata = invertedMetadata
    var inverses: [UInt32: String?] = [:]
    let predicateColumn = table.column(of: .predicateID)
    var losses: [(slot: Slot, count: Int)] = []
    for slot in [Slot.recordID, .predicateLabel] { losses.append((slot, 0)) }
    for mapping in mappings {
      var predicate = ""
      if predicateColumn != nil {
        let number = table.cell(mapping.index, .predicateID)
        let inverse = inverses[number] ?? Self.inverse(of: mapping[.predicateID], prefixes)
        inverses[number] = .some(inverse)
        guard let inverse else {
          findings.append(
            SSSOMRule.noInverse.finding(
              at: mapping.location(of: .predicateID),
              "\(mapping[.predicateID].quoted) has no known inverse; the mapping is left out",
              subjects: [mapping[.subjectID], mapping[.objectID]]
            )
          )
          continue
        }
        predicate = inverse
      }
      let isChanged = predicate != mapping[.predicateID]
      let fields = columns.indices.map { index in
        let text = mapping[column: index]
        switch columns[index].slot {
        case .predicateID: return predicate
        case .predicateLabel where isChanged && !text.isEmpty:
          losses[1].count += 1
          return ""
        case .recordID where !text.isEmpty:
          losses[0].count += 1
          return ""
        case .mappingCardinality: return Self.inverse(ofCardinality: text)
        case .cardinalityScope:
          return MultiValue.join(MultiValue.split(text).map(Self.swappedName))
        default: return text
        }
      }
      builder.append(fields)
    }
    for (slot, count) in losses where count > 0 {
      findings.append(
        SSSOMRule.inversionLoss.finding(
          at: table.headerLocation(column: table.column(of: slot) ?? 0),
          "'\(slot)' is left out of \(count) inverted mapping\(count == 1 ? "" : "s")"
        )
      )
    }
    return (builder.build(), findings.sortedByLocation())
  }

  private var invertedMetadata: SetMetadata {
    var result = metadata
    for index in result.entries.indices {
      guard let slot = result.entries[index].slot else { continue }
      result.entries[index].slot = slot.swapped
      result.entries[index].name = slot.swapped.name
      if slot == .cardinalityScope {
        for value in result.entries[index].values.indices {
          let name = result.entries[index].values[value].text
          result.entries[index].values[value].text = Self.swappedName(name)
        }
      }
    }
    return result
  }

  private static func swappedName(_ name: String) -> String {
    Slot(name: name)?.swapped.name ?? name
  }

  private static func inverse(ofCardinality text: String) -> String {
    guard Vocabulary.cardinalities.contains(text) else { return text }
    return String(text.reversed())
  }

  /// The inverse of a predicate, itself if it is symmetric, `nil` if it is not known.
  private static func inverse(of predicate: String, _ prefixes: PrefixMap) -> String? {
    guard let iri = prefixes.expand(predicate) else { return nil }
    if Vocabulary.symmetric.contains(where: { prefixes.expand($0) == iri }) { return predicate }
    for (left, right) in Vocabulary.inverses {
      if prefixes.expand(left) == iri { return right }
      if prefixes.expand(right) == iri { return left }
    }
    return nil
  }
}
