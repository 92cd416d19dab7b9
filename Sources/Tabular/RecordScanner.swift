import Diagnostics
import Glibc

/// Goes through an input record by record, and notes its faults.
///
/// The input is given to the parser one physical line at a time, so that the lines of records are
/// known. After a broken record it goes on at the line after the one on which that began: where it
/// was meant to end is not known, and one missing quote must not hide the faults that follow.
///
/// A class, because the reader and the record that it hands out look at the same state.
final class RecordScanner {
  let name: String
  let delimiter: UInt8
  let parser: RecordParser
  var log: FindingLog

  /// The line on which the record begins.
  private(set) var recordLine: Int

  let options: CSVOptions
  var input: InputBuffer
  var check: TextCheck
  private var returns = LoneReturns()

  /// The offset of the next byte to be parsed.
  var position: Int
  /// The line of the next byte to be parsed.
  private var line: Int
  private var isStopped = false
  private let firstLine: Int

  var recordStart: Int
  /// The offset after the first line of the record, or after as much of it as was parsed.
  private var firstLineEnd: Int
  /// Whether the record has a fault in its text, so that it is not handed out.
  var isSpoiled = false
  private var hasRecord = false

  /// Blank lines, which are a fault if a record follows.
  var blankLines: (first: Int, count: Int)?
  /// Faults of the text before this offset are not reported again when it is read again.
  var reportedUpTo = 0
  /// The line on which a quote was last reported.
  var reportedQuoteLine = 0

  /// Whether the input is read as Windows-1252.
  var isWindows1252: Bool { input.decodesWindows1252 }

  /// Prepares to read an input that begins with a line of a number.
  init(
    _ input: InputBuffer,
    beginning: InputBeginning,
    name: String,
    line: Int,
    options: CSVOptions
  ) {
    self.name = name
    self.options = options
    self.delimiter = beginning.delimiter
    self.parser = RecordParser(
      delimiter: beginning.delimiter, maximumFieldLength: options.maximumFieldLength
    )
    self.log = FindingLog(maximum: options.maximumFindings)
    self.check = TextCheck(decodesWindows1252: input.decodesWindows1252)
    self.position = beginning.offset
    self.recordStart = beginning.offset
    self.firstLineEnd = beginning.offset
    self.line = line
    self.firstLine = line
    self.recordLine = line
    self.input = input
    if let encoding = beginning.wrongEncoding {
      isStopped = true
      log.report(.notAccepted(encoding: encoding), at: location((line, 1)))
    }
  }

  /// Goes to the next record that has no fault.
  ///
  /// - Returns: Whether there is one.
  /// - Throws: `FileError` if the input cannot be read.
  func next() throws(FileError) -> Bool {
    while !isStopped, !log.isFull {
      parser.beginRecord()
      recordStart = position
      recordLine = line
      isSpoiled = false
      if try scanRecord(), acceptRecord() {
        hasRecord = true
        return true
      }
    }
    if !hasRecord, log.isEmpty {
      log.report(.noRecord, at: location((firstLine, 1)))
    }
    return false
  }

  /// Scans one record, a blank line or the end of the input.
  ///
  /// - Returns: Whether there is a record, with right quotes.
  private func scanRecord() throws(FileError) -> Bool {
    while true {
      let part = try nextPart()
      let isFirst = position == recordStart
      if isFirst {
        if part.isEmpty {
          isStopped = true
          return false
        }
        if skipBlankLine(part) { return false }
        reportBlankLines()
      }
      checkText(part)
      var outcome = parse(part)
      position = part.upperBound
      if endsLine { line += 1 }
      if isFirst { firstLineEnd = position }
      if outcome == .unfinished, !parser.isInLongField, try isAtEnd() {
        outcome = parser.finish(offset: position)
      }
      switch outcome {
      case .complete:
        return true
      case .unfinished:
        guard parser.isInLongField || position - recordStart >= options.maximumRecordLength else {
          continue
        }
        reportTooLong()
      case .fault(let offset): reportFault(at: offset)
      case .outOfMemory: throw FileError("read", name, reason: SystemFailure(ENOMEM).reason)
      }
      try resume()
      return false
    }
  }

