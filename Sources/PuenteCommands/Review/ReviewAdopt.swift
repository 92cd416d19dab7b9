import CommandLineKit
import Reviews

/// `puente review adopt`: make a suggestion of the software a government's proposal.
struct ReviewAdopt: Command {
  static let name = "review adopt"
  static let abstract = "Make a suggestion of the software a government's proposal."

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
    [Example("puente review adopt S-1a2b3c4d5e --side mexico", "Make it Mexico's proposal.")]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try review.data.catalogue()
    let desk = try review.desk(catalogue, console)
    try action.perform(at: desk, console) {
      try desk.take(
        .adopted, id ?? "", action.action(on: review.day, ["comment": comment]))
    }
    return .success
  }
}
