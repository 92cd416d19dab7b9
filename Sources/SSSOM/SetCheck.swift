public import Diagnostics

/// Checks a mapping set against the rules of SSSOM.
struct SetCheck {
  let table: MappingTable
  let metadata: SetMetadata
  let prefixes: PrefixMap
  /// Whether what the metadata say is known, so that what they lack can be reported.
  let areMetadataReadable: Bool
  var findings: FindingList
  private let definitions: [String: ExtensionDefinition]

  init(_ table: MappingTable, areMetadataReadable: Bool, findings: FindingList) {
    self.table = table
    metadata = table.metadata
    prefixes = metadata.prefixMap
    definitions = metadata.definitionsByName
    self.areMetadataReadable = areMetadataReadable
    self.findings = findings
  }

  /// Applies all rules.
  ///
  /// - Parameter endOfMetadata: The place that stands for what is missing in the metadata.
  mutating func run(endOfMetadata: SourceLocation?) {
    checkMetadata(end: endOfMetadata)
    guard checkHeader(endOfMetadata) else { return }
    guard table.rowCount > 0 else {
      findings.add(
        .noMappings, at: table.headerLocation(column: 0), "there are no mappings"
      )
      return
    }
    checkRows()
    checkPlaces()
    checkDuplicates()
    checkCardinalities()
    checkContradictions()
    checkVersion(endOfMetadata)
  }

  func definition(of name: String) -> ExtensionDefinition? { definitions[name] }

  /// Whether the set says that it is of version 1.1.
  var isVersion11: Bool { metadata[.sssomVersion] == "1.1" }

  /// The place of a field; none is looked for where the finding would not be kept.
  func place(row: Int, column: Int) -> SourceLocation? {
    findings.isFull ? nil : table.location(row: row, column: column)
  }

  /// The place of a slot of a row, as ``place(row:column:)``.
  func place(row: Int, slot: Slot) -> SourceLocation? {
    findings.isFull ? nil : table.location(row: row, slot: slot)
  }

  /// The text of a slot of a row for a message.
  func text(_ row: Int, _ slot: Slot) -> String { table.pool[table.cell(row, slot)] }

  /// `'a:1' and 'b:1'`, with labels for literals.
  func pairText(_ row: Int) -> String {
    let subject = text(row, .subjectID)
    let object = text(row, .objectID)
    return (subject.isEmpty ? text(row, .subjectLabel) : subject).quoted + " and "
      + (object.isEmpty ? text(row, .objectLabel) : object).quoted
  }

  /// `line 12` or, for sets that were not read, `mapping 3`.
  func rowText(_ row: Int) -> String {
    table.lines.isEmpty ? "mapping \(row + 1)" : "line \(table.lines[row])"
  }
}

extension MappingSet {
  /// Checks the set against the rules of SSSOM, as reading a file does.
  ///
  /// - Parameter maximumFindings: The number of findings that are kept.
  /// - Returns: What was found, in the order of places.
  public func check(
    maximumFindings: Int = SSSOMReader.defaultMaximumFindings
  ) -> [Finding] {
    var check = SetCheck(
      table, areMetadataReadable: true, findings: FindingList(maximum: maximumFindings)
    )
    check.run(endOfMetadata: nil)
    return check.findings.result
  }
}
