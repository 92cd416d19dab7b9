import Diagnostics

// MARK: - Faults

extension RecordScanner {
  func reportBlankLines() {
    guard let (first, count) = blankLines else { return }
    blankLines = nil
    log.report(.blankLines(count), at: location((first, 1)))
  }

  /// Notes the first fault in the text of a part of the record.
  func checkText(_ part: Range<Int>) {
    guard let (offset, fault) = check.firstFault(in: part, of: input) else { return }
    isSpoiled = true
    guard offset >= reportedUpTo else { return }
    reportedUpTo = part.upperBound
    let walk = walk(upTo: offset)
    let place = location((walk.line, walk.column))
    switch fault {
    case .nul: log.report(.nul, at: place)
    case .invalid: log.report(.notUTF8(input[offset]), at: place)
    case .unassigned:
      // The second byte of the decoded character is the one that stood in the input.
      log.report(.notWindows1252(input[offset + 1]), at: place)
    }
  }

  /// Whether a record with right quotes can be handed out; if not, why is noted.
  func acceptRecord() -> Bool {
    guard let field = parser.longField, !isSpoiled else { return !isSpoiled }
    log.report(
      .longField(maximum: options.maximumFieldLength, isOpen: false), at: location(ofField: field)
    )
    return false
  }

  func reportTooLong() {
    if parser.isInLongField {
      let walk = walk(upTo: position)
      log.report(
        .longField(maximum: options.maximumFieldLength, isOpen: walk.isQuoted),
        at: location(walk.fieldStart)
      )
    } else {
      log.report(
        .longRecord(maximum: options.maximumRecordLength), at: location((recordLine, 1))
      )
    }
  }

  /// Notes what is wrong at an offset at which the parser could not go on.
  func reportFault(at offset: Int) {
    let walk = walk(upTo: offset)
    let place = location((walk.line, walk.column))
    if offset == input.end {
      log.report(.unclosedQuote, at: location(walk.fieldStart))
    } else if input[offset] == UInt8(ascii: "\r") {
      log.report(.loneReturn, at: place)
    } else if walk.line != reportedQuoteLine {
      // What broke a record that began before breaks another one when its own line is read again,
      // and is reported once.
      reportedQuoteLine = walk.line
      let start = walk.fieldStart
      log.report(
        walk.isQuoted ? .textAfterQuote(line: start.line, column: start.column) : .quoteInField,
        at: place
      )
    }
  }
}
