/// What values a slot takes.
enum SlotKind: UInt8 {
  case text
  case reference
  case justification
  case uri
  case date
  case unitInterval
  case signedUnitInterval
  case cardinality
  case predicateModifier
  case entityType
  case version
  case structure
}

extension Slot {
  /// The slots of a mapping in canonical order.
  public static let ofMapping: [Slot] = [
    .recordID, .subjectID, .subjectLabel, .subjectCategory, .predicateID, .predicateLabel,
    .predicateModifier, .objectID, .objectLabel, .objectCategory, .mappingJustification,
    .authorID, .authorLabel, .reviewerID, .reviewerLabel, .creatorID, .creatorLabel,
    .license, .subjectType, .subjectSource, .subjectSourceVersion, .objectType,
    .objectSource, .objectSourceVersion, .predicateType, .mappingProvider, .mappingSource,
    .mappingCardinality, .cardinalityScope, .mappingTool, .mappingToolID,
    .mappingToolVersion, .mappingDate, .publicationDate, .reviewDate, .confidence,
    .reviewerAgreement, .curationRule, .curationRuleText, .subjectMatchField,
    .objectMatchField, .matchString, .subjectPreprocessing, .objectPreprocessing,
    .similarityScore, .similarityMeasure, .seeAlso, .issueTrackerItem, .other, .comment,
  ]

  /// The slots of a mapping set in canonical order.
  public static let ofMappingSet: [Slot] = [
    .sssomVersion, .curieMap, .mappingSetID, .mappingSetVersion, .mappingSetSource,
    .mappingSetTitle, .mappingSetDescription, .mappingSetConfidence, .creatorID,
    .creatorLabel, .license, .subjectType, .subjectSource, .subjectSourceVersion,
    .objectType, .objectSource, .objectSourceVersion, .predicateType, .mappingProvider,
    .cardinalityScope, .mappingTool, .mappingToolID, .mappingToolVersion, .mappingDate,
    .publicationDate, .subjectMatchField, .objectMatchField, .subjectPreprocessing,
    .objectPreprocessing, .similarityMeasure, .curationRule, .curationRuleText, .seeAlso,
    .issueTracker, .other, .comment, .extensionDefinitions,
  ]

  /// Whether the slot takes several values, which stand with `|` between them in a table.
  public var isMultivalued: Bool {
    switch self {
    case .creatorID, .creatorLabel, .authorID, .authorLabel, .reviewerID, .reviewerLabel,
      .mappingSetSource, .cardinalityScope, .subjectMatchField, .objectMatchField,
      .matchString, .subjectPreprocessing, .objectPreprocessing, .curationRule,
      .curationRuleText, .seeAlso:
      true
    default: false
    }
  }

  /// Whether a value of the mapping set is meant for each of its mappings.
  public var isPropagatable: Bool {
    switch self {
    case .subjectType, .predicateType, .objectType, .subjectSource, .subjectSourceVersion,
      .objectSource, .objectSourceVersion, .mappingProvider, .cardinalityScope,
      .mappingTool, .mappingToolID, .mappingToolVersion, .mappingDate, .subjectMatchField,
      .objectMatchField, .subjectPreprocessing, .objectPreprocessing, .curationRule,
      .curationRuleText, .similarityMeasure:
      true
    default: false
    }
  }

  /// Whether the slot exists since version 1.1 of SSSOM.
  public var isSince11: Bool {
    switch self {
    case .sssomVersion, .predicateType, .mappingSetConfidence, .cardinalityScope,
      .mappingToolID, .reviewDate, .reviewerAgreement, .recordID:
      true
    default: false
    }
  }

  /// Whether the slot exists in a mapping set since version 1.1 of SSSOM.
  var isSince11InSets: Bool {
    switch self {
    case .similarityMeasure, .curationRule, .curationRuleText: true
    default: isSince11
    }
  }

  var kind: SlotKind {
    switch self {
    case .mappingJustification: .justification
    case .subjectID, .predicateID, .objectID, .creatorID, .authorID, .reviewerID,
      .subjectSource, .objectSource, .mappingSource, .mappingToolID, .subjectMatchField,
      .objectMatchField, .subjectPreprocessing, .objectPreprocessing, .curationRule,
      .issueTrackerItem, .recordID:
      .reference
    case .mappingSetID, .license, .mappingProvider, .mappingSetSource, .issueTracker,
      .seeAlso:
      .uri
    case .mappingDate, .publicationDate, .reviewDate: .date
    case .confidence, .similarityScore, .mappingSetConfidence: .unitInterval
    case .reviewerAgreement: .signedUnitInterval
    case .mappingCardinality: .cardinality
    case .predicateModifier: .predicateModifier
    case .subjectType, .predicateType, .objectType: .entityType
    case .sssomVersion: .version
    case .curieMap, .extensionDefinitions: .structure
    default: .text
    }
  }

  /// The slot of the other side: `object_id` for `subject_id`; itself if it is of neither side.
  public var swapped: Slot {
    switch self {
    case .subjectID: .objectID
    case .objectID: .subjectID
    case .subjectLabel: .objectLabel
    case .objectLabel: .subjectLabel
    case .subjectCategory: .objectCategory
    case .objectCategory: .subjectCategory
    case .subjectType: .objectType
    case .objectType: .subjectType
    case .subjectSource: .objectSource
    case .objectSource: .subjectSource
    case .subjectSourceVersion: .objectSourceVersion
    case .objectSourceVersion: .subjectSourceVersion
    case .subjectMatchField: .objectMatchField
    case .objectMatchField: .subjectMatchField
    case .subjectPreprocessing: .objectPreprocessing
    case .objectPreprocessing: .subjectPreprocessing
    default: self
    }
  }
}
