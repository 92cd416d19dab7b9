public import Classifications

/// A piece of text that is safe to show, in one language.
///
/// Everything a report says is made of phrases, and a phrase can only be made by cleaning, so that no format has to
/// think of control characters or hidden marks.
public struct Phrase: Hashable, Sendable {
  /// The text: one line, nothing hidden in it.
  public let text: String
  /// The language where it is another than the report's, as of an official title that there is in one only.
  public let language: Language?

  /// Makes a phrase of any text.
  ///
  /// - Parameters:
  ///   - text: The text, from wherever it is.
  ///   - language: Its language, where that is known to be another than the report's.
  public init(_ text: String, in language: Language? = nil) {
    self.text = inert(text)
    self.language = language
  }
}

/// A sentence or more, with the numbers of the sources that it rests on.
public struct Paragraph: Hashable, Sendable {
  /// The pieces, which follow one another without a blank.
  public let phrases: [Phrase]
  /// Numbers of sources, from 1, as ``SourceList`` gives them.
  public let cites: [Int]

  /// Creates a paragraph of pieces.
  public init(_ phrases: [Phrase], cites: [Int] = []) {
    self.phrases = phrases
    self.cites = cites
  }

  /// Creates a paragraph of one text in the report's language.
  public init(_ text: String, cites: [Int] = []) {
    self.init([Phrase(text)], cites: cites)
  }
}

/// How something stands, which is shown by a sign and a colour beside its words.
public enum Tone: String, Hashable, Sendable, CaseIterable {
  /// Neither good nor bad.
  case neutral
  /// Settled, done, open.
  case good
  /// To be looked at.
  case caution
  /// Wrong, closed, overdue.
  case bad

  /// A sign that says the same without colour.
  public var sign: String {
    switch self {
    case .neutral: ""
    case .good: "✓"
    case .caution: "!"
    case .bad: "✗"
    }
  }
}
