import Classifications
import Correspondences
import Diagnostics
import Matching
import ReferenceData

// MARK: - Whether the two sides mean the same

extension PairChecker {
  /// Compares the groups of the pivot that the two sides correspond to, and their levels.
  func comparePivots(
    _ link: Link, _ left: OccupationCode, _ right: OccupationCode, among links: [Link]
  ) throws -> [Finding] {
    let leftGroups = try pivotGroups(of: left)
    let rightGroups = try pivotGroups(of: right)
    let conflict = try titleConflict(link, left, right)
    var findings = conflict.map { [$0] } ?? []
    guard !leftGroups.isEmpty, !rightGroups.isEmpty else {
      let silent = leftGroups.isEmpty ? left : right
      findings.append(
        Finding(
          "no-pivot", .note, at: link.right.location,
          "\(link.label): no published table ties \(silent) to ISCO-08, so the two cannot be compared through it",
          subjects: link.subjects
        )
      )
      return findings
    }
    if leftGroups.isDisjoint(with: rightGroups) {
      let tied = try tiedTargets(right, in: left.classification)
      let isTied =
        try tied.contains(left) || tiedTargets(left, in: right.classification).contains(right)
      let better = isTied ? [] : tied
      let advice = try better.map { try named($0) }.joined(separator: "; ")
      findings.append(
        Finding(
          "no-isco-overlap", conflict == nil ? .warning : .error, at: link.right.location,
          "\(link.label): no common ISCO-08 group (\(listed(leftGroups)) against \(listed(rightGroups)))",
          help: isTied
            ? "other published tables do tie the two; compare their duties"
            : advice.isEmpty
              ? "compare the duties of the two groups"
              : "the published tables tie \(right.code) rather to \(advice)",
          suggestions: better.map(\.description), subjects: link.subjects
        )
      )
      // Where agencies tie the two by another way, a neighbour that fits better proves no slip.
      if !isTied,
        let slip = try probableSlip(link, left, right, leftGroups, rightGroups, among: links)
      {
        findings.append(slip)
      }
    }
    if let gap = try levelGap(link, leftGroups, rightGroups) { findings.append(gap) }
    return findings
  }

  /// Whether the titles name fields, and no field in common.
  private func titleConflict(
    _ link: Link, _ left: OccupationCode, _ right: OccupationCode
  ) throws -> Finding? {
    let leftFields = try names(of: .field, link.left, left)
    let rightFields = try names(of: .field, link.right, right)
    guard !leftFields.isEmpty, !rightFields.isEmpty, leftFields.isDisjoint(with: rightFields) else {
      return nil
    }
    return Finding(
      "title-conflict", .warning, at: link.right.location,
      "\(link.label): one title speaks of \(listed(leftFields)), the other of \(listed(rightFields))",
      help: "compare the duties of the two groups", subjects: link.subjects
    )
  }

  /// The fields or roles named by the titles of a code, official and printed.
  private func names(
    of kind: TitleVocabulary.Kind, _ resolved: Resolved, _ code: OccupationCode
  ) throws -> Set<String> {
    let classification = try catalogue.classification(code.classification)
    let item = try catalogue.codeTable(code.classification)[code.code]
    var found = Set(
      vocabulary.names(of: kind, in: resolved.printed.title, languages: classification.languages))
    for language in Language.allCases {
      guard let item, !item.unofficialLanguages.contains(language),
        let title = item.title(in: language)
      else { continue }
      found.formUnion(vocabulary.names(of: kind, in: title, languages: [language]))
    }
    return found
  }

  /// The skill level of ISCO-08's major groups, 1...4; managers and the armed forces span levels.
  private static let skillLevels: [Character: ClosedRange<Int>] = [
    "0": 1...4, "1": 3...4, "2": 4...4, "3": 3...3, "4": 2...2, "5": 2...2, "6": 2...2, "7": 2...2,
    "8": 2...2, "9": 1...1,
  ]

