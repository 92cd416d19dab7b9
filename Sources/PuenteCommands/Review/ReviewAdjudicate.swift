import CommandLineKit
import Reviews

/// `puente review adjudicate`: decides the difference of two reviewers.
struct ReviewAdjudicate: Command {
  static let name = "review adjudicate"
  static let abstract = "Decide the difference of two reviewers, as a third."

  var id: String?
  var judgement = JudgementOptions()
  var reason = ""
  var action = ActionOptions()
  var review = ReviewOptions()

  static var parameters: [Parameter<Self>] {
    [.argument("pair", to: \.id, help: "The pair, such as L2.")]
      + JudgementOptions.parameters(at: \.judgement) + [
        .requiredOption("--reason", to: \.reason, placeholder: "text", help: "Why.")
      ] + ActionOptions.parameters(at: \.action) + ReviewOptions.parameters(at: \.review)
  }

  static var examples: [Example] {
    [
      Example(
        "puente review adjudicate L1 --reviewer r3 --verdict accept --reason 'Same duties' --side mexico",
        "Decide for the pair.")
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let desk = try review.desk(try review.data.catalogue(), console)
    let judgement = try judgement.judgement()
    try action.perform(at: desk, console) {
      [try desk.adjudicate(id ?? "", judgement, reason: reason, action.action(on: review.day))]
    }
    return .success
  }
}
