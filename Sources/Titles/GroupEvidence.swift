/// What speaks for each group as the answer to a query, as numbers that the ranking weighs.
///
/// Titles come to a group through several channels (``Channel``), each of which is believed as far as
/// titles of known groups have shown: three numbers for each channel, and some for all of them.
struct GroupEvidence {
  /// The way a title comes to a group of the target.
  enum Channel: Int, CaseIterable {
    /// The classification's own index.
    case own
    /// Labels of a finer classification, or derived titles, of the classification itself.
    case label
    /// Titles of national employment services that somebody mapped.
    case national
    /// The titles of another version of the classification.
    case version
    /// The index of another classification, carried through the published tables.
    case index
    /// Labels and national titles of another classification.
    case foreign
    /// Titles of the same concept of a finer classification that stand in another index.
    case concept

    /// The channel of a link.
    init(_ kinship: TitleTarget.Kinship, _ link: TitleIndex.Link) {
      guard link.standing != 15 else {
        self = .concept
        return
      }
      let standing = TitleEntry.Standing(rawValue: Int(link.standing)) ?? .carried
      let isIndex = standing == .group || standing == .index || standing == .common
      self =
        switch kinship {
        case .version: .version
        case .other: isIndex ? .index : .foreign
        case .own: isIndex ? .own : standing == .national ? .national : .label
        }
    }
  }

  /// What there is of each channel.
  enum Kind: Int, CaseIterable {
    /// The similarity of the best title.
    case best
    /// Whether a title is the same, divided among the groups that have it.
    case same
    /// The part of the votes of like titles.
    case votes
  }

  /// What there is besides.
  enum Feature: Int, CaseIterable {
    /// The similarity of the best title about the same thing.
    case head
    /// The similarity of the group's own title.
    case groupTitle
    /// Whether the query is a short answer that coders put into the group.
    case common
    /// How much of the query the best title has.
    case coverage
    /// The logarithm of how many people work in the group, against the mean.
    case prior
    /// The same, for queries of one word.
    case priorOfWord
    /// The logarithm of the part of all votes.
    case logVotes
    /// The part of the titles with the same head word that are the group's.
    case headVotes
    /// In how many channels no other group has a better title.
    case firsts
    /// How much likelier the words are in titles of the group than elsewhere, by logarithm.
    case words
    /// The same of the word that the query is about.
    case headWord
    /// The same of the words, for queries of one word.
    case wordsOfWord
    /// The same of the word that the query is about, for queries of one word.
    case headOfWord
    /// In how many channels a title is the same, for queries of one word.
    case sameOfWord
  }

  // These are asked for in the innermost loops, where lists of all cases would cost; a test counts them.
  static var channelCount: Int { 7 }
  static var kindCount: Int { 3 }
  static var featureCount: Int { 14 }

  /// How many numbers there are of each group.
  static var count: Int { channelCount * kindCount + featureCount }

  /// The names of the numbers, in their order.
  static let names: [String] =
    Channel.allCases.flatMap { channel in Kind.allCases.map { "\(channel).\($0)" } }
    + Feature.allCases.map { "\($0)" }

  /// For each number, whether it can only speak for a group.
  static let isNeverNegative: [Bool] =
    Channel.allCases.flatMap { _ in Kind.allCases.map { $0 != .votes } }
    + Feature.allCases.map { $0 == .head || $0 == .groupTitle || $0 == .common || $0 == .coverage }

  /// The place of a number of a channel among the numbers of a group.
  static func place(_ channel: Channel, _ kind: Kind) -> Int {
    channel.rawValue * kindCount + kind.rawValue
  }

  /// The place of another number.
  static func place(_ feature: Feature) -> Int {
    channelCount * kindCount + feature.rawValue
  }

  /// The numbers of the groups in the classification.
  var groups: [Int] = []
  /// The numbers that speak for each group, one group behind the other, in the order of ``names``.
  var values: [Float] = []
}
