import Diagnostics
import YAML

/// Makes the metadata of a set from YAML and reports what is not of their form.
struct MetadataReader {
  private(set) var metadata = SetMetadata()
  private var unknown: [YAMLNode.Entry] = []

  init(_ node: YAMLNode?, findings: inout FindingList) {
    guard let node, !node.isNull else { return }
    guard case .mapping(let entries) = node.content else {
      findings.add(
        .metadataSyntax, at: node.location, "the metadata are not slots with values"
      )
      return
    }
    var seen: Set<String> = []
    for entry in entries where seen.insert(entry.key).inserted { read(entry, &findings) }
    readUnknown(&findings)
  }

  /// Reports faults of YAML as those of metadata.
  ///
  /// - Returns: Whether the text is YAML.
  static func report(
    _ faults: [Finding],
    to findings: inout FindingList,
    place: (SourceLocation) -> SourceLocation
  ) -> Bool {
    var isReadable = true
    for fault in faults {
      let location = fault.location.map(place)
      switch fault.rule {
      case "yaml-duplicate-key": findings.add(.duplicateSlot, at: location, fault.message)
      case "yaml-syntax", "yaml-too-large":
        isReadable = false
        findings.add(.metadataSyntax, at: location, "the metadata are not YAML: \(fault.message)")
      default: findings.add(.metadataFeature, at: location, fault.message)
      }
    }
    return isReadable
  }

  private mutating func read(_ entry: YAMLNode.Entry, _ findings: inout FindingList) {
    let slot = Slot(name: entry.key)
    switch slot {
    case .curieMap: readPrefixes(entry, &findings)
    case .extensionDefinitions: readExtensions(entry, &findings)
    case let slot? where Slot.ofMappingSet.contains(slot):
      let values = values(of: entry, isMultivalued: slot.isMultivalued, &findings)
      guard !values.isEmpty else { return }
      metadata.entries.append(
        SetMetadata.Entry(name: entry.key, slot: slot, values: values, location: entry.keyLocation)
      )
    default: unknown.append(entry)
    }
  }

  private func values(
    of entry: YAMLNode.Entry,
    isMultivalued: Bool,
    _ findings: inout FindingList
  ) -> [SetMetadata.Value] {
    var nodes = [entry.value]
    if case .sequence(let items) = entry.value.content {
      nodes = items
      if !isMultivalued, items.count != 1 {
        findings.add(
          .slotShape, at: entry.value.location,
          "'\(entry.key)' has a list of \(items.count), where it takes one value"
        )
        nodes = Array(items.prefix(1))
      }
    }
    if nodes.allSatisfy({ $0.isNull || $0.text == "" }) {
      findings.add(.emptySlot, at: entry.keyLocation, "'\(entry.key)' has no value")
      return []
    }
    var values: [SetMetadata.Value] = []
    for node in nodes {
      guard case .scalar(let text, let style) = node.content else {
        findings.add(
          .slotShape, at: node.location, "'\(entry.key)' has an inner structure as its value"
        )
        continue
      }
      guard !node.isNull, !text.isEmpty else {
        findings.add(.emptyItem, at: node.location, "an empty value in '\(entry.key)'")
        continue
      }
      values.append(
        SetMetadata.Value(text: text, location: node.location, isPlain: style == .plain)
      )
    }
    return values
  }

  private mutating func readPrefixes(_ entry: YAMLNode.Entry, _ findings: inout FindingList) {
    if entry.value.isNull { return }
    guard case .mapping(let entries) = entry.value.content else {
      findings.add(
        .slotShape, at: entry.value.location, "'curie_map' is not a mapping of prefixes"
      )
      return
    }
    var seen: Set<String> = []
    for entry in entries where seen.insert(entry.key).inserted {
      guard let text = entry.value.text, !entry.value.isNull, !text.isEmpty else {
        findings.add(
          .badPrefix, at: entry.value.location, "the prefix '\(entry.key)' stands for no text"
        )
        continue
      }
      metadata.prefixes.append(
        SetMetadata.PrefixDeclaration(
          prefix: entry.key, expansion: text, location: entry.keyLocation
        )
      )
    }
  }

  private mutating func readExtensions(_ entry: YAMLNode.Entry, _ findings: inout FindingList) {
    if entry.value.isNull { return }
    var items = [entry.value]
    if case .sequence(let list) = entry.value.content { items = list }
    for item in items {
      guard case .mapping(let entries) = item.content else {
        findings.add(.badExtension, at: item.location, "an extension definition is not a mapping")
        continue
      }
      var definition = ExtensionDefinition(slotName: "")
      definition.location = item.location
      var isUsable = true
      for entry in entries {
        let text = entry.value.isNull ? nil : entry.value.text
        switch entry.key {
        case "slot_name": definition.slotName = text ?? ""
        case "property": definition.property = text
        case "type_hint": definition.typeHint = text
        default:
          isUsable = false
          findings.add(
            .badExtension, at: entry.keyLocation,
            "\(entry.key.quoted) is not of an extension definition"
          )
        }
      }
      if definition.slotName.isEmpty {
        isUsable = false
        findings.add(
          .badExtension, at: item.location, "an extension definition without 'slot_name'")
      }
      if isUsable { metadata.extensions.append(definition) }
    }
  }

  private mutating func readUnknown(_ findings: inout FindingList) {
    let names = Set(metadata.extensions.map(\.slotName))
    for entry in unknown {
      if !names.contains(entry.key) {
        let near = entry.key.nearest(of: Slot.ofMappingSet.map(\.name))
        findings.add(
          .unknownSlot, at: entry.keyLocation, Self.unknownMessage(entry.key),
          suggestions: near
        )
      }
      let values = values(of: entry, isMultivalued: false, &findings)
      guard !values.isEmpty else { continue }
      metadata.entries.append(
        SetMetadata.Entry(name: entry.key, slot: nil, values: values, location: entry.keyLocation)
      )
    }
  }

  private static func unknownMessage(_ name: String) -> String {
    Slot(name: name) == nil
      ? "\(name.quoted) is not a slot of mapping sets"
      : "'\(name)' is a slot of mappings, not of mapping sets"
  }
}