  private func levelGap(
    _ link: Link, _ leftGroups: Set<String>, _ rightGroups: Set<String>
  ) throws -> Finding? {
    func levels(_ groups: Set<String>) -> Set<Int> {
      Set(groups.flatMap { $0.first.flatMap { Self.skillLevels[$0] }.map(Array.init) ?? [] })
    }
    let leftLevels = levels(leftGroups)
    let rightLevels = levels(rightGroups)
    guard let highestLeft = leftLevels.max(), let highestRight = rightLevels.max(),
      leftLevels.isDisjoint(with: rightLevels)
    else { return nil }
    let (higher, lower) =
      highestLeft < highestRight ? (link.right, link.left) : (link.left, link.right)
    return Finding(
      "level-gap", .warning, at: link.right.location,
      "\(link.label): ISCO skill level \(listed(leftLevels.map(String.init))) against \(listed(rightLevels.map(String.init)))",
      help:
        "\(higher.meant ?? "") is the higher: people from it would be placed too low, people from \(lower.meant ?? "") may lack studies or a licence",
      subjects: link.subjects
    )
  }

  /// Whether a neighbouring code would have fitted where this one does not.
  private func probableSlip(
    _ link: Link, _ left: OccupationCode, _ right: OccupationCode, _ leftGroups: Set<String>,
    _ rightGroups: Set<String>, among links: [Link]
  ) throws -> Finding? {
    let tiedOnRight = try tiedTargets(left, in: right.classification)
    let onRight = try neighbours(of: right).filter {
      try tiedOnRight.contains($0) && !pivotGroups(of: $0).isDisjoint(with: leftGroups)
    }
    let tiedOnLeft = try tiedTargets(right, in: left.classification)
    let onLeft = try neighbours(of: left).filter {
      try tiedOnLeft.contains($0) && !pivotGroups(of: $0).isDisjoint(with: rightGroups)
    }
    guard !onRight.isEmpty || !onLeft.isEmpty else { return nil }
    var repairs = try onRight.map { "\(left.code) - \(try named($0))" }
    repairs += try onLeft.map { "\(try named($0)) - \(right.code)" }
    let runsAlong = links.contains { other in
      abs(other.row - link.row) == 1 && isNext(other.left.meant, left.code)
        && isNext(other.right.meant, right.code)
    }
    let pattern =
      runsAlong
      ? "; its codes and those of the row beside it run on by one, as if two lists were paired line by line"
      : ""
    return Finding(
      "probable-slip", .error, at: link.right.location,
      "\(link.label): a neighbouring code fits where this one does not\(pattern)",
      help: "did you mean \(repairs.joined(separator: " or "))?",
      suggestions: (onRight + onLeft).map(\.description), subjects: link.subjects
    )
  }

  /// The codes one below and one above, within the same minor group.
  private func neighbours(of code: OccupationCode) throws -> [OccupationCode] {
    let table = try catalogue.codeTable(code.classification)
    guard let item = table[code.code], let parent = item.parent else { return [] }
    return table.children(of: parent).filter { isNext($0.code, code.code) }.map {
      OccupationCode(code.classification, $0.code)
    }
  }

  private func isNext(_ code: String?, _ other: String) -> Bool {
    guard let code, code.utf8.count == other.utf8.count, code.dropLast() == other.dropLast(),
      let a = code.last?.wholeNumberValue, let b = other.last?.wholeNumberValue
    else { return false }
    return abs(a - b) == 1
  }

  /// The two codes of a classification that the published tables tie most strongly to a code.
  private func tiedTargets(
    _ code: OccupationCode, in classification: ClassificationID
  ) throws -> [OccupationCode] {
    try answer(for: code, in: classification).serious.prefix(2).map(\.target)
  }

  /// Whether one title names a role, such as supervision, that the other does not.
  func compareRoles(
    _ link: Link, _ left: OccupationCode, _ right: OccupationCode
  ) throws -> [Finding] {
    let leftRoles = try names(of: .role, link.left, left)
    let rightRoles = try names(of: .role, link.right, right)
    // The two languages draw the line between managing and supervising differently: a head of an area is
    // a manager in Canada and a co-ordinator in Mexico.
    func missing(_ roles: Set<String>, in others: Set<String>) -> Set<String> {
      let leading: Set<String> = ["management", "supervision"]
      return roles.subtracting(others.isDisjoint(with: leading) ? others : others.union(leading))
    }
    return try [
      (missing(leftRoles, in: rightRoles), left, right),
      (missing(rightRoles, in: leftRoles), right, left),
    ]
    .compactMap { roles, with, without in
      guard !roles.isEmpty else { return nil }
      return Finding(
        "role-not-in-title", .warning, at: link.right.location,
        "\(link.label): \(listed(roles)) is in the title of \(try named(with)) but not of \(try named(without))",
        help: "ask for evidence of the role", subjects: link.subjects
      )
    }
  }

