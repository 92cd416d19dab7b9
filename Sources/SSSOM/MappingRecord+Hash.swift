extension MappingRecord {
  /// The hash that SSSOM defines for a mapping, such as `0A442FB005783031`.
  ///
  /// It is the FNV-1a hash of 64 bits (RFC 9923) of ``canonicalExpression``, lowest byte first, in
  /// hexadecimal digits. Values that the set has for all its mappings count; `record_id` and
  /// `mapping_cardinality` do not.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the record.
  public var standardHash: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in canonicalExpression.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash.byteSwapped, radix: 16, uppercase: true)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The mapping as a canonical S-expression (RFC 9804), with references as IRIs.
  public var canonicalExpression: String {
    let metadata = table.metadata
    let prefixes = metadata.prefixMap
    var result = "(7:mapping("
    for slot in Slot.ofMapping where slot != .recordID && slot != .mappingCardinality {
      let text = value(of: slot)
      if text.isEmpty { continue }
      let values = slot.isMultivalued ? MultiValue.split(text).filter { !$0.isEmpty } : [text]
      var texts = values.map { Self.canonical($0, slot.kind, prefixes) }
      if slot.isMultivalued {
        texts.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        result += "(\(Self.atom(slot.name))(" + texts.map(Self.atom).joined() + "))"
      } else {
        result += "(\(Self.atom(slot.name))" + texts.map(Self.atom).joined() + ")"
      }
    }
    let extensions = extensionValues(metadata, prefixes)
    if !extensions.isEmpty {
      result += "(10:extensions("
      for (property, value) in extensions {
        result += "(" + Self.atom(property) + Self.atom(value) + ")"
      }
      result += "))"
    }
    return result + "))"
  }

  private func extensionValues(
    _ metadata: SetMetadata,
    _ prefixes: PrefixMap
  ) -> [(property: String, value: String)] {
    var result: [(property: String, value: String)] = []
    for (index, column) in table.columns.enumerated()
    where column.slot == nil && Column(name: column.name).slot == nil {
      let text = self[column: index]
      if text.isEmpty || column.name.isEmpty { continue }
      let definition =
        metadata.extensions.first { $0.slotName == column.name }
        ?? ExtensionDefinition(slotName: column.name)
      let value =
        if definition.isReference(prefixes) {
          prefixes.expand(text) ?? text
        } else if definition.isDouble(prefixes) {
          DecimalText.canonical(text)
        } else {
          text
        }
      result.append((definition.propertyIRI(prefixes), value))
    }
    return result.sorted { $0.property.utf8.lexicographicallyPrecedes($1.property.utf8) }
  }

  private static func canonical(_ text: String, _ kind: SlotKind, _ prefixes: PrefixMap) -> String {
    switch kind {
    case .reference, .justification: prefixes.expand(text) ?? text
    case .unitInterval, .signedUnitInterval: DecimalText.canonical(text)
    default: text
    }
  }

  private static func atom(_ text: String) -> String { "\(text.utf8.count):\(text)" }
}
