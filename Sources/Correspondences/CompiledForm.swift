/// Writes numbers in as many bytes as they need, seven bits in each.
package struct CompiledWriter {
  /// What was written.
  package var bytes: [UInt8] = []

  /// Creates a writer that goes on from some bytes.
  package init(bytes: [UInt8] = []) { self.bytes = bytes }

  /// Writes a number that is not negative.
  package mutating func write(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes eight bytes.
  package mutating func write(_ word: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
    }
  }

  /// Writes a text behind its length.
  package mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }
}

/// Reads what ``CompiledWriter`` writes; what is missing at the end reads as nothing.
package struct CompiledReader {
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var isSound = true

  /// Creates a reader of some bytes.
  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    self.index = bytes.startIndex
  }

  /// Whether all was read and nothing was missing.
  package var isAtSoundEnd: Bool { isSound && index == bytes.endIndex }

  /// Reads a number.
  package mutating func readNumber() -> Int {
    var number: UInt = 0
    var shift: UInt = 0
    while index < bytes.endIndex, shift < 35 {
      let byte = bytes[index]
      index += 1
      number |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(number) }
      shift += 7
    }
    isSound = false
    return 0
  }

  /// A number of things that follow, each of at least one byte.
  package mutating func readCount() -> Int {
    let count = readNumber()
    guard count <= bytes.endIndex - index else {
      isSound = false
      return 0
    }
    return count
  }

  /// Reads eight bytes.
  package mutating func readWord() -> UInt64 {
    guard index + 8 <= bytes.endIndex else {
      isSound = false
      return 0
    }
    var word: UInt64 = 0
    for offset in 0..<8 { word |= UInt64(bytes[index + offset]) << (8 * UInt64(offset)) }
    index += 8
    return word
  }

  /// Reads a text.
  package mutating func readText() -> String {
    let count = readCount()
    defer { index += count }
    return String(decoding: bytes[index..<(index + count)], as: UTF8.self)
  }
}
