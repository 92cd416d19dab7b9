import Diagnostics

/// The rules for tables of pairs; `docs/checks.md` gives the reason and an example of each.
public enum PairRule: String, Hashable, Sendable, CaseIterable {
  // Reading the table.
  case unknownTable = "unknown-table"
  case unknownClassification = "unknown-classification"
  case versionInferred = "version-inferred"
  case unusedColumn = "unused-column"
  case unclearTitles = "unclear-titles"
  case noPairs = "no-pairs"
  case missingCode = "missing-code"
  case statedNone = "stated-none"
  case badDate = "bad-date"
  case unknownState = "unknown-state"
  // The codes and titles of one side.
  case invalidCode = "invalid-code"
  case titleIdentifiesCode = "title-identifies-code"
  case titleDiffers = "title-differs"
  case groupLevel = "group-level"
  case versionReuse = "version-reuse"
  case multiCodeCell = "multi-code-cell"
  // The two sides beside each other.
  case probableSlip = "probable-slip"
  case noISCOOverlap = "no-isco-overlap"
  case titleConflict = "title-conflict"
  case levelGap = "level-gap"
  case partialScope = "partial-scope"
  case roleNotInTitle = "role-not-in-title"
  case coversSeveral = "covers-several"
  case referenceAnomaly = "reference-anomaly"
  case noPivot = "no-pivot"
  // The table as a whole, and its review.
  case duplicatePair = "duplicate-pair"
  case sharedTarget = "shared-target"
  case sharedSource = "shared-source"
  case awaitingFeedback = "awaiting-feedback"
}

extension Finding {
  /// Creates a finding of a rule for tables of pairs.
  init(
    _ rule: PairRule, _ severity: Severity, at location: SourceLocation, _ message: String,
    help: String = "", suggestions: [String] = [], subjects: [String] = []
  ) {
    self.init(
      rule.rawValue, severity, at: location, message, help: help, suggestions: suggestions,
      subjects: subjects
    )
  }
}
