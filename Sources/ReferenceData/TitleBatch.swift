public import Classifications
import Dispatch
import Synchronization
public import Titles

/// Codes many titles at once, on all cores.
///
/// The result does not depend on how many there are.
public struct TitleBatch {
  /// A title with what else is known.
  public struct Item: Hashable, Sendable {
    /// The title, as somebody wrote it.
    public let title: String
    /// What else is known, such as the industry; empty if nothing is.
    public let context: String

    /// Creates an item.
    public init(title: String, context: String) {
      self.title = title
      self.context = context
    }
  }

  private let workers: [Worker]

  /// How many titles are worked on at once.
  public static let size = 2_048

  /// Each worker has working memory of its own, and is used by one thread at a time.
  private final class Worker: @unchecked Sendable {
    let coder: TitleCoder

    init(_ coder: TitleCoder) { self.coder = coder }
  }

  /// Prepares to code.
  ///
  /// - Parameters:
  ///   - library: The titles that are known.
  ///   - cores: How many cores are used.
  public init(_ library: TitleLibrary, cores: Int) {
    workers = (0..<max(1, cores)).map { _ in Worker(TitleCoder(library.index, library.ranking)) }
  }

  /// The groups of the items.
  ///
  /// - Parameters:
  ///   - items: The items, ``size`` of them at most to keep memory low.
  ///   - target: The classification.
  ///   - language: The language of all titles; `nil` to find out that of each.
  ///   - limit: How many groups there are for each title at most.
  /// - Returns: The answers, in the order of the items, without the titles that led to them.
  public func answers(
    to items: [Item], in target: TitleTarget, language: Language?, limit: Int
  ) -> [TitleCoder.Answer] {
    parallel(items) { coder, item in
      coder.answer(
        item.title, context: item.context, language: language, in: target, limit: limit,
        withTitles: false)
    }
  }

  private func parallel<Element: Sendable, Result: Sendable>(
    _ items: [Element], _ body: @Sendable (TitleCoder, Element) -> Result
  ) -> [Result] {
    let workers = workers
    let share = (items.count + workers.count - 1) / workers.count
    let results = Mutex<[Int: [Result]]>([:])
    DispatchQueue.concurrentPerform(iterations: workers.count) { number in
      let range = min(number * share, items.count)..<min((number + 1) * share, items.count)
      let own = items[range].map { body(workers[number].coder, $0) }
      results.withLock { $0[number] = own }
    }
    let parts = results.withLock { $0 }
    return workers.indices.flatMap { parts[$0] ?? [] }
  }
}
