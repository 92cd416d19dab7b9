import Classifications
import Diagnostics
import ReferenceData
import SSSOM
import Tabular

/// Checks a mapping set: its form, by the rules of SSSOM, and its codes, against the code tables.
struct MappingSetChecker {
  let catalogue: Catalogue

  init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  func check(_ bytes: [UInt8], path: String) throws -> [Finding] {
    let (set, findings) =
      path == "-" ? SSSOMReader.read(bytes: bytes, name: path) : try SSSOMReader.read(path: path)
    return (findings + (try codeFindings(set))).sortedByLocation()
  }

  /// The codes of known classifications that do not exist.
  private func codeFindings(_ set: MappingSet) throws -> [Finding] {
    var findings: [Finding] = []
    let known = Set(catalogue.classifications.map(\.id.rawValue))
    var isSound: [String: Bool] = [:]
    for mapping in set.mappings {
      for slot in [Slot.subjectID, .objectID] {
        let id = mapping[slot]
        if let sound = isSound[id] {
          if sound { continue }
        } else {
          guard let code = OccupationCode(curie: id), known.contains(code.classification.rawValue)
          else {
            isSound[id] = true
            continue
          }
          isSound[id] = try catalogue.codeTable(code.classification).contains(code.code)
          if isSound[id] == true { continue }
        }
        guard let code = OccupationCode(curie: id) else { continue }
        findings.append(try invalidCode(code, at: mapping.location(of: slot)))
        if findings.count == SSSOMReader.defaultMaximumFindings { return findings }
      }
    }
    return findings
  }

  private func invalidCode(_ code: OccupationCode, at location: SourceLocation?) throws -> Finding {
    let table = try catalogue.codeTable(code.classification)
    let near = NearCodes.of(code.code, in: table).prefix(3).map(\.0)
    let names = near.map { "'\(table.id):\($0.code)' \($0.title())" }
    return Finding(
      "invalid-code", .error, at: location,
      "'\(code)' is not a code of \(table.classification.name)",
      help: names.isEmpty
        ? "look the occupation up by its title" : "did you mean \(names.joined(separator: ", "))?",
      suggestions: near.map { "\(table.id):\($0.code)" }, subjects: [code.description]
    )
  }
}
