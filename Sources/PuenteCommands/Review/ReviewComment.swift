import CommandLineKit
import Reviews

/// `puente review comment`: record what a government says of a pair.
struct ReviewComment: Command {
  static let name = "review comment"
  static let abstract = "Record what a government says of a pair."
  static let discussion = """
    The first comment of the government that owes feedback is that feedback: the pair is no longer awaiting it.
    """

  var id: String?
  var comment: String?
  var action = ActionOptions()
  var review = ReviewOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument("pair", to: \.id, help: "The pair, such as L2."),
      .argument("text", to: \.comment, help: "What is said."),
    ] + ActionOptions.parameters(at: \.action) + ReviewOptions.parameters(at: \.review)
  }

  static var examples: [Example] {
    [
      Example(
        "puente review comment L2 'Agreed in substance' --side canada",
        "Record Canada's feedback on L2.")
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try review.data.catalogue()
    let desk = try review.desk(catalogue, console)
    try action.perform(at: desk, console) {
      try desk.take(
        .commented, id ?? "", action.action(on: review.day, ["comment": comment ?? ""]))
    }
    return .success
  }
}
