import Credentials
import Rendering

/// The answer for papers.
struct CredentialMarkdown {
  let report: CredentialReport

  /// What papers leave out: what only programs need.
  private static let kept: [CredentialTable: [String]] = [
    .regulation: [
      "jurisdiction", "regulated", "kind", "regulator_name", "valid_from", "valid_to", "assessment",
      "exam", "languages", "doubts", "note", "source_pages", "as_of", "confidence", "marks",
    ],
    .steps: [
      "pathway", "number", "title", "actor", "condition", "depends_on", "from_mexico", "fee",
      "currency", "duration", "evidence", "note", "source_pages", "as_of", "confidence", "marks",
    ],
    .requirements: [
      "asked_in", "kind", "title", "detail", "threshold", "validity", "source_pages", "as_of",
      "confidence", "marks",
    ],
    .bridging: [
      "name", "provider", "offered_in", "offered", "length", "cost", "note", "source_pages",
      "as_of", "confidence", "marks",
    ],
    .streams: [
      "name", "leads_to", "state", "reasons", "processing", "note", "source_pages", "as_of",
      "confidence", "marks",
    ],
  ]

  /// The tables; without details that of regulation alone.
  func text(detailed: Bool) -> String {
    guard detailed else {
      return table(.regulation, report.places.flatMap { report.rows(.regulation, $0) })
    }
    return report.places.map { place in
      CredentialTable.allCases.map { part in
        let rows = report.rows(part, place)
        let body = rows.isEmpty ? "Unknown: the data have nothing.\n" : table(part, rows)
        return
          "## \(place.jurisdiction.id) \(markdownText(place.jurisdiction.name)): \(part.rawValue)\n\n\(body)"
      }.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private func table(_ part: CredentialTable, _ rows: [CredentialFacts]) -> String {
    let names = Self.kept[part] ?? []
    return markdownTable(
      names.map { $0.replacing("_", with: " ") },
      rows.map { row in
        names.map { name in
          let value = row.first { $0.name == name }?.value ?? .null
          if name == "reasons", case .array(let reasons) = value {
            return reasons.map(words).joined(separator: "; ")
          }
          return value.cell.isEmpty ? "unknown" : value.cell
        }
      })
  }

  private func words(_ reason: JSONValue) -> String {
    guard case .object(let facts) = reason else { return reason.cell }
    return "\(facts["outcome"]?.cell ?? ""): \(facts["words"]?.cell ?? "")"
  }
}
