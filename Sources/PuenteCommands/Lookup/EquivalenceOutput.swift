import Classifications
import Correspondences
import Matching
import ReferenceData
import Rendering

/// The answer to a look-up as programs read it.
///
/// The names and meanings of its fields are stable.
struct EquivalenceOutput: Encodable {
  struct Group: Encodable {
    let id: String
    let title: String
    let titles: [String: String]
    let classification: String
  }

  struct Candidate: Encodable {
    let rank: Int
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let target_id: String
    let title: String
    /// In 0...1.
    let score: Double
    let predicate: String
    let flags: [Flag]
    let paths: [Path]
  }

  struct Flag: Encodable {
    let name: String
    let reason: String
  }

  struct Path: Encodable {
    let evidence: String
    let codes: [String]
    let tables: [String]
    let predicate: String
    /// In 0...1.
    let share: Double
    let notes: [String]
  }

  struct Silence: Encodable {
    let table: String
    let code: String
    let stated: Bool
    let note: String
  }

  let source: Group
  let to: String
  let verdict: String
  let reason: String
  let candidates: [Candidate]
  let silences: [Silence]

  init(
    _ answer: EquivalenceAnswer, to destination: ClassificationID, limit: Int,
    _ catalogue: Catalogue
  ) throws {
    let verdict = answer.verdict
    source = try Group(answer.source, catalogue)
    to = destination.rawValue
    self.verdict = verdict.word
    reason = verdict.reason
    candidates = try answer.candidates.prefix(limit).enumerated().map { place, candidate in
      Candidate(
        rank: place + 1, target_id: candidate.target.description,
        title: try catalogue.codeTable(candidate.target.classification)[candidate.target.code]?
          .title() ?? "",
        score: rounded(candidate.score), predicate: candidate.relation.rawValue,
        flags: candidate.flags.map { Flag(name: $0.name, reason: $0.reason) },
        paths: candidate.paths.map { path in
          Path(
            evidence: path.evidence,
            codes: path.codes.map(\.description), tables: path.tables.map(\.id),
            predicate: path.relation.rawValue, share: rounded(path.share), notes: path.notes
          )
        }
      )
    }
    silences = answer.silences.map {
      Silence(table: $0.table.id, code: $0.code.description, stated: $0.isStated, note: $0.note)
    }
  }
}

extension EquivalenceOutput.Group {
  init(_ code: OccupationCode, _ catalogue: Catalogue) throws {
    let table = try catalogue.codeTable(code.classification)
    let item = table[code.code]
    id = code.description
    title = item?.title() ?? ""
    titles = Dictionary(
      uniqueKeysWithValues: Language.allCases.compactMap { language in
        item?.title(in: language).map { (language.rawValue, $0) }
      }
    )
    classification = table.classification.name
  }
}

/// The columns of a look-up as a table.
enum EquivalenceTable {
  static let columns = ["source_id", "rank", "target_id", "score", "predicate", "path"]

  /// What stands for the predicate where a publisher states that nothing corresponds.
  static let statedNone = "none-stated"
  /// What stands for the predicate where nothing was found, which may only mean that no table lists it.
  static let foundNone = "none-found"

  /// The rows of an answer.
  ///
  /// Without candidates it is one row with neither rank, target nor score, so that whoever joins the table
  /// loses no group: the predicate says whether a publisher states so, and the path why.
  static func rows(
    _ answer: EquivalenceAnswer, to destination: ClassificationID, limit: Int
  ) -> [[String]] {
    guard !answer.candidates.isEmpty else {
      let isStated = answer.silences.contains { $0.isStated }
      return [
        [
          answer.source.description, "", "", "", isStated ? statedNone : foundNone,
          "none in \(destination): \(answer.verdict.reason)",
        ]
      ]
    }
    return answer.candidates.prefix(limit).enumerated().map { place, candidate in
      // Several pieces of evidence may tie the same codes.
      var chains: [String] = []
      for chain in candidate.paths.map(chain) where !chains.contains(chain) {
        chains.append(chain)
        if chains.count == 3 { break }
      }
      return [
        answer.source.description, String(place + 1), candidate.target.description,
        fixed(candidate.score, decimals: 4), candidate.relation.rawValue,
        chains.joined(separator: " | "),
      ]
    }
  }

  /// A path as codes with signs between them.
  static func chain(_ path: Equivalence.Path) -> String {
    path.codes.map(\.description).joined(separator: " > ")
  }
}
