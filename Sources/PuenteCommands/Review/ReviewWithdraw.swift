import CommandLineKit
import Reviews

/// `puente review withdraw`: record that the government that proposed a pair withdraws it.
struct ReviewWithdraw: Command {
  static let name = "review withdraw"
  static let abstract = "Record that the government that proposed a pair withdraws it."

  var id: String?
  var reason = ""
  var comment = ""
  var action = ActionOptions()
  var review = ReviewOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument("pair", to: \.id, help: "The pair, such as L2."),
      .requiredOption("--reason", to: \.reason, placeholder: "text", help: "Why."),
      .option("--comment", to: \.comment, placeholder: "text", help: "What is said with it."),
    ] + ActionOptions.parameters(at: \.action) + ReviewOptions.parameters(at: \.review)
  }

  static var examples: [Example] {
    [
      Example(
        "puente review withdraw L5 --reason 'Replaced by another proposal'",
        "Record that Mexico withdraws L5.")
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try review.data.catalogue()
    let desk = try review.desk(catalogue, console)
    try action.perform(at: desk, console) {
      try desk.take(
        .withdrawn, id ?? "", action.action(on: review.day, ["reason": reason, "comment": comment]))
    }
    return .success
  }
}
