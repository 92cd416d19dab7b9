import Diagnostics
import SSSOM

private let base = RuleCase.metadata
private let needed = RuleCase.columns

/// Faults of the header and the mappings.
enum MappingRuleCases {
  static let all: [RuleCase] = [
    RuleCase(
      "missingColumns", columns: ["subject_id", "comment"], rows: ["A:1\tx"],
      finds: [
        .init(.missingColumn, .error, 6, 1, "the column 'predicate_id' is missing"),
        .init(.missingColumn, .error, 6, 1, "the column 'object_id' is missing"),
        .init(.missingColumn, .error, 6, 1, "the column 'mapping_justification' is missing"),
      ]),
    RuleCase(
      "doubledColumn", columns: needed + ["subject_id"],
      rows: ["A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\tA:2"],
      finds: [
        .init(.duplicateColumn, .error, 6, 57, "the column 'subject_id' occurs again")
      ]),
    RuleCase(
      "unknownColumn", columns: needed + ["subject_lable"],
      rows: ["A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\tx"],
      finds: [
        .init(
          .unknownColumn, .warning, 6, 57, "'subject_lable' is not a slot of mappings",
          suggestions: ["subject_label"])
      ]),
    RuleCase(
      "replacedColumn", columns: needed + ["match_type"],
      rows: ["A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\tLexical"],
      finds: [
        .init(
          .unknownColumn, .warning, 6, 57,
          "'match_type' was replaced by 'mapping_justification' in SSSOM 0.9.1")
      ]),
    RuleCase(
      "unnamedColumn", columns: needed + [""],
      rows: ["A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\tx"],
      finds: [
        .init(.unnamedColumn, .error, 6, 57, "column 5 has no name")
      ]),
    RuleCase(
      "shortRow",
      rows: [
        "A:1\tskos:exactMatch\tB:1", "A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration",
      ],
      finds: [
        .init(.raggedRow, .error, 7, 21, "3 fields, where the header has 4"),
        .init(.missingJustification, .error, 7, 21, "'mapping_justification' is empty"),
      ]),
    RuleCase(
      "longRow", rows: ["A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\tx"],
      finds: [
        .init(
          .raggedRow, .error, 7, 54,
          "5 fields, where the header has 4; what is from here on is not used")
      ]),
    RuleCase(
      "missingSubject", rows: ["\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration"],
      finds: [
        .init(.missingValue, .error, 7, 1, "'subject_id' is empty")
      ]),
    RuleCase(
      "literalSubject", columns: needed + ["subject_type", "subject_label"],
      rows: ["\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\trdfs literal\tx"], finds: []),
    RuleCase(
      "literalWithoutLabel", columns: needed + ["subject_type", "subject_label"],
      rows: ["\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\trdfs literal\t"],
      finds: [
        .init(
          .literalWithoutLabel, .error, 7, 64,
          "'subject_label' is empty, where 'subject_type' is 'rdfs literal'")
      ]),
    RuleCase(
      "predicateNotACURIE", rows: ["A:1\texactMatch\tB:1\tsemapv:ManualMappingCuration"],
      finds: [
        .init(.notACURIE, .error, 7, 5, "'exactMatch' in 'predicate_id' has no prefix")
      ]),
    RuleCase(
      "referenceWithBlank", rows: ["A:1\tskos:exactMatch\tB:1 2\tsemapv:ManualMappingCuration"],
      finds: [
        .init(.notACURIE, .error, 7, 21, "'B:1 2' in 'object_id' is not a CURIE")
      ]),
    RuleCase(
      "unknownJustification", rows: ["A:1\tskos:exactMatch\tB:1\tsemapv:LexicalMatchin"],
      finds: [
        .init(
          .unknownJustification, .warning, 7, 25,
          "'semapv:LexicalMatchin' is not a justification that SSSOM lists",
          suggestions: ["semapv:LexicalMatching"])
      ]),
    RuleCase(
      "leapDay", columns: needed + ["mapping_date"],
      rows: [
        "A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\t2025-02-29",
        "A:2\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\t2024-02-29",
      ],
      finds: [
        .init(.badDate, .error, 7, 54, "'2025-02-29' in 'mapping_date' is not a date")
      ]),
    RuleCase(
      "notANumber", columns: needed + ["confidence"],
      rows: ["A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\thigh"],
      finds: [
        .init(.notANumber, .error, 7, 54, "'high' in 'confidence' is not a number")
      ]),
    RuleCase(
      "wrongModifier", columns: needed + ["predicate_modifier"],
      rows: ["A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\tNOT"],
      finds: [
        .init(
          .predicateModifier, .error, 7, 54, "'NOT' is not a predicate modifier",
          suggestions: ["Not"])
      ]),
    RuleCase(
      "wrongEntityType", columns: needed + ["subject_type"],
      rows: ["A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\tskos concep"],
      finds: [
        .init(
          .entityType, .error, 7, 54, "'skos concep' in 'subject_type' is not an entity type",
          suggestions: ["skos concept"])
      ]),
    RuleCase(
      "emptyItem", columns: needed + ["author_label"],
      rows: ["A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\ta||b"],
      finds: [
        .init(.emptyItem, .warning, 7, 54, "an empty value in 'author_label'")
      ]),
    RuleCase(
      "surroundingSpace", columns: needed + ["comment"],
      rows: ["A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\t x "],
      finds: [
        .init(
          .surroundingSpace, .warning, 7, 54, "blanks around 'x' in 'comment'", suggestions: ["x"])
      ]),
    RuleCase(
      "blankAroundReference", rows: [" A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration"],
      finds: [
        .init(
          .notACURIE, .error, 7, 1, "' A:1' in 'subject_id' is not a CURIE", suggestions: ["A:1"])
      ]),
    RuleCase(
      "blankAroundDate", columns: needed + ["mapping_date"],
      rows: ["A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\t2026-11-23 "],
      finds: [
        .init(
          .badDate, .error, 7, 54, "'2026-11-23 ' in 'mapping_date' is not a date",
          suggestions: ["2026-11-23"])
      ]),
    RuleCase(
      "undeclaredPrefixInList", columns: needed + ["author_id"],
      rows: ["A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\tA:1|X:2"],
      finds: [
        .init(.undeclaredPrefix, .error, 7, 54, "the prefix 'X' of 'X:2' is not declared")
      ]),
    RuleCase(
      "duplicateRecordID", metadata: ["sssom_version: \"1.1\""] + base,
      columns: ["record_id", "subject_id", "predicate_id", "object_id", "mapping_justification"],
      rows: [
        "A:r\tA:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration",
        "A:r\tA:2\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration",
      ],
      finds: [
        .init(.duplicateRecordID, .error, 9, 1, "the record identifier 'A:r' is that of line 8")
      ]),
    RuleCase(
      "cardinalityInScope",
      metadata: [
        "sssom_version: \"1.1\"", "curie_map:", "  A: https://example.org/a/",
        "  B: https://example.org/b/", "mapping_set_id: https://example.org/set",
        "license: https://creativecommons.org/publicdomain/zero/1.0/", "cardinality_scope:",
        "  - predicate_id",
      ], columns: needed + ["mapping_cardinality"],
      rows: [
        "A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\t1:1",
        "A:1\tskos:closeMatch\tB:2\tsemapv:ManualMappingCuration\t1:1",
        "A:3\tskos:exactMatch\tB:3\tsemapv:ManualMappingCuration\tn:1",
      ],
      finds: [
        .init(
          .cardinalityMismatch, .warning, 12, 54,
          "the cardinality is declared as 'n:1', but it is '1:1' within the same 'predicate_id'",
          suggestions: ["1:1"])
      ]),
    RuleCase(
      "exactAndNarrowFromOtherSide",
      rows: [
        "A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration",
        "B:1\tskos:narrowMatch\tA:1\tsemapv:ManualMappingCuration",
      ],
      finds: [
        .init(
          .conflictingPredicates, .error, 8, 5,
          "'B:1' and 'A:1' have 'skos:narrowMatch' here and 'skos:exactMatch' on line 7",
          subjects: ["B:1", "A:1"])
      ]),
    RuleCase(
      "broadAndNarrow",
      rows: [
        "A:1\tskos:narrowMatch\tB:1\tsemapv:ManualMappingCuration",
        "A:1\tskos:broadMatch\tB:1\tsemapv:ManualMappingCuration",
      ],
      finds: [
        .init(
          .broadAndNarrow, .warning, 8, 5,
          "'A:1' and 'B:1' have 'skos:broadMatch' here and 'skos:narrowMatch' on line 7",
          subjects: ["A:1", "B:1"])
      ]),
    RuleCase(
      "noTermWithOtherCardinality", columns: needed + ["mapping_cardinality", "object_source"],
      rows: ["A:1\tskos:exactMatch\tsssom:NoTermFound\tsemapv:ManualMappingCuration\t1:1\tB:s"],
      finds: [
        .init(
          .noTermCardinality, .error, 7, 68,
          "the cardinality is '1:1', where it is '1:0' for 'sssom:NoTermFound'",
          suggestions: ["1:0"])
      ]),
    RuleCase(
      "noTermWithoutSource",
      rows: ["A:1\tskos:exactMatch\tsssom:NoTermFound\tsemapv:ManualMappingCuration"],
      finds: [
        .init(
          .noTermWithoutSource, .warning, 7, 21,
          "no term was found for 'A:1', but not said where: 'object_source' is empty")
      ]),
    RuleCase(
      "misplacedNoTerm", columns: needed + ["mapping_source"],
      rows: ["A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\tsssom:NoTermFound"],
      finds: [
        .init(.misplacedNoTerm, .error, 7, 54, "'sssom:NoTermFound' in 'mapping_source'")
      ]),
    RuleCase(
      "placeBehindLineBreak",
      text:
        "#curie_map:\n#  A: https://example.org/a/\n#  B: https://example.org/b/\n#mapping_set_id: https://example.org/set\n#license: https://creativecommons.org/publicdomain/zero/1.0/\ncomment\tsubject_id\tpredicate_id\tobject_id\tmapping_justification\n\"a\nb\"\tA:1\tskos:exactMatch\tX:1\tsemapv:ManualMappingCuration\n",
      finds: [
        .init(.undeclaredPrefix, .error, 8, 24, "the prefix 'X' of 'X:1' is not declared")
      ]),
  ]
}
