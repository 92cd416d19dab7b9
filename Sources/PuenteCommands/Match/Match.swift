import CommandLineKit
import Diagnostics
import Placements
import Rendering

/// `puente match`: ranks openings for candidates, candidates for openings, or gives the places.
struct Match: Command {
  static let name = "match"
  static let abstract = "Match candidates with openings, and say what is missing."
  static let discussion = """
    A match is the product of four numbers of 0 to 1: how strongly the candidate's occupation is tied to that of \
    the opening (equivalence), how far the candidate is on the way to a licence where one is asked for \
    (readiness), how near the languages come to what is asked (language), and how open the ways to a work permit \
    are (stream). Each has its reason and what is missing; what is not known counts for half and says so. \
    docs/matching.md has the rules. Puente suggests; people decide.

    CANDIDATES is the file of 'puente candidate import'; its rows are called by their lines, such as R-12. \
    OPENINGS is CSV with the columns opening, occupation, jurisdiction and places, and languages, teer, opens and \
    closes where they are known.
    """

  enum Side: String, CaseIterable, ArgumentValue {
    case candidate
    case opening
  }

  var candidates = ""
  var openings = ""
  var top = 10
  var side = Side.candidate
  var assigns = false
  var limit: Int?
  var on: CalendarDate?
  var anywhere = false
  var withoutConsent = false
  var least = 0.05
  var format = OutputFormat.text
  var engine = EngineOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument(
        "candidates", to: \.candidates,
        help: "CSV with the candidates, '-', or 'ledger' for those of the ledger."),
      .argument("openings", to: \.openings, help: "CSV with the openings, or '-'."),
      .option(
        "--top", to: \.top, placeholder: "count", in: 1...1_000,
        help: "How many matches each has at most."),
      .option(
        "--by", to: \.side, placeholder: "side",
        help: "Rank openings for each candidate, or candidates for each opening."),
      .flag(
        "--assign", to: \.assigns,
        help: "Give the places so that the sum of scores is the greatest there is."),
      .option(
        "--limit", to: \.limit, placeholder: "count", in: 1...1_000_000_000,
        help: "Write at most so many candidates, or openings."),
      .option(
        "--on", to: \.on, placeholder: "date", help: "By the rules of this day, instead of today's."
      ),
      .flag(
        "--anywhere", to: \.anywhere,
        help: "Match candidates outside the provinces that they look to, too."),
      .flag(
        "--without-consent", to: \.withoutConsent,
        help: "Match candidates who have not agreed to it, too."),
      .option(
        "--least", to: \.least, placeholder: "score", in: 0.005...1,
        help: "The score of the equivalence below which a pair is no match."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
    ] + EngineOptions.parameters(at: \.engine)
  }

  static var examples: [Example] {
    [
      Example("puente match mission.csv openings.csv", "The ten best openings for each candidate."),
      Example(
        "puente match mission.csv openings.csv --by opening --format csv",
        "The ten best candidates for each opening, as a table."),
      Example("puente match mission.csv openings.csv --assign", "Who gets which place."),
      Example(
        "puente match ledger openings.csv --ledger mission.ledger",
        "For the candidates of a ledger, with the steps that they have done."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    if candidates == "-", openings == "-" {
      throw UsageError("only one of the two can be the standard input")
    }
    if assigns, side == .opening { throw UsageError("'--assign' and '--by' exclude each other") }
    let day = on ?? today()
    let catalogue = try engine.catalogue()
    let input = try MatchInput(
      candidates: candidates, openings: openings, on: day, withoutConsent: withoutConsent,
      catalogue, engine.ledger)
    for note in input.notes { console.writeDiagnostic("note: \(note)\n") }
    let index = try input.index(on: day, anywhere: anywhere, least: least)
    let run = MatchRun(index: index, top: top, limit: limit, format: format)
    let count =
      if assigns {
        try run.assign(to: console)
      } else if side == .opening {
        try run.byOpening(to: console)
      } else {
        try run.byCandidate(to: console)
      }
    if count == 0 { console.writeDiagnostic("note: nothing matches\n") }
    return count == 0 ? .negative : .success
  }
}
