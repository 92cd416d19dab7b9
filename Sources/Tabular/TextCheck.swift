/// Looks for bytes that no text in UTF-8 has: broken sequences and NUL.
struct TextCheck {
  /// What is at an offset that is not text.
  enum Fault: Hashable {
    /// A NUL.
    case nul
    /// A byte with which no valid sequence begins.
    case invalid
    /// A byte that Windows-1252 does not assign.
    case unassigned
  }

  /// Whether control characters of the second block are faults: see ``Windows1252``.
  let decodesWindows1252: Bool

  /// Everything before this offset has been looked at.
  private var checked = 0
  private var fault: (offset: Int, fault: Fault)?

  init(decodesWindows1252: Bool) { self.decodesWindows1252 = decodesWindows1252 }

  /// The first fault in a range of an input.
  ///
  /// Bytes after the range are looked at, too, as far as they are in memory: one pass over a part
  /// of the input serves all its lines. A sequence that the range cuts counts as within it.
  ///
  /// - Precondition: At least three bytes after the range are in memory, unless the input ends.
  /// - Complexity: O(*n*) for all calls in the order of the input, where *n* is its length.
  mutating func firstFault(
    in range: Range<Int>,
    of input: borrowing InputBuffer
  ) -> (offset: Int, fault: Fault)? {
    if let known = fault, known.offset < range.lowerBound { fault = nil }
    if fault == nil, checked < range.upperBound {
      checked = max(checked, range.lowerBound)
      fault = check(input)
    }
    guard let fault, fault.offset < range.upperBound else { return nil }
    return fault
  }

  /// Prepares to look once more at bytes that have been looked at.
  mutating func goBack(to offset: Int) {
    checked = offset
    fault = nil
  }

  private mutating func check(_ input: borrowing InputBuffer) -> (Int, Fault)? {
    while true {
      checked = input.endOfPlainText(in: checked..<input.end)
      guard checked < input.end else { return nil }
      let lead = input[checked]
      if lead == 0 { return (checked, .nul) }
      let length = Self.sequenceLength(of: lead)
      if length == 0 { return (checked, .invalid) }
      for index in 1..<length {
        // The rest of the sequence may not have been read yet.
        guard checked + index < input.end else {
          return input.isComplete ? (checked, .invalid) : nil
        }
        let byte = input[checked + index]
        let isValid = index == 1 ? Self.allows(byte, after: lead) : byte & 0xC0 == 0x80
        if !isValid { return (checked, .invalid) }
      }
      if decodesWindows1252, lead == 0xC2, input[checked + 1] < 0xA0 {
        return (checked, .unassigned)
      }
      checked += length
    }
  }

  /// The number of bytes of a sequence, from its first byte; 0 if none begins so.
  private static func sequenceLength(of lead: UInt8) -> Int {
    switch lead {
    case 0x01...0x7F: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  /// Whether a second byte may follow a first one; table 3-7 of the Unicode Standard.
  private static func allows(_ byte: UInt8, after lead: UInt8) -> Bool {
    switch lead {
    case 0xE0: 0xA0...0xBF ~= byte
    case 0xED: 0x80...0x9F ~= byte
    case 0xF0: 0x90...0xBF ~= byte
    case 0xF4: 0x80...0x8F ~= byte
    default: 0x80...0xBF ~= byte
    }
  }

  /// Whether bytes are valid UTF-8.
  ///
  /// - Complexity: O(*n*), where *n* is the number of bytes.
  static func isUTF8(_ bytes: [UInt8]) -> Bool {
    var check = TextCheck(decodesWindows1252: false)
    let input = InputBuffer(bytes, decodesWindows1252: false)
    var rest = 0..<bytes.count
    // A NUL is a fault, but valid UTF-8.
    while let (offset, fault) = check.firstFault(in: rest, of: input) {
      if fault != .nul { return false }
      rest = (offset + 1)..<bytes.count
    }
    return true
  }
}
