import Diagnostics
import Digests
import Ledgers
import Rendering
import Reviews

/// The difference that an import makes, for people.
enum ImportText {
  /// The rows that bring something, each with its events below, and a sum.
  static func lines(_ plan: [FormImport.Result]) -> [String] {
    var lines: [String] = []
    for result in plan where result.outcome != .unchanged {
      let before = result.before?.words ?? "not in the ledger"
      let after = result.after?.words ?? before
      let states = before == after ? "still \(before)" : "\(before) -> \(after)"
      lines.append(
        printable("\(result.link): \(word(result.outcome)); \(states)  (\(result.location))"))
      lines += result.fromFile.map { printable("  + \(line($0))") }
      lines += result.sinceExport.map { printable("  since the form: \(line($0))") }
    }
    let events = plan.reduce(0) { $0 + $1.fromFile.count }
    let unchanged = plan.count { $0.outcome == .unchanged }
    lines.append(
      "\(grouped(plan.count)) rows: \(grouped(events)) new events, \(grouped(unchanged)) rows without anything new"
    )
    return lines
  }

  private static func word(_ outcome: FormImport.Result.Outcome) -> String {
    switch outcome {
    case .unchanged: "nothing new"
    case .recorded: "new"
    case .resolved: "changed on both sides, resolved"
    case .conflict: "changed on both sides"
    }
  }

  private static func line(_ event: Event) -> String {
    let step = ReviewStep(rawValue: event.kind).map(ChangeText.words) ?? event.kind
    let words = [event["comment"], event["reason"]].filter { !$0.isEmpty }.joined(separator: "; ")
    let short = words.count > 100 ? "\(words.prefix(100))…" : words
    return "\(event.on) \(step) by \(event.side.name)" + (short.isEmpty ? "" : ": \(short)")
  }

  /// What a person is asked if pairs have changed on both sides.
  static func question(_ conflicts: [FormImport.Result]) -> String {
    let pairs = conflicts.map(\.link)
    let example = pairs.prefix(3).map { "--resolve \($0)=both" }.joined(separator: " ")
    return printable(
      "\(pairs.joined(separator: ", ")) changed in the file and in the ledger since the form was written; nothing was "
        + "recorded. Say for each what holds: both, file or ledger, as in '\(example)'") + "\n"
  }
}

/// The difference as JSON.
struct ImportOutput: Encodable {
  struct Row: Encodable {
    let link: String
    let line: Int
    let outcome: String
    let before: String?
    let after: String?
    let fromFile: [EventJSON]
    let sinceExport: [EventJSON]

    enum CodingKeys: String, CodingKey {
      case link, line, outcome, before, after
      case fromFile = "from_file"
      case sinceExport = "since_export"
    }
  }

  let recorded: Bool
  let rows: [Row]

  init(_ plan: [FormImport.Result], isRecorded: Bool) {
    recorded = isRecorded
    rows = plan.map { result in
      Row(
        link: result.link, line: result.location.line, outcome: result.outcome.rawValue,
        before: result.before?.rawValue, after: result.after?.rawValue,
        fromFile: result.fromFile.map(EventJSON.init),
        sinceExport: result.sinceExport.map(EventJSON.init))
    }
  }
}
