import CommandLineKit
import Ledgers
import Reviews

/// `puente review suggest`: records the software's own suggestions.
struct ReviewSuggest: Command {
  static let name = "review suggest"
  static let abstract =
    "Record the software's own suggestions for open pairs that the published tables contradict."
  static let discussion = """
    A suggestion is a pair of its own, in the state 'suggested', and changes no government's state. A person makes it \
    a proposal ('puente review adopt') or dismisses it ('dismiss').
    """

  var ids: [String] = []
  var isRehearsal = false
  var review = ReviewOptions()

  static var parameters: [Parameter<Self>] {
    [
      .arguments("pair", to: \.ids, help: "Pairs to suggest others for, instead of all open ones."),
      .flag("--dry-run", to: \.isRehearsal, help: "Show what would be done, and do nothing."),
    ] + ReviewOptions.parameters(at: \.review)
  }

  static var examples: [Example] {
    [Example("puente review suggest L3", "Suggest pairs in the place of L3.")]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try review.data.catalogue()
    let desk = try review.desk(catalogue, console)
    var filter = ReviewFilter()
    filter.isOpen = true
    let links =
      ids.isEmpty
      ? try desk.links(filter).filter { $0.state != .suggested && $0.alternativeTo == nil }
      : try ids.map { try desk.link($0) }
    let suggestions = Suggestions(catalogue)
    let body = {
      let changes = try links.flatMap {
        try suggestions.suggest(for: $0, at: desk, ReviewDesk.Action(on: review.day))
      }
      try FlagAssessor(catalogue, today: review.day).assess(changes.map(\.after), at: desk)
      return changes
    }
    let changes = isRehearsal ? try desk.ledger.rehearse(body) : try desk.ledger.write(body)
    for change in changes {
      console.write(ChangeText.line(change, isRehearsal: isRehearsal) + "\n")
      console.write("  \(change.event["evidence"])\n")
    }
    if changes.isEmpty { console.write("nothing to suggest that is not there already\n") }
    return changes.isEmpty ? .negative : .success
  }
}
