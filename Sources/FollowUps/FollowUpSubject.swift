import Ledgers

/// What is followed up: an action or an initiative of an annual report.
public struct FollowUpSubject: Hashable, Sendable {
  /// The report: its year.
  public let report: String
  /// The name of the action in it, such as `LM-FU-199`.
  public let item: String

  /// Creates a subject; `nil` if a name cannot be that of a stream.
  public init?(report: String, item: String) {
    self.report = report
    self.item = item
    // The first point ends the report, so there is none in its name.
    guard !report.isEmpty, !item.isEmpty, !report.contains("."),
      EventRules.isIdentifier("\(report).\(item)")
    else { return nil }
  }

  /// Reads the name of a stream; `nil` if it is of another kind.
  init?(stream: String) {
    let prefix = "\(FollowUpDesk.streamKind)/"
    guard stream.hasPrefix(prefix) else { return nil }
    let parts = stream.dropFirst(prefix.count).split(separator: ".", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    self.init(report: String(parts[0]), item: String(parts[1]))
  }

  /// The stream of the ledger that its events are in: `action/2017.LM-FU-199`.
  public var stream: String { "\(FollowUpDesk.streamKind)/\(report).\(item)" }
}

extension FollowUpSubject: CustomStringConvertible {
  /// The form of people: `2017:LM-FU-199`.
  public var description: String { "\(report):\(item)" }
}
