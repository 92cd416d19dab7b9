import CommandLineKit
import Reviews

/// `puente review dismiss`: dismiss a suggestion of the software.
struct ReviewDismiss: Command {
  static let name = "review dismiss"
  static let abstract = "Dismiss a suggestion of the software."

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
        "puente review dismiss S-1a2b3c4d5e --side canada --reason 'Out of scope'", "Dismiss it.")
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try review.data.catalogue()
    let desk = try review.desk(catalogue, console)
    try action.perform(at: desk, console) {
      try desk.take(
        .dismissed, id ?? "", action.action(on: review.day, ["reason": reason, "comment": comment]))
    }
    return .success
  }
}
