public import Classifications
public import ReferenceData
public import Titles

/// Fits the ranking of titles to the indexes themselves: each title in turn is looked for as if it were
/// somebody's answer, with noise, and often as if it were not in the index.
///
/// Some titles are those of the classification itself. Others are titles of another classification
/// (*crossings*), coded in this one by the published tables: nobody wrote them with this index in mind, as
/// nobody who answers does.
public struct TitleTraining {
  /// Titles to fit to.
  public struct Task: Hashable, Sendable {
    /// The classification whose titles are looked for.
    public let source: ClassificationID
    /// The classification they are coded in.
    public let target: ClassificationID
    /// The language.
    public let language: Language
    /// How many titles are drawn.
    public let count: Int

    /// Creates a task.
    public init(
      _ source: ClassificationID, in target: ClassificationID, _ language: Language, count: Int
    ) {
      self.source = source
      self.target = target
      self.language = language
      self.count = count
    }
  }

  private static let soc = ClassificationID(known: "soc2018")

  /// What the ranking is fitted to.
  public static let tasks = [
    Task(.noc2016, in: .noc2016, .en, count: 5_000), Task(.isco08, in: .noc2016, .en, count: 2_000),
    Task(soc, in: .noc2016, .en, count: 500), Task(.isco08, in: .isco08, .en, count: 1_000),
    Task(.sinco2011, in: .isco08, .es, count: 5_000), Task(.isco08, in: .isco08, .es, count: 2_000),
    Task(.sinco2011, in: .sinco2011, .es, count: 1_500),
    Task(.noc2021, in: .isco08, .fr, count: 2_500), Task(.isco08, in: .isco08, .fr, count: 4_000),
    Task(.noc2016, in: .noc2016, .fr, count: 1_500),
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

  private struct Title {
    let text: String
    let standing: TitleEntry.Standing
    let right: Set<String>
  }

  /// The samples of a task: every fifth is for the calibration, the rest for the weights.
  ///
  /// Groups are drawn as often as people work in them, so that the ranking fits what people answer and
  /// not what indexes are full of.
  ///
  /// - Throws: `UnknownName`, `FileError` or `InvalidInput`.
  public func samples(_ task: Task, seed: UInt64) throws -> [TitleTrainer.Sample] {
    let target = try library.target(task.target)
    let source = task.source == task.target ? target : try library.target(task.source)
    let titles = titles(task, target)
    var noise = TitleNoise(seed: seed, library.index)
    let drawn = source.shares(smoothing: 0.25)
    let family = library.family(of: task.source)
    var samples: [TitleTrainer.Sample] = []
    var tries = 0
    while samples.count < task.count, tries < 4 * task.count {
      tries += 1
      guard let own = titles[source.groups[noise.place(in: drawn)]], !own.isEmpty else { continue }
      // The shorter of two: people's answers are short.
      let one = own[noise.number(below: own.count)]
      let other = own[noise.number(below: own.count)]
      let item = one.text.utf8.count <= other.text.utf8.count ? one : other
      samples.append(
        trainer.sample(
          item.text, written: noise.disturb(item.text, in: task.language),
          excluding: exclusion(task, item, family, draw: noise.number(below: 20)), in: target,
          right: item.right))
    }
    return samples
  }

  /// What does not help to code a title.
  ///
  /// A title of an index may well be what somebody writes, so it often helps itself; a label or a title that
  /// was carried over does so less often. How far each is to be believed is learnt from titles of others.
  private func exclusion(
    _ task: Task, _ title: Title, _ family: Set<ClassificationID>, draw: Int
  ) -> TitleTrainer.Exclusion {
    if task.source != task.target {
      return draw < 3 ? .nothing : draw < 16 ? .same(family, nil) : .same(nil, nil)
    }
    let isIndex = title.standing == .index || title.standing == .group
    if draw < (isIndex ? 7 : 3) { return .nothing }
    return draw < 14 ? .same(family, title.standing) : draw < 16 ? .same(nil, nil) : .near(0.8)
  }

  /// The titles of each group of the source, with their groups in the target.
  private func titles(_ task: Task, _ target: TitleTarget) -> [String: [Title]] {
    var result: [String: [Title]] = [:]
    for item in coder.titles(of: task.source, in: task.language) {
      let right =
        task.source == task.target
        ? item.groups
        : Set(
          item.groups.flatMap {
            target.codes(of: OccupationCode(task.source, $0), in: library.index, atLeast: 0.2)
          })
      guard !right.isEmpty else { continue }
      let title = Title(text: item.title, standing: item.standing, right: right)
      for group in item.groups { result[group, default: []].append(title) }
    }
    return result
  }
}
