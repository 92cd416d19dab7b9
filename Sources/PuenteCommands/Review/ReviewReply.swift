import CommandLineKit
import Reviews

/// `puente review reply`: record a reply to a counter-proposal, which asks again for feedback.
struct ReviewReply: Command {
  static let name = "review reply"
  static let abstract = "Record a reply to a counter-proposal, which asks again for feedback."

  var id: String?
  var comment = ""
  var action = ActionOptions()
  var review = ReviewOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument("pair", to: \.id, help: "The pair, such as L2."),
      .option("--comment", to: \.comment, placeholder: "text", help: "What is said with it."),
    ] + ActionOptions.parameters(at: \.action) + ReviewOptions.parameters(at: \.review)
  }

  static var examples: [Example] {
    [
      Example(
        "puente review reply L3 --comment 'See the duties of 2814'", "Begin the next round for L3.")
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try review.data.catalogue()
    let desk = try review.desk(catalogue, console)
    try action.perform(at: desk, console) {
      try desk.take(
        .replied, id ?? "", action.action(on: review.day, ["comment": comment]))
    }
    return .success
  }
}
