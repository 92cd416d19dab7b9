public import Diagnostics

/// Reads one YAML document into a tree of values, by means of libyaml.
///
/// It reads what files of settings and metadata need. Anchors, aliases, tags, directives, second
/// documents and keys that are not texts are faults. Reading goes on after all faults but one of
/// syntax.
///
/// ```swift
/// let (node, findings) = YAMLParser.parse(bytes, name: "set.yml")
/// ```
public enum YAMLParser {
  /// Reads a document.
  ///
  /// Rules: `yaml-syntax`, `yaml-duplicate-key`, `yaml-anchor`, `yaml-alias`, `yaml-tag`,
  /// `yaml-directive`, `yaml-key`, `yaml-second-document`, `yaml-too-large`.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8.
  ///   - name: The name of the input for places.
  ///   - limits: What the document may have at most.
  /// - Returns: The value, `nil` if there is none or the text is not YAML, and the faults in the
  ///   order of their places.
  public static func parse(
    _ bytes: [UInt8],
    name: String,
    limits: YAMLLimits = YAMLLimits()
  ) -> (node: YAMLNode?, findings: [Finding]) {
    guard bytes.count <= limits.bytes else {
      let finding = Finding(
        "yaml-too-large", .error, at: SourceLocation(file: name, line: 1, column: 1),
        "\(bytes.count) bytes, where \(limits.bytes) are the most that is read"
      )
      return (nil, [finding])
    }
    var findings: [Finding] = []
    var node: YAMLNode?
    do throws(YAMLSyntaxError) {
      var builder = TreeBuilder(reader: try EventReader(bytes), name: name, limits: limits)
      defer { findings = builder.findings }
      node = try builder.document()
    } catch {
      findings.append(
        Finding(
          "yaml-syntax", .error,
          at: SourceLocation(file: name, line: error.line + 1, column: error.column + 1),
          error.problem
        )
      )
    }
    return (node, findings.sortedByLocation())
  }
}
