import CommandLineKit
import Correspondences
import Diagnostics
import Ledgers
import Rendering
import Reviews

/// `puente review show`: shows one pair with its flags and history.
struct ReviewShow: Command {
  static let name = "review show"
  static let abstract =
    "Show a pair: where it stands, its flags, what can be done, what has happened."

  /// Text or JSON; a pair with its history is no table.
  enum Form: String, CaseIterable, ArgumentValue { case text, json }

  var id: String?
  var format = Form.text
  var review = ReviewOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument("pair", to: \.id, help: "The pair, such as L2."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
    ] + ReviewOptions.parameters(at: \.review)
  }

  static var examples: [Example] {
    [Example("puente review show L8", "Show the pair whose printed code does not exist.")]
  }

  private struct Output: Encodable {
    struct Flag: Encodable {
      let rule: String
      let severity: String
      let message: String
    }
    struct Step: Encodable {
      let step: String
      let sides: [String]
    }
    let link: LinkOutput
    let flags: [Flag]
    let possible: [Step]
    let events: [EventJSON]
  }

  func run(_ console: Console) throws -> ExitCode {
    let desk = try review.desk(try review.data.catalogue(), console)
    let link = try desk.link(id ?? "")
    let flags = try desk.flags(of: link)
    let events = try desk.history(of: link)
    let possible = StateMachine.possibilities(link)
    switch format {
    case .text: console.write(text(link, flags, possible, events))
    case .json:
      console.write(
        try jsonText(
          Output(
            link: LinkOutput(link, on: review.day),
            flags: flags.map {
              Output.Flag(rule: $0.rule, severity: $0.severity.rawValue, message: $0.message)
            },
            possible: possible.map {
              Output.Step(step: $0.step.command, sides: $0.sides.map(\.rawValue))
            },
            events: events.map(EventJSON.init))))
    }
    return .success
  }

  private func text(
    _ link: ReviewLink, _ flags: [ReviewFlag], _ possible: [StateMachine.Possibility],
    _ events: [Event]
  ) -> String {
    var lines = [
      "\(link.id)  \(link.pair)", "  \(link.noc)  \(link.nocTitle)",
      "  \(link.sinco)  \(link.sincoTitle)",
      "  relation: \(link.relation?.word ?? "not stated")",
      "  \(link.standing(on: review.day))"
        + (link.awaiting.map { "; \($0.name) has to act" } ?? ""),
    ]
    if link.round > 1 { lines.append("  round \(link.round)") }
    if let other = link.alternativeTo { lines.append("  counter-proposed to \(other)") }
    if let other = link.alternative {
      lines.append("  \(link.state == .agreed ? "agreed as" : "counter-proposal:") \(other)")
    }
    if let other = link.carriedFrom { lines.append("  carried from \(other)") }
    if link.hasConflict {
      lines.append("  both sides have decided independently: 'puente review settle \(link.id)'")
    }
    if !possible.isEmpty {
      let steps = possible.map { step in
        "\(step.step.command) (\(step.sides.map(\.name).joined(separator: " or ")))"
      }
      lines.append("  possible: \(steps.joined(separator: ", "))")
    }
    lines += flags.map { "  \($0.severity.rawValue)[\($0.rule)]: \($0.message)" }
    return lines.map { printable($0) }.joined(separator: "\n") + "\n"
      + ReviewHistory.lines(events, link).map { "  \($0)" }.joined(separator: "\n") + "\n"
  }
}
