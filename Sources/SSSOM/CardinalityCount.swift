/// Counts to how many objects a subject is mapped, and the reverse, as SSSOM defines cardinality.
///
/// Literals count by their label; mappings to `sssom:NoTermFound` do not count for others. With a
/// scope, only mappings that agree in the slots of the scope count together.
struct CardinalityCount {
  private var subjects: [UInt32] = []
  private var objects: [UInt32] = []
  private var objectsOfSubject: [UInt32] = []
  private var subjectsOfObject: [UInt32] = []

  /// Counts all mappings of a table.
  ///
  /// - Complexity: O(*n*), where *n* is the number of mappings.
  init(_ table: MappingTable, scope: [Slot]) {
    let groups = Self.groups(table, scope)
    var subjectNumbers = DenseNumbers(table.rowCount)
    var objectNumbers = DenseNumbers(table.rowCount)
    let keys = (Self.keys(table, .subject), Self.keys(table, .object))
    let noTerm = UInt64(table.pool.number(of: Vocabulary.noTermFound) ?? .max)
    for row in 0..<table.rowCount {
      let isNoTerm = keys.0[row] == noTerm || keys.1[row] == noTerm
      let group = groups.isEmpty ? 0 : UInt64(groups[row]) << 33
      subjects.append(isNoTerm ? .max : subjectNumbers.number(of: keys.0[row] | group))
      objects.append(isNoTerm ? .max : objectNumbers.number(of: keys.1[row] | group))
    }
    objectsOfSubject = [UInt32](repeating: 0, count: subjectNumbers.count)
    subjectsOfObject = [UInt32](repeating: 0, count: objectNumbers.count)
    var pairs = FirstRows(minimumCapacity: table.rowCount)
    for row in 0..<table.rowCount where subjects[row] != .max {
      let pair = UInt64(subjects[row]) << 32 | UInt64(objects[row])
      guard pairs.insert(row, key: pair) == nil else { continue }
      objectsOfSubject[Int(subjects[row])] += 1
      subjectsOfObject[Int(objects[row])] += 1
    }
  }

  /// The cardinality of a mapping; `nil` for one to `sssom:NoTermFound`.
  func cardinality(_ row: Int) -> String? {
    guard subjects[row] != .max else { return nil }
    let isOneSubject = subjectsOfObject[Int(objects[row])] == 1
    let isOneObject = objectsOfSubject[Int(subjects[row])] == 1
    return isOneSubject ? (isOneObject ? "1:1" : "1:n") : (isOneObject ? "n:1" : "n:n")
  }

  /// For each row what stands on a side: the number of its text, and whether it is a literal.
  private static func keys(_ table: MappingTable, _ side: Side) -> [UInt64] {
    let literal = table.pool.number(of: Vocabulary.literal) ?? .max
    let allAreLiteral = table.propagated(side.type) == Vocabulary.literal
    return (0..<table.rowCount).map { row in
      if allAreLiteral || table.cell(row, side.type) == literal {
        return UInt64(table.cell(row, side.label)) | 1 << 32
      }
      return UInt64(table.cell(row, side.id))
    }
  }

  /// For each row the number of what its scope slots say; none if the scope is the whole set.
  private static func groups(_ table: MappingTable, _ scope: [Slot]) -> [UInt32] {
    var groups: [UInt32] = []
    for slot in scope {
      guard let column = table.column(of: slot) else { continue }
      var numbers = DenseNumbers(64)
      groups = (0..<table.rowCount).map { row in
        let before = groups.isEmpty ? 0 : UInt64(groups[row]) << 32
        return numbers.number(of: before | UInt64(table.cell(row, column)))
      }
    }
    return groups
  }
}

/// Numbers from 0 for keys in the order in which they come.
private struct DenseNumbers {
  private var rows: FirstRows
  private(set) var count = 0

  init(_ minimumCapacity: Int) { rows = FirstRows(minimumCapacity: minimumCapacity) }

  mutating func number(of key: UInt64) -> UInt32 {
    if let known = rows.insert(count, key: key) { return UInt32(known) }
    count += 1
    return UInt32(count - 1)
  }
}
