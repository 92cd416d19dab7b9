import Classifications
import CommandLineKit
import Diagnostics
import Ledgers
import ReferenceData
import Rendering
import Reviews
import Tabular

/// Which pairs a command is about.
struct FilterOptions: ParameterGroup {
  var states: [ReviewState] = []
  var isOpen = false
  var awaiting: Side?
  var sector: String?
  var flag: String?
  var age: Int?
  var code: String?
  var list: String?
  var isConflict = false

  static var parameters: [Parameter<Self>] {
    [
      .option("--state", to: \.states, placeholder: "state", help: "Only pairs in a state."),
      .flag("--open", to: \.isOpen, help: "Only pairs that somebody has to decide."),
      .option(
        "--awaiting", to: \.awaiting, placeholder: "government",
        help: "Only pairs on which a government has to act."),
      .option(
        "--sector", to: \.sector, placeholder: "sector",
        help: "Only pairs with a group of a sector, such as health."),
      .option(
        "--flag", to: \.flag, placeholder: "rule",
        help: "Only pairs for which a check has raised a flag, such as probable-slip."),
      .option(
        "--age", to: \.age, placeholder: "days", in: 0...3_650_000,
        help: "Only pairs that have been in their state for at least so many days."),
      .option(
        "--code", to: \.code, placeholder: "code",
        help: "Only pairs with a group, such as sinco2011:2426."),
      .option(
        "--list", to: \.list, placeholder: "name",
        help: "Only pairs of a list, such as lmwg-2017."),
      .flag(
        "--conflict", to: \.isConflict,
        help: "Only pairs that both governments have decided independently."),
    ]
  }

  /// The filter.
  func filter(_ catalogue: Catalogue, on day: CalendarDate) throws -> ReviewFilter {
    var filter = ReviewFilter()
    filter.states = states
    filter.isOpen = isOpen
    filter.awaiting = awaiting
    // Also as the domain's papers write it: PROBABLE_SLIP.
    filter.flag = flag.map { String($0.lowercased().map { $0 == "_" ? "-" : $0 }) }
    filter.latestSince = age.flatMap { CalendarDate(daysSince1970: day.daysSince1970 - $0) }
    filter.list = list
    filter.isConflict = isConflict
    if let sector { filter.codes = try codes(ofSector: sector, catalogue) }
    if let code {
      guard let named = OccupationCode(curie: code) else {
        throw UsageError("\(echoed(code)) is not a code with its classification, as sinco2011:2426")
      }
      filter.codes = (filter.codes ?? [named]).intersection([named])
    }
    return filter
  }

  private func codes(ofSector sector: String, _ catalogue: Catalogue) throws -> Set<OccupationCode>
  {
    var codes: Set<OccupationCode> = []
    var unknown: UnknownName?
    for classification in catalogue.classifications
    where ["noc", "sinco"].contains(classification.family) {
      do {
        let groups = try catalogue.unitGroups(ofSector: sector, in: classification.id)
        codes.formUnion(groups.map { OccupationCode(classification.id, $0.code) })
      } catch let error as UnknownName {
        // A sector need not be listed for every version.
        unknown = error
      }
    }
    if codes.isEmpty, let unknown { throw unknown }
    return codes
  }
}

/// `puente review list`: lists pairs.
struct ReviewList: Command {
  static let name = "review list"
  static let abstract = "List the pairs under review, and where each stands."

  var filter = FilterOptions()
  var format = OutputFormat.text
  var review = ReviewOptions()

  static var parameters: [Parameter<Self>] {
    FilterOptions.parameters(at: \.filter) + [
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output.")
    ] + ReviewOptions.parameters(at: \.review)
  }

  static var examples: [Example] {
    [
      Example("puente review list --awaiting canada", "List what Canada owes."),
      Example(
        "puente review list --state awaiting_feedback --age 365 --sector health",
        "List the health pairs that have waited for a year."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try review.data.catalogue()
    let filter = try filter.filter(catalogue, on: review.day)
    let desk = try review.desk(catalogue, console)
    let links = try desk.links(filter)
    switch format {
    case .text: console.write(text(links))
    case .json: console.write(try jsonText(links.map { LinkOutput($0, on: review.day) }))
    case .csv, .tsv, .spreadsheet: console.write(csv(links))
    }
    return links.isEmpty ? .negative : .success
  }

  private func text(_ links: [ReviewLink]) -> String {
    guard !links.isEmpty else { return "no pair\n" }
    var table = TextTable([.left, .left, .left, .left, .left, .left])
    for link in links {
      table.add([
        link.id, "\(link.noc)", "\(link.sinco)", link.standing(on: review.day),
        link.awaiting?.name ?? "", printable("\(link.nocTitle) - \(link.sincoTitle)"),
      ])
    }
    return table.lines().joined(separator: "\n") + "\n"
  }

  private func csv(_ links: [ReviewLink]) -> String {
    var writer = CSVWriter(style: format.style(guardsFormulas: true))
    writer.write(LinkOutput.columns)
    for link in links { writer.write(LinkOutput(link, on: review.day).fields) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
