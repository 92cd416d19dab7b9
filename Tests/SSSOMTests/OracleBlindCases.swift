import Diagnostics
import SSSOM

private let base = RuleCase.metadata
private let needed = RuleCase.columns

/// The inputs of the table of `sssom validate` results, and what is to be found in them.
enum OracleBlindCases {
  static let all: [RuleCase] = [
    RuleCase("valid", finds: []),
    RuleCase(
      "byteOrderMark",
      text:
        "\u{FEFF}#curie_map:\n#  A: https://example.org/a/\n#  B: https://example.org/b/\n#mapping_set_id: https://example.org/set\n#license: https://creativecommons.org/publicdomain/zero/1.0/\nsubject_id\tpredicate_id\tobject_id\tmapping_justification\nA:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\n",
      finds: [
        .init(.byteOrderMark, .error, 1, 1, "the file begins with a byte-order mark")
      ]),
    RuleCase(
      "missingLicence",
      metadata: [
        "curie_map:", "  A: https://example.org/a/", "  B: https://example.org/b/",
        "mapping_set_id: https://example.org/set",
      ],
      finds: [
        .init(.missingLicense, .error, 5, 1, "the set has no 'license'")
      ]),
    RuleCase(
      "missingMappingSetID",
      metadata: [
        "curie_map:", "  A: https://example.org/a/", "  B: https://example.org/b/",
        "license: https://creativecommons.org/publicdomain/zero/1.0/",
      ],
      finds: [
        .init(.missingMappingSetID, .error, 5, 1, "the set has no 'mapping_set_id'")
      ]),
    RuleCase(
      "noJustificationColumn", columns: ["subject_id", "predicate_id", "object_id"],
      rows: ["A:1\tskos:exactMatch\tB:1"],
      finds: [
        .init(.missingColumn, .error, 6, 1, "the column 'mapping_justification' is missing")
      ]),
    RuleCase(
      "emptyJustification", rows: ["A:1\tskos:exactMatch\tB:1\t"],
      finds: [
        .init(.missingJustification, .error, 7, 25, "'mapping_justification' is empty")
      ]),
    RuleCase(
      "duplicateRows",
      rows: [
        "A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration",
        "A:2\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration",
        "A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration",
      ],
      finds: [
        .init(.duplicateRow, .warning, 9, 1, "this row is the same as that on line 7")
      ]),
    RuleCase(
      "declaredOneToOneButOneToN", columns: needed + ["mapping_cardinality"],
      rows: [
        "A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\t1:1",
        "A:1\tskos:exactMatch\tB:2\tsemapv:ManualMappingCuration\t1:n",
      ],
      finds: [
        .init(
          .cardinalityMismatch, .warning, 7, 54,
          "the cardinality is declared as '1:1', but it is '1:n'", suggestions: ["1:n"])
      ]),
    RuleCase(
      "exactAndNotExact", columns: needed + ["predicate_modifier"],
      rows: [
        "A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\t",
        "A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\tNot",
      ],
      finds: [
        .init(
          .assertedAndDenied, .error, 8, 5,
          "'skos:exactMatch' of 'A:1' and 'B:1' is denied here and stated on line 7",
          subjects: ["A:1", "B:1"])
      ]),
    RuleCase(
      "selfMapping", rows: ["A:1\tskos:exactMatch\tA:1\tsemapv:ManualMappingCuration"],
      finds: [
        .init(.selfMapping, .warning, 7, 21, "'A:1' is mapped to itself", subjects: ["A:1"])
      ]),
    RuleCase(
      "confidenceTooHigh", columns: needed + ["confidence"],
      rows: ["A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\t1.5"],
      finds: [
        .init(.numberRange, .error, 7, 54, "'1.5' in 'confidence' is not between 0 and 1")
      ]),
    RuleCase(
      "reviewerAgreementTooHigh", metadata: ["sssom_version: \"1.1\""] + base,
      columns: needed + ["reviewer_agreement"],
      rows: ["A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\t2"],
      finds: [
        .init(.numberRange, .error, 8, 54, "'2' in 'reviewer_agreement' is not between -1 and 1")
      ]),
    RuleCase(
      "undeclaredPrefix", rows: ["A:1\tskos:exactMatch\tX:1\tsemapv:ManualMappingCuration"],
      finds: [
        .init(.undeclaredPrefix, .error, 7, 21, "the prefix 'X' of 'X:1' is not declared")
      ]),
    RuleCase(
      "justificationOutsideSemapv", rows: ["A:1\tskos:exactMatch\tB:1\tA:Guess"],
      finds: [
        .init(
          .justification, .error, 7, 25, "the justification 'A:Guess' is not a term of 'semapv'")
      ]),
    RuleCase(
      "iriInsteadOfCURIE",
      rows: ["A:1\tskos:exactMatch\thttps://example.org/b/1\tsemapv:ManualMappingCuration"],
      finds: [
        .init(
          .iri, .error, 7, 21, "'https://example.org/b/1' in 'object_id' is an IRI",
          suggestions: ["B:1"])
      ]),
    RuleCase(
      "cardinalityNToM", columns: needed + ["mapping_cardinality"],
      rows: ["A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\tn:m"],
      finds: [
        .init(.cardinalityValue, .error, 7, 54, "'n:m' is not a cardinality", suggestions: ["n:n"])
      ]),
    RuleCase(
      "cardinalityTwoToThree", columns: needed + ["mapping_cardinality"],
      rows: ["A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\t2:3"],
      finds: [
        .init(.cardinalityValue, .error, 7, 54, "'2:3' is not a cardinality")
      ]),
    RuleCase(
      "badDate", columns: needed + ["mapping_date"],
      rows: ["A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\t2026-13-40"],
      finds: [
        .init(.badDate, .error, 7, 54, "'2026-13-40' in 'mapping_date' is not a date")
      ]),
    RuleCase(
      "exactAndBroad",
      rows: [
        "A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration",
        "A:1\tskos:broadMatch\tB:1\tsemapv:ManualMappingCuration",
      ],
      finds: [
        .init(
          .conflictingPredicates, .error, 8, 5,
          "'A:1' and 'B:1' have 'skos:broadMatch' here and 'skos:exactMatch' on line 7",
          subjects: ["A:1", "B:1"])
      ]),
    RuleCase(
      "carriageReturns",
      text:
        "#curie_map:\r\n#  A: https://example.org/a/\r\n#  B: https://example.org/b/\r\n#mapping_set_id: https://example.org/set\r\n#license: https://creativecommons.org/publicdomain/zero/1.0/\r\nsubject_id\tpredicate_id\tobject_id\tmapping_justification\r\nA:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\r\n",
      finds: [
        .init(.carriageReturns, .note, 1, 1, "lines end with CR LF")
      ]),
  ]
}
