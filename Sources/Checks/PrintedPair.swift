public import Classifications
public import Diagnostics

/// A code and a title as somebody wrote them in a cell.
public struct PrintedCode: Hashable, Sendable {
  /// The code as printed; empty if the cell has a title alone.
  public let code: String
  /// The title as printed; empty if the cell has a code alone.
  public let title: String

  /// Creates a printed code.
  public init(code: String, title: String) {
    self.code = code
    self.title = title
  }

  /// Takes a cell apart that may hold several codes with their titles.
  ///
  /// `2821 Auxiliares en enfermería/ 2811 Enfermeras (técnicas)` holds two. A slash, semicolon, bar
  /// or new line begins another code only where a code follows it, so that a slash inside a title stays.
  ///
  /// - Parameter cell: The cell as printed.
  /// - Returns: The codes with their titles, in order; empty for a blank cell.
  public static func all(in cell: String) -> [PrintedCode] {
    var parts: [Substring] = []
    var start = cell.startIndex
    var index = cell.startIndex
    while index < cell.endIndex {
      if "/;|\n".contains(cell[index]) {
        let rest = cell[cell.index(after: index)...].drop(while: \.isWhitespace)
        if leadingCode(of: rest) != nil {
          parts.append(cell[start..<index])
          start = cell.index(after: index)
        }
      }
      index = cell.index(after: index)
    }
    parts.append(cell[start...])
    return parts.compactMap { part in
      let text = trimmed(part)
      guard !text.isEmpty else { return nil }
      guard let code = leadingCode(of: text) else {
        return PrintedCode(code: "", title: String(text))
      }
      let title = trimmed(text.dropFirst(code.count).drop { " \t-–—:.".contains($0) })
      return PrintedCode(code: String(code), title: String(title))
    }
  }

  /// The code that a text begins with: one to five digits, or a letter and one to four, with an
  /// optional CURIE prefix, followed by a blank or the end.
  private static func leadingCode(of text: Substring) -> Substring? {
    let word = text.prefix { !$0.isWhitespace && !"/;|,–—".contains($0) }
    var code = word
    if let colon = word.firstIndex(of: ":") { code = word[word.index(after: colon)...] }
    let digits = code.first?.isLetter == true ? code.dropFirst() : code[...]
    guard !digits.isEmpty, code.count <= 7,
      digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "-") }),
      digits.contains(where: \.isNumber)
    else { return nil }
    return word
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

/// One side of a printed row: its cell, and what the cell holds.
public struct PrintedSide: Hashable, Sendable {
  /// The classification that the codes are read in.
  public let classification: ClassificationID
  /// The codes and titles, at least one.
  public let codes: [PrintedCode]
  /// Where the cell is.
  public let location: SourceLocation

  /// Creates a side.
  public init(classification: ClassificationID, codes: [PrintedCode], location: SourceLocation) {
    self.classification = classification
    self.codes = codes
    self.location = location
  }
}

/// Where the review of a pair stands, as its file says.
public struct ReviewStanding: Hashable, Sendable {
  /// The state, such as `awaiting_feedback`.
  public let state: String
  /// The day since which it holds; `nil` where the file does not say.
  public let since: CalendarDate?
  /// Who has to answer, such as `CA`; empty where the file does not say.
  public let awaiting: String
  /// Where the state is written.
  public let location: SourceLocation

  /// Creates a standing.
  public init(state: String, since: CalendarDate?, awaiting: String, location: SourceLocation) {
    self.state = state
    self.since = since
    self.awaiting = awaiting
    self.location = location
  }

  /// Whether the pair waits for a decision: any state but the final ones.
  public var isOpen: Bool { !["agreed", "accepted", "rejected", "withdrawn"].contains(state) }
}

/// A row of a table of pairs, as printed.
public struct PrintedPair: Hashable, Sendable {
  /// What the file calls the row; empty if it has no name.
  public let name: String
  /// The side of the first classification.
  public let left: PrintedSide
  /// The side of the second classification.
  public let right: PrintedSide
  /// Where its review stands, if the file says.
  public let review: ReviewStanding?

  /// Creates a row.
  public init(name: String, left: PrintedSide, right: PrintedSide, review: ReviewStanding?) {
    self.name = name
    self.left = left
    self.right = right
    self.review = review
  }
}
