public import Diagnostics
public import ReferenceData

/// How much the decision of an open pair is worth, and why: people concerned x ambiguity x credential stakes.
public struct PairWorth: Hashable, Sendable {
  /// The pair.
  public let link: ReviewLink
  /// The people it concerns; `nil` if that is not known.
  public let people: Stakes.People?
  /// How evenly the published tables spread over the candidates on both sides, 0...1; `nil` if a code does not exist.
  public let ambiguity: Double?
  /// Where the occupation is regulated; `nil` if that is not known.
  public let regulation: Stakes.Regulation?
  /// The product of the factors, each 0...1; one that is not known counts as the mean of those that are.
  public let value: Double

  /// The least that a factor counts, so that a product with one of zero still tells pairs apart.
  static let least = 0.05
}

/// Ranks open pairs by what their decision is worth.
public struct PairRanking {
  private let stakes: Stakes
  private let evidence: PairEvidence

  /// Prepares a ranking.
  ///
  /// - Parameters:
  ///   - catalogue: What is in the data folder.
  ///   - day: The day whose rules on the recognition of credentials count.
  /// - Throws: `InvalidInput` or `FileError` if the tables cannot be read.
  public init(_ catalogue: Catalogue, on day: CalendarDate) throws {
    stakes = try Stakes(catalogue, on: day)
    evidence = PairEvidence(catalogue)
  }

  /// The pairs, the one first whose decision is worth most; of equal ones as they were given.
  ///
  /// - Parameter links: The pairs.
  /// - Returns: The ranking.
  /// - Throws: `InvalidInput` or `FileError` if the tables cannot be read.
  public func ranked(_ links: [ReviewLink]) throws -> [PairWorth] {
    let people = links.map { stakes.people($0.noc) }
    let ambiguities = try links.map(ambiguity)
    let regulations = links.map { stakes.regulation($0.noc) }
    let most = people.compactMap { $0?.count }.max() ?? 0
    let factors = [
      Self.completed(people.map { $0.map { most == 0 ? 0 : Double($0.count) / Double(most) } }),
      Self.completed(ambiguities), Self.completed(regulations.map { $0?.share }),
    ]
    let worths = links.indices.map { index in
      PairWorth(
        link: links[index], people: people[index], ambiguity: ambiguities[index],
        regulation: regulations[index], value: factors.reduce(1) { $0 * $1[index] })
    }
    return worths.enumerated().sorted { left, right in
      left.element.value == right.element.value
        ? left.offset < right.offset : left.element.value > right.element.value
    }.map(\.element)
  }

  /// The mean over both directions of how evenly the candidates share the score.
  private func ambiguity(_ link: ReviewLink) throws -> Double? {
    let standings = [
      try evidence.standing(of: link.noc, for: link.sinco),
      try evidence.standing(of: link.sinco, for: link.noc),
    ].compactMap { $0?.ambiguity }
    return standings.isEmpty ? nil : standings.reduce(0, +) / Double(standings.count)
  }

  /// Factors with the mean in the place of what is not known, and none below the least.
  private static func completed(_ factors: [Double?]) -> [Double] {
    let known = factors.compactMap { $0 }
    let mean = known.isEmpty ? 1 : known.reduce(0, +) / Double(known.count)
    return factors.map { max($0 ?? mean, PairWorth.least) }
  }
}
