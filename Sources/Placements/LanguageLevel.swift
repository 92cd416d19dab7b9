/// How well somebody knows a language, on the scale of the Canadian Language Benchmarks.
///
/// CLB (English) and NCLC (French) count from 1 to 12. A level of the Common European Framework is a range of
/// them, because no official table ties the two scales (general knowledge): A1 is about 1 to 2, A2 3 to 4, B1 5
/// to 6, B2 7 to 8, C1 9 to 10, C2 11 to 12.
public struct LanguageLevel: Hashable, Sendable {
  /// The lowest and the highest benchmark it may be, 0...12; 0 is no knowledge.
  public let benchmarks: ClosedRange<Int>

  private static let framework = ["A1", "A2", "B1", "B2", "C1", "C2"]

  /// A level of CLB or NCLC, brought into 0...12.
  public init(benchmark: Int) {
    let level = min(max(benchmark, 0), 12)
    benchmarks = level...level
  }

  /// Reads `7`, `CLB7`, `NCLC 7`, `B2` or `none`, or returns `nil` if the text is no level.
  public init?(_ text: String) {
    let word = text.filter { $0 != " " }.uppercased()
    if word == "NONE" {
      benchmarks = 0...0
      return
    }
    if let place = Self.framework.firstIndex(of: word) {
      benchmarks = (2 * place + 1)...(2 * place + 2)
      return
    }
    var digits = word[...]
    for prefix in ["CLB", "NCLC"] where digits.hasPrefix(prefix) {
      digits = digits.dropFirst(prefix.count)
    }
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let level = Int(digits), (1...12).contains(level)
    else { return nil }
    benchmarks = level...level
  }

  /// The middle of what it may be.
  var middle: Double { Double(benchmarks.lowerBound + benchmarks.upperBound) / 2 }

  /// The level in words: `level 7`, `about level 7 to 8`, `no knowledge`.
  public var words: String {
    if benchmarks == 0...0 { return "no knowledge" }
    return benchmarks.count == 1
      ? "level \(benchmarks.lowerBound)"
      : "about level \(benchmarks.lowerBound) to \(benchmarks.upperBound)"
  }
}

/// What somebody knows of a language.
public struct KnownLanguage: Hashable, Sendable {
  /// The language, by its code of ISO 639-1.
  public let language: String
  /// The level of the weakest skill that is known; `nil` if no level is known.
  public let level: LanguageLevel?

  /// Creates a skill.
  public init(_ language: String, _ level: LanguageLevel?) {
    self.language = language
    self.level = level
  }
}

/// What an opening asks of languages.
public enum LanguageDemand: Hashable, Sendable {
  /// The opening does not say.
  case unknown
  /// It says that it asks for none.
  case none
  /// All of several groups; of each, one language is enough.
  case all([[Asked]])

  /// A language with the level that is asked for.
  public struct Asked: Hashable, Sendable {
    /// The language, by its code of ISO 639-1.
    public let language: String
    /// The benchmark of CLB or NCLC that is enough, 1...12.
    public let benchmark: Int
  }

  /// Reads `en:7`, `en:7;fr:5` (both), `en:7 or fr:7` (one is enough), `none`, or nothing (not known).
  ///
  /// Levels are as ``LanguageLevel/init(_:)`` reads them, of which the lowest benchmark is enough. `nil` if the
  /// text is none of these.
  public init?(_ text: String) {
    let text = text.lowercased()
    if text.isEmpty {
      self = .unknown
      return
    }
    if text == "none" {
      self = .none
      return
    }
    var groups: [[Asked]] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      var group: [Asked] = []
      var words = part.split(separator: " ")[...]
      while !words.isEmpty {
        let one = words.prefix { $0 != "or" }
        words = words.dropFirst(one.count)
        // A trailing "or" leaves an alternative out.
        if words.popFirst() != nil, words.isEmpty { return nil }
        guard let asked = Asked(one.joined()) else { return nil }
        group.append(asked)
      }
      guard !group.isEmpty else { return nil }
      groups.append(group)
    }
    self = .all(groups)
  }
}

extension LanguageDemand.Asked {
  fileprivate init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 2,
      parts[0].utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
      let level = LanguageLevel(String(parts[1])), level.benchmarks.lowerBound > 0
    else { return nil }
    language = String(parts[0])
    benchmark = level.benchmarks.lowerBound
  }
}
