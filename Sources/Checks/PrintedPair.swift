public import Classifications
public import Diagnostics

/// One code of a printed row, with the classification it is read in.
public struct PrintedEntry: Hashable, Sendable {
  /// The code and the title as printed.
  public let printed: PrintedCode
  /// The classification.
  public let classification: ClassificationID

  /// Creates an entry.
  public init(_ printed: PrintedCode, in classification: ClassificationID) {
    self.printed = printed
    self.classification = classification
  }
}

/// One side of a printed row: its cell, and what the cell holds.
public struct PrintedSide: Hashable, Sendable {
  /// The codes and titles; none if the row says that nothing corresponds, or names an unknown
  /// classification.
  public let entries: [PrintedEntry]
  /// Whether the table says the version of the classification; it was inferred otherwise.
  public let isVersionStated: Bool
  /// Where the cell is.
  public let location: SourceLocation

  /// Creates a side.
  public init(entries: [PrintedEntry], isVersionStated: Bool, location: SourceLocation) {
    self.entries = entries
    self.isVersionStated = isVersionStated
    self.location = location
  }
}

/// Where the review of a pair stands, as its file says.
public struct ReviewStanding: Hashable, Sendable {
  /// The state as printed; empty where none is.
  public let printed: String
  /// The state that is meant; `nil` where none is printed or the words are not those of a state.
  public let state: ReviewState?
  /// The day since which it holds; `nil` where the file does not say.
  public let since: CalendarDate?
  /// Who has to answer, such as `CA`; empty where the file does not say.
  public let awaiting: String
  /// Whether a reply is recorded beside the state.
  public let hasReply: Bool
  /// Where the state is written, or would be.
  public let location: SourceLocation

  /// Creates a standing.
  public init(
    printed: String, state: ReviewState?, since: CalendarDate? = nil, awaiting: String = "",
    hasReply: Bool = false, location: SourceLocation
  ) {
    self.printed = printed
    self.state = state
    self.since = since
    self.awaiting = awaiting
    self.hasReply = hasReply
    self.location = location
  }

  /// Whether the pair waits for a decision: any state but a final one.
  public var isOpen: Bool { state?.isOpen != false }
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
