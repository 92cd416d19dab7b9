/// A rule of reading and checking SSSOM files; `docs/checks.md` lists them.
public enum SSSOMRule: String, Hashable, Sendable, CaseIterable {
  /// The file begins with a byte-order mark.
  case byteOrderMark = "sssom-byte-order-mark"
  /// Lines end with CR LF.
  case carriageReturns = "sssom-crlf"
  /// The file has no text.
  case emptyFile = "sssom-empty-file"
  /// The line after the metadata is not a header of SSSOM slots.
  case noHeader = "sssom-no-header"
  /// The file has a header but no mappings.
  case noMappings = "sssom-no-mappings"
  /// There are more findings than are shown.
  case tooManyFindings = "sssom-too-many-findings"
  /// The metadata are not YAML, so what they say is not known.
  case metadataSyntax = "sssom-metadata-syntax"
  /// The metadata use a feature of YAML that SSSOM forbids.
  case metadataFeature = "sssom-metadata-feature"
  /// A metadata line is not indented like the others.
  case metadataIndentation = "sssom-metadata-indentation"
  /// There is a blank line within the metadata.
  case metadataGap = "sssom-metadata-gap"
  /// A slot or prefix occurs twice in the metadata; the first counts.
  case duplicateSlot = "sssom-duplicate-slot"
  /// A slot of the metadata is not one of SSSOM and not defined as an extension.
  case unknownSlot = "sssom-unknown-slot"
  /// A slot of the metadata has a list or a mapping where it takes something else.
  case slotShape = "sssom-slot-shape"
  /// A slot of the metadata has no value.
  case emptySlot = "sssom-empty-slot"
  /// A text of the metadata without quotes would be read as a number, date or boolean.
  case unquotedText = "sssom-unquoted-text"
  /// The set has no license.
  case missingLicense = "sssom-missing-license"
  /// The set has no identifier.
  case missingMappingSetID = "sssom-missing-mapping-set-id"
  /// A prefix declaration is not usable.
  case badPrefix = "sssom-bad-prefix"
  /// A built-in prefix is declared as something else.
  case redefinedPrefix = "sssom-redefined-prefix"
  /// An extension definition is not usable, so the extension counts as not defined.
  case badExtension = "sssom-bad-extension"
  /// The version is not one that a set can have.
  case version = "sssom-version"
  /// The set uses what exists since version 1.1 but does not say so.
  case versionNeeded = "sssom-version-needed"
  /// A slot that takes an address has something else.
  case relativeURI = "sssom-relative-uri"
  /// A slot has a value for the whole set and values in rows; the value of the set then does not count.
  case inSetAndRows = "sssom-slot-in-set-and-rows"
  /// The cardinality scope names something that is no slot of a mapping.
  case unknownScope = "sssom-unknown-scope"
  /// A column that every mapping needs is missing.
  case missingColumn = "sssom-missing-column"
  /// A column occurs twice; the first counts.
  case duplicateColumn = "sssom-duplicate-column"
  /// A column is not a slot of SSSOM and not defined as an extension.
  case unknownColumn = "sssom-unknown-column"
  /// A column has no name, so its values are not used.
  case unnamedColumn = "sssom-unnamed-column"
  /// A row has more or fewer fields than the header.
  case raggedRow = "sssom-ragged-row"
  /// A mapping lacks a value that it must have.
  case missingValue = "sssom-missing-value"
  /// A mapping has no justification.
  case missingJustification = "sssom-missing-justification"
  /// A literal has no label, which is the literal itself.
  case literalWithoutLabel = "sssom-literal-without-label"
  /// A reference is not of the form 'prefix:name'.
  case notACURIE = "sssom-not-a-curie"
  /// A reference is an IRI where SSSOM/TSV takes a CURIE.
  case iri = "sssom-iri"
  /// A prefix is not declared.
  case undeclaredPrefix = "sssom-undeclared-prefix"
  /// A justification is not a term of the semantic mapping vocabulary.
  case justification = "sssom-justification"
  /// A justification is not among the terms that SSSOM lists.
  case unknownJustification = "sssom-unknown-justification"
  /// A date is not a day of the calendar in the form YYYY-MM-DD.
  case badDate = "sssom-bad-date"
  /// A number is not one.
  case notANumber = "sssom-not-a-number"
  /// A number is outside its range.
  case numberRange = "sssom-number-range"
  /// A predicate modifier is not 'Not'.
  case predicateModifier = "sssom-predicate-modifier"
  /// An entity type is not among those of SSSOM.
  case entityType = "sssom-entity-type"
  /// A cardinality is not among those of SSSOM.
  case cardinalityValue = "sssom-cardinality-value"
  /// A list of values has an empty one.
  case emptyItem = "sssom-empty-item"
  /// A value has blanks at its ends.
  case surroundingSpace = "sssom-surrounding-space"
  /// A value of an extension is not of the type of its definition.
  case extensionType = "sssom-extension-type"
  /// A row says the same as one before it.
  case duplicateRow = "sssom-duplicate-row"
  /// Two mappings have the same record identifier.
  case duplicateRecordID = "sssom-duplicate-record-id"
  /// The declared cardinality is not what the mappings of the set come to.
  case cardinalityMismatch = "sssom-cardinality-mismatch"
  /// The same mapping is stated and denied with 'Not'.
  case assertedAndDenied = "sssom-asserted-and-denied"
  /// A pair has an exact match and a broad, narrow or related one, which exclude each other.
  case conflictingPredicates = "sssom-conflicting-predicates"
  /// A pair has a broad and a narrow match.
  case broadAndNarrow = "sssom-broad-and-narrow"
  /// Something is mapped to itself.
  case selfMapping = "sssom-self-mapping"
  /// A mapping to 'sssom:NoTermFound' has a cardinality that is not of it.
  case noTermCardinality = "sssom-no-term-cardinality"
  /// 'sssom:NoTermFound' is only for subject_id and object_id.
  case misplacedNoTerm = "sssom-misplaced-no-term"
  /// Nothing says where no term was found.
  case noTermWithoutSource = "sssom-no-term-without-source"
  /// A mapping cannot be inverted, because the inverse of its predicate is not known.
  case noInverse = "sssom-no-inverse"
  /// Inverting leaves out values that are only of the original.
  case inversionLoss = "sssom-inversion-loss"
}

extension SSSOMRule {
  /// The identifier of the rule in findings, such as `sssom-iri`.
  public var id: String { rawValue }
}
