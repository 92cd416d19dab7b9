import Classifications
import Diagnostics

/// Reads the names that people write for classifications: `noc2016`, `NOC 2016 V1.3`, `CNP 2016`, `2016`.
final class ClassificationNames {
  /// What a name stands for.
  enum Meaning: Hashable {
    /// One version.
    case version(ClassificationID)
    /// A family whose version is not said.
    case family(String)
    /// Nothing that is known.
    case unknown
  }

  private let classifications: [Classification]
  private var known: [String: [String: Meaning]] = [:]

  init(_ classifications: [Classification]) { self.classifications = classifications }

  /// What a name stands for.
  ///
  /// - Parameters:
  ///   - name: The name as printed.
  ///   - family: The family that a year alone is of, if that is known.
  /// - Returns: What is meant.
  func meaning(of name: String, family: String? = nil) -> Meaning {
    if name.isEmpty { return .unknown }
    if let meaning = known[family ?? ""]?[name] { return meaning }
    let meaning = read(name, family: family)
    known[family ?? "", default: [:]][name] = meaning
    return meaning
  }

  private func read(_ name: String, family: String?) -> Meaning {
    let words = foldedTitle(name).split(separator: " ").map(String.init)
    let joined = words.joined()
    if let known = classifications.first(where: {
      $0.id.rawValue == joined || foldedTitle($0.name) == words.joined(separator: " ")
    }) {
      return .version(known.id)
    }
    let letters = String(joined.prefix { $0.isLetter })
    let named = PairColumns.families[letters]
    guard let family = named ?? (letters.isEmpty ? family : nil) else { return .unknown }
    let digits = joined.dropFirst(letters.count).prefix { $0.isNumber }
    if digits.isEmpty { return named == nil ? .unknown : .family(family) }
    let fitting = classifications.filter {
      $0.family == family && (String($0.year) == digits || String($0.year).suffix(2) == digits)
    }
    return fitting.count == 1 ? .version(fitting[0].id) : .unknown
  }

  /// That a name stands for nothing that is known, with what may have been meant.
  func unknown(_ name: String, at place: SourceLocation) -> Finding {
    let written = Array(foldedTitle(name).split(separator: " ").joined().utf8)
    let letters = String(decoding: written.prefix { $0 > 0x39 }, as: UTF8.self)
    var near = classifications.filter {
      NearCodes.slip(from: Array($0.id.rawValue.utf8), to: written) != nil
    }
    if near.isEmpty {
      near = classifications.filter { $0.family == PairColumns.families[letters] }
    }
    let listed = (near.isEmpty ? classifications : near).map { $0.id.rawValue }
    return Finding(
      .unknownClassification, .error, at: place, "there is no classification '\(name)'",
      help: near.isEmpty
        ? "there are \(listed.joined(separator: ", "))"
        : "did you mean \(listed.map { "'\($0)'" }.joined(separator: " or "))?",
      suggestions: near.map { $0.id.rawValue }
    )
  }
}
