import Diagnostics
import SSSOM
import Testing

/// A file and everything that is to be found in it.
struct RuleCase: Sendable, CustomTestStringConvertible {
  /// A finding of the file.
  struct Found: Sendable {
    var finding: Finding

    init(
      _ rule: SSSOMRule, _ severity: Severity, _ line: Int, _ column: Int, _ message: String,
      help: String? = nil, suggestions: [String] = [], subjects: [String] = []
    ) {
      finding = Finding(
        rule.id, severity, at: .init(file: "a.sssom.tsv", line: line, column: column), message,
        help: help ?? rule.help, suggestions: suggestions, subjects: subjects
      )
    }
  }

  static let metadata = [
    "curie_map:", "  A: https://example.org/a/", "  B: https://example.org/b/",
    "mapping_set_id: https://example.org/set",
    "license: https://creativecommons.org/publicdomain/zero/1.0/",
  ]
  static let columns = ["subject_id", "predicate_id", "object_id", "mapping_justification"]
  static let row = "A:1\tskos:exactMatch\tB:1\tsemapv:ManualMappingCuration"

  var name: String
  var text: String
  var finds: [Found]
  var testDescription: String { name }

  init(_ name: String, text: String, finds: [Found]) {
    self.name = name
    self.text = text
    self.finds = finds
  }

  init(
    _ name: String, metadata: [String] = Self.metadata, columns: [String] = Self.columns,
    rows: [String] = [Self.row], finds: [Found]
  ) {
    let lines = metadata.map { "#" + $0 } + [columns.joined(separator: "\t")] + rows
    self.init(name, text: lines.joined(separator: "\n") + "\n", finds: finds)
  }
}
