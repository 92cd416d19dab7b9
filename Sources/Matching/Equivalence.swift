public import Classifications
public import Correspondences

/// A code that may be equivalent to another, with how sure that is and why.
public struct Equivalence: Hashable, Sendable {
  /// One chain of codes through published tables that supports an equivalence.
  public struct Path: Hashable, Sendable {
    /// The codes, from the source to the target.
    public let codes: [OccupationCode]
    /// The tables between them; one fewer than the codes.
    public let tables: [CorrespondenceDescription]
    /// The relation of the last code to the first, by the rules of chaining.
    public let relation: MapRelation
    /// How much of the source and the target the path ties together, 0...1: the geometric mean of its
    /// shares in both directions.
    public let share: Double
    /// The publishers' remarks on its links, without empty ones.
    public let notes: [String]
  }

  /// Something that speaks against an equivalence.
  public struct Objection: Hashable, Sendable {
    /// What the score is multiplied with, 0...1.
    public let factor: Double
    /// What speaks against it, in words.
    public let reason: String

    /// Creates an objection.
    public init(factor: Double, reason: String) {
      self.factor = factor
      self.reason = reason
    }
  }

  /// The code.
  public let target: OccupationCode
  /// How strongly the published tables tie the two codes together, 0...1.
  public let score: Double
  /// How the target relates to the source, by the best path.
  public let relation: MapRelation
  /// The paths, the strongest first.
  public let paths: [Path]
  /// What speaks against it, if anything does; the score is lower for it.
  public let objection: Objection?
}

/// What was found for one code.
public struct EquivalenceAnswer: Sendable {
  /// Why a code has no equivalence.
  public struct Silence: Hashable, Sendable {
    /// The table that is silent.
    public let table: CorrespondenceDescription
    /// The code it is silent on, which is the source or one that a route passes.
    public let code: OccupationCode
    /// Whether the publisher states that nothing corresponds; otherwise the code is not listed.
    public let isStated: Bool
    /// The publisher's remark; empty if there is none.
    public let note: String
  }

  /// The code asked about.
  public let source: OccupationCode
  /// The candidates, the best first.
  public let candidates: [Equivalence]
  /// The tables that have nothing for the source.
  public let silences: [Silence]
  /// The routes that were followed.
  public let routes: [Route]
}