  /// The rest of the line, as far as the record may go; empty at the end of the input.
  private func nextPart() throws(FileError) -> Range<Int> {
    let limit = recordStart + max(options.maximumRecordLength, 1)
    var searched = position
    while true {
      let end = max(min(input.end, limit), searched)
      if let offset = input.firstOffset(of: UInt8(ascii: "\n"), in: searched..<end) {
        return position..<(offset + 1)
      }
      searched = end
      // The check of the text looks three bytes ahead.
      if input.isComplete || input.end >= limit + 3 { break }
      try input.readOn(keepingFrom: recordStart)
    }
    // A line ending is not cut in two.
    let isCut =
      searched > position && searched < input.end && input[searched - 1] == UInt8(ascii: "\r")
      && input[searched] == UInt8(ascii: "\n")
    return position..<(isCut ? searched + 1 : searched)
  }

  private func isAtEnd() throws(FileError) -> Bool {
    if position == input.end { try input.readOn(keepingFrom: recordStart) }
    return position == input.end
  }

  /// Whether the byte before the position ends a line.
  private var endsLine: Bool {
    position > recordStart && input[position - 1] == UInt8(ascii: "\n")
  }

  private func skipBlankLine(_ part: Range<Int>) -> Bool {
    let hasReturn = part.count == 2 && input[part.lowerBound] == UInt8(ascii: "\r")
    guard part.count == 1 || hasReturn, input[part.upperBound - 1] == UInt8(ascii: "\n") else {
      return false
    }
    blankLines = (blankLines?.first ?? line, (blankLines?.count ?? 0) + 1)
    position = part.upperBound
    line += 1
    return true
  }

  /// Parses a part of the record, and looks that it has no lone carriage return outside quotes.
  private func parse(_ part: Range<Int>) -> RecordParser.Outcome {
    var rest = part
    while let offset = returns.first(in: rest, of: input) {
      // libcsv takes it for a line ending, unless it is in quotes.
      let outcome = feed(rest.lowerBound..<(offset + 1))
      if outcome == .complete || offset == recordStart { return .fault(offset) }
      if outcome != .unfinished { return outcome }
      rest = (offset + 1)..<rest.upperBound
    }
    return feed(rest)
  }

  private func feed(_ range: Range<Int>) -> RecordParser.Outcome {
    input.withBytes(in: range) { parser.parse($0, offset: range.lowerBound) }
  }

  /// Goes to the line after the one on which the record began.
  private func resume() throws(FileError) {
    parser.restart()
    position = firstLineEnd
    line = recordLine + 1
    check.goBack(to: position)
    returns.goBack(to: position)
    if endsLine { return }
    while true {
      if let end = input.firstOffset(of: UInt8(ascii: "\n"), in: position..<input.end) {
        position = end + 1
        return
      }
      position = input.end
      if input.isComplete { return }
      try input.readOn(keepingFrom: position)
    }
  }
}

// MARK: Places

extension RecordScanner {
  /// The places of the fields of the record, from its raw bytes, which are still in memory.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the record.
  func places() -> [(line: Int, column: Int)] {
    var walk = RecordWalk(line: recordLine, delimiter: delimiter)
    return input.withBytes(in: recordStart..<position) { bytes in
      (0..<parser.fieldCount).map { field in
        walk.walk(bytes, toField: field)
        return walk.fieldStart
      }
    }
  }

  /// The place of a field of the record.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the record.
  func location(ofField field: Int) -> SourceLocation {
    var walk = RecordWalk(line: recordLine, delimiter: delimiter)
    input.withBytes(in: recordStart..<position) { walk.walk($0, toField: field) }
    return location(walk.fieldStart)
  }

  func walk(upTo offset: Int) -> RecordWalk {
    var walk = RecordWalk(line: recordLine, delimiter: delimiter)
    input.withBytes(in: recordStart..<offset) { walk.walk($0) }
    return walk
  }

  func location(_ place: (line: Int, column: Int)) -> SourceLocation {
    SourceLocation(file: name, line: place.line, column: place.column)
  }
}
