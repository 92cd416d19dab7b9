import CommandLineKit
import Reviews

/// `puente review propose`: proposes a pair.
struct ReviewPropose: Command {
  static let name = "review propose"
  static let abstract = "Propose a pair of groups, on behalf of a government."
  static let discussion = """
    The pair is then 'proposed'; 'puente review send' records that it went to the other government. What the \
    checks find in it is shown by 'puente review show'.
    """

  var pair = PairOptions()
  var id: String?
  var comment = ""
  var list = ""
  var action = ActionOptions()
  var review = ReviewOptions()

  static var parameters: [Parameter<Self>] {
    PairOptions.parameters(at: \.pair) + [
      .option(
        "--id", to: \.id, placeholder: "name",
        help: "The name of the pair; otherwise one is made from its content."),
      .option("--list", to: \.list, placeholder: "name", help: "The list it belongs to."),
      .option("--comment", to: \.comment, placeholder: "text", help: "What is said with it."),
    ] + ActionOptions.parameters(at: \.action) + ReviewOptions.parameters(at: \.review)
  }

  static var examples: [Example] {
    [
      Example(
        "puente review propose --noc noc2016:3233 --sinco sinco2011:2811 --relation close --side mexico",
        "Propose technical nurses for licensed practical nurses.")
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try review.data.catalogue()
    let proposal = try pair.proposal(in: catalogue, id: id)
    let desk = try review.desk(catalogue, console)
    try action.perform(at: desk, console) {
      let change = try desk.propose(
        proposal, action.action(on: review.day, ["comment": comment, "list": list]))
      try FlagAssessor(catalogue, today: review.day).assess([change.after], at: desk)
      return [change]
    }
    return .success
  }
}
