/// A walk over the bytes of a record, in order to tell the places of things in it.
///
/// libcsv knows of no places. Most records are never asked for one, so they are walked only then.
struct RecordWalk {
  private enum State {
    case beforeField
    case unquoted
    case quoted
    /// After a quote in a quoted field, which ends it or is the first of two.
    case afterQuote
  }

  private let delimiter: UInt8
  private var state = State.beforeField

  /// The physical line.
  private(set) var line: Int

  /// The column in Unicode scalars, from 1.
  private(set) var column = 1

  /// The number of bytes gone over.
  private var length = 0

  /// The index of the field.
  private var field = 0

  /// Where the field begins.
  private(set) var fieldStart: (line: Int, column: Int)

  init(line: Int, delimiter: UInt8) {
    self.line = line
    self.delimiter = delimiter
    self.fieldStart = (line, 1)
  }

  /// Whether the field began with a quote.
  var isQuoted: Bool { state == .quoted || state == .afterQuote }

  /// Goes over one byte.
  private mutating func step(_ byte: UInt8) {
    length += 1
    if byte == UInt8(ascii: "\n") {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
    switch (state, byte) {
    case (.quoted, UInt8(ascii: "\"")): state = .afterQuote
    case (.quoted, _): break
    case (_, delimiter):
      state = .beforeField
      field += 1
      fieldStart = (line, column)
    case (.beforeField, UInt8(ascii: "\"")), (.afterQuote, UInt8(ascii: "\"")): state = .quoted
    case (.beforeField, _), (.afterQuote, _), (.unquoted, _): state = .unquoted
    }
  }

  /// Goes over all bytes.
  mutating func walk(_ bytes: Span<UInt8>) {
    for index in bytes.indices { step(bytes[index]) }
  }

  /// Goes on to the beginning of a field, or to the end if there is no such field.
  ///
  /// - Parameters:
  ///   - bytes: All bytes of the record.
  ///   - target: The index of the field.
  mutating func walk(_ bytes: Span<UInt8>, toField target: Int) {
    while field < target, length < bytes.count { step(bytes[length]) }
  }
}
