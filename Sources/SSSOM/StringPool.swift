/// Texts that are kept once each and known by a number; number 0 is the empty text.
///
/// All bytes are in one array, so that reading a table makes no objects.
struct StringPool: Sendable {
  private var bytes: [UInt8] = []
  /// Where the text of a number ends; it begins where that of the number before ends.
  private var ends: [Int] = [0]
  private var hashes: [UInt32] = [0]
  /// Open addressing: numbers of texts, 0 where there is none.
  private var table = [UInt32](repeating: 0, count: 1024)

  /// The number of texts.
  var count: Int { ends.count }

  /// The number of a text, which is added if it is new.
  mutating func intern(_ text: String) -> UInt32 { intern(Array(text.utf8).span) }

  /// The number of a text, which is added if it is new.
  mutating func intern(_ text: Span<UInt8>) -> UInt32 {
    if text.isEmpty { return 0 }
    let hash = Self.hash(text)
    var slot = Int(hash) & (table.count - 1)
    while table[slot] != 0 {
      let number = table[slot]
      if hashes[Int(number)] == hash, isEqual(number, text) { return number }
      slot = (slot + 1) & (table.count - 1)
    }
    let number = UInt32(ends.count)
    for index in text.indices { bytes.append(text[index]) }
    ends.append(bytes.count)
    hashes.append(hash)
    table[slot] = number
    if ends.count * 2 > table.count { grow() }
    return number
  }

  /// The number of a text, if it is there.
  func number(of text: String) -> UInt32? {
    let bytes = Array(text.utf8)
    if bytes.isEmpty { return 0 }
    let hash = Self.hash(bytes.span)
    var slot = Int(hash) & (table.count - 1)
    while table[slot] != 0 {
      let number = table[slot]
      if hashes[Int(number)] == hash, isEqual(number, bytes.span) { return number }
      slot = (slot + 1) & (table.count - 1)
    }
    return nil
  }

  /// The text of a number.
  subscript(number: UInt32) -> String {
    String(decoding: utf8(number), as: UTF8.self)
  }

  /// The bytes of the text of a number.
  func utf8(_ number: UInt32) -> ArraySlice<UInt8> {
    number == 0 ? [] : bytes[ends[Int(number) - 1]..<ends[Int(number)]]
  }

  /// Whether a text comes before another in the order of bytes, which is that of code points.
  func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
    let known = bytes.span
    let (leftStart, rightStart) = (start(left), start(right))
    let (leftCount, rightCount) = (ends[Int(left)] - leftStart, ends[Int(right)] - rightStart)
    for index in 0..<min(leftCount, rightCount) {
      let (a, b) = (known[leftStart + index], known[rightStart + index])
      if a != b { return a < b }
    }
    return leftCount < rightCount
  }

  private func start(_ number: UInt32) -> Int { number == 0 ? 0 : ends[Int(number) - 1] }

  private func isEqual(_ number: UInt32, _ text: Span<UInt8>) -> Bool {
    let start = ends[Int(number) - 1]
    guard ends[Int(number)] - start == text.count else { return false }
    let known = bytes.span
    for index in text.indices where known[start + index] != text[index] { return false }
    return true
  }

  private mutating func grow() {
    table = [UInt32](repeating: 0, count: table.count * 4)
    for number in 1..<ends.count {
      var slot = Int(hashes[number]) & (table.count - 1)
      while table[slot] != 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = UInt32(number)
    }
  }

  /// FNV-1a with a final mix, because the table takes the low bits.
  private static func hash(_ text: Span<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in text.indices { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32) ^ (hash >> 15))
  }
}
