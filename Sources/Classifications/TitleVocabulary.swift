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

  /// A term, ready to be looked for.
  private struct Sought: Sendable {
    let term: TitleTerm
    /// The beginning of the word, after the blank before it.
    let bytes: [UInt8]
  }

  /// The terms of each kind.
  private let terms: [String: [Sought]]

  /// Creates a vocabulary.
  public init(_ terms: [TitleTerm]) {
    let sought = terms.map { Sought(term: $0, bytes: Array(" \($0.stem)".utf8)) }
    self.terms = Dictionary(grouping: sought, by: \.term.kind)
  }

  /// The fields or roles that a title names, in alphabetical order.
  ///
  /// - Parameters:
  ///   - kind: Fields or roles.
  ///   - title: The title, as printed.
  ///   - languages: The languages it may be in; empty for any.
  /// - Returns: The names.
  /// - Complexity: O(*n*), where *n* is the number of words in the vocabulary.
  public func names(of kind: Kind, in title: String, languages: [Language] = []) -> [String] {
    let folded = Array(" \(foldedTitle(title))".utf8)
    var found: Set<String> = []
    for sought in terms[kind.rawValue] ?? [] where !found.contains(sought.term.name) {
      guard languages.isEmpty || languages.contains(sought.term.language) else { continue }
      if contains(folded, sought.bytes) { found.insert(sought.term.name) }
    }
    return found.sorted()
  }

  private func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first, part.count <= text.count else { return part.isEmpty }
    return (0...(text.count - part.count)).contains { start in
      text[start] == first && text[start..<(start + part.count)].elementsEqual(part)
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
