import Classifications
import Diagnostics
import Matching
import ReferenceData

// MARK: - Whether the two sides mean the same

extension PairChecker {
  /// Compares the groups of the pivot that the two sides correspond to, and their levels.
  func comparePivots(_ pair: LinkedPair, beside others: () -> [Link]) throws -> [Finding] {
    let (left, right) = (pair.left, pair.right)
    let conflict = try titleConflict(pair)
    var findings = conflict.map { [$0] } ?? []
    guard !left.pivotGroups.isEmpty, !right.pivotGroups.isEmpty else {
      let silent = left.pivotGroups.isEmpty ? left : right
      findings.append(
        Finding(
          .noPivot, .note, at: pair.location,
          "\(pair.label): no published table ties \(silent.code) to ISCO-08, so the two cannot be compared through it",
          help: "compare the duties of the two groups", subjects: pair.subjects
        )
      )
      return findings
    }
    if left.pivotGroups.isDisjoint(with: right.pivotGroups) {
      findings += try noOverlap(pair, isConflict: conflict != nil, beside: others)
    }
    if let gap = levelGap(pair) { findings.append(gap) }
    return findings
  }

  /// That the two sides share no group of the pivot, and whether a slip explains it.
  private func noOverlap(
    _ pair: LinkedPair, isConflict: Bool, beside others: () -> [Link]
  ) throws -> [Finding] {
    let (left, right) = (pair.left, pair.right)
    let tied = try profiles.tied(right.code, in: left.code.classification)
    let isTied =
      try tied.contains(left.code)
      || profiles.tied(left.code, in: right.code.classification).contains(right.code)
    let better = isTied ? [] : tied
    let advice = try better.map { try profiles[$0].name }.joined(separator: "; ")
    let finding = Finding(
      .noISCOOverlap, isConflict ? .error : .warning, at: pair.location,
      "\(pair.label): no common ISCO-08 group (\(listed(left.pivotGroups)) against \(listed(right.pivotGroups)))",
      help: isTied
        ? "other evidence does tie the two; compare their duties"
        : advice.isEmpty
          ? "compare the duties of the two groups"
          : "the evidence ties \(right.code.code) rather to \(advice)",
      suggestions: better.map(\.description), subjects: pair.subjects
    )
    // Where agencies tie the two by another way, a neighbour that fits better proves no slip.
    guard !isTied, let slip = try probableSlip(pair, beside: others) else { return [finding] }
    return [finding, slip]
  }

  /// Whether the titles name fields, and no field in common.
  private func titleConflict(_ pair: LinkedPair) throws -> Finding? {
    let (left, right) = (pair.leftNames.fields, pair.rightNames.fields)
    guard !left.isEmpty, !right.isEmpty, left.isDisjoint(with: right) else { return nil }
    let isTied = !pair.left.pivotGroups.isDisjoint(with: pair.right.pivotGroups)
    return Finding(
      .titleConflict, .warning, at: pair.location,
      "\(pair.label): one title speaks of \(listed(left)), the other of \(listed(right))",
      help: isTied
        ? "the published tables give both to ISCO-08 \(listed(pair.left.pivotGroups.intersection(pair.right.pivotGroups))), so a title may mislead; compare the duties, and ask for the diploma"
        : "compare the duties of the two groups",
      subjects: pair.subjects
    )
  }

  private func levelGap(_ pair: LinkedPair) -> Finding? {
    let (left, right) = (pair.left.skillLevels, pair.right.skillLevels)
    guard let highestLeft = left.max(), let highestRight = right.max(), left.isDisjoint(with: right)
    else { return nil }
    let (higher, lower) =
      highestLeft < highestRight ? (pair.right, pair.left) : (pair.left, pair.right)
    return Finding(
      .levelGap, .warning, at: pair.location,
      "\(pair.label): ISCO skill level \(listed(left.map(String.init))) against \(listed(right.map(String.init)))",
      help:
        "\(higher.code.code) is the higher: people from it would be placed too low, people from \(lower.code.code) may lack studies or a licence",
      subjects: pair.subjects
    )
  }

