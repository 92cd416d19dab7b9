import Diagnostics

/// The text that mappings were read from, for places.
struct SourceText: Sendable {
  let name: String
  let bytes: [UInt8]
  /// The first line that ends with CR LF.
  let firstLineWithCarriageReturn: Int?
  /// Where the lines of the text begin.
  private let lineStarts: [UInt32]

  init(_ bytes: [UInt8], name: String) {
    self.name = name
    self.bytes = bytes
    var starts: [UInt32] = [0]
    let span = bytes.span
    var firstLine: Int?
    for index in span.indices where span[index] == 0x0A {
      if firstLine == nil, index > 0, span[index - 1] == 0x0D { firstLine = starts.count }
      starts.append(UInt32(index + 1))
    }
    lineStarts = starts
    firstLineWithCarriageReturn = firstLine
  }

  /// The place of a field of a record of TAB-separated values that begins on a line.
  ///
  /// For an index past the last field it is the place of the last.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the record.
  func location(line: Int, field: Int) -> SourceLocation {
    var place = SourceLocation(file: name, line: line, column: 1)
    guard line >= 1, line <= lineStarts.count else { return place }
    var rest = bytes[Int(lineStarts[line - 1])...]
    if line == 1, rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    var current = place
    var field = field
    var isQuoted = false
    for byte in rest {
      if field == 0 { break }
      switch byte {
      case 0x22: isQuoted.toggle()
      case 0x0A where !isQuoted: return place
      case 0x0A:
        current.line += 1
        current.column = 0
      default: break
      }
      if byte & 0xC0 != 0x80 { current.column += 1 }
      if byte == 0x09, !isQuoted {
        field -= 1
        place = current
      }
    }
    return place
  }
}
