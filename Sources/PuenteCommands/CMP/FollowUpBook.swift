public import CommandLineKit
import Diagnostics
public import FollowUps
import Ledgers
import Partnership
import ReferenceData
import Rendering

/// What the ledger has of the actions of the reports.
struct FollowUpBook {
  private let followUps: [FollowUpSubject: FollowUp]

  /// The ledger; `nil` if there is none.
  let ledger: Ledger?

  /// Reads the ledger, if there is one.
  init(_ options: LedgerOptions, _ directory: DataDirectory) throws {
    let ledger = try options.openIfThere(try Catalogue(directory))
    self.ledger = ledger
    followUps = try ledger.map { try FollowUpDesk.all(in: $0) } ?? [:]
  }

  /// What is recorded of a row of a report; `nil` if nothing is.
  func followUp(report: String, item: String) -> FollowUp? {
    FollowUpSubject(report: report, item: item).flatMap { followUps[$0] }
  }

  /// What is recorded of an action.
  func followUp(of item: ReportItem) -> FollowUp? {
    followUp(report: item.provenance.report, item: item.id)
  }

  /// What is recorded of an initiative.
  func followUp(of entry: TrackerEntry) -> FollowUp? {
    followUp(report: entry.provenance.report, item: entry.id)
  }
}

/// Which states are asked for: those that are recorded, and that nothing is.
enum FollowUpFilter: String, CaseIterable, ArgumentValue {
  case open
  case inProgress = "in_progress"
  case postponed
  case done
  case dropped
  case unrecorded

  func takes(_ followUp: FollowUp?) -> Bool {
    guard let followUp else { return self == .unrecorded }
    return followUp.state.rawValue == rawValue
  }
}

extension FollowUp? {
  /// Whether nothing is left to do.
  var isClosed: Bool { self?.state.isClosed == true }

  /// The dates that count: where something was put off to a day, that day instead of those printed.
  func dates(_ printed: [Deadline]) -> [DateSpan] {
    guard let self, self.state == .postponed, let until = self.until else {
      return printed.map(\.span)
    }
    return [DateSpan(earliest: nil, latest: until, precision: .day)]
  }

  /// The columns of a follow-up in JSON.
  var json: JSONValue {
    guard let self else { return .null }
    return .object([
      "state": .string(self.state.rawValue), "since": .string(self.since.description),
      "side": .string(self.side.rawValue), "note": .text(self.note.isEmpty ? nil : self.note),
      "until": .text(self.until?.description), "events": .int(self.eventCount),
      "divided": .bool(self.isDivided),
    ])
  }

  /// The follow-up for people; `nil` if nothing is recorded.
  var words: String? {
    guard let self else { return nil }
    var text = self.state.rawValue.replacing("_", with: " ")
    if let until = self.until { text += " to \(until)" }
    text += " since \(self.since), recorded by \(self.side.name)"
    if !self.note.isEmpty { text += ": \(self.note)" }
    if self.isDivided { text += " (the sides recorded different things: see its history)" }
    return text
  }
}

extension FollowUpSubject {
  /// The action or initiative that a user named: `LM-FU-199`, `2017:LM-FU-199`.
  ///
  /// - Throws: `UsageError` if there is none, several reports have it, or there is nothing to follow up.
  static func named(_ name: String, in partnership: PartnershipReports) throws -> (
    subject: FollowUpSubject, gist: String
  ) {
    let parts = name.split(separator: ":", maxSplits: 1).map { $0.uppercased() }
    let (report, id) =
      parts.count == 2 ? (parts[0], parts[1]) : ("", parts.first ?? "")
    func isMeant(_ provenance: Provenance, _ other: String) -> Bool {
      (report.isEmpty || provenance.report.uppercased() == report) && other.uppercased() == id
    }
    let items = partnership.items.filter { isMeant($0.provenance, $0.id) }
    let entries = partnership.tracker.filter { isMeant($0.provenance, $0.id) }
    let found =
      items.map { (report: $0.provenance.report, id: $0.id, gist: $0.gist) }
      + entries.map { (report: $0.provenance.report, id: $0.id, gist: $0.initiative) }
    guard let first = found.first else {
      throw UsageError(
        "there is no action \(echoed(name)); 'puente cmp actions' and 'puente cmp tracker' list them"
      )
    }
    guard found.count == 1 else {
      let names = found.map { "\($0.report):\($0.id)" }.joined(separator: " or ")
      throw UsageError("\(echoed(name)) is in \(found.count) reports; say which: \(names)")
    }
    if let item = items.first {
      if item.kind == "missing_list" {
        throw UsageError(
          "\(item.id) stands for a list that is missing in the report: what it would promise is not known"
        )
      }
      guard item.section == .futureActivity || ["action", "expectation"].contains(item.kind) else {
        throw UsageError("\(item.id) promises nothing that could be followed up")
      }
    }
    guard let subject = FollowUpSubject(report: first.report, item: first.id) else {
      throw UsageError("\(echoed(name)) cannot be kept in the ledger: its name has other signs")
    }
    return (subject, first.gist)
  }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension FollowUpRefusal: ReportedError {
  public var diagnostics: String { "error: \(printable(description))" }
}
