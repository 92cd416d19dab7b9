import Candidates
import CommandLineKit
import Diagnostics
import Ledgers
import Storage

/// `puente candidate erase`: removes a person's data for good.
struct CandidateErase: Command {
  static let name = "candidate erase"
  static let abstract = "Erase a candidate for good; that there was one is all that stays."
  static let discussion = """
    Everything of the person goes out of the ledger, its free pages and its log. A tombstone stays, with the day and \
    the reason, under a digest of the pseudonym. The events of the review desk are not touched, so their chain stays \
    as it was. Copies of the file that were made before are not reached.
    """

  var id: String?
  var why: CandidateStore.ErasureReason?
  var isOverdue = false
  var purges = false
  var action = CandidateActionOptions()
  var options = CandidateOptions()

  static var parameters: [Parameter<Self>] {
    [
      .optionalArgument("candidate", to: \.id, help: "The candidate, such as C-7K2M9QXD4T."),
      .option("--why", to: \.why, placeholder: "reason", help: "Why it is erased."),
      .flag(
        "--overdue", to: \.isOverdue,
        help: "Erase all candidates whose data may no longer be kept."),
      .flag(
        "--purge", to: \.purges,
        help: "Only clean the file of what was erased, where an earlier run could not."),
    ] + CandidateActionOptions.parameters(at: \.action) + CandidateOptions.parameters(at: \.options)
  }

  static var examples: [Example] {
    [
      Example("puente candidate erase C-7K2M9QXD4T --why request", "The person asked for it."),
      Example("puente candidate erase --overdue", "All whose last day has passed."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    guard [id != nil, isOverdue, purges].count(where: { $0 }) == 1 else {
      throw UsageError("name a candidate, or give '--overdue' or '--purge'")
    }
    let named = try id.map(CandidateDesk.id)
    if named != nil, why == nil { throw UsageError("say why with '--why', such as request") }
    let desk = try options.desk(console, action, knowsStepsOnly: true)
    var erased: [CandidateID] = []
    if !purges {
      erased = try desk.perform(action) {
        var ids = named.map { [$0] } ?? []
        if isOverdue {
          var filter = CandidateFilter()
          filter.take(overdueOn: desk.day)
          ids = try desk.store.identifiers(filter)
        }
        for id in ids {
          try desk.store.erase(id, on: desk.day, by: action.by, why: why ?? .retention)
        }
        return ids
      }
    }
    let words = action.isRehearsal ? "would be erased" : "erased on \(desk.day)"
    for id in erased { console.write("\(id): \(words)\n") }
    if action.isRehearsal {
      console.writeDiagnostic("nothing was erased\n")
      return erased.isEmpty && !purges ? .negative : .success
    }
    if !erased.isEmpty || purges {
      do {
        try desk.store.ledger.database.purge()
      } catch let error as DatabaseError where error.code == .busy {
        throw PurgeRefusal()
      }
    }
    return erased.isEmpty && !purges ? .negative : .success
  }
}

/// The file could not be cleaned because something else has it open.
private struct PurgeRefusal: ReportedError {
  var diagnostics: String {
    "error: what was erased may still be in the file, because another process is using it; run 'puente candidate erase --purge' when it has ended"
  }
}
