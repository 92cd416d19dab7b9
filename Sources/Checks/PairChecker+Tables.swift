import Classifications
import Correspondences
import Diagnostics
import Matching
import ReferenceData

// MARK: - What the published tables say of a pair

extension PairChecker {
  /// Whether one side holds several professions of which the other covers a part.
  func compareScope(_ pair: LinkedPair) throws -> [Finding] {
    try [(pair.left, pair.right), (pair.right, pair.left)].compactMap { wide, narrow in
      guard wide.pivotGroups.count > 1, !narrow.pivotGroups.isEmpty,
        !wide.pivotGroups.isSubset(of: narrow.pivotGroups)
      else { return nil }
      let parts = try profiles.laterParts(of: wide.code)
      let common = wide.pivotGroups.intersection(narrow.pivotGroups)
      let covered = common.isEmpty ? "none" : listed(common)
      // Groups of the same work that ISCO-08 divides otherwise share most of their parts.
      let isSmall = common.count * 4 <= wide.pivotGroups.count
      return Finding(
        .partialScope, isSmall ? .warning : .note, at: pair.location,
        "\(pair.label): \(wide.name) spans \(wide.pivotGroups.count) ISCO-08 groups (\(listed(wide.pivotGroups))), of which \(narrow.code.code) covers \(covered)",
        help: parts.isEmpty
          ? "say which part of \(wide.code.code) is meant"
          : "say which part is meant: \(parts.joined(separator: "; "))",
        subjects: pair.subjects
      )
    }
  }

  /// A code, and the country whose official tables are asked about it.
  struct AnomalyKey: Hashable {
    let code: OccupationCode
    let country: String
  }

  /// A row of an official table that the pivot contradicts.
  struct Anomaly {
    let table: String
    let reference: CodeProfile
  }

  /// Whether an official table between the families of the two sides contradicts the pivot.
  func compareReference(_ pair: LinkedPair) throws -> [Finding] {
    var findings: [Finding] = []
    for (own, other) in [(pair.left, pair.right), (pair.right, pair.left)] {
      let country = try catalogue.classification(other.code.classification).country
      for anomaly in try anomalies(of: own, in: country) {
        findings.append(
          Finding(
            .referenceAnomaly, .note, at: pair.location,
            "\(pair.label): the official table \(anomaly.table) gives \(own.code.code) to \(anomaly.reference.name), which shares no ISCO-08 group with it",
            help: "weigh that row of the table with care",
            subjects: [own.code, anomaly.reference.code].map(\.description)
          )
        )
      }
    }
    return findings
  }

  private func anomalies(of own: CodeProfile, in country: String) throws -> [Anomaly] {
    let key = AnomalyKey(code: own.code, country: country)
    if let known = anomalies[key] { return known }
    var found: [Anomaly] = []
    for table in catalogue.correspondences where table.kind == "published" {
      guard !own.pivotGroups.isEmpty, table.subject == own.code.classification,
        try catalogue.classification(table.object).country == country, !country.isEmpty
      else { continue }
      for link in try catalogue.correspondence(table).links(from: own.code.code, .forward) {
        let reference = try profiles[OccupationCode(table.object, link.object)]
        guard !reference.pivotGroups.isEmpty,
          reference.pivotGroups.isDisjoint(with: own.pivotGroups)
        else { continue }
        found.append(Anomaly(table: table.title, reference: reference))
      }
    }
    anomalies[key] = found
    return found
  }

  /// Whether tables and titles tie one side about as strongly to other codes of the other.
  func compareCoverage(_ pair: LinkedPair) throws -> [Finding] {
    let (left, right) = (pair.left.code, pair.right.code)
    let answer = try profiles.answer(for: right, in: left.classification)
    guard let own = answer.serious.first(where: { $0.target == left }) else { return [] }
    let others = answer.candidates.filter {
      $0.target != left && $0.score >= own.score * EquivalenceAnswer.ambiguousShare
    }
    guard !others.isEmpty else { return [] }
    let names = try others.prefix(3).map { try profiles[$0.target].name }
    return [
      Finding(
        .coversSeveral, .note, at: pair.location,
        "\(pair.label): the evidence ties \(right.code) as strongly to \(names.joined(separator: "; "))",
        help: "tell the people apart by their studies and duties",
        suggestions: others.map(\.target.description), subjects: pair.subjects
      )
    ]
  }
}
