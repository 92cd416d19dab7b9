import SSSOM

/// Mapping sets of any content, the strangest texts included.
enum RandomSet {
  private static let texts = [
    "", "", "x", "a|b", "\\", "\\|", "a\\\\b", "\"", "a\tb", "a\nb", "a\r\nb", " x ", "#x", "é",
    "2026-11-23",
    "1.50", "0.9999", "no", "A:1", "B:2", "X:3", "skos:exactMatch", "sssom:NoTermFound", "Not",
    "rdfs literal", "composed entity expression", "1:n", "0:0", "'", ": ", "- ", "|", "||", "null",
    "\u{85}", "predicate_id", "https://example.org/a/1",
  ]

  static func make(_ random: inout SplitMix) -> MappingSet {
    var columns = Slot.ofMapping.filter { _ in Int.random(in: 0..<5, using: &random) == 0 }
      .map { Column($0) }
    columns += ["ext_a", "ext_b", "#odd", "other column"]
      .filter { _ in Bool.random(using: &random) }.map { Column(name: $0) }
    columns.shuffle(using: &random)
    if columns.isEmpty { columns = [Column(.subjectID)] }
    var builder = MappingSetBuilder(columns: columns)
    builder.metadata.declare("A", as: "https://example.org/a/")
    builder.metadata.declare("B", as: "https://example.org/b/")
    builder.metadata.declare("y", as: "https://example.org/y/")
    builder.metadata.extensions = [
      ExtensionDefinition(slotName: "ext_b", property: "y:b", typeHint: "xsd:double"),
      ExtensionDefinition(slotName: "ext_a"),
    ]
    for slot in Slot.ofMappingSet where Int.random(in: 0..<4, using: &random) == 0 {
      guard ![.curieMap, .extensionDefinitions, .sssomVersion].contains(slot) else { continue }
      let count = slot.isMultivalued ? Int.random(in: 1...3, using: &random) : 1
      let values = (0..<count).map { _ in text(&random) }.filter { !$0.isEmpty }
      builder.metadata.set(values, for: slot)
    }
    if Bool.random(using: &random) { builder.metadata[extension: "ext_b"] = "0.12345" }
    let rows = Int.random(in: 0..<8, using: &random)
    let isUniform = Bool.random(using: &random)
    let first = columns.map { _ in text(&random) }
    for _ in 0..<rows {
      builder.append(isUniform ? first : columns.map { _ in text(&random) })
    }
    return builder.build()
  }

  private static func text(_ random: inout SplitMix) -> String {
    texts.randomElement(using: &random) ?? ""
  }
}
