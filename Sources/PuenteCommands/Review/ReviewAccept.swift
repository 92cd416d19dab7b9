import CommandLineKit
import Reviews

/// `puente review accept`: record that the government that was asked accepts a pair.
struct ReviewAccept: Command {
  static let name = "review accept"
  static let abstract = "Record that the government that was asked accepts a pair."
  static let discussion = """
    A pair with open errors (see 'puente review show') is accepted only with '--override' and a reason. The government that proposed the pair then confirms with 'puente review agree'.
    """

  var id: String?
  var comment = ""
  var override = ""
  var relation = ""
  var action = ActionOptions()
  var review = ReviewOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument("pair", to: \.id, help: "The pair, such as L2."),
      .option("--comment", to: \.comment, placeholder: "text", help: "What is said with it."),
      .option(
        "--relation", to: \.relation, placeholder: "relation",
        help:
          "How the SINCO group relates to the NOC group: exact, close, broad, narrow or related."),
      .option(
        "--override", to: \.override, placeholder: "reason",
        help: "Why the pair is accepted although it has open errors."),
    ] + ActionOptions.parameters(at: \.action) + ReviewOptions.parameters(at: \.review)
  }

  static var examples: [Example] {
    [
      Example(
        "puente review accept L2 --relation close",
        "Record that Canada accepts L2 as a close match.")
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try review.data.catalogue()
    let desk = try review.desk(catalogue, console)
    try action.perform(at: desk, console) {
      let link = try desk.link(id ?? "")
      try FlagAssessor(catalogue, today: review.day).assess([link], at: desk)
      return try desk.take(
        .accepted, id ?? "",
        action.action(
          on: review.day,
          [
            "comment": comment, "override": override,
            "relation": try relationWord(relation),
          ]))
    }
    return .success
  }
}
