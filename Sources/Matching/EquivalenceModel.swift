/// The weights by which evidence becomes a probability.
///
/// The model is a logistic one in two stages. The first adds up what each piece of evidence says of a pair; the
/// second weighs that against the alternatives on both sides, because where another group fits better, this
/// one fits worse. The weights are fitted to a published table that is no part of the evidence, or *set*
/// where nothing could be fitted; the file says which.
public struct EquivalenceModel: Hashable, Sendable {
  /// In which form a piece of evidence enters.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// The tie itself.
    case tie
    /// The tie, as a share of the strongest that the source has.
    case ofSource = "of-source"
    /// The tie, as a share of the strongest that the target has.
    case ofTarget = "of-target"
    /// A number that is no tie, such as a difference of skill levels.
    case plain
    /// 1 if there is a tie.
    case listed
    /// 1 if there is none, but the source has others.
    case unlisted
  }

  /// A weight and what it is of.
  public struct Term: Hashable, Sendable {
    /// The evidence, a feature of the pair such as `leadership`, or a part of the model.
    public let name: String
    /// The form in which it enters.
    public let form: Form
    /// The weight, in units of log odds.
    public var weight: Double
    /// Whether the weight was fitted; otherwise it was set.
    public let isFitted: Bool
    /// Why it is as it is; empty for a fitted one.
    public let note: String

    /// Creates a term.
    public init(
      _ name: String, _ form: Form, weight: Double, isFitted: Bool = true, note: String = ""
    ) {
      self.name = name
      self.form = form
      self.weight = weight
      self.isFitted = isFitted
      self.note = note
    }
  }

  /// The terms, in the order in which they are shown.
  public var terms: [Term]

  /// Creates a model.
  public init(terms: [Term]) { self.terms = terms }

  /// The weight of a term; 0 if the model has none.
  public func weight(_ name: String, _ form: Form) -> Double {
    terms.first { $0.name == name && $0.form == form }?.weight ?? 0
  }

  /// The names of what stands beside the evidence: features of a pair, and the second stage.
  public enum Part {
    /// What every pair begins with.
    public static let base = "base"
    /// One title names a role of leading that the other does not.
    public static let leadership = "leadership"
    /// One title names a role of helping that the other does not.
    public static let assistance = "assistance"
    /// One group is residual, the other is not.
    public static let residual = "residual"
    /// The distance of the skill levels.
    public static let skillLevel = "skill-level"
    /// The tie of the groups one level above.
    public static let nearTree = "tree-1"
    /// The tie of the groups two levels above.
    public static let farTree = "tree-2"
    /// How many published tables state that nothing corresponds to one of the two groups.
    public static let statedNone = "stated-none"
    /// A published table that leads from one side to the other.
    public static let published = "direct-published"
    /// A list of experts or users that leads from one side to the other.
    public static let curated = "direct-curated"
    /// A direct table that says the pair is not equivalent.
    public static let denied = "denied"
    /// A decision that people have recorded for the pair.
    public static let decision = "decision"
    /// The share of the odds that the pair has among those of its source.
    public static let rivalsOfSource = "rivals-of-source"
    /// The share of the odds that the pair has among those of its target.
    public static let rivalsOfTarget = "rivals-of-target"
    /// What the first stage says.
    public static let firstStage = "first-stage"
    /// What every pair begins the second stage with.
    public static let secondBase = "second-base"
  }

  /// The names of evidence that is fitted, in order.
  public static let fittedEvidence = [
    "isco", "soc", "isco+soc", "onet", "esco", "words", "wording", "english",
  ]

  /// The features of a pair, and whether they can only speak against it.
  public static let features: [(name: String, isAgainst: Bool)] = [
    (Part.nearTree, false), (Part.farTree, false), (Part.skillLevel, true),
    (Part.leadership, true), (Part.assistance, true), (Part.residual, true),
    (Part.statedNone, true),
  ]
}
