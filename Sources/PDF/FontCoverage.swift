/// Which characters a TrueType font has, read from its table `cmap` (OpenType, `cmap` format 4).
struct FontCoverage {
  private var ranges: [ClosedRange<UInt16>] = []

  /// The characters of Windows-1252 beyond Latin-1, which the fonts of every PDF reader have, by their bytes.
  static let windows1252: [Unicode.Scalar: UInt8] = [
    "€": 0x80, "‚": 0x82, "ƒ": 0x83, "„": 0x84, "…": 0x85, "†": 0x86, "‡": 0x87, "ˆ": 0x88,
    "‰": 0x89, "Š": 0x8A, "‹": 0x8B, "Œ": 0x8C, "Ž": 0x8E, "‘": 0x91, "’": 0x92, "“": 0x93,
    "”": 0x94, "•": 0x95, "–": 0x96, "—": 0x97, "˜": 0x98, "™": 0x99, "š": 0x9A, "›": 0x9B,
    "œ": 0x9C, "ž": 0x9E, "Ÿ": 0x9F,
  ]

  /// Reads the table of a font; one that cannot be read has no characters.
  init(font bytes: [UInt8]) {
    func word(_ place: Int) -> Int? {
      guard place >= 0, place + 2 <= bytes.count else { return nil }
      return Int(bytes[place]) << 8 | Int(bytes[place + 1])
    }
    func long(_ place: Int) -> Int? {
      guard let high = word(place), let low = word(place + 2) else { return nil }
      return high << 16 | low
    }
    guard let tables = word(4) else { return }
    let entry = (0..<tables).map { 12 + 16 * $0 }.first { long($0) == 0x636D_6170 }
    guard let entry, let start = long(entry + 8), let count = word(start + 2) else { return }
    for index in 0..<count {
      guard let offset = long(start + 4 + 8 * index + 4) else { return }
      let table = start + offset
      guard word(table) == 4, let doubled = word(table + 6) else { continue }
      for segment in 0..<doubled / 2 {
        let end = table + 14 + 2 * segment
        guard let last = word(end), let first = word(end + doubled + 2), first <= last,
          last < 0xFFFF
        else { continue }
        ranges.append(UInt16(first)...UInt16(last))
      }
      break
    }
    ranges.sort { $0.lowerBound < $1.lowerBound }
  }

  /// Whether the font has a character.
  func has(_ scalar: Unicode.Scalar) -> Bool {
    guard let code = UInt16(exactly: scalar.value) else { return false }
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < code { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(code)
  }
}
