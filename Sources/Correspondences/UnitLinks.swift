public import Classifications

/// A correspondence between the unit groups of its two classifications, with the shares its links carry.
///
/// Publishers link groups of several levels: INEGI links to broad occupations of SOC, other tables to
/// detailed ones. A unit group stands in a table as itself, if it is listed, and as the nearest group
/// above it that is listed and leads to a unit group; if it is not listed, as the nearest listed group
/// above it. The rule is the same from either side.
///
/// Where a code has several links, each gets an equal share, because the tables say nothing of sizes;
/// one that its publisher calls partial gets half as much as a whole one. A table of similarities is not
/// shared out: its scores are the weights.
public struct UnitLinks: Sendable {
  /// A tie of two unit groups by one link.
  public struct Entry: Sendable {
    /// The unit group the table is read from, by number.
    public let start: Int32
    /// The unit group it leads to, by number.
    public let end: Int32
    /// The part of the start that the link carries to the end, 0...1.
    public let forward: Float
    /// The part of the end that the link carries to the start, 0...1.
    public let backward: Float
    /// The number of the link in the table.
    public let link: Int32
  }

  /// The entries, ordered by start, then by end.
  public let entries: [Entry]
  /// Where the entries of each start begin, and the end of all.
  public let starts: [Int32]

  /// The part that a partial link gets of the share of a whole one.
  public static let partialWeight: Float = 0.5

  /// The entries that begin at a unit group.
  public func entries(from start: Int) -> ArraySlice<Entry> {
    entries[Int(starts[start])..<Int(starts[start + 1])]
  }

  /// Ties the unit groups of a table's two sides.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - direction: Which way it is read.
  ///   - origin: The unit groups it is read from.
  ///   - destination: The unit groups it leads to.
  /// - Complexity: O(*n* log *n*), where *n* is the number of links between unit groups.
  public init(
    _ table: Correspondence, _ direction: Direction, from origin: UnitGroups,
    to destination: UnitGroups
  ) {
    let near = Standing(table, direction, origin, far: destination)
    let far = Standing(table, direction.opposite, destination, far: origin)
    var pairs: [Pair] = []
    for (start, links) in near.linksByUnit.enumerated() {
      for link in links {
        for end in far.unitsByLink[Int(link)] { pairs.append((Int32(start), end, link)) }
      }
    }
    let forward = Self.shares(pairs.map { $0.start }, origin.count, in: pairs, table)
    let backward = Self.shares(pairs.map { $0.end }, destination.count, in: pairs, table)
    var entries: [Entry] = []
    entries.reserveCapacity(pairs.count)
    for (index, pair) in pairs.enumerated() {
      entries.append(
        Entry(
          start: pair.start, end: pair.end, forward: forward[index], backward: backward[index],
          link: pair.link))
    }
    entries.sort { ($0.start, $0.end, $0.link) < ($1.start, $1.end, $1.link) }
    var starts = [Int32](repeating: 0, count: origin.count + 1)
    for entry in entries { starts[Int(entry.start) + 1] += 1 }
    for start in 0..<origin.count { starts[start + 1] += starts[start] }
    self.entries = entries
    self.starts = starts
  }

  private typealias Pair = (start: Int32, end: Int32, link: Int32)

  /// The share of the unit group at one end that each pair carries: its links share it by their weights,
  /// and each link shares its part out equally over the unit groups at the other end.
  ///
  /// - Parameters:
  ///   - ends: The number of the unit group at that end, pair by pair.
  ///   - count: How many unit groups there are at that end.
  ///   - pairs: The pairs.
  ///   - table: The table they are of.
  /// - Returns: The shares, pair by pair.
  private static func shares(
    _ ends: [Int32], _ count: Int, in pairs: [Pair], _ table: Correspondence
  ) -> [Float] {
    if table.hasScores { return pairs.map { table.score(ofLink: $0.link) } }
    var pairsOfUnit = [[Int32]](repeating: [], count: count)
    for (index, unit) in ends.enumerated() { pairsOfUnit[Int(unit)].append(Int32(index)) }
    var shares = [Float](repeating: 0, count: pairs.count)
    for var group in pairsOfUnit where !group.isEmpty {
      if group.count > 1 {
        group.sort { (pairs[Int($0)].link, $0) < (pairs[Int($1)].link, $1) }
      }
      var total: Float = 0
      var previous: Int32 = -1
      for index in group {
        let link = pairs[Int(index)].link
        if link != previous { total += weight(link, table) }
        previous = link
      }
      var first = 0
      while first < group.count {
        let link = pairs[Int(group[first])].link
        var last = first + 1
        while last < group.count, pairs[Int(group[last])].link == link { last += 1 }
        let share = weight(link, table) / total / Float(last - first)
        for place in first..<last { shares[Int(group[place])] = share }
        first = last
      }
    }
    return shares
  }

  private static func weight(_ link: Int32, _ table: Correspondence) -> Float {
    table.isPartial(link: link) ? partialWeight : 1
  }
}

/// How the unit groups of one side of a table stand in it.
private struct Standing {
  /// The links that each unit group has, as itself and as a group above it.
  let linksByUnit: [[Int32]]
  /// The unit groups that each link is of.
  let unitsByLink: [[Int32]]

  init(_ table: Correspondence, _ direction: Direction, _ units: UnitGroups, far: UnitGroups) {
    var linksByUnit = [[Int32]](repeating: [], count: units.count)
    var unitsByLink = [[Int32]](repeating: [], count: table.count)
    for number in 0..<units.count {
      let own = Array(table.numbers(from: units.codes[number], direction))
      var links = own
      if own.isEmpty {
        if case .statedNone = table.standing(of: units.codes[number], direction) { continue }
        links = Self.first(units.ancestors(of: number), table, direction)
      } else {
        let above = units.ancestors(of: number).lazy.map { table.numbers(from: $0, direction) }
        links +=
          above.first { $0.contains { far.number(of: table.link($0).end(direction)) != nil } } ?? []
      }
      linksByUnit[number] = links
      for link in links { unitsByLink[Int(link)].append(Int32(number)) }
    }
    self.linksByUnit = linksByUnit
    self.unitsByLink = unitsByLink
  }

  private static func first(
    _ codes: [String], _ table: Correspondence, _ direction: Direction
  ) -> [Int32] {
    for code in codes {
      let links = table.numbers(from: code, direction)
      if !links.isEmpty { return Array(links) }
    }
    return []
  }
}
