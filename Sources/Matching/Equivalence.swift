public import Classifications
public import Correspondences

/// A code that may be equivalent to another, with how sure that is and why.
public struct Equivalence: Hashable, Sendable {
  /// One chain of codes through tables that supports an equivalence.
  public struct Path: Hashable, Sendable {
    /// The name of the evidence it belongs to, such as `isco`.
    public let evidence: String
    /// The codes, from the source to the target.
    public let codes: [OccupationCode]
    /// The tables between them.
    public let tables: [CorrespondenceDescription]
    /// The relation of the last code to the first, by the rules of chaining.
    public let relation: MapRelation
    /// How much of the source and the target the path ties together, 0...1: the geometric mean of its
    /// shares in both directions; for a table of similarities the similarity.
    public let share: Double
    /// The remarks on its links, without empty ones.
    public let notes: [String]
  }

  /// A part of a score that a person can read.
  public struct Term: Hashable, Sendable {
    /// The evidence, or a feature of the pair, by its name in the model.
    public let name: String
    /// What it adds to the log odds; below 0 it speaks against the pair.
    public let contribution: Double
    /// What it rests on, in words; empty where the paths say it.
    public let reason: String
  }

  /// Something about a pair that a person should look at.
  public struct Flag: Hashable, Sendable {
    /// Its name, such as `level-gap`.
    public let name: String
    /// What was seen, in words.
    public let reason: String
  }

  /// The code.
  public let target: OccupationCode
  /// The probability of being an accepted equivalence, between Mexico's and Canada's classifications, 0...1.
  ///
  /// Between others it is how strongly published tables tie the two codes together.
  public let score: Double
  /// How the target relates to the source.
  public let relation: MapRelation
  /// How much of each lies in the other.
  public let overlap: RelationEstimate
  /// How strongly each piece of evidence ties the pair, 0...1, by its name; those that do not are left out.
  public let ties: [String: Double]
  /// The parts of the score, the strongest first; none for a score that is no probability, and where a pair
  /// is one of many.
  public let terms: [Term]
  /// What a person should look at.
  public let flags: [Flag]
  /// The paths, the strongest of each piece of evidence first; none where they were not asked for.
  public let paths: [Path]
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
  /// Whether the scores are probabilities.
  public let isCalibrated: Bool
}
