public import Classifications

/// What is known of the unit groups of a classification besides its tables: what their titles say of roles
/// and scope, their skill level, and what lies above them.
public struct GroupTraits: Sendable {
  /// What is known of one unit group.
  public struct Traits: Hashable, Sendable {
    /// The roles its title names, such as `supervision`.
    public let roles: Set<String>
    /// Whether it takes in what no other group does, as "not elsewhere classified" says.
    public let isResidual: Bool
    /// The skill level on the scale of ISCO-08, 1...4; `nil` where it is not known.
    public let skillLevel: Double?

    /// Creates the traits of a group.
    public init(roles: Set<String>, isResidual: Bool, skillLevel: Double?) {
      self.roles = roles
      self.isResidual = isResidual
      self.skillLevel = skillLevel
    }

    /// Whether it leads others: manages, supervises, or owns the business.
    public var leads: Bool { !roles.isDisjoint(with: ["management", "supervision"]) }

    /// Whether it helps others.
    public var assists: Bool { !roles.isDisjoint(with: ["assistance", "labourer"]) }
  }

  /// The traits of each unit group, by number.
  public let traits: [Traits]

  /// The number of the group one level and two levels above each unit group, and how many there are.
  let parents: [Ancestry]

  /// The groups above the unit groups, numbered, at one distance.
  struct Ancestry: Sendable {
    let groupOfUnit: [Int]
    let count: Int
  }

  /// Creates the traits of a classification's unit groups.
  ///
  /// - Parameters:
  ///   - units: The unit groups.
  ///   - traits: The traits of each.
  /// - Precondition: There are as many traits as unit groups.
  public init(_ units: UnitGroups, traits: [Traits]) {
    precondition(traits.count == units.count, "traits for each unit group")
    self.traits = traits
    parents = (0..<2).map { distance in
      var numbers: [String: Int] = [:]
      let groups = (0..<units.count).map { unit in
        let above = units.ancestors(of: unit)
        let group = distance < above.count ? above[distance] : above.last ?? units.codes[unit]
        if let known = numbers[group] { return known }
        numbers[group] = numbers.count
        return numbers.count - 1
      }
      return Ancestry(groupOfUnit: groups, count: numbers.count)
    }
  }

  private static let teerLevels: [String: Double] = [
    "0": 4, "1": 4, "2": 3, "3": 2.5, "4": 2, "5": 1,
  ]
  private static let nocLevels: [String: Double] = ["0": 4, "A": 4, "B": 3, "C": 2, "D": 1]

  /// The skill level that a publisher's own mark stands for, on the scale of ISCO-08.
  ///
  /// ESDC describes NOC 2011 and 2016 skill levels A to D, and the TEER categories 0 to 5 of NOC 2021, by the
  /// education an occupation usually needs; ISCO-08 describes its four levels in the same way. Management
  /// is level 4.
  ///
  /// - Parameter item: A group.
  /// - Returns: The level, 1...4; `nil` where the publisher gives none or several far apart.
  public static func skillLevel(of item: ClassificationItem) -> Double? {
    if let teer = item.teer {
      return teerLevels[teer]
    }
    guard let mark = item.skillLevel else { return nil }
    if let level = nocLevels[mark] { return level }
    let levels = mark.split(separator: "+").compactMap { Double(String($0)) }
    return levels.isEmpty ? nil : levels.reduce(0, +) / Double(levels.count)
  }
}

extension PairMatrix {
  /// How strongly the groups above the rows and columns are tied, by the sum of the ties below them, shared
  /// out as the geometric mean of both sides; 0...1.
  func affinity(_ rows: GroupTraits.Ancestry, _ columns: GroupTraits.Ancestry) -> [[Float]] {
    var sums = [[Float]](
      repeating: [Float](repeating: 0, count: columns.count), count: rows.count)
    for row in 0..<rowCount {
      for place in range(ofRow: row) {
        sums[rows.groupOfUnit[row]][columns.groupOfUnit[Int(self.columns[place])]] += values[place]
      }
    }
    let rowSums = sums.map { $0.reduce(0, +) }
    var columnSums = [Float](repeating: 0, count: columns.count)
    for row in sums { for (column, value) in row.enumerated() { columnSums[column] += value } }
    return sums.enumerated().map { row, values in
      values.enumerated().map { column, value in
        value == 0 ? 0 : value / (rowSums[row] * columnSums[column]).squareRoot()
      }
    }
  }
}
