import CommandLineKit
import Reviews

/// `puente review remind`: record a reminder of the feedback that is owed.
struct ReviewRemind: Command {
  static let name = "review remind"
  static let abstract = "Record a reminder of the feedback that is owed."

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
        "puente review remind L2 --side mexico --channel teleconference",
        "Record that Mexico reminded of L2 in a call.")
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try review.data.catalogue()
    let desk = try review.desk(catalogue, console)
    try action.perform(at: desk, console) {
      try desk.take(
        .reminded, id ?? "", action.action(on: review.day, ["comment": comment]))
    }
    return .success
  }
}
