import Diagnostics
import YAML

/// The lines at the beginning of a file that begin with `#`, as YAML.
///
/// Each `#` becomes a space, so that columns stay as they are.
struct MetadataBlock {
  private struct Line {
    var number: Int
    var content: ArraySlice<UInt8>
    var indentation: Int
    /// Whether nothing but spaces is on the line.
    var isBlank: Bool
  }

  private var lines: [Line] = []
  /// The number of spaces after the first `#`.
  private var indentation = 0

  /// Where the text after the block begins, and the number of its first line.
  private(set) var end: Int
  private(set) var nextLine: Int

  let name: String

  var isEmpty: Bool { lines.isEmpty }

  /// Takes the block from the beginning of a text.
  init(of bytes: [UInt8], from start: Int, name: String, findings: inout FindingList) {
    self.name = name
    end = start
    nextLine = 1
    var position = start
    var number = 1
    var blankLine: Int?
    while position < bytes.count {
      let lineEnd = bytes[position...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var content = bytes[position..<lineEnd]
      if content.last == 0x0D { content.removeLast() }
      position = min(lineEnd + 1, bytes.endIndex)
      number += 1
      if content.isEmpty, !lines.isEmpty {
        blankLine = blankLine ?? number - 1
        continue
      }
      guard content.popFirst() == 0x23 else { break }
      if let line = blankLine {
        findings.add(
          .metadataGap, at: SourceLocation(file: name, line: line, column: 1),
          "a blank line within the metadata"
        )
        blankLine = nil
      }
      let spaces = content.prefix { $0 == 0x20 }.count
      lines.append(
        Line(
          number: number - 1, content: content, indentation: spaces,
          isBlank: spaces == content.count
        )
      )
      end = position
      nextLine = number
    }
    indentation = lines.first { !$0.isBlank }?.indentation ?? 0
  }

  /// Reads the block.
  ///
  /// - Returns: The value, and whether the block is YAML.
  func parse(_ findings: inout FindingList) -> (node: YAMLNode?, isReadable: Bool) {
    var changes: [Int: Int] = [:]
    for line in lines where !line.isBlank && line.indentation < indentation {
      changes[line.number] = indentation - line.indentation
    }
    var result = YAMLParser.parse(text(changes), name: name)
    if result.findings.contains(where: { $0.rule == "yaml-syntax" }) {
      var moreChanges = changes
      for (number, change) in slotsTooDeep { moreChanges[number] = change }
      let second = YAMLParser.parse(text(moreChanges), name: name)
      if moreChanges != changes, !second.findings.contains(where: { $0.rule == "yaml-syntax" }) {
        result = second
        changes = moreChanges
      }
    }
    for line in lines where changes[line.number] != nil {
      findings.add(
        .metadataIndentation,
        at: SourceLocation(file: name, line: line.number, column: line.indentation + 2),
        "spaces after '#': \(line.indentation), where the first line has \(indentation)"
      )
    }
    let isReadable = MetadataReader.report(result.findings, to: &findings) {
      place($0, changes: changes)
    }
    return (result.node.map { moved($0, changes: changes) }, isReadable)
  }

  /// Lines with a slot of the set that are indented, though not within `curie_map` or such.
  private var slotsTooDeep: [Int: Int] {
    var result: [Int: Int] = [:]
    var isInStructure = false
    for line in lines where !line.isBlank {
      let text = line.content.dropFirst(line.indentation)
      let slot = text.firstIndex(of: 0x3A)
        .flatMap { Slot(name: String(decoding: text[..<$0], as: UTF8.self)) }
      if line.indentation <= indentation {
        isInStructure = slot?.kind == .structure
      } else if !isInStructure, slot != nil {
        result[line.number] = indentation - line.indentation
      }
    }
    return result
  }

  /// The YAML, with lines moved to the right by so many spaces, or to the left.
  private func text(_ changes: [Int: Int]) -> [UInt8] {
    var text: [UInt8] = []
    var number = 1
    for line in lines {
      text += [UInt8](repeating: 0x0A, count: line.number - number)
      number = line.number + 1
      let change = changes[line.number] ?? 0
      text += [UInt8](repeating: 0x20, count: 1 + max(change, 0))
      text += line.content.dropFirst(max(-change, 0))
      text.append(0x0A)
    }
    return text
  }

  private func place(_ location: SourceLocation, changes: [Int: Int]) -> SourceLocation {
    guard let change = changes[location.line] else { return location }
    var location = location
    location.column = max(location.column - change, 1)
    return location
  }

  private func moved(_ node: YAMLNode, changes: [Int: Int]) -> YAMLNode {
    if changes.isEmpty { return node }
    let location = place(node.location, changes: changes)
    switch node.content {
    case .scalar: return YAMLNode(node.content, at: location)
    case .sequence(let items):
      return YAMLNode(.sequence(items.map { moved($0, changes: changes) }), at: location)
    case .mapping(let entries):
      let results = entries.map {
        YAMLNode.Entry(
          key: $0.key, keyLocation: place($0.keyLocation, changes: changes),
          value: moved($0.value, changes: changes)
        )
      }
      return YAMLNode(.mapping(results), at: location)
    }
  }
}
