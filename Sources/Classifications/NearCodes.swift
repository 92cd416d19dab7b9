/// Finds the codes of a table that a wrong code may have been meant for.
public enum NearCodes {
  /// How a code came to be mistaken for another, most usual first.
  public enum Slip: Int, Hashable, Sendable, Comparable {
    /// Leading zeros were lost, as spreadsheets do.
    case lostZeros
    /// Two neighbouring characters changed places.
    case transposed
    /// Two characters that are not neighbours changed places.
    case exchanged
    /// One character is another.
    case substituted
    /// One character is missing.
    case missing
    /// There is one character too many.
    case added

    /// Orders from the most usual slip to the least.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// The slip in words that follow "as if".
    public var explanation: String {
      switch self {
      case .lostZeros: "leading zeros were lost"
      case .transposed: "two neighbouring digits changed places"
      case .exchanged: "two digits changed places"
      case .substituted: "one digit was mistyped"
      case .missing: "one digit is missing"
      case .added: "there is one digit too many"
      }
    }
  }

  /// The groups whose code is one slip away from a code that the table does not have.
  ///
  /// - Parameters:
  ///   - code: The code as written.
  ///   - table: The table it was looked up in.
  /// - Returns: Groups and slips, the most usual slip first, then in the publisher's order.
  public static func of(_ code: String, in table: CodeTable) -> [(ClassificationItem, Slip)] {
    var found: [String: Slip] = [:]
    let written = Array(code.utf8)
    guard (1...12).contains(written.count) else { return [] }
    for item in table.items {
      guard let slip = slip(from: Array(item.code.utf8), to: written) else { continue }
      found[item.code] = min(slip, found[item.code] ?? slip)
    }
    return found.compactMap { code, slip in table[code].map { ($0, slip) } }.sorted {
      ($0.1, table.position(of: $0.0.code) ?? 0) < ($1.1, table.position(of: $1.0.code) ?? 0)
    }
  }

  /// The single slip that turns what was meant into what was written, if there is one.
  package static func slip(from meant: [UInt8], to written: [UInt8]) -> Slip? {
    if meant.count > written.count, meant.suffix(written.count) == written[...],
      meant.dropLast(written.count).allSatisfy({ $0 == UInt8(ascii: "0") })
    {
      return .lostZeros
    }
    switch meant.count - written.count {
    case 0:
      let wrong = meant.indices.filter { meant[$0] != written[$0] }
      if wrong.count == 1 { return .substituted }
      guard wrong.count == 2, meant[wrong[0]] == written[wrong[1]],
        meant[wrong[1]] == written[wrong[0]]
      else { return nil }
      return wrong[1] == wrong[0] + 1 ? .transposed : .exchanged
    case 1: return isOneDeletion(of: meant, written) ? .missing : nil
    case -1: return isOneDeletion(of: written, meant) ? .added : nil
    default: return nil
    }
  }

  private static func isOneDeletion(of long: [UInt8], _ short: [UInt8]) -> Bool {
    let same = zip(long, short).prefix { $0 == $1 }.count
    return long.dropFirst(same + 1) == short.dropFirst(same)
  }
}
