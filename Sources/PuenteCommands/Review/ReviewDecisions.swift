import Classifications
import CommandLineKit
import Correspondences
import Diagnostics
import Ledgers
import Rendering
import Reviews
import Tabular

/// `puente review decisions`: lists what governments have decided.
struct ReviewDecisions: Command {
  static let name = "review decisions"
  static let abstract = "List what governments have decided, as evidence for look-ups and reports."
  static let discussion = """
    agreed: both governments; accepted: one, the other has to confirm; rejected: by one, or by both in favour of another \
    pair. Open, withdrawn and suggested pairs are no evidence.
    """

  var format = OutputFormat.text
  var review = ReviewOptions()

  static var parameters: [Parameter<Self>] {
    [.option("--format", to: \.format, placeholder: "format", help: "Form of the output.")]
      + ReviewOptions.parameters(at: \.review)
  }

  static var examples: [Example] {
    [Example("puente review decisions --format csv", "Write the decisions as a table.")]
  }

  private struct Output: Encodable {
    let noc: String
    let sinco: String
    let decision: String
    let relation: String?
    let sides: [String]
    let on: String
    let link: String
    let carried: Bool
  }

  func run(_ console: Console) throws -> ExitCode {
    let desk = try review.desk(try review.data.catalogue(), console)
    let outputs = try desk.decisions().map {
      Output(
        noc: $0.noc.description, sinco: $0.sinco.description, decision: $0.verdict.rawValue,
        relation: $0.relation?.word, sides: $0.sides.map(\.rawValue), on: $0.on.description,
        link: $0.link, carried: $0.isCarried)
    }
    switch format {
    case .text:
      var table = TextTable([.left, .left, .left, .left, .left, .left, .left])
      for row in outputs.map(fields) { table.add(row) }
      console.write(
        outputs.isEmpty ? "no decision\n" : table.lines().joined(separator: "\n") + "\n")
    case .json: console.write(try jsonText(outputs))
    case .csv, .tsv, .spreadsheet:
      var writer = CSVWriter(style: format.style())
      writer.write(["link", "noc", "sinco", "decision", "relation", "sides", "on", "carried"])
      for output in outputs { writer.write(fields(output) + [output.carried ? "yes" : "no"]) }
      console.write(String(decoding: writer.bytes, as: UTF8.self))
    }
    return outputs.isEmpty ? .negative : .success
  }

  private func fields(_ output: Output) -> [String] {
    [
      output.link, output.noc, output.sinco, output.decision, output.relation ?? "",
      output.sides.joined(separator: " "), output.on,
    ]
  }
}
