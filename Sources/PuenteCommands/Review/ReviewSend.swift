import CommandLineKit
import Reviews

/// `puente review send`: record that a proposed pair was sent to the other government.
struct ReviewSend: Command {
  static let name = "review send"
  static let abstract = "Record that a proposed pair was sent to the other government."

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
        "puente review send P-1a2b3c4d5e --channel email",
        "Record that the proposal went out by e-mail.")
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try review.data.catalogue()
    let desk = try review.desk(catalogue, console)
    try action.perform(at: desk, console) {
      try desk.take(
        .sent, id ?? "", action.action(on: review.day, ["comment": comment]))
    }
    return .success
  }
}
