import Diagnostics

extension SetCheck {
  /// Checks that the declared version has what the set uses.
  mutating func checkVersion(_ place: SourceLocation?) {
    if let entry = metadata.entry(.sssomVersion), let version = entry.values.first {
      if version.text == "1.0" {
        findings.add(
          .version, at: version.location,
          "the version '1.0' contradicts itself: 'sssom_version' exists since 1.1",
          suggestions: ["\"1.1\""]
        )
      } else if version.text != "1.1" {
        findings.add(
          .version, at: version.location, "the version \(version.text.quoted) is not known",
          suggestions: ["\"1.1\""]
        )
      }
    }
    guard areMetadataReadable, !isVersion11, metadata.entry(.sssomVersion) == nil else { return }
    guard let use = metadata.firstUseOfVersion11(table) else { return }
    findings.add(
      .versionNeeded, at: use.location ?? place,
      "\(use.what) exists since version 1.1, but the set does not declare a version",
      help: "add this line to the metadata: sssom_version: \"1.1\""
    )
  }
}

extension SetMetadata {
  /// What a set has that does not exist in version 1.0.
  func firstUseOfVersion11(_ table: MappingTable) -> (what: String, location: SourceLocation?)? {
    for entry in entries where entry.slot != .sssomVersion {
      if entry.slot?.isSince11InSets == true {
        return ("the slot '\(entry.name)' of mapping sets", entry.location)
      }
      if entry.slot?.kind == .entityType,
        let value = entry.values.first(where: { $0.text == Vocabulary.composedEntity })
      {
        return ("the type '\(value.text)'", value.location)
      }
    }
    let composed = table.pool.number(of: Vocabulary.composedEntity) ?? .max
    let nothing = table.pool.number(of: "0:0") ?? .max
    for (index, column) in table.columns.enumerated() {
      guard let slot = column.slot else { continue }
      let isNew = slot.isSince11
      guard isNew || slot.kind == .entityType || slot == .mappingCardinality else { continue }
      let special = slot == .mappingCardinality ? nothing : composed
      let row = (0..<table.rowCount).first {
        let number = table.cell($0, index)
        return isNew ? number != 0 : number == special
      }
      guard let row else { continue }
      return isNew
        ? ("the slot '\(slot)'", table.headerLocation(column: index))
        : ("the value '\(table.pool[special])'", table.location(row: row, column: index))
    }
    return nil
  }
}
