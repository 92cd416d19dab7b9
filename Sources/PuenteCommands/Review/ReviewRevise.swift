import Classifications
import CommandLineKit
import Ledgers
import Rendering
import Reviews

/// `puente review revise`: carries agreed pairs to a new version of a classification.
struct ReviewRevise: Command {
  static let name = "review revise"
  static let abstract =
    "Carry agreed pairs to a new version of NOC or SINCO by its published changes."
  static let discussion = """
    A group that is the same under another code or name is carried, and the new pair is agreed as the old one was. \
    Where groups were split, merged or partly transferred, the relation is weakened to what still follows, and the \
    pairs of every successor are queued as needing revision: a government sends them, and the other decides. The \
    old pairs stay, with their dates.
    """

  var to: ClassificationID?
  var isRehearsal = false
  var review = ReviewOptions()

  static var parameters: [Parameter<Self>] {
    [
      .requiredOption(
        "--to", to: \.to, placeholder: "classification", help: "The new version, such as noc2021."),
      .flag("--dry-run", to: \.isRehearsal, help: "Show what would be done, and do nothing."),
    ] + ReviewOptions.parameters(at: \.review)
  }

  static var examples: [Example] {
    [
      Example(
        "puente review revise --to noc2021 --dry-run",
        "Show what NOC 2021 means for the agreed pairs.")
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    guard let to else { return .usage }
    let catalogue = try review.data.catalogue()
    let desk = try review.desk(catalogue, console)
    let revision = try Revision(to: to, at: desk, catalogue)
    let body = {
      let outcomes = try revision.run(ReviewDesk.Action(side: .software, on: review.day))
      let new = outcomes.flatMap(\.changes).filter { $0.before == nil }.map(\.after)
      try FlagAssessor(catalogue, today: review.day).assess(new, at: desk)
      return outcomes
    }
    let outcomes = isRehearsal ? try desk.ledger.rehearse(body) : try desk.ledger.write(body)
    for outcome in outcomes {
      for change in outcome.changes {
        console.write(ChangeText.line(change, isRehearsal: isRehearsal) + "\n")
        let words = [change.event["comment"], change.event["reason"]].filter { !$0.isEmpty }
        for word in words { console.write("  \(printable(word))\n") }
      }
      if !outcome.note.isEmpty {
        console.write(printable("\(outcome.link.id): \(outcome.note)") + "\n")
      }
    }
    let carried = outcomes.count { $0.changes.count == 1 && $0.changes[0].before == nil }
    let queued = outcomes.count { $0.changes.contains { $0.before != nil } }
    console.write(
      "\(outcomes.count) agreed pairs of an older version: \(carried) carried, \(queued) queued for revision\n"
    )
    return outcomes.isEmpty ? .negative : .success
  }
}
