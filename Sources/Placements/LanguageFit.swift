extension LanguageDemand {
  /// How many benchmarks below what is asked leave nothing of the factor; each one takes an equal part.
  public static let hopelessGap = 4.0

  /// How near what somebody knows comes to what is asked.
  ///
  /// A language that is not named, or has no level, is not known; that is not none.
  ///
  /// - Parameter skills: What is known, each language once.
  /// - Returns: The factor: that of the worst group, of which the best language counts.
  public func fit(of skills: [KnownLanguage]) -> MatchFactor {
    switch self {
    case .unknown:
      return MatchFactor(unknown: "the opening does not say what languages it asks for")
    case .none: return MatchFactor(1, "no language is asked for")
    case .all(let groups):
      let fits = groups.map { group in
        // The first of equals is kept.
        group.map { $0.fit(of: skills) }.reduce(nil) { best, next in
          best.map { next.value > $0.value ? next : $0 } ?? next
        } ?? MatchFactor(1, "")
      }
      let value = fits.map(\.value).min() ?? 1
      let reason = fits.map(\.reason).joined(separator: "; ")
      let missing = fits.flatMap(\.missing)
      // What is known to be short decides even where another language is not known.
      let isKnown = fits.allSatisfy(\.isKnown) || value < MatchFactor.unknownValue
      return isKnown
        ? MatchFactor(value, reason, missing: missing)
        : MatchFactor(unknown: reason, missing: missing)
    }
  }
}

extension LanguageDemand.Asked {
  fileprivate func fit(of skills: [KnownLanguage]) -> MatchFactor {
    let wanted = "\(language) level \(benchmark) is asked for"
    guard let skill = skills.first(where: { $0.language == language }), let level = skill.level
    else {
      return MatchFactor(
        unknown: "\(wanted), the candidate's is not known", missing: ["\(language): a test result"])
    }
    let gap = max(0, Double(benchmark) - level.middle)
    let value = max(0, 1 - gap / LanguageDemand.hopelessGap)
    let reason = "\(wanted), \(level.words)"
    guard gap > 0 else { return MatchFactor(value, reason) }
    let steps = gap == 1 ? "1 level" : "\(number(gap)) levels"
    return MatchFactor(value, reason, missing: ["\(language): \(steps)"])
  }

  private func number(_ gap: Double) -> String {
    gap == gap.rounded() ? String(Int(gap)) : String(gap)
  }
}
