/// A slot of the SSSOM model, version 1.1: a property of a mapping, of a mapping set, or of both.
///
/// The cases stand in the canonical order of the slots of a mapping; then come those that only a
/// mapping set has.
public enum Slot: UInt8, Hashable, Sendable, CaseIterable {
  /// The slot `record_id`.
  case recordID
  /// The slot `subject_id`.
  case subjectID
  /// The slot `subject_label`.
  case subjectLabel
  /// The slot `subject_category`.
  case subjectCategory
  /// The slot `predicate_id`.
  case predicateID
  /// The slot `predicate_label`.
  case predicateLabel
  /// The slot `predicate_modifier`.
  case predicateModifier
  /// The slot `object_id`.
  case objectID
  /// The slot `object_label`.
  case objectLabel
  /// The slot `object_category`.
  case objectCategory
  /// The slot `mapping_justification`.
  case mappingJustification
  /// The slot `author_id`.
  case authorID
  /// The slot `author_label`.
  case authorLabel
  /// The slot `reviewer_id`.
  case reviewerID
  /// The slot `reviewer_label`.
  case reviewerLabel
  /// The slot `creator_id`.
  case creatorID
  /// The slot `creator_label`.
  case creatorLabel
  /// The slot `license`.
  case license
  /// The slot `subject_type`.
  case subjectType
  /// The slot `subject_source`.
  case subjectSource
  /// The slot `subject_source_version`.
  case subjectSourceVersion
  /// The slot `object_type`.
  case objectType
  /// The slot `object_source`.
  case objectSource
  /// The slot `object_source_version`.
  case objectSourceVersion
  /// The slot `predicate_type`.
  case predicateType
  /// The slot `mapping_provider`.
  case mappingProvider
  /// The slot `mapping_source`.
  case mappingSource
  /// The slot `mapping_cardinality`.
  case mappingCardinality
  /// The slot `cardinality_scope`.
  case cardinalityScope
  /// The slot `mapping_tool`.
  case mappingTool
  /// The slot `mapping_tool_id`.
  case mappingToolID
  /// The slot `mapping_tool_version`.
  case mappingToolVersion
  /// The slot `mapping_date`.
  case mappingDate
  /// The slot `publication_date`.
  case publicationDate
  /// The slot `review_date`.
  case reviewDate
  /// The slot `confidence`.
  case confidence
  /// The slot `reviewer_agreement`.
  case reviewerAgreement
  /// The slot `curation_rule`.
  case curationRule
  /// The slot `curation_rule_text`.
  case curationRuleText
  /// The slot `subject_match_field`.
  case subjectMatchField
  /// The slot `object_match_field`.
  case objectMatchField
  /// The slot `match_string`.
  case matchString
  /// The slot `subject_preprocessing`.
  case subjectPreprocessing
  /// The slot `object_preprocessing`.
  case objectPreprocessing
  /// The slot `similarity_score`.
  case similarityScore
  /// The slot `similarity_measure`.
  case similarityMeasure
  /// The slot `see_also`.
  case seeAlso
  /// The slot `issue_tracker_item`.
  case issueTrackerItem
  /// The slot `other`.
  case other
  /// The slot `comment`.
  case comment
  /// The slot `sssom_version`.
  case sssomVersion
  /// The slot `curie_map`.
  case curieMap
  /// The slot `mapping_set_id`.
  case mappingSetID
  /// The slot `mapping_set_version`.
  case mappingSetVersion
  /// The slot `mapping_set_source`.
  case mappingSetSource
  /// The slot `mapping_set_title`.
  case mappingSetTitle
  /// The slot `mapping_set_description`.
  case mappingSetDescription
  /// The slot `mapping_set_confidence`.
  case mappingSetConfidence
  /// The slot `issue_tracker`.
  case issueTracker
  /// The slot `extension_definitions`.
  case extensionDefinitions
}

extension Slot {
  /// The name of the slot in files.
  public var name: String { Self.names[Int(rawValue)] }

  /// The slot of a name; `nil` if there is none.
  public init?(name: String) {
    guard let slot = Self.byName[name] else { return nil }
    self = slot
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  private static let names = [
    "record_id", "subject_id", "subject_label", "subject_category", "predicate_id",
    "predicate_label", "predicate_modifier", "object_id", "object_label", "object_category",
    "mapping_justification", "author_id", "author_label", "reviewer_id", "reviewer_label",
    "creator_id", "creator_label", "license", "subject_type", "subject_source",
    "subject_source_version", "object_type", "object_source", "object_source_version",
    "predicate_type", "mapping_provider", "mapping_source", "mapping_cardinality",
    "cardinality_scope", "mapping_tool", "mapping_tool_id", "mapping_tool_version",
    "mapping_date", "publication_date", "review_date", "confidence", "reviewer_agreement",
    "curation_rule", "curation_rule_text", "subject_match_field", "object_match_field",
    "match_string", "subject_preprocessing", "object_preprocessing", "similarity_score",
    "similarity_measure", "see_also", "issue_tracker_item", "other", "comment",
    "sssom_version", "curie_map", "mapping_set_id", "mapping_set_version",
    "mapping_set_source", "mapping_set_title", "mapping_set_description",
    "mapping_set_confidence", "issue_tracker", "extension_definitions",
  ]
}

extension Slot: CustomStringConvertible {
  /// The name of the slot in files.
  public var description: String { name }
}
