import Diagnostics

/// Makes a tree of the events of a document.
struct TreeBuilder: ~Copyable {
  private var reader: EventReader
  private let name: String
  private let limits: YAMLLimits
  private var nodeCount = 0
  private(set) var findings: [Finding] = []

  init(reader: consuming EventReader, name: String, limits: YAMLLimits) {
    self.reader = reader
    self.name = name
    self.limits = limits
  }

  /// The first document of the stream.
  mutating func document() throws(YAMLSyntaxError) -> YAMLNode? {
    var result: YAMLNode?
    var documents = 0
    while true {
      let event = try reader.next()
      switch event.kind {
      case .streamStart, .documentEnd: continue
      case .streamEnd: return result
      case .documentStart(let hasDirectives):
        documents += 1
        if hasDirectives {
          report("yaml-directive", event, "a directive, which is not allowed here")
        }
        if documents == 2 {
          report("yaml-second-document", event, "a second document begins, which is not read")
        }
      default:
        let node = try node(from: event, depth: 1)
        if documents == 1 { result = node }
      }
    }
  }

  private mutating func node(
    from event: YAMLEvent,
    depth: Int
  ) throws(YAMLSyntaxError) -> YAMLNode {
    nodeCount += 1
    guard nodeCount <= limits.nodes else {
      throw YAMLSyntaxError(
        problem: "more than \(limits.nodes) values", line: event.line, column: event.column
      )
    }
    guard depth <= limits.depth else {
      throw YAMLSyntaxError(
        problem: "nested deeper than \(limits.depth)", line: event.line, column: event.column
      )
    }
    if event.hasAnchor { report("yaml-anchor", event, "an anchor, which is not allowed here") }
    if event.hasTag { report("yaml-tag", event, "a tag, which is not allowed here") }
    let location = location(event)
    switch event.kind {
    case .scalar(let text, let style): return YAMLNode(.scalar(text, style), at: location)
    case .sequenceStart: return YAMLNode(.sequence(try items(depth: depth)), at: location)
    case .mappingStart: return YAMLNode(.mapping(try entries(depth: depth)), at: location)
    default:
      report("yaml-alias", event, "an alias, which is not allowed here")
      return YAMLNode(.scalar("", .plain), at: location)
    }
  }

  private mutating func items(depth: Int) throws(YAMLSyntaxError) -> [YAMLNode] {
    var items: [YAMLNode] = []
    while true {
      let event = try reader.next()
      if case .sequenceEnd = event.kind { return items }
      items.append(try node(from: event, depth: depth + 1))
    }
  }

  private mutating func entries(depth: Int) throws(YAMLSyntaxError) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    var lines: [String: Int] = [:]
    while true {
      let event = try reader.next()
      if case .mappingEnd = event.kind { return entries }
      let key = try node(from: event, depth: depth + 1)
      let value = try node(from: try reader.next(), depth: depth + 1)
      guard let text = key.text else {
        report("yaml-key", event, "a key that is not a text")
        continue
      }
      if let line = lines[text] {
        report(
          "yaml-duplicate-key", event, "the key '\(text)' occurs again; it is first on line \(line)"
        )
      } else {
        lines[text] = key.location.line
      }
      entries.append(YAMLNode.Entry(key: text, keyLocation: key.location, value: value))
    }
  }

  private func location(_ event: YAMLEvent) -> SourceLocation {
    SourceLocation(file: name, line: event.line + 1, column: event.column + 1)
  }

  private mutating func report(_ rule: String, _ event: YAMLEvent, _ message: String) {
    findings.append(Finding(rule, .error, at: location(event), message))
  }
}
