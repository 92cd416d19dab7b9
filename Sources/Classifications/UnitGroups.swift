/// The unit groups of a classification, numbered in the publisher's order, with what lies above each.
///
/// Arithmetic over whole tables works with these numbers; the codes come back where a person reads.
public struct UnitGroups: Sendable {
  /// The classification.
  public let id: ClassificationID
  /// The codes, by number.
  public let codes: [String]

  private let numbers: [String: Int]
  private let membersByCode: [String: [Int]]
  private let ancestorsByNumber: [[String]]

  /// Numbers the unit groups of a code table.
  ///
  /// - Complexity: O(*n* x *l*), where *n* is the number of groups and *l* that of levels.
  public init(_ table: CodeTable) {
    id = table.id
    codes = table.unitGroups.map(\.code)
    numbers = Dictionary(
      codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var members: [String: [Int]] = [:]
    ancestorsByNumber = codes.enumerated().map { number, code in
      let above = table.ancestors(of: code).map(\.code)
      for ancestor in above { members[ancestor, default: []].append(number) }
      return above
    }
    membersByCode = members
  }

  /// How many there are.
  public var count: Int { codes.count }

  /// The number of a unit group; `nil` for any other code.
  public func number(of code: String) -> Int? { numbers[code] }

  /// The numbers of the unit groups under a code; its own for a unit group; empty for an unknown code.
  public func members(of code: String) -> [Int] {
    numbers[code].map { [$0] } ?? membersByCode[code] ?? []
  }

  /// The codes above a unit group, the nearest first.
  public func ancestors(of number: Int) -> [String] { ancestorsByNumber[number] }
}
