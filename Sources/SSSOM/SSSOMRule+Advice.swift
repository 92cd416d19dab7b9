public import Diagnostics

extension SSSOMRule {
  /// How much a finding of the rule matters.
  public var severity: Severity {
    switch self {
    case .carriageReturns, .noMappings, .inversionLoss: .note
    case .versionNeeded, .unknownSlot, .emptySlot, .unquotedText, .relativeURI, .inSetAndRows,
      .unknownScope,
      .unknownColumn, .unknownJustification, .emptyItem, .surroundingSpace, .extensionType,
      .duplicateRow, .cardinalityMismatch, .broadAndNarrow, .selfMapping, .noTermWithoutSource,
      .noInverse:
      .warning
    default: .error
    }
  }

  /// What to do about a finding of the rule; empty if there is nothing to say in general.
  public var help: String {
    switch self {
    case .byteOrderMark:
      "save the file as UTF-8 without a byte-order mark; SSSOM forbids it and other "
        + "readers fail on it"
    case .carriageReturns: "nothing has to be done; the canonical form ends lines with LF"
    case .emptyFile: "an SSSOM file has metadata after '#', then a header and mappings"
    case .noHeader:
      "the line after the metadata names the columns, such as 'subject_id', separated by TAB"
    case .tooManyFindings: "mend these first, then check the file again"
    case .metadataSyntax: "every line of the metadata begins with '#' and the rest of it is YAML"
    case .metadataFeature: "write the value out where it is needed"
    case .metadataIndentation:
      "put the same number of spaces after every '#', and two more for inner lines"
    case .metadataGap: "remove the blank line; other readers take the line after it for the header"
    case .duplicateSlot: "keep one of the two"
    case .unknownSlot: "mend the name, or define it under 'extension_definitions'"
    case .slotShape: "write one text for a slot with one value, a list for a slot with several"
    case .emptySlot: "remove the slot or give it a value"
    case .unquotedText: "put the value in double quotes"
    case .missingLicense: "add 'license:' with the address of a license"
    case .missingMappingSetID: "add 'mapping_set_id:' with an IRI"
    case .badPrefix: "write the prefix, a colon and the beginning of an IRI"
    case .redefinedPrefix: "remove the declaration; the prefix is built in"
    case .badExtension:
      "give 'slot_name', and 'property' and 'type_hint' as CURIEs with declared prefixes"
    case .version: "write sssom_version: \"1.1\", or leave the slot out"
    case .versionNeeded: "add sssom_version: \"1.1\" to the metadata"
    case .relativeURI: "write a full address such as 'https://example.org/x'"
    case .inSetAndRows: "keep the slot in one of the two places"
    case .unknownScope: "name slots of mappings, such as 'predicate_id'"
    case .missingColumn: "add the column"
    case .duplicateColumn: "keep one of the two"
    case .unknownColumn: "mend the name, or define it under 'extension_definitions'"
    case .unnamedColumn: "name the column or remove it"
    case .raggedRow: "give every row as many fields as the header has, separated by TAB"
    case .missingJustification:
      "add one such as 'semapv:ManualMappingCuration' or 'semapv:UnspecifiedMatching'"
    case .literalWithoutLabel: "put the literal in the label column"
    case .notACURIE: "write a prefix that 'curie_map' declares, a colon and a name"
    case .iri: "write it with a prefix that 'curie_map' declares"
    case .undeclaredPrefix: "declare the prefix under 'curie_map'"
    case .justification: "use a term such as 'semapv:ManualMappingCuration'"
    case .unknownJustification: "use a listed term such as 'semapv:ManualMappingCuration'"
    case .badDate: "write the date as in 2026-11-23"
    case .notANumber: "write a number with a decimal point, such as 0.95"
    case .predicateModifier: "leave the field empty, or write 'Not' for a mapping that is denied"
    case .entityType: "use a type such as 'skos concept'"
    case .cardinalityValue: "use one of 1:1, 1:n, n:1, n:n, 1:0, 0:1, 0:0"
    case .emptyItem: "remove the '|' that is too many"
    case .surroundingSpace: "remove the blanks"
    case .extensionType: "mend the value or the type hint"
    case .duplicateRow: "remove one of the two"
    case .duplicateRecordID: "give each mapping its own identifier"
    case .cardinalityMismatch:
      "correct it, or name the slots that it holds for in 'cardinality_scope'"
    case .assertedAndDenied: "retract one of the two"
    case .conflictingPredicates: "retract one of the two"
    case .broadAndNarrow: "retract one of the two, or state an exact match"
    case .selfMapping: "check both identifiers"
    case .misplacedNoTerm: "leave the field empty"
    case .noTermWithoutSource: "give the source of that side, as the column or for the whole set"
    case .noInverse: "state the inverse mapping by hand"
    default: ""
    }
  }

  /// A finding of the rule.
  func finding(
    at location: SourceLocation?,
    _ message: String,
    help: String? = nil,
    suggestions: [String] = [],
    subjects: [String] = []
  ) -> Finding {
    Finding(
      id, severity, at: location, message, help: help ?? self.help, suggestions: suggestions,
      subjects: subjects
    )
  }
}
