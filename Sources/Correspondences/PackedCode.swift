/// A code of at most 16 bytes as two numbers, which hash faster than a text.
struct PackedCode: Hashable, Sendable, Comparable {
  let low: UInt64
  let high: UInt64

  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// Packs bytes, or returns `nil` if there are none or more than 16, or one is zero.
  init?(_ bytes: Span<UInt8>) {
    guard (1...16).contains(bytes.count) else { return nil }
    var low: UInt64 = 0
    var high: UInt64 = 0
    for index in bytes.indices {
      let byte = UInt64(bytes[index])
      guard byte != 0 else { return nil }
      if index < 8 {
        low |= byte << (8 * UInt64(index))
      } else {
        high |= byte << (8 * UInt64(index - 8))
      }
    }
    self.low = low
    self.high = high
  }

  init?(_ text: String) {
    self.init(Array(text.utf8).span)
  }

  /// Some order; it is not that of the texts.
  static func < (left: Self, right: Self) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }

  var text: String {
    var bytes: [UInt8] = []
    for part in [low, high] {
      var rest = part
      while rest != 0 {
        bytes.append(UInt8(truncatingIfNeeded: rest))
        rest >>= 8
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
