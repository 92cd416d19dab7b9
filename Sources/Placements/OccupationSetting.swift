public import Classifications
public import Correspondences
public import Credentials

/// What is known of a group that openings are in.
public struct OccupationSetting: Hashable, Sendable {
  /// The occupations that the credentials describe it by; none if they do not.
  public let occupations: [CredentialOccupation]
  /// The group and its equals in other versions, for streams.
  public let groups: [StreamSubject.Group]
  /// The TEER, if it is known.
  public let teer: Int?

  /// Creates a setting.
  public init(
    occupations: [CredentialOccupation], groups: [StreamSubject.Group], teer: Int?
  ) {
    self.occupations = occupations
    self.groups = groups
    self.teer = teer
  }
}

/// How a candidate's code is tied to the group of an opening.
public struct CodeTie: Hashable, Sendable {
  /// How strongly, 0...1: the score of the engine.
  public let score: Double
  /// How the group relates to the candidate's code.
  public let relation: MapRelation
  /// Whether the score is a probability; otherwise it says how strongly tables tie the codes.
  public let isProbability: Bool

  /// Creates a tie.
  public init(score: Double, relation: MapRelation, isProbability: Bool = true) {
    self.score = score
    self.relation = relation
    self.isProbability = isProbability
  }

  /// The tie of a code to itself.
  public static let same = CodeTie(score: 1, relation: .exactMatch)
}

/// The ties of candidates' codes to the groups of openings.
public struct CodeTies: Sendable {
  /// By candidate's code, then by group.
  public let all: [OccupationCode: [OccupationCode: CodeTie]]

  /// Creates the ties; that of a code to itself need not be among them.
  public init(_ all: [OccupationCode: [OccupationCode: CodeTie]]) { self.all = all }

  /// The best tie of a code to some groups; of equals the first.
  func best(
    of code: OccupationCode, to groups: [OccupationCode]
  ) -> (code: OccupationCode, group: OccupationCode, tie: CodeTie)? {
    var best: (code: OccupationCode, group: OccupationCode, tie: CodeTie)?
    let own = all[code]
    for group in groups {
      guard let tie = code == group ? CodeTie.same : own?[group] else { continue }
      if tie.score > best?.tie.score ?? 0 { best = (code, group, tie) }
    }
    return best
  }
}
