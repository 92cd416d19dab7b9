import Diagnostics

extension SetCheck {
  mutating func checkMetadata(end: SourceLocation?) {
    if areMetadataReadable {
      if metadata.entry(.license) == nil {
        findings.add(.missingLicense, at: end, "the set has no 'license'")
      }
      if metadata.entry(.mappingSetID) == nil {
        findings.add(.missingMappingSetID, at: end, "the set has no 'mapping_set_id'")
      }
    }
    checkPrefixes()
    checkExtensions()
    for entry in metadata.entries { checkEntry(entry) }
    checkPropagation()
  }

  private mutating func checkPrefixes() {
    let builtIn = Dictionary(
      uniqueKeysWithValues: Vocabulary.builtInPrefixes.map { ($0.prefix, $0.expansion) }
    )
    for declaration in metadata.prefixes {
      if let expansion = builtIn[declaration.prefix], expansion != declaration.expansion {
        findings.add(
          .redefinedPrefix, at: declaration.location,
          "the built-in prefix '\(declaration.prefix)' is declared as "
            + "\(declaration.expansion.quoted), where it stands for '\(expansion)'",
          suggestions: [expansion]
        )
      }
      if !ValueCheck.hasScheme(declaration.expansion) {
        findings.add(
          .badPrefix, at: declaration.location,
          "the prefix \(declaration.prefix.quoted) stands for \(declaration.expansion.quoted), "
            + "which does not begin an IRI"
        )
      }
      if declaration.prefix.isEmpty
        || declaration.prefix.unicodeScalars.contains(where: {
          $0 == ":" || $0.properties.isWhitespace
        })
      {
        findings.add(
          .badPrefix, at: declaration.location,
          "\(declaration.prefix.quoted) cannot be a prefix"
        )
      }
    }
  }

  private mutating func checkExtensions() {
    var names: Set<String> = []
    var properties: Set<String> = []
    for definition in metadata.extensions {
      let name = definition.slotName
      if !names.insert(name).inserted {
        report(definition, "the extension \(name.quoted) is defined twice")
      }
      if Slot(name: name) != nil { report(definition, "'\(name)' is a slot of SSSOM itself") }
      if name.utf8.contains(where: { $0 == 0x3A || $0 <= 0x20 }) {
        report(definition, "\(name.quoted) cannot be the name of a slot")
      }
      if !properties.insert(definition.propertyIRI(prefixes)).inserted, names.count > 1 {
        report(definition, "the property of \(name.quoted) is already that of another extension")
      }
      // Some writers give an extension that is not defined its default property as an IRI.
      let isDefault = definition.property == ExtensionDefinition.defaultProperty(name)
      let property = isDefault ? nil : definition.property
      for curie in [property, definition.typeHint].compactMap(\.self) {
        let check = ValueCheck(.mappingSource, acceptsAnyURI: true)
        for fault in check.referenceFaults(curie, prefixes) where areMetadataReadable {
          findings.add(
            fault.rule, at: definition.location,
            "in the definition of '\(name)': " + fault.message, suggestions: fault.suggestions
          )
        }
      }
    }
  }

  private mutating func report(_ definition: ExtensionDefinition, _ message: String) {
    findings.add(.badExtension, at: definition.location, message)
  }

  private mutating func checkEntry(_ entry: SetMetadata.Entry) {
    let check =
      entry.slot.map { ValueCheck($0, acceptsAnyURI: !isVersion11) }
      ?? ValueCheck(name: entry.name, definition: definition(of: entry.name), prefixes: prefixes)
    for value in entry.values {
      let field = entry.slot?.isMultivalued == true ? MultiValue.join([value.text]) : value.text
      for fault in check.faults(field, prefixes: prefixes) where counts(fault) {
        findings.add(
          fault.rule, at: value.location, fault.message, suggestions: fault.suggestions
        )
      }
      if value.isPlain, check.kind == .text, entry.slot != nil, ScalarText.isAmbiguous(value.text) {
        findings.add(
          .unquotedText, at: value.location,
          "\(value.text.quoted) in '\(entry.name)' would be read as a \(ScalarText.type(value.text))",
          suggestions: ["\"\(value.text)\""]
        )
      }
      if entry.slot == .cardinalityScope, Slot(name: value.text).map(isMappingSlot) != true {
        findings.add(
          .unknownScope, at: value.location, "\(value.text.quoted) is not a slot of mappings",
          suggestions: value.text.nearest(of: Slot.ofMapping.map(\.name))
        )
      }
    }
  }

  func isMappingSlot(_ slot: Slot) -> Bool { Slot.ofMapping.contains(slot) }

  /// Whether a fault is one: prefixes are not known where the metadata cannot be read.
  func counts(_ fault: ValueCheck.Fault) -> Bool {
    areMetadataReadable
      || ![.undeclaredPrefix, .iri].contains(fault.rule)
  }

  private mutating func checkPropagation() {
    for entry in metadata.entries {
      guard let slot = entry.slot, slot.isPropagatable, table.propagated(slot).isEmpty,
        let column = table.column(of: slot)
      else { continue }
      findings.add(
        .inSetAndRows, at: entry.location,
        "'\(entry.name)' has a value for the set, which does not count, because rows have values",
        help: "remove it here, or empty the column"
          + (table.headerLocation(column: column).map { " at line \($0.line)" } ?? "")
      )
    }
  }
}