  /// Whether one side holds several professions of which the other covers a part.
  func compareScope(
    _ link: Link, _ left: OccupationCode, _ right: OccupationCode
  ) throws -> [Finding] {
    try [(left, right), (right, left)].compactMap { wide, narrow in
      let wideGroups = try pivotGroups(of: wide)
      let narrowGroups = try pivotGroups(of: narrow)
      guard wideGroups.count > 1, !narrowGroups.isEmpty, !wideGroups.isSubset(of: narrowGroups)
      else {
        return nil
      }
      let parts = try laterParts(of: wide)
      let common = wideGroups.intersection(narrowGroups)
      let covered = common.isEmpty ? "none" : listed(common)
      // Groups of the same work that ISCO-08 divides otherwise share most of their parts.
      let isSmall = common.count * 4 <= wideGroups.count
      return Finding(
        "partial-scope", isSmall ? .warning : .note, at: link.right.location,
        "\(link.label): \(try named(wide)) spans \(wideGroups.count) ISCO-08 groups (\(listed(wideGroups))), of which \(narrow.code) covers \(covered)",
        help: parts.isEmpty
          ? "say which part of \(wide.code) is meant"
          : "say which part is meant: \(parts.joined(separator: "; "))",
        subjects: link.subjects
      )
    }
  }

  /// What the latest version that splits a group makes of it.
  private func laterParts(of code: OccupationCode) throws -> [String] {
    let own = try catalogue.classification(code.classification)
    for later in catalogue.classifications where later.family == own.family && later.year > own.year
    {
      let parts = try successors(of: code, in: later.id)
      guard parts.count > 1 else { continue }
      return try parts.map { "\(later.id):\(try named(OccupationCode(later.id, $0)))" }
    }
    return []
  }

  /// Whether an official table between the families of the two sides contradicts the pivot.
  func compareReference(
    _ link: Link, _ left: OccupationCode, _ right: OccupationCode
  ) throws -> [Finding] {
    var findings: [Finding] = []
    for (own, other) in [(left, right), (right, left)] {
      let ownGroups = try pivotGroups(of: own)
      guard !ownGroups.isEmpty else { continue }
      let country = try catalogue.classification(other.classification).country
      for table in catalogue.correspondences where table.kind == "published" {
        guard table.subject == own.classification,
          try catalogue.classification(table.object).country == country, !country.isEmpty
        else { continue }
        for target in try catalogue.correspondence(table).links(from: own.code, .forward) {
          let reference = OccupationCode(table.object, target.object)
          let groups = try pivotGroups(of: reference)
          guard !groups.isEmpty, groups.isDisjoint(with: ownGroups) else { continue }
          findings.append(
            Finding(
              "reference-anomaly", .note, at: link.right.location,
              "\(link.label): the official table \(table.title) gives \(own.code) to \(try named(reference)), which shares no ISCO-08 group with it",
              help: "weigh that row of the table with care",
              subjects: [own.description, reference.description]
            )
          )
        }
      }
    }
    return findings
  }

  /// Whether the published tables tie one side about as strongly to other codes of the other.
  func compareCoverage(
    _ link: Link, _ left: OccupationCode, _ right: OccupationCode
  ) throws -> [Finding] {
    let answer = try answer(for: right, in: left.classification)
    guard let own = answer.serious.first(where: { $0.target == left }) else { return [] }
    let others = answer.candidates.filter {
      $0.target != left && $0.score >= own.score * EquivalenceAnswer.ambiguousShare
    }
    guard !others.isEmpty else { return [] }
    let names = try others.prefix(3).map { try named($0.target) }
    return [
      Finding(
        "covers-several", .note, at: link.right.location,
        "\(link.label): the published tables tie \(right.code) as strongly to \(names.joined(separator: "; "))",
        help: "tell the people apart by their studies and duties",
        suggestions: others.map(\.target.description),
        subjects: link.subjects
      )
    ]
  }

  func listed(_ names: some Sequence<String>) -> String { names.sorted().joined(separator: ", ") }
}
