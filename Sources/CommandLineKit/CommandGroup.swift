/// The first word that commands such as `review list` and `review add` share.
public struct CommandGroup: Hashable, Sendable {
  let name: String
  let abstract: String
  let discussion: String

  /// Creates a group.
  ///
  /// - Parameters:
  ///   - name: The word that the names of the commands begin with.
  ///   - abstract: One sentence about what the commands have in common.
  ///   - discussion: What there is to say beyond the abstract.
  public init(_ name: String, abstract: String, discussion: String = "") {
    self.name = name
    self.abstract = abstract
    self.discussion = discussion
  }
}

/// A text that `help <name>` shows and that is about no single command.
public struct HelpTopic: Hashable, Sendable {
  let name: String
  let abstract: String
  let discussion: String

  /// Creates a topic.
  ///
  /// - Parameters:
  ///   - name: The word that calls for the topic.
  ///   - abstract: One sentence about it.
  ///   - discussion: The text, laid out as ``Command/discussion`` is.
  public init(_ name: String, abstract: String, discussion: String) {
    self.name = name
    self.abstract = abstract
    self.discussion = discussion
  }
}
