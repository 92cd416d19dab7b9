public import Diagnostics

/// Why records cannot all stand; `docs/contradictions.md` explains each.
public enum ConflictKind: String, Hashable, Sendable, CaseIterable {
  /// A pair is affirmed and denied with `Not`.
  case assertedAndDenied = "asserted-and-denied"
  /// A pair is the same, and one side is wider or merely related.
  case exactAndBroad = "exact-and-broad"
  /// A group is wider than itself, by one broad match after the other.
  case broadCycle = "broad-cycle"
  /// A chain of records says what another record excludes.
  case chain = "chain"
  /// Two groups of one classification, which exclude each other, are the same as one thing.
  case exactWithTwo = "exact-with-two"
  /// A table says that nothing corresponds, and a record says what does.
  case statedNone = "stated-none"
  /// Groups of different levels, or of skill levels far apart, are mapped exactly.
  case levelClash = "level-clash"
  /// A residual group ("not elsewhere classified") is mapped exactly to one that is not.
  case residualExact = "residual-exact"
  /// The declared cardinality is not what the records come to.
  case cardinality = "cardinality"
  /// A record says what all other evidence speaks against.
  case againstTheRest = "against-the-rest"

  /// How much it matters.
  ///
  /// It is an error where records exclude each other by what they say, a warning where the
  /// reading of a table, a chain or the evidence is part of the reason. A cycle that passes exact matches, too,
  /// is a chain in this sense.
  public var severity: Severity {
    switch self {
    case .assertedAndDenied, .exactAndBroad, .broadCycle, .cardinality: .error
    case .chain, .exactWithTwo, .statedNone, .levelClash, .residualExact, .againstTheRest: .warning
    }
  }
}
