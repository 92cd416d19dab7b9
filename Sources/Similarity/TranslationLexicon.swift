import Matching

/// Which words of one language stand for which of another, learned from titles in both.
///
/// IBM model 1 (Brown, Della Pietra, Della Pietra and Mercer, *The Mathematics of Statistical Machine
/// Translation*, Computational Linguistics 19, 1993), by expectation maximisation from equal beginnings, with
/// a small chance that a word stands for nothing.
public struct TranslationLexicon: Sendable {
  private let chances: [String: [(word: String, chance: Float)]]

  /// How likely a word stands for none of the other title's, before anything is learned.
  static let nothing = 1e-4
  /// Translations less likely than this are left out.
  static let least = 0.01

  /// Learns from pairs of titles, as stems.
  ///
  /// - Parameters:
  ///   - pairs: Titles in both languages.
  ///   - rounds: How often to refine the chances.
  public init(pairs: [(source: [String], target: [String])], rounds: Int = 8) {
    var table: [String: [String: Double]] = [:]
    for pair in pairs {
      for source in pair.source {
        for target in pair.target { table[source, default: [:]][target] = 1 }
      }
    }
    for (source, targets) in table {
      table[source] = targets.mapValues { _ in 1 / Double(targets.count) }
    }
    for _ in 0..<rounds { table = Self.refined(table, pairs) }
    chances = table.mapValues { targets in
      targets.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, Float($0.value)) }
    }
  }

  private static func refined(
    _ table: [String: [String: Double]], _ pairs: [(source: [String], target: [String])]
  ) -> [String: [String: Double]] {
    var counts: [String: [String: Double]] = [:]
    for pair in pairs {
      for target in pair.target {
        let all = pair.source.reduce(nothing) { $0 + (table[$1]?[target] ?? 0) }
        for source in pair.source {
          let part = (table[source]?[target] ?? 0) / all
          if part > 1e-6 { counts[source, default: [:]][target, default: 0] += part }
        }
      }
    }
    return counts.mapValues { targets in
      let sum = targets.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
      return targets.mapValues { $0 / sum }.filter { $0.value > least }
    }
  }

  /// The translations of a word, the likeliest first; empty for an unknown one.
  public func translations(of word: String) -> [(word: String, chance: Float)] {
    chances[word] ?? []
  }
}
