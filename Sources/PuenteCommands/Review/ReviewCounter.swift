import Classifications
import CommandLineKit
import Reviews

/// `puente review counter`: proposes another pair instead of one.
struct ReviewCounter: Command {
  static let name = "review counter"
  static let abstract = "Record that the government that was asked proposes another pair instead."
  static let discussion = """
    The other pair is recorded beside the first and decided with it: the government that proposed agrees \
    ('puente review agree'), replies ('reply', which asks again) or rejects.
    """

  var id: String?
  var pair = PairOptions()
  var comment = ""
  var action = ActionOptions()
  var review = ReviewOptions()

  static var parameters: [Parameter<Self>] {
    [.argument("pair", to: \.id, help: "The pair that stands, such as L3.")]
      + PairOptions.parameters(at: \.pair) + [
        .option("--comment", to: \.comment, placeholder: "text", help: "What is said with it.")
      ] + ActionOptions.parameters(at: \.action) + ReviewOptions.parameters(at: \.review)
  }

  static var examples: [Example] {
    [
      Example(
        "puente review counter L3 --noc 3212 --sinco 2813 --relation close",
        "Propose the laboratory technicians of SINCO instead of the pharmacy technicians.")
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try review.data.catalogue()
    let desk = try review.desk(catalogue, console)
    let link = try desk.link(id ?? "")
    let proposal = try pair.proposal(
      in: catalogue, versions: (link.noc.classification, link.sinco.classification))
    try action.perform(at: desk, console) {
      let changes = try desk.counter(
        link.id, with: proposal, action.action(on: review.day, ["comment": comment]))
      try FlagAssessor(catalogue, today: review.day).assess(
        changes.dropFirst().map(\.after), at: desk)
      return changes
    }
    return .success
  }
}
