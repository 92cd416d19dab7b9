import CommandLineKit
import Ledgers
import Rendering
import Reviews
import Tabular

/// `puente review next`: shows the open pair whose decision is worth most.
struct ReviewNext: Command {
  static let name = "review next"
  static let abstract = "Show the open pair whose decision is worth most, and why."
  static let discussion = """
    The worth is the product of three factors, each between 0 and 1: the people it concerns (positions approved for \
    foreign workers in the NOC group, as a share of the most among the open pairs), how evenly the published tables \
    spread over the candidates on both sides, and the share of jurisdictions that regulate the occupation. A factor \
    that is not known is shown so, and counts as the mean of those that are known.
    """

  var limit = 1
  var filter = FilterOptions()
  var format = OutputFormat.text
  var review = ReviewOptions()

  static var parameters: [Parameter<Self>] {
    [
      .option(
        "--limit", to: \.limit, placeholder: "count", in: 1...10_000,
        help: "Show so many pairs, the first most worth deciding."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
    ] + FilterOptions.parameters(at: \.filter) + ReviewOptions.parameters(at: \.review)
  }

  static var examples: [Example] {
    [
      Example(
        "puente review next --awaiting canada --limit 3", "Show what Canada should decide first.")
    ]
  }

  private struct Output: Encodable {
    let link: LinkOutput
    let value: Double
    let people: Int?
    let peopleAre: String?
    let ambiguity: Double?
    let regulated: Int?
    let jurisdictionsKnown: Int?

    enum CodingKeys: String, CodingKey {
      case link, value, people, ambiguity, regulated
      case peopleAre = "people_are"
      case jurisdictionsKnown = "jurisdictions_known"
    }
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try review.data.catalogue()
    var filter = try filter.filter(catalogue, on: review.day)
    filter.isOpen = true
    let desk = try review.desk(catalogue, console)
    let links = try desk.links(filter).filter { $0.alternativeTo == nil }
    let worths = try PairRanking(catalogue, on: review.day).ranked(links).prefix(limit)
    switch format {
    case .text: console.write(text(worths))
    case .json: console.write(try jsonText(worths.map(output)))
    case .csv, .tsv, .spreadsheet: console.write(csv(worths))
    }
    return worths.isEmpty ? .negative : .success
  }

  private func text(_ worths: ArraySlice<PairWorth>) -> String {
    guard !worths.isEmpty else { return "no open pair\n" }
    let lines = worths.flatMap { worth -> [String] in
      let link = worth.link
      let people = worth.people.map { "\(grouped($0.count)) \($0.label)" } ?? "not known"
      let spread = worth.ambiguity.map { fixed($0, decimals: 2) } ?? "not known"
      let regulation =
        worth.regulation.map { "in \($0.regulated) of \($0.known) jurisdictions that are known" }
        ?? "not known"
      return [
        "\(link.id)  \(link.pair)  worth \(fixed(worth.value, decimals: 4))",
        "  \(link.nocTitle) - \(link.sincoTitle)",
        "  \(link.standing(on: review.day))\(link.awaiting.map { "; \($0.name) has to act" } ?? "")",
        "  people: \(people)", "  ambiguity of the published tables: \(spread)",
        "  regulated: \(regulation)",
      ]
    }
    return lines.map { printable($0) }.joined(separator: "\n") + "\n"
  }

  private func output(_ worth: PairWorth) -> Output {
    Output(
      link: LinkOutput(worth.link, on: review.day), value: rounded(worth.value),
      people: worth.people?.count, peopleAre: worth.people?.label,
      ambiguity: worth.ambiguity.map(rounded), regulated: worth.regulation?.regulated,
      jurisdictionsKnown: worth.regulation?.known)
  }

  private func csv(_ worths: ArraySlice<PairWorth>) -> String {
    var writer = CSVWriter(style: format.style(guardsFormulas: true))
    writer.write([
      "link", "noc", "sinco", "value", "people", "ambiguity", "regulated", "jurisdictions_known",
    ])
    for row in worths.map(fields) { writer.write(row) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func fields(_ worth: PairWorth) -> [String] {
    let known = worth.regulation.map { ("\($0.regulated)", "\($0.known)") } ?? ("", "")
    return [
      worth.link.id, "\(worth.link.noc)", "\(worth.link.sinco)", fixed(worth.value, decimals: 4),
      worth.people.map { "\($0.count)" } ?? "",
      worth.ambiguity.map { fixed($0, decimals: 4) } ?? "", known.0, known.1,
    ]
  }
}
