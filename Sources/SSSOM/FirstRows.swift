/// The first row for each of many keys: a hash table of numbers.
///
/// Keys are made of numbers of texts, so that no input can make them collide at will; a fast hash
/// is enough.
struct FirstRows {
  private var keys: [UInt64]
  /// The row and one, or 0 where there is none.
  private var rows: [UInt32]
  private var count = 0

  init(minimumCapacity: Int) {
    var capacity = 64
    while capacity < minimumCapacity * 2 { capacity *= 2 }
    keys = [UInt64](repeating: 0, count: capacity)
    rows = [UInt32](repeating: 0, count: capacity)
  }

  /// Adds a key.
  ///
  /// - Returns: The row that had the key first; `nil` if the key is new.
  mutating func insert(_ row: Int, key: UInt64) -> Int? {
    let slot = slot(of: key)
    if rows[slot] != 0 { return Int(rows[slot]) - 1 }
    keys[slot] = key
    rows[slot] = UInt32(row + 1)
    count += 1
    if count * 2 > rows.count { grow() }
    return nil
  }

  /// The row of a key.
  func row(of key: UInt64) -> Int? {
    let slot = slot(of: key)
    return rows[slot] == 0 ? nil : Int(rows[slot]) - 1
  }

  private func slot(of key: UInt64) -> Int {
    var hash = key &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
    var slot = Int(truncatingIfNeeded: hash) & (rows.count - 1)
    while rows[slot] != 0, keys[slot] != key { slot = (slot + 1) & (rows.count - 1) }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldRows) = (keys, rows)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    rows = [UInt32](repeating: 0, count: oldRows.count * 2)
    for index in oldRows.indices where oldRows[index] != 0 {
      let slot = slot(of: oldKeys[index])
      keys[slot] = oldKeys[index]
      rows[slot] = oldRows[index]
    }
  }
}
