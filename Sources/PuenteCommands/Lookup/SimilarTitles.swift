import Classifications
import ReferenceData
import Titles

/// The groups that a title may be meant for that none has as it is written.
enum SimilarTitles {
  /// The score below which a group is no suggestion.
  private static let least = 0.2
  /// How many groups of one classification are suggested.
  private static let limit = 3

  /// Finds the groups, by what `puente search` finds.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - only: The classification to look in; the newest SINCO and NOC if it is `nil`.
  ///   - catalogue: The reference data.
  /// - Returns: The groups with their titles, the best first; none in a classification that is not complete.
  /// - Throws: `FileError` or `InvalidInput` if the index of titles cannot be read.
  static func groups(
    of title: String, in only: ClassificationID?, _ catalogue: Catalogue
  ) throws -> [(String, String)] {
    let ids = only.map { [$0] } ?? [.sinco2019, .noc2021]
    let known = catalogue.classifications.filter { ids.contains($0.id) && $0.isComplete }.map(\.id)
    guard !known.isEmpty else { return [] }
    let library = try TitleLibrary(catalogue)
    let coder = TitleCoder(library.index, library.ranking)
    var found: [(code: OccupationCode, title: String, score: Double)] = []
    for id in known {
      let target = try library.target(id)
      let table = try catalogue.codeTable(id)
      for candidate in coder.answer(title, in: target, limit: limit, withTitles: false).candidates
      where candidate.score >= least {
        let name = table[candidate.code]?.title() ?? ""
        found.append((OccupationCode(id, candidate.code), name, candidate.score))
      }
    }
    return found.sorted { ($0.score, $1.code) > ($1.score, $0.code) }
      .map { ($0.code.description, $0.title) }
  }
}
