import CommandLineKit
import Diagnostics
import Ledgers
import Rendering
import Reviews
import Tabular

/// `puente review status`: counts the pairs by state.
struct ReviewStatus: Command {
  static let name = "review status"
  static let abstract = "Count the pairs by state, and say how long the oldest of each has waited."

  var filter = FilterOptions()
  var format = OutputFormat.text
  var review = ReviewOptions()

  static var parameters: [Parameter<Self>] {
    FilterOptions.parameters(at: \.filter) + [
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output.")
    ] + ReviewOptions.parameters(at: \.review)
  }

  static var examples: [Example] {
    [Example("puente review status", "Show where the review stands.")]
  }

  private struct Output: Encodable {
    struct State: Encodable {
      let state: String
      let pairs: Int
      let oldest: String
      let days: Int
    }
    let on: String
    let pairs: Int
    let events: Int
    let conflicts: Int
    let states: [State]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try review.data.catalogue()
    let filter = try filter.filter(catalogue, on: review.day)
    let desk = try review.desk(catalogue, console)
    let counts = try desk.counts(filter)
    let output = Output(
      on: review.day.description, pairs: counts.reduce(0) { $0 + $1.count },
      events: try desk.ledger.eventCount(), conflicts: try desk.conflictCount(),
      states: counts.map {
        Output.State(
          state: $0.state.rawValue, pairs: $0.count, oldest: $0.oldest.description,
          days: max(0, $0.oldest.days(until: review.day)))
      })
    switch format {
    case .text: console.write(text(counts, output))
    case .json: console.write(try jsonText(output))
    case .csv, .tsv, .spreadsheet: console.write(csv(output))
    }
    return .success
  }

  private func text(_ counts: [StateCount], _ output: Output) -> String {
    var table = TextTable([.right, .left, .left])
    for count in counts {
      let days = max(0, count.oldest.days(until: review.day))
      table.add([
        grouped(count.count), count.state.words,
        count.state.isOpen ? "the oldest for \(grouped(days)) days, since \(count.oldest)" : "",
      ])
    }
    var lines = table.lines()
    let pairs = output.pairs == 1 ? "1 pair" : "\(grouped(output.pairs)) pairs"
    lines.append("\(pairs), \(grouped(output.events)) events in the ledger")
    if output.conflicts > 0 {
      lines.append("\(grouped(output.conflicts)) to settle: 'puente review list --conflict'")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func csv(_ output: Output) -> String {
    var writer = CSVWriter(style: format.style())
    writer.write(["state", "pairs", "oldest", "days"])
    for state in output.states {
      writer.write([state.state, String(state.pairs), state.oldest, String(state.days)])
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
