import Classifications

/// What a report says in its own words, in the three languages.
///
/// `{1}`, `{2}` and so on stand for what is put in. Where a count decides on the form, `one` is for a single one
/// (in French also for none).
public struct Message: Hashable, Sendable {
  /// The words for one language.
  struct Forms: Hashable, Sendable {
    let one: String?
    let other: String
  }

  let en: Forms
  let es: Forms
  let fr: Forms

  /// A message of one form.
  init(_ en: String, _ es: String, _ fr: String) {
    self.en = Forms(one: nil, other: en)
    self.es = Forms(one: nil, other: es)
    self.fr = Forms(one: nil, other: fr)
  }

  /// A message whose form depends on the count that stands for `{1}`.
  init(
    one: (en: String, es: String, fr: String), other: (en: String, es: String, fr: String)
  ) {
    en = Forms(one: one.en, other: other.en)
    es = Forms(one: one.es, other: other.es)
    fr = Forms(one: one.fr, other: other.fr)
  }

  func forms(in language: Language) -> Forms {
    switch language {
    case .en: en
    case .es: es
    case .fr: fr
    }
  }
}

/// The table of all that reports say in their own words, by report.
///
/// A message cannot be made without all three languages; a test walks the whole table for empty and unequal ones.
public struct Messages: Sendable {
  /// What all reports say.
  public let common = CommonMessages()
  /// What the reports of equivalences say.
  public let equivalences = EquivalenceMessages()
  /// What the paper for the working group and the brief say.
  public let group = WorkingGroupMessages()
  /// What the rules of checks find.
  public let rules = RuleMessages()

  /// What the profile of a candidate says.
  public let candidate = CandidateMessages()

  static let table = Messages()
}
