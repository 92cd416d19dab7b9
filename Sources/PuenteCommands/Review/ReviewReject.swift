import CommandLineKit
import Reviews

/// `puente review reject`: record that a government rejects a pair.
struct ReviewReject: Command {
  static let name = "review reject"
  static let abstract = "Record that a government rejects a pair."

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
        "puente review reject L5 --side canada --reason 'Level too low'",
        "Record that Canada rejects L5.")
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try review.data.catalogue()
    let desk = try review.desk(catalogue, console)
    try action.perform(at: desk, console) {
      try desk.take(
        .rejected, id ?? "", action.action(on: review.day, ["reason": reason, "comment": comment]))
    }
    return .success
  }
}
