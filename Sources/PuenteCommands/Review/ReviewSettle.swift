import CommandLineKit
import Diagnostics
import Digests
import Ledgers
import Reviews

/// `puente review settle`: takes one of two independent histories as the standing one.
struct ReviewSettle: Command {
  static let name = "review settle"
  static let abstract =
    "Say which of two histories holds, where both governments decided independently."
  static let discussion = """
    Without '--keep' the histories are shown. Nothing is lost: the other history stays in the record.
    """

  var id: String?
  var kept: String?
  var reason = ""
  var action = ActionOptions()
  var review = ReviewOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument("pair", to: \.id, help: "The pair, such as L2."),
      .option(
        "--keep", to: \.kept, placeholder: "event",
        help: "The newest event of the history that holds, by the beginning of its name."),
      .option("--reason", to: \.reason, placeholder: "text", help: "Why."),
    ] + ActionOptions.parameters(at: \.action) + ReviewOptions.parameters(at: \.review)
  }

  static var examples: [Example] {
    [
      Example(
        "puente review settle L2 --keep 4f8b83aa --side canada --reason 'As agreed by phone'",
        "Take the history that ends with that event.")
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let desk = try review.desk(try review.data.catalogue(), console)
    let link = try desk.link(id ?? "")
    let heads = try desk.ledger.heads(of: ReviewLink.stream(link.id))
    guard let kept else {
      for head in heads {
        let events = try desk.branch(of: link, endingAt: head)
        console.write("history that ends with \(head.hex.prefix(12)):\n")
        console.write(ReviewHistory.lines(events, link).joined(separator: "\n") + "\n")
      }
      return link.hasConflict ? .negative : .success
    }
    let named = heads.filter { $0.hex.hasPrefix(kept.lowercased()) }
    guard named.count == 1, let head = named.first, kept.count >= 4 else {
      let names = heads.map { String($0.hex.prefix(12)) }.joined(separator: ", ")
      throw UsageError("\(echoed(kept)) names none of the newest events, which are \(names)")
    }
    try action.perform(at: desk, console) {
      try desk.take(
        .settled, link.id,
        action.action(on: review.day, ["kept": head.hex, "reason": reason]))
    }
    return .success
  }
}
