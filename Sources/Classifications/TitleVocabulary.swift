/// Words that tell the field of an occupation, or the role in it, in three languages.
///
/// It is data (`datasets/title_fields.csv`), so that a rule that compares titles across languages can be
/// read and mended by someone who writes no code.
public struct TitleVocabulary: Sendable {
  /// What a word tells.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The field, such as pharmacy.
    case field
    /// The role, such as supervision.
    case role
    /// The scope of the group, such as residual: what no other group takes in.
    case scope
  }

  /// The words by the first two bytes of their stems, which every word of a title is looked up by.
  private let terms: [UInt16: [(term: TitleTerm, stem: [UInt8])]]

  /// Creates a vocabulary.
  public init(_ terms: [TitleTerm]) {
    self.terms = terms.reduce(into: [:]) { terms, term in
      let stem = Array(term.stem.utf8)
      terms[Self.key(stem[...]), default: []].append((term, stem))
    }
  }

  /// The fields or roles that a title names, in alphabetical order.
  ///
  /// - Parameters:
  ///   - kind: Fields or roles.
  ///   - title: The title, as printed.
  ///   - languages: The languages it may be in; empty for any.
  /// - Returns: The names.
  /// - Complexity: O(*n*), where *n* is the length of the title.
  public func names(of kind: Kind, in title: String, languages: [Language] = []) -> [String] {
    let folded = Array(foldedTitle(title).utf8)
    var found: Set<String> = []
    var start = 0
    while start < folded.count {
      let rest = folded[start...]
      for (term, stem) in terms[Self.key(rest)] ?? [] where term.kind == kind.rawValue {
        guard languages.isEmpty || languages.contains(term.language), rest.starts(with: stem) else {
          continue
        }
        found.insert(term.name)
      }
      start = (rest.firstIndex(of: UInt8(ascii: " ")) ?? folded.endIndex) + 1
    }
    return found.sorted()
  }

  private static func key(_ bytes: ArraySlice<UInt8>) -> UInt16 {
    let first = bytes.first ?? 0
    return UInt16(first) << 8 | UInt16(bytes.dropFirst().first ?? 0)
  }
}

/// A word that tells the field of an occupation or a role in it.
public struct TitleTerm: Hashable, Sendable {
  /// `field`, `role` or `scope`.
  public let kind: String
  /// The name of the field or role.
  public let name: String
  /// The language it is of.
  public let language: Language
  /// The beginning of a folded word.
  public let stem: String

  /// Creates a word.
  public init(kind: String, name: String, language: Language, stem: String) {
    self.kind = kind
    self.name = name
    self.language = language
    self.stem = stem
  }
}
