/// A mapping set on the way to its canonical text.
struct CanonicalForm {
  /// A column with its fields in canonical form, as numbers of texts.
  struct Field {
    var column: Column
    var cells: [UInt32]
  }

  private(set) var metadata: SetMetadata
  private(set) var fields: [Field] = []
  private(set) var pool: StringPool
  private(set) var order: [Int]
  let prefixes: PrefixMap
  private let definitions: [String: ExtensionDefinition]

  init(_ table: MappingTable) {
    metadata = table.metadata
    pool = table.pool
    order = Array(0..<table.rowCount)
    prefixes = metadata.prefixMap
    definitions = metadata.definitionsByName
    for index in canonicalColumns(table) {
      let column = table.columns[index]
      var cells = (0..<table.rowCount).map { table.cell($0, index) }
      normalize(&cells, of: column)
      fields.append(Field(column: column, cells: cells))
    }
    let used = fields.filter { field in field.cells.contains { $0 != 0 } }
    if !used.isEmpty { fields = used }
  }

  /// The columns that count, in canonical order.
  private func canonicalColumns(_ table: MappingTable) -> [Int] {
    let standard = Slot.ofMapping.compactMap { table.column(of: $0) }
    var names: Set<String> = []
    let others = table.columns.indices.filter { index in
      let column = table.columns[index]
      return column.slot == nil && !column.name.isEmpty && Column(name: column.name).slot == nil
        && names.insert(column.name).inserted
    }
    return standard + others.sorted { property($0, table) < property($1, table) }
  }

  private func property(_ index: Int, _ table: MappingTable) -> String {
    property(of: table.columns[index].name)
  }

  func definition(of name: String) -> ExtensionDefinition? { definitions[name] }

  /// The IRI of the property of an extension; the name behind it decides between equals.
  func property(of name: String) -> String {
    let property = definition(of: name)?.propertyIRI(prefixes)
    return (property ?? ExtensionDefinition.defaultProperty(name)) + "\u{0}" + name
  }

  private mutating func normalize(_ cells: inout [UInt32], of column: Column) {
    let isNumber: Bool
    switch column.slot?.kind {
    case .unitInterval, .signedUnitInterval: isNumber = true
    case nil: isNumber = definition(of: column.name)?.isDouble(prefixes) == true
    default: isNumber = false
    }
    let isMultivalued = column.slot?.isMultivalued == true
    guard isNumber || isMultivalued else { return }
    var known: [UInt32: UInt32] = [0: 0]
    for row in cells.indices {
      let number = cells[row]
      if let result = known[number] {
        cells[row] = result
        continue
      }
      let text = pool[number]
      let result =
        isNumber
        ? DecimalText.canonical(text)
        : MultiValue.join(MultiValue.split(text).filter { !$0.isEmpty })
      cells[row] = pool.intern(result)
      known[number] = cells[row]
    }
  }

  /// Moves values that all mappings share to the set.
  mutating func condense() {
    guard !order.isEmpty else { return }
    fields.removeAll { field in
      guard let slot = field.column.slot, slot.isPropagatable, let first = field.cells.first,
        first != 0, field.cells.allSatisfy({ $0 == first })
      else { return false }
      let text = pool[first]
      let values = slot.isMultivalued ? MultiValue.split(text) : [text]
      let ofSet = metadata.values(of: slot)
      guard ofSet.isEmpty || ofSet == values else { return false }
      metadata.set(values, for: slot)
      return true
    }
  }

  mutating func sortRows() {
    let fields = fields
    let pool = pool
    order.sort { left, right in
      for field in fields {
        let (a, b) = (field.cells[left], field.cells[right])
        if a != b { return pool.precedes(a, b) }
      }
      return false
    }
  }

  /// The prefixes of all references.
  func usedPrefixes() -> Set<String> {
    var used: Set<String> = []
    let add = { (reference: String) in
      if let prefix = PrefixMap.prefix(of: reference) { used.insert(prefix) }
    }
    for entry in metadata.entries {
      let isReference =
        entry.slot.map(Self.isReference)
        ?? definition(of: entry.name)?.isReference(prefixes) ?? false
      if isReference { for value in entry.values { add(value.text) } }
    }
    for definition in usedExtensions() {
      if let property = definition.property, !property.contains("//") { add(property) }
      if let type = definition.typeHint { add(type) }
    }
    for field in fields {
      let isReference =
        field.column.slot.map(Self.isReference)
        ?? definition(of: field.column.name)?.isReference(prefixes) ?? false
      guard isReference else { continue }
      for number in Set(field.cells) where number != 0 {
        let text = pool[number]
        if field.column.slot?.isMultivalued == true {
          for item in MultiValue.split(text) { add(item) }
        } else {
          add(text)
        }
      }
    }
    return used
  }

  private static func isReference(_ slot: Slot) -> Bool {
    slot.kind == .reference || slot.kind == .justification
  }

  /// The definitions of the extensions that have values, by property.
  func usedExtensions() -> [ExtensionDefinition] {
    var names = Set(fields.filter { $0.column.slot == nil }.map(\.column.name))
    names.formUnion(metadata.entries.filter { $0.slot == nil }.map(\.name))
    return metadata.extensions
      .filter { names.remove($0.slotName) != nil }
      .sorted { property(of: $0.slotName) < property(of: $1.slotName) }
  }

  /// Whether something is used that does not exist in version 1.0.
  func needsVersion11() -> Bool {
    for entry in metadata.entries where entry.slot != .sssomVersion {
      if entry.slot?.isSince11InSets == true { return true }
      if entry.slot?.kind == .entityType, entry.values.first?.text == Vocabulary.composedEntity {
        return true
      }
    }
    return fields.contains { field in
      guard let slot = field.column.slot else { return false }
      if slot.isSince11 { return field.cells.contains { $0 != 0 } }
      guard slot.kind == .entityType || slot == .mappingCardinality else { return false }
      let special = pool.number(
        of: slot == .mappingCardinality ? "0:0" : Vocabulary.composedEntity
      )
      return special.map(field.cells.contains) ?? false
    }
  }
}
