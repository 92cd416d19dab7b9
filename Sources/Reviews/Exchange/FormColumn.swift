/// The columns of a feedback form, in its order; their names are the same in every format.
public enum FormColumn: String, Hashable, Sendable, CaseIterable {
  /// The name of the pair.
  case link
  /// Where it stands.
  case state
  /// Since when.
  case since
  /// For how many days, on the day of the form.
  case days
  /// The group of the NOC, as `noc2016:3012`.
  case noc
  /// Its title, as printed.
  case nocTitle = "noc_title"
  /// The group of the SINCO.
  case sinco
  /// Its title, as printed.
  case sincoTitle = "sinco_title"
  /// How the SINCO group relates to the NOC group, where that has been said.
  case relation
  /// What the published tables say, in short.
  case evidence
  /// The rules that raised a flag.
  case flags
  /// What was said last.
  case said
  /// To fill in: what the government decides.
  case decision
  /// To fill in: what it says.
  case comment
  /// To fill in, for a counter-proposal: the group of the NOC, if it is another.
  case counterNOC = "counter_noc"
  /// To fill in, for a counter-proposal: the group of the SINCO, if it is another.
  case counterSINCO = "counter_sinco"
  /// To fill in: how the SINCO group relates to the NOC group.
  case counterRelation = "new_relation"
  /// To fill in: the day of the decision, as 2026-11-24.
  case date
  /// To fill in: the role in which it was made, never a name.
  case role
  /// The government that the form is for.
  case side = "for"
  /// The day on which the form was written.
  case exportedOn = "exported_on"
  /// The newest events of the pair when the form was written.
  case base
  /// The history of the pair, by which another ledger learns of it; not in every format.
  case events

  /// Whether it is for others to fill in.
  public var isOpen: Bool {
    switch self {
    case .decision, .comment, .counterNOC, .counterSINCO, .counterRelation, .date, .role: true
    default: false
    }
  }

  /// Whether it is for programs only.
  var isTechnical: Bool { [.side, .exportedOn, .base, .events].contains(self) }

  /// The columns but the history.
  static let table = allCases.filter { $0 != .events }
}
