/// Numbers the different texts it is given, by their bytes.
struct ByteInterner {
  private var slots: [Int32]
  private var hashes: [UInt64] = []
  private var ends: [Int] = []
  private var arena: [UInt8] = []

  init() { slots = [Int32](repeating: -1, count: 1_024) }

  /// The number of a text, and whether it is new: the first has 0, the next new one 1.
  mutating func number(of key: [UInt8]) -> (number: Int, isNew: Bool) {
    if hashes.count * 2 >= slots.count { grow() }
    // FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 29
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isEqual(number, key) { return (number, false) }
      slot = (slot + 1) & mask
    }
    let number = hashes.count
    slots[slot] = Int32(number)
    hashes.append(hash)
    arena += key
    ends.append(arena.count)
    return (number, true)
  }

  private func isEqual(_ number: Int, _ key: [UInt8]) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == key.count else { return false }
    for index in key.indices where arena[start + index] != key[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }
}
