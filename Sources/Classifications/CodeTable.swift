/// The groups of one classification, in the publisher's order, with their tree.
public struct CodeTable: Sendable {
  /// The classification.
  public let classification: Classification

  /// Every group, in the order of the file.
  public let items: [ClassificationItem]

  private let positions: [String: Int]
  private let childPositions: [String: [Int]]

  /// Creates a table.
  ///
  /// Of groups with the same code the first is kept in look-ups.
  ///
  /// - Complexity: O(*n*), where *n* is the number of groups.
  public init(_ classification: Classification, items: [ClassificationItem]) {
    self.classification = classification
    self.items = items
    var positions: [String: Int] = [:]
    var children: [String: [Int]] = [:]
    positions.reserveCapacity(items.count)
    for (position, item) in items.enumerated() {
      if positions[item.code] == nil { positions[item.code] = position }
      if let parent = item.parent { children[parent, default: []].append(position) }
    }
    self.positions = positions
    self.childPositions = children
  }

  /// The identifier of the classification.
  public var id: ClassificationID { classification.id }

  /// The group with a code, if there is one.
  public subscript(code: String) -> ClassificationItem? { positions[code].map { items[$0] } }

  /// Whether the classification has a code.
  public func contains(_ code: String) -> Bool { positions[code] != nil }

  /// The place of a code in the publisher's order.
  public func position(of code: String) -> Int? { positions[code] }

  /// The groups directly below a code.
  public func children(of code: String) -> [ClassificationItem] {
    (childPositions[code] ?? []).map { items[$0] }
  }

  /// The groups above a code, the nearest first.
  public func ancestors(of code: String) -> [ClassificationItem] {
    var result: [ClassificationItem] = []
    var seen: Set<String> = [code]
    var current = self[code]
    // A file may hold a cycle.
    while let parent = current?.parent.flatMap({ self[$0] }), seen.insert(parent.code).inserted {
      result.append(parent)
      current = parent
    }
    return result
  }

  /// The groups of the most detailed level, in order.
  public var unitGroups: [ClassificationItem] {
    let level = classification.unitGroupLevel
    return items.filter { $0.level == level }
  }

  /// The unit groups below a code; the group itself if it is one.
  public func unitGroups(under code: String) -> [ClassificationItem] {
    guard let item = self[code] else { return [] }
    guard item.level < classification.unitGroupLevel else { return [item] }
    var result: [ClassificationItem] = []
    var seen: Set<String> = [code]
    var pending = children(of: code)[...]
    while let next = pending.popFirst() {
      guard seen.insert(next.code).inserted else { continue }
      if next.level == classification.unitGroupLevel {
        result.append(next)
      } else {
        pending = children(of: next.code) + pending
      }
    }
    return result
  }

  /// The top-level group a code belongs to.
  public func division(of code: String) -> ClassificationItem? {
    ancestors(of: code).last ?? self[code]
  }

  /// How many groups each level has, by its number.
  public var countByLevel: [Int: Int] {
    items.reduce(into: [:]) { $0[$1.level, default: 0] += 1 }
  }
}
