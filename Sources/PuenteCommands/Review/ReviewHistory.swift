import CommandLineKit
import Diagnostics
import Digests
import Ledgers
import Rendering
import Reviews
import Tabular

/// `puente review history`: shows all that has happened to a pair.
struct ReviewHistory: Command {
  static let name = "review history"
  static let abstract = "Show all that has happened to a pair, word for word."
  static let discussion = """
    The order is the same in every ledger that holds the same events. The judgement of a reviewer is shown \
    once the other has judged as well.
    """

  var id: String?
  var format = OutputFormat.text
  var review = ReviewOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument("pair", to: \.id, help: "The pair, such as L2."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
    ] + ReviewOptions.parameters(at: \.review)
  }

  static var examples: [Example] {
    [Example("puente review history L3", "Show what was said of L3.")]
  }

  func run(_ console: Console) throws -> ExitCode {
    let desk = try review.desk(try review.data.catalogue(), console)
    let link = try desk.link(id ?? "")
    let events = try desk.history(of: link)
    switch format {
    case .text: console.write(Self.lines(events, link).joined(separator: "\n") + "\n")
    case .json: console.write(try jsonText(events.map(EventJSON.init)))
    case .csv, .tsv, .spreadsheet: console.write(csv(events))
    }
    return .success
  }

  /// The events as lines, each with what was said below it.
  static func lines(_ events: [Event], _ link: ReviewLink) -> [String] {
    let ignored = Set(link.ignored)
    return events.flatMap { event in
      let step = ReviewStep(rawValue: event.kind).map(ChangeText.words) ?? event.kind
      let role = event.role.isEmpty ? "" : " (\(event.role))"
      var first = "\(event.on)  \(step) by \(event.side.name)\(role)"
      if ignored.contains(event.id) { first += "  - without effect: not possible where it stands" }
      first += "  [\(event.id.hex.prefix(12))]"
      let fields = event.draft.body.sorted { $0.key < $1.key }.flatMap { name, value in
        let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
        let rest = lines.dropFirst().map { "                \(printable(String($0)))" }
        return ["            \(name): \(printable(String(lines.first ?? "")))"] + rest
      }
      return [printable(first)] + fields
    }
  }

  private func csv(_ events: [Event]) -> String {
    var writer = CSVWriter(style: format.style(guardsFormulas: true))
    writer.write(["id", "on", "kind", "side", "role", "field", "value"])
    for event in events {
      let start = [event.id.hex, event.on.description, event.kind, event.side.rawValue, event.role]
      for (name, value) in event.draft.body.sorted(by: { $0.key < $1.key }) {
        writer.write(start + [name, value])
      }
      if event.draft.body.isEmpty { writer.write(start + ["", ""]) }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
