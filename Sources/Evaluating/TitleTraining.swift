public import Classifications
public import ReferenceData
public import Titles

/// Fits the ranking of titles to the indexes themselves: each title in turn is looked for as if it were
/// somebody's answer, with noise, and half the time as if it were not in the index.
public struct TitleTraining {
  /// A classification and a language to fit to.
  public struct Task: Hashable, Sendable {
    /// The classification.
    public let classification: ClassificationID
    /// The language.
    public let language: Language
    /// How many titles are drawn.
    public let count: Int

    /// Creates a task.
    public init(_ classification: ClassificationID, _ language: Language, count: Int) {
      self.classification = classification
      self.language = language
      self.count = count
    }
  }

  /// What the ranking is fitted to.
  public static let tasks = [
    Task(.noc2016, .en, count: 6_000), Task(.isco08, .es, count: 4_000),
    Task(.isco08, .fr, count: 3_000), Task(.isco08, .en, count: 1_500),
    Task(.sinco2011, .es, count: 1_500), Task(.noc2016, .fr, count: 1_500),
  ]

  private let library: TitleLibrary
  private let coder: TitleCoder
  private let trainer: TitleTrainer

  /// Opens the training.
  public init(_ library: TitleLibrary) {
    self.library = library
    coder = TitleCoder(library.index, library.ranking)
    trainer = TitleTrainer(coder)
  }

  /// The samples of a task: every fifth is for the calibration, the rest for the weights.
  ///
  /// Groups are drawn as often as people work in them, so that the ranking fits what people answer and
  /// not what indexes are full of.
  ///
  /// - Throws: `UnknownName`, `FileError` or `InvalidInput`.
  public func samples(_ task: Task, seed: UInt64) throws -> [TitleTrainer.Sample] {
    var target = try library.target(task.classification)
    let pool = coder.titles(of: task.classification, in: task.language)
    var noise = TitleNoise(seed: seed, library.index)
    var titlesOfGroup: [String: [(title: String, groups: Set<String>)]] = [:]
    for item in pool { for group in item.groups { titlesOfGroup[group, default: []].append(item) } }
    let drawn = target.shares(smoothing: 0.5)
    var samples: [TitleTrainer.Sample] = []
    var tries = 0
    while samples.count < task.count, tries < 4 * task.count {
      tries += 1
      let place = noise.place(in: drawn)
      guard let titles = titlesOfGroup[target.groups[place]], !titles.isEmpty else { continue }
      // The shorter of two: people's answers are short.
      let one = titles[noise.number(below: titles.count)]
      let other = titles[noise.number(below: titles.count)]
      let item = one.title.utf8.count <= other.title.utf8.count ? one : other
      let draw = noise.number(below: 20)
      let exclusion: TitleTrainer.Exclusion =
        draw < 8 ? .nothing : draw < 15 ? .same : .near(0.8)
      let found = trainer.find(
        item.title, written: noise.disturb(item.title), language: nil, excluding: exclusion,
        for: target)
      try library.link(found.groups, to: task.classification, in: &target)
      samples.append(trainer.sample(found, in: target, right: item.groups))
    }
    return samples
  }
}
