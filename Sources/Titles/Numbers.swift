import Glibc

/// The natural logarithm.
func logarithm(_ value: Float) -> Float { logf(value) }

/// *e* to the power of a value.
func exponential(_ value: Double) -> Double { exp(value) }

/// Writes numbers in as many bytes as they need, seven bits in each.
struct NumberWriter {
  var bytes: [UInt8] = []

  mutating func write(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(word: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
    }
  }

  mutating func write(_ text: [UInt8]) {
    write(text.count)
    bytes.append(contentsOf: text)
  }
}

/// Reads what ``NumberWriter`` writes; what is missing at the end reads as nothing.
struct NumberReader {
  private let bytes: [UInt8]
  private var index: Int
  private var isSound = true
  /// Where what may be read ends.
  var end: Int

  init(_ bytes: [UInt8], from index: Int) {
    self.bytes = bytes
    self.index = index
    end = bytes.count
  }

  var isAtSoundEnd: Bool { isSound && index == end }

  mutating func readByte() -> UInt8 {
    guard index < end else {
      isSound = false
      return 0
    }
    index += 1
    return bytes[index - 1]
  }

  mutating func read() -> Int {
    var number = 0
    var shift = 0
    while index < end, shift < 42 {
      let byte = bytes[index]
      index += 1
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    isSound = false
    return 0
  }

  /// A number of things that follow, each of at least one byte.
  mutating func readCount() -> Int {
    let count = read()
    guard count <= end - index else {
      isSound = false
      return 0
    }
    return count
  }

  mutating func readWord() -> UInt64 {
    guard index + 8 <= end else {
      isSound = false
      return 0
    }
    var word: UInt64 = 0
    for offset in 0..<8 { word |= UInt64(bytes[index + offset]) << (8 * UInt64(offset)) }
    index += 8
    return word
  }

  mutating func readBytes() -> ArraySlice<UInt8> {
    let count = readCount()
    defer { index += count }
    return bytes[index..<(index + count)]
  }
}
