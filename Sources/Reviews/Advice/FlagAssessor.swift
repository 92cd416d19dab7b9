import Checks
import Classifications
public import Diagnostics
public import ReferenceData

/// Raises the flags of pairs: what `puente check` finds in them.
public struct FlagAssessor {
  private let catalogue: Catalogue
  private let today: CalendarDate

  /// How many pairs of a list are checked together at most; of longer lists each pair alone.
  ///
  /// Some rules compare a pair with its neighbours in the list.
  public static let mostTogether = 200

  /// Creates an assessor.
  public init(_ catalogue: Catalogue, today: CalendarDate) {
    self.catalogue = catalogue
    self.today = today
  }

  /// The flags of pairs that stand together in a list.
  ///
  /// - Parameter links: The pairs, in the order of the list.
  /// - Returns: The flags by the identifier of the pair.
  /// - Throws: `FileError` or `InvalidInput` if the reference data cannot be read.
  public func flags(of links: [ReviewLink]) throws -> [String: [ReviewFlag]] {
    let checker = PairChecker(
      catalogue: catalogue, vocabulary: try catalogue.vocabulary(), today: today)
    let known = Set(catalogue.classifications.map(\.id))
    // A pair of a classification that is not in the data cannot be checked.
    let checked = links.enumerated().filter { _, link in
      known.contains(link.noc.classification) && known.contains(link.sinco.classification)
    }
    let pairs = checked.map { index, link in pair(link, line: index + 1) }
    var result: [String: [ReviewFlag]] = [:]
    for finding in try checker.check(pairs) {
      guard let line = finding.location?.line, links.indices.contains(line - 1) else { continue }
      let flag = ReviewFlag(
        rule: finding.rule, severity: finding.severity, message: finding.message)
      result[links[line - 1].id, default: []].append(flag)
    }
    return result
  }

  private func pair(_ link: ReviewLink, line: Int) -> PrintedPair {
    func side(_ code: OccupationCode, _ title: String, column: Int) -> PrintedSide {
      PrintedSide(
        entries: [
          PrintedEntry(PrintedCode(code: code.code, title: title), in: code.classification)
        ],
        isVersionStated: true,
        location: SourceLocation(file: "ledger", line: line, column: column))
    }
    return PrintedPair(
      name: link.id, left: side(link.noc, link.nocTitle, column: 1),
      right: side(link.sinco, link.sincoTitle, column: 2), review: nil)
  }

  /// Raises the flags of pairs anew and keeps them.
  ///
  /// - Parameters:
  ///   - links: The pairs.
  ///   - desk: The desk; call within a writing transaction.
  /// - Throws: `FileError`, `InvalidInput`, `DatabaseError`.
  public func assess(_ links: [ReviewLink], at desk: ReviewDesk) throws {
    for (list, members) in Dictionary(grouping: links, by: \.list).sorted(by: { $0.key < $1.key }) {
      var filter = ReviewFilter()
      filter.list = list
      let all = list.isEmpty ? members : try desk.links(filter)
      if all.count <= Self.mostTogether, !list.isEmpty {
        try keep(try flags(of: all), of: all, at: desk)
      } else {
        for link in members { try keep(try flags(of: [link]), of: [link], at: desk) }
      }
    }
  }

  private func keep(
    _ flags: [String: [ReviewFlag]], of links: [ReviewLink], at desk: ReviewDesk
  ) throws {
    for link in links { try desk.setFlags(flags[link.id] ?? [], of: link.id) }
  }
}
