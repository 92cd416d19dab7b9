/// A step of reading a YAML document, with its place counted from 0.
struct YAMLEvent {
  enum Kind {
    case streamStart
    case streamEnd
    case documentStart(hasDirectives: Bool)
    case documentEnd
    case alias
    case scalar(String, YAMLNode.ScalarStyle)
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd
  }

  var kind: Kind
  var line: Int
  var column: Int
  var hasAnchor = false
  var hasTag = false
}

/// A text that is not YAML.
struct YAMLSyntaxError: Error {
  var problem: String
  var line: Int
  var column: Int
}
