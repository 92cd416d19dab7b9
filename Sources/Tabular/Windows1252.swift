/// The encoding Windows-1252, of which Latin-1 is a part except for the bytes 0x80 to 0x9F.
enum Windows1252 {
  /// The characters of the bytes 0x80 to 0x9F.
  ///
  /// Five are not assigned: as in the WHATWG's Encoding Standard they stand for control characters,
  /// which no other byte does, so that they are found.
  private static let upper: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]

  /// The text in UTF-8.
  ///
  /// - Complexity: O(*n*), where *n* is the number of bytes.
  static func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      let scalar = 0x80...0x9F ~= byte ? upper[Int(byte - 0x80)] : UInt16(byte)
      switch scalar {
      case ..<0x80: text.append(UInt8(scalar))
      case ..<0x800:
        text.append(0xC0 | UInt8(scalar >> 6))
        text.append(0x80 | UInt8(scalar & 0x3F))
      default:
        text.append(0xE0 | UInt8(scalar >> 12))
        text.append(0x80 | UInt8(scalar >> 6 & 0x3F))
        text.append(0x80 | UInt8(scalar & 0x3F))
      }
    }
    return text
  }
}
