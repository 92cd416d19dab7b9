import Diagnostics
import SSSOM

private let base = RuleCase.metadata
private let needed = RuleCase.columns

/// Faults of the file and its metadata.
enum FileRuleCases {
  static let all: [RuleCase] = [
    RuleCase(
      "emptyFile", text: "",
      finds: [
        .init(.emptyFile, .error, 1, 1, "the file is empty")
      ]),
    RuleCase(
      "onlyBlanks", text: " \n\n",
      finds: [
        .init(.emptyFile, .error, 1, 1, "the file is empty")
      ]),
    RuleCase(
      "onlyMetadata",
      text:
        "#curie_map:\n#  A: https://example.org/a/\n#  B: https://example.org/b/\n#mapping_set_id: https://example.org/set\n#license: https://creativecommons.org/publicdomain/zero/1.0/\n",
      finds: [
        .init(.noHeader, .error, 6, 1, "there is no header")
      ]),
    RuleCase(
      "noHeader",
      text:
        "#curie_map:\n#  A: https://example.org/a/\n#  B: https://example.org/b/\n#mapping_set_id: https://example.org/set\n#license: https://creativecommons.org/publicdomain/zero/1.0/\nA:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\n",
      finds: [
        .init(.noHeader, .error, 6, 1, "this line is not a header: it names no slot of mappings")
      ]),
    RuleCase(
      "commaInsteadOfTab",
      text:
        "#curie_map:\n#  A: https://example.org/a/\n#  B: https://example.org/b/\n#mapping_set_id: https://example.org/set\n#license: https://creativecommons.org/publicdomain/zero/1.0/\nsubject_id,predicate_id,object_id,mapping_justification\nA:1,skos:exactMatch,B:1,semapv:ManualMappingCuration\n",
      finds: [
        .init(
          .noHeader, .error, 6, 1, "this line is not a header: it names no slot of mappings",
          help: "columns are separated by TAB, not by a comma")
      ]),
    RuleCase(
      "noMappings", rows: [],
      finds: [
        .init(.noMappings, .note, 6, 1, "there are no mappings")
      ]),
    RuleCase(
      "metadataNotYAML", metadata: base + ["comment: a: b"],
      finds: [
        .init(
          .metadataSyntax, .error, 6, 12,
          "the metadata are not YAML: mapping values are not allowed in this context")
      ]),
    RuleCase(
      "doubledSlot", metadata: base + ["license: https://example.org/other"],
      finds: [
        .init(.duplicateSlot, .error, 6, 2, "the key 'license' occurs again; it is first on line 5")
      ]),
    RuleCase(
      "doubledPrefix",
      metadata: [
        "curie_map:", "  A: https://example.org/a/", "  B: https://example.org/b/",
        "  A: https://example.org/c/", "mapping_set_id: https://example.org/set",
        "license: https://creativecommons.org/publicdomain/zero/1.0/",
      ],
      finds: [
        .init(.duplicateSlot, .error, 4, 4, "the key 'A' occurs again; it is first on line 2")
      ]),
    RuleCase(
      "anchor", metadata: base + ["comment: &x text"],
      finds: [
        .init(.metadataFeature, .error, 6, 11, "an anchor, which is not allowed here")
      ]),
    RuleCase(
      "unevenIndentation",
      metadata: [
        " curie_map:", "   A: https://example.org/a/", "   B: https://example.org/b/",
        " mapping_set_id: https://example.org/set",
        "license: https://creativecommons.org/publicdomain/zero/1.0/",
      ],
      finds: [
        .init(.metadataIndentation, .error, 5, 2, "spaces after '#': 0, where the first line has 1")
      ]),
    RuleCase(
      "slotIndentedTooDeep",
      metadata: [
        "curie_map:", "  A: https://example.org/a/", "  B: https://example.org/b/",
        "mapping_set_id: https://example.org/set",
        " license: https://creativecommons.org/publicdomain/zero/1.0/",
      ],
      finds: [
        .init(.metadataIndentation, .error, 5, 3, "spaces after '#': 1, where the first line has 0")
      ]),
    RuleCase(
      "blankLineInMetadata",
      text:
        "#curie_map:\n#  A: https://example.org/a/\n#  B: https://example.org/b/\n\n#mapping_set_id: https://example.org/set\n#license: https://creativecommons.org/publicdomain/zero/1.0/\nsubject_id\tpredicate_id\tobject_id\tmapping_justification\nA:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\n",
      finds: [
        .init(.metadataGap, .error, 4, 1, "a blank line within the metadata")
      ]),
    RuleCase(
      "unknownSetSlot", metadata: base + ["mapping_set_titel: x"],
      finds: [
        .init(
          .unknownSlot, .warning, 6, 2, "'mapping_set_titel' is not a slot of mapping sets",
          suggestions: ["mapping_set_title"])
      ]),
    RuleCase(
      "mappingSlotInSet", metadata: base + ["confidence: 0.5"],
      finds: [
        .init(
          .unknownSlot, .warning, 6, 2, "'confidence' is a slot of mappings, not of mapping sets")
      ]),
    RuleCase(
      "listForOneValue", metadata: base + ["comment: [a, b]"],
      finds: [
        .init(.slotShape, .error, 6, 11, "'comment' has a list of 2, where it takes one value")
      ]),
    RuleCase(
      "structureForText", metadata: base + ["comment: {a: b}"],
      finds: [
        .init(.slotShape, .error, 6, 11, "'comment' has an inner structure as its value")
      ]),
    RuleCase(
      "emptySetSlot", metadata: base + ["comment:"],
      finds: [
        .init(.emptySlot, .warning, 6, 2, "'comment' has no value")
      ]),
    RuleCase(
      "unquotedVersion", metadata: base + ["mapping_set_version: 2026-11-23"],
      finds: [
        .init(
          .unquotedText, .warning, 6, 23,
          "'2026-11-23' in 'mapping_set_version' would be read as a date",
          suggestions: ["\"2026-11-23\""])
      ]),
    RuleCase(
      "redefinedPrefix",
      metadata: [
        "curie_map:", "  A: https://example.org/a/", "  B: https://example.org/b/",
        "  skos: https://example.org/skos/", "mapping_set_id: https://example.org/set",
        "license: https://creativecommons.org/publicdomain/zero/1.0/",
      ],
      finds: [
        .init(
          .redefinedPrefix, .error, 4, 4,
          "the built-in prefix 'skos' is declared as 'https://example.org/skos/', where it stands for 'http://www.w3.org/2004/02/skos/core#'",
          suggestions: ["http://www.w3.org/2004/02/skos/core#"])
      ]),
    RuleCase(
      "prefixWithoutIRI",
      metadata: [
        "curie_map:", "  A: https://example.org/a/", "  B: https://example.org/b/", "  C: nothing",
        "mapping_set_id: https://example.org/set",
        "license: https://creativecommons.org/publicdomain/zero/1.0/",
      ],
      finds: [
        .init(
          .badPrefix, .error, 4, 4,
          "the prefix 'C' stands for 'nothing', which does not begin an IRI")
      ]),
    RuleCase(
      "extensionWithoutName", metadata: base + ["extension_definitions:", "  - property: A:p"],
      finds: [
        .init(.badExtension, .error, 7, 6, "an extension definition without 'slot_name'")
      ]),
    RuleCase(
      "extensionNamedAsSlot",
      metadata: base + ["extension_definitions:", "  - slot_name: comment", "    property: A:p"],
      finds: [
        .init(.badExtension, .error, 7, 6, "'comment' is a slot of SSSOM itself")
      ]),
    RuleCase(
      "extensionPrefixUndeclared",
      metadata: base + ["extension_definitions:", "  - slot_name: ext_a", "    property: X:p"],
      columns: needed + ["ext_a"],
      rows: ["A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\t1"],
      finds: [
        .init(
          .undeclaredPrefix, .error, 7, 6,
          "in the definition of 'ext_a': the prefix 'X' of 'X:p' is not declared")
      ]),
    RuleCase(
      "extensionType",
      metadata: base + [
        "extension_definitions:", "  - slot_name: ext_a", "    property: A:p",
        "    type_hint: xsd:integer",
      ], columns: needed + ["ext_a"],
      rows: ["A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\t1.5"],
      finds: [
        .init(.extensionType, .warning, 11, 54, "'1.5' in 'ext_a' is not a whole number")
      ]),
    RuleCase(
      "versionContradiction", metadata: ["sssom_version: \"1.0\""] + base,
      finds: [
        .init(
          .version, .error, 1, 17,
          "the version '1.0' contradicts itself: 'sssom_version' exists since 1.1",
          suggestions: ["\"1.1\""])
      ]),
    RuleCase(
      "versionUnknown", metadata: ["sssom_version: \"2.0\""] + base,
      finds: [
        .init(.version, .error, 1, 17, "the version '2.0' is not known", suggestions: ["\"1.1\""])
      ]),
    RuleCase(
      "versionNeededForSlot", columns: needed + ["record_id"],
      rows: ["A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\tA:r"],
      finds: [
        .init(
          .versionNeeded, .warning, 6, 57,
          "the slot 'record_id' exists since version 1.1, but the set does not declare a version",
          help: "add this line to the metadata: sssom_version: \"1.1\"")
      ]),
    RuleCase(
      "versionNeededForValue",
      columns: needed + ["mapping_cardinality", "subject_source", "object_source"],
      rows: [
        "sssom:NoTermFound\tskos:exactMatch\tsssom:NoTermFound\tsemapv:ManualMappingCuration\t0:0\tA:s\tB:s"
      ],
      finds: [
        .init(
          .versionNeeded, .warning, 7, 82,
          "the value '0:0' exists since version 1.1, but the set does not declare a version",
          help: "add this line to the metadata: sssom_version: \"1.1\"")
      ]),
    RuleCase(
      "licenceNotAnAddress",
      metadata: [
        "curie_map:", "  A: https://example.org/a/", "  B: https://example.org/b/",
        "mapping_set_id: https://example.org/set", "license: CC0",
      ],
      finds: [
        .init(.relativeURI, .warning, 5, 11, "'CC0' in 'license' is not an address")
      ]),
    RuleCase(
      "inSetAndRows", metadata: base + ["mapping_tool: y"], columns: needed + ["mapping_tool"],
      rows: ["A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration\tx"],
      finds: [
        .init(
          .inSetAndRows, .warning, 6, 2,
          "'mapping_tool' has a value for the set, which does not count, because rows have values",
          help: "remove it here, or empty the column at line 7"),
        .init(
          .unquotedText, .warning, 6, 16, "'y' in 'mapping_tool' would be read as a boolean",
          suggestions: ["\"y\""]),
      ]),
    RuleCase(
      "unknownScope",
      metadata: [
        "sssom_version: \"1.1\"", "curie_map:", "  A: https://example.org/a/",
        "  B: https://example.org/b/", "mapping_set_id: https://example.org/set",
        "license: https://creativecommons.org/publicdomain/zero/1.0/",
        "cardinality_scope: [predicate]",
      ],
      finds: [
        .init(.unknownScope, .warning, 7, 22, "'predicate' is not a slot of mappings")
      ]),
  ]
}
