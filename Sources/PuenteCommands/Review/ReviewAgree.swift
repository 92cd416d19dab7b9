import CommandLineKit
import Reviews

/// `puente review agree`: record that the government that proposed a pair confirms, or accepts the counter-proposal.
struct ReviewAgree: Command {
  static let name = "review agree"
  static let abstract =
    "Record that the government that proposed a pair confirms, or accepts the counter-proposal."

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
    [Example("puente review agree L2 --side mexico", "Record that Mexico confirms; L2 is agreed.")]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try review.data.catalogue()
    let desk = try review.desk(catalogue, console)
    try action.perform(at: desk, console) {
      try desk.take(
        .agreed, id ?? "", action.action(on: review.day, ["comment": comment]))
    }
    return .success
  }
}
