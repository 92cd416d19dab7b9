import Classifications
import Correspondences
import Matching
import ReferenceData
import Rendering

/// The answer to a look-up as people read it.
enum EquivalenceText {
  static func text(
    _ answer: EquivalenceAnswer, to destination: ClassificationID, limit: Int,
    _ catalogue: Catalogue
  ) throws -> String {
    let target = try catalogue.classification(destination)
    var lines = [
      "\(answer.source)  \(try title(answer.source, catalogue))  (\(try catalogue.classification(answer.source.classification).name))",
      "in \(target.name):",
    ]
    for (place, candidate) in answer.candidates.prefix(limit).enumerated() {
      lines.append(
        "\(pad(String(place + 1), 3))  \(candidate.target)  \(try title(candidate.target, catalogue))"
      )
      lines.append(
        "     score \(fixed(candidate.score, decimals: 2)), \(meaning(candidate.relation))"
      )
      for flag in candidate.flags { lines.append("     against it: \(flag.reason)") }
      for path in candidate.paths.prefix(3) {
        lines.append("     via \(EquivalenceTable.chain(path))")
        lines.append("         \(path.tables.map(\.title).joined(separator: "; "))")
        for note in path.notes { lines.append("         note: \(printable(note))") }
      }
      let more = candidate.paths.count - 3
      if more > 0 { lines.append("     and \(more) weaker \(more == 1 ? "path" : "paths")") }
    }
    let hidden = answer.candidates.count - limit
    if hidden > 0 { lines.append("     \(hidden) more with '--limit \(answer.candidates.count)'") }
    switch answer.verdict {
    case .clear: break
    case let verdict: lines.append("  \(verdict.word): \(verdict.reason)")
    }
    for silence in answer.silences where silence.isStated && silence.code == answer.source {
      let note = silence.note.isEmpty ? "" : " (\(silence.note))"
      lines.append(
        "  note: \(silence.table.title) states that \(silence.code) has no correspondence\(note)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func title(_ code: OccupationCode, _ catalogue: Catalogue) throws -> String {
    try catalogue.codeTable(code.classification)[code.code]?.title() ?? ""
  }

  /// A relation in words.
  static func meaning(_ relation: MapRelation) -> String {
    switch relation {
    case .exactMatch: "exact: the same occupations"
    case .closeMatch: "close: overlapping"
    case .broadMatch: "broad: wider than the occupation asked about"
    case .narrowMatch: "narrow: a part of the occupation asked about"
    case .relatedMatch: "related: overlapping in part"
    }
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
