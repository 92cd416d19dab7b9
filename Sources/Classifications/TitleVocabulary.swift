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

  private let terms: [TitleTerm]

  /// Creates a vocabulary.
  public init(_ terms: [TitleTerm]) { self.terms = terms }

  /// The fields or roles that a title names, in alphabetical order.
  ///
  /// - Parameters:
  ///   - kind: Fields or roles.
  ///   - title: The title, as printed.
  ///   - languages: The languages it may be in; empty for any.
  /// - Returns: The names.
  /// - Complexity: O(*n*), where *n* is the number of words in the vocabulary.
  public func names(of kind: Kind, in title: String, languages: [Language] = []) -> [String] {
    let folded = " " + foldedTitle(title)
    var found: Set<String> = []
    for term in terms where term.kind == kind.rawValue && !found.contains(term.name) {
      guard languages.isEmpty || languages.contains(term.language) else { continue }
      if contains(folded, " " + term.stem) { found.insert(term.name) }
    }
    return found.sorted()
  }

  private func contains(_ text: String, _ part: String) -> Bool {
    let text = Array(text.utf8)
    let part = Array(part.utf8)
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { start in
      text[start..<(start + part.count)] == part[...]
    }
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
