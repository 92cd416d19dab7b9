/// The prefixes of a mapping set, with the built-in ones.
public struct PrefixMap: Hashable, Sendable {
  private var expansions: [String: String] = [:]

  /// Creates a map from prefixes and what they stand for; built-in ones keep their meaning.
  public init(_ declarations: some Sequence<(prefix: String, expansion: String)> = []) {
    for (prefix, expansion) in declarations { expansions[prefix] = expansion }
    for (prefix, expansion) in Vocabulary.builtInPrefixes { expansions[prefix] = expansion }
  }

  /// What a prefix stands for.
  public subscript(prefix: String) -> String? { expansions[prefix] }

  /// The prefix of a CURIE: what is before the first colon; `nil` without a colon.
  public static func prefix(of curie: String) -> String? {
    curie.utf8.firstIndex(of: 0x3A).map { String(curie[..<$0]) }
  }

  /// The IRI of a CURIE; `nil` if its prefix is not declared.
  public func expand(_ curie: String) -> String? {
    guard let colon = curie.utf8.firstIndex(of: 0x3A),
      let expansion = expansions[String(curie[..<colon])]
    else { return nil }
    return expansion + curie[curie.utf8.index(after: colon)...]
  }

  /// The CURIE of an IRI with the longest expansion that fits; `nil` if none fits.
  ///
  /// - Complexity: O(*n*), where *n* is the number of prefixes.
  public func contract(_ iri: String) -> String? {
    let fitting = expansions.filter {
      !$0.value.isEmpty && iri.utf8.starts(with: $0.value.utf8)
        && $0.value.utf8.count < iri.utf8.count
    }
    let best = fitting.max {
      ($0.value.utf8.count, $1.key) < ($1.value.utf8.count, $0.key)
    }
    return best.map {
      "\($0.key):\(String(decoding: iri.utf8.dropFirst($0.value.utf8.count), as: UTF8.self))"
    }
  }
}