  /// Whether a neighbouring code would have fitted where this one does not.
  private func probableSlip(_ pair: LinkedPair, beside others: () -> [Link]) throws -> Finding? {
    let (left, right) = (pair.left, pair.right)
    let tiedOnRight = try profiles.tied(left.code, in: right.code.classification)
    let onRight = try profiles.neighbours(of: right.code).filter {
      try tiedOnRight.contains($0)
        && !profiles[$0].pivotGroups.isDisjoint(with: left.pivotGroups)
    }
    let tiedOnLeft = try profiles.tied(right.code, in: left.code.classification)
    let onLeft = try profiles.neighbours(of: left.code).filter {
      try tiedOnLeft.contains($0)
        && !profiles[$0].pivotGroups.isDisjoint(with: right.pivotGroups)
    }
    guard !onRight.isEmpty || !onLeft.isEmpty else { return nil }
    var repairs = try onRight.map { "\(left.code.code) - \(try profiles[$0].name)" }
    repairs += try onLeft.map { "\(try profiles[$0].name) - \(right.code.code)" }
    let runsAlong = others().contains { other in
      CodeProfiles.isNext(other.left.meant, left.code.code)
        && CodeProfiles.isNext(other.right.meant, right.code.code)
    }
    let pattern =
      runsAlong
      ? "; its codes and those of the row beside it run on by one, as if two lists were paired line by line"
      : ""
    return Finding(
      .probableSlip, .error, at: pair.location,
      "\(pair.label): a neighbouring code fits where this one does not\(pattern)",
      help: "did you mean \(alternatives(repairs))?",
      suggestions: (onRight + onLeft).map(\.description), subjects: pair.subjects
    )
  }

  /// Whether one title names a role, such as supervision, that the other does not.
  func compareRoles(_ pair: LinkedPair) throws -> [Finding] {
    let (leftRoles, rightRoles) = (pair.leftNames.roles, pair.rightNames.roles)
    if leftRoles == rightRoles { return [] }
    // The two languages draw the line between managing and supervising differently: a head of an area is
    // a manager in Canada and a co-ordinator in Mexico.
    func missing(_ roles: Set<String>, in others: Set<String>) -> Set<String> {
      let leading: Set<String> = ["management", "supervision"]
      return roles.subtracting(others.isDisjoint(with: leading) ? others : others.union(leading))
    }
    return [
      (missing(leftRoles, in: rightRoles), pair.left, pair.right),
      (missing(rightRoles, in: leftRoles), pair.right, pair.left),
    ]
    .compactMap { roles, with, without in
      guard !roles.isEmpty else { return nil }
      return Finding(
        .roleNotInTitle, .warning, at: pair.location,
        "\(pair.label): \(listed(roles)) is in the title of \(with.name) but not of \(without.name)",
        help: "ask for evidence of the role", subjects: pair.subjects
      )
    }
  }

  /// Whether one side is a unit group and the other a group above them.
  func compareLevels(_ pair: LinkedPair) throws -> Finding? {
    let (left, right) = (pair.left.levelsAboveUnitGroups, pair.right.levelsAboveUnitGroups)
    guard left != right, left == 0 || right == 0 else { return nil }
    let (wide, side) = left > right ? (pair.left, pair.link.left) : (pair.right, pair.link.right)
    let table = try catalogue.codeTable(wide.code.classification)
    let level = table[wide.code.code]?.level
    let levelName = table.classification.levels.first { $0.number == level }?.nameEN ?? "group"
    // Leading zeros may be lost as well as a digit at the end.
    let lost = NearCodes.of(wide.code.code, in: table).filter {
      $0.1 == .lostZeros && $0.0.level == table.classification.unitGroupLevel
    }.map(\.0)
    let below = lost + table.unitGroups(under: wide.code.code)
    return Finding(
      .groupLevel, .warning, at: side.location,
      "\(pair.label): \(wide.name) is a \(levelName), the other side a unit group",
      help:
        "say which unit group is meant, such as \(alternatives(below.prefix(3).map { "'\($0.code)' \($0.title())" }))",
      suggestions: below.prefix(3).map(\.code), subjects: [wide.code.description]
    )
  }
}
