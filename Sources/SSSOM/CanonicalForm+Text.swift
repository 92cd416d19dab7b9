extension CanonicalForm {
  /// The text of the form in UTF-8.
  func text() -> [UInt8] {
    var text = Array(metadataLines().map { "#" + $0 + "\n" }.joined().utf8)
    guard !fields.isEmpty else { return text }
    for (index, field) in fields.enumerated() {
      if index > 0 { text.append(0x09) }
      let name = Array(field.column.name.utf8)
      // A header that begins with '#' would be read as metadata, one of blanks as nothing.
      let isQuoted = index == 0 && (name.first == 0x23 || name.allSatisfy { $0 <= 0x20 })
      append(name[...], to: &text, isQuoted: isQuoted)
    }
    text.append(0x0A)
    for row in order {
      for (index, field) in fields.enumerated() {
        if index > 0 { text.append(0x09) }
        append(pool.utf8(field.cells[row]), to: &text, isQuoted: false)
      }
      // Only quotes tell a row of one empty field from a blank line.
      if fields.count == 1, fields[0].cells[row] == 0 { text += [0x22, 0x22] }
      text.append(0x0A)
    }
    return text
  }

  private func append(_ field: ArraySlice<UInt8>, to text: inout [UInt8], isQuoted: Bool) {
    let isSpecial = field.contains { $0 == 0x22 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard isSpecial || isQuoted else {
      text += field
      return
    }
    text.append(0x22)
    for byte in field {
      if byte == 0x22 { text.append(0x22) }
      text.append(byte)
    }
    text.append(0x22)
  }

  private func metadataLines() -> [String] {
    var lines: [String] = []
    if needsVersion11() { lines.append("sssom_version: \"1.1\"") }
    lines += prefixLines()
    for slot in Slot.ofMappingSet where slot != .sssomVersion {
      guard let entry = metadata.entry(slot) else { continue }
      if slot.isMultivalued {
        lines.append("\(slot):")
        lines += entry.values.map { "  - " + ScalarText.scalar($0.text) }
      } else if let value = entry.values.first {
        lines.append("\(slot): " + scalar(value.text, slot.kind))
      }
    }
    lines += extensionLines()
    let others = metadata.entries.filter { $0.slot == nil }
      .sorted { property(of: $0.name) < property(of: $1.name) }
    for entry in others {
      guard let value = entry.values.first else { continue }
      let isNumber = definition(of: entry.name)?.isDouble(prefixes) == true
      lines.append(
        ScalarText.scalar(entry.name) + ": "
          + (isNumber ? scalar(value.text, .unitInterval) : ScalarText.scalar(value.text))
      )
    }
    return lines
  }

  private func scalar(_ text: String, _ kind: SlotKind) -> String {
    switch kind {
    case .date: ScalarText.scalar(text, isTyped: true)
    case .unitInterval: ScalarText.scalar(DecimalText.canonical(text), isTyped: true)
    default: ScalarText.scalar(text)
    }
  }

  private func prefixLines() -> [String] {
    let builtIn = Set(Vocabulary.builtInPrefixes.map(\.prefix))
    let used = usedPrefixes()
    var seen: Set<String> = []
    let declarations = metadata.prefixes
      .filter {
        used.contains($0.prefix) && !builtIn.contains($0.prefix)
          && seen.insert($0.prefix).inserted
      }
      .sorted { $0.prefix.utf8.lexicographicallyPrecedes($1.prefix.utf8) }
    if declarations.isEmpty { return [] }
    return ["curie_map:"]
      + declarations.map {
        "  \(ScalarText.scalar($0.prefix)): \(ScalarText.scalar($0.expansion))"
      }
  }

  private func extensionLines() -> [String] {
    let definitions = usedExtensions()
    if definitions.isEmpty { return [] }
    var lines = ["extension_definitions:"]
    for definition in definitions {
      lines.append("  - slot_name: " + ScalarText.scalar(definition.slotName))
      if let property = definition.property {
        lines.append("    property: " + ScalarText.scalar(property))
      }
      if let type = definition.typeHint {
        lines.append("    type_hint: " + ScalarText.scalar(type))
      }
    }
    return lines
  }
}
