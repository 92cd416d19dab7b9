import Classifications
import Correspondences
import Diagnostics
import Ledgers
import ReferenceData
import TestSupport

@testable import Reviews

/// A day, counted from the one on which Mexico sent the pairs.
func day(_ number: Int) -> CalendarDate {
  guard let day = CalendarDate(daysSince1970: 17_459 + number) else {
    preconditionFailure("a day")
  }
  return day
}

/// A code of its CURIE.
func code(_ curie: String) -> OccupationCode {
  guard let code = OccupationCode(curie: curie) else { preconditionFailure("a code") }
  return code
}

/// A desk in memory with one pair, `A`, that Mexico has proposed.
func smallDesk() throws -> ReviewDesk {
  let ledger = try Ledger.inMemory(components: [
    ReviewDesk.component { desk in
      try desk.propose(
        ReviewDesk.Proposal(id: "A", noc: code("noc2016:3211"), sinco: code("sinco2011:2813")),
        ReviewDesk.Action(side: .mexico, on: day(0)))
    }
  ])
  return ReviewDesk(ledger)
}

extension ReviewDesk {
  /// Takes a step on a day with all that could be needed.
  @discardableResult
  func step(
    _ step: ReviewStep, _ id: String = "A", by side: Side, on number: Int = 1
  ) throws -> [Change] {
    let action = Action(side: side, on: day(number), ["reason": "because", "comment": "said"])
    return try ledger.write {
      if step == .counterProposed {
        return try counter(
          id,
          with: Proposal(
            noc: code("noc2016:3212"), sinco: code("sinco2011:2813"), relation: .closeMatch),
          action)
      }
      return try take(step, id, action)
    }
  }
}
