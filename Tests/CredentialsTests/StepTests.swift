import Credentials
import Diagnostics
import Testing

/// The steps, what they depend on, and the checks of both.
@Suite struct StepTests {
  @Test func readsWhatAStepDependsOn() {
    #expect(StepDependencies("").groups == [])
    #expect(StepDependencies("A-1").groups == [["A-1"]])
    #expect(StepDependencies("A-1;B-2").groups == [["A-1"], ["B-2"]])
    #expect(
      StepDependencies("A-1 or B-2;C-3 or D-4").groups == [["A-1", "B-2"], ["C-3", "D-4"]])
  }

  /// Whoever takes steps one after another gets through every way, whichever alternative is taken.
  @Test func letsEveryStepBeReached() throws {
    let data = try World.catalogue()
    var done: Set<String> = []
    var rounds = 0
    while done.count < data.steps.count, rounds <= data.steps.count {
      rounds += 1
      for step in data.steps.values
      where step.dependencies.groups.allSatisfy({ $0.contains(where: done.contains) }) {
        done.insert(step.id)
      }
    }
    #expect(done.count == data.steps.count)
    #expect(data.steps.count == 116)
  }

  /// No step is among the steps that it waits for.
  @Test func hasNoCircle() throws {
    let data = try World.catalogue()
    for step in data.steps.values {
      var before: Set<String> = []
      var open = step.dependencies.all
      while let id = open.popLast() {
        guard before.insert(id).inserted else { continue }
        open += try #require(data.steps[id]).dependencies.all
      }
      #expect(!before.contains(step.id), "\(step.id)")
    }
  }

  /// Each way is listed in an order in which it can be gone.
  @Test func listsStepsAfterThoseTheyDependOn() throws {
    for pathway in try World.catalogue().pathways {
      #expect(!pathway.steps.isEmpty)
      for (index, step) in pathway.steps.enumerated() {
        for id in step.dependencies.all {
          let place = pathway.steps.firstIndex { $0.id == id }
          #expect(place.map { $0 < index } ?? true, "\(step.id)")
        }
      }
    }
  }

  @Test func plansFromPapersToEntry() throws {
    let data = try World.catalogue()
    let day = try World.day("2026-11-25")
    let plan = data.plan(for: "RN", in: "CA-ON", on: day)
    #expect(plan.pathways.map(\.id) == ["MX-DOCS", "RN-NNAS", "PERMIT"])
    // The way builds on the translation and what is before it, not on the cédula.
    #expect(
      plan.foundations == ["MX-DOCS-01", "MX-DOCS-02", "MX-DOCS-05", "MX-DOCS-08"])
    #expect(plan.notAsked == [])
    let fees = plan.knownFees
    #expect(fees.map(\.currency) == ["CAD", "MXN"])
    #expect(fees.first?.amount == 905...905)
    #expect(data.plan(for: "RN", in: "CA-YT", on: day).recognition.map(\.id) == ["RN-YT"])
    // The data have no way for these, which is not the same as none.
    #expect(data.plan(for: "RPSYCH", in: "CA-BC", on: day).recognition == [])
  }

  @Test func asksForNoLicenceWhereThereIsNone() throws {
    let data = try World.catalogue()
    let before = data.plan(for: "MLT", in: "CA-BC", on: try World.day("2027-11-28"))
    #expect(before.notAsked == ["MLT-CSMLS-09"])
    let after = data.plan(for: "MLT", in: "CA-BC", on: try World.day("2027-11-29"))
    #expect(after.notAsked == [])
  }

  @Test(arguments: [
    ("steps", "always,RN-BC-03,partly", "always,RN-BC-08,partly", "cyclic-step", 3),
    ("steps", "always,RN-YT-01,no", "always,RN-YT-02,no", "cyclic-step", 1),
    ("steps", "always,RN-BC-03,partly", "always,RN-BC-33,partly", "unknown-reference", 1),
    ("steps", "always,RN-BC-03,partly", "always,MLT-QC-01,partly", "foreign-dependency", 1),
    (
      "steps", "always,RN-BC-03,partly", "always,RN-BC-04 or RN-BC-07,partly",
      "step-before-dependency", 1
    ),
    ("steps", "RN-BC-07,RN-BC,7", "RN-BC-07,RN-BC,8", "duplicate-number", 1),
    ("steps", "RN-BC-07,RN-BC,7", "RN-BC-07,RN-BC,0", "invalid-value", 1),
    ("steps", "120-650,120,650,CAD", "120-650,650,120,CAD", "reversed-range", 1),
    ("steps", "120-650,120,650,CAD", "120-650,120,650,", "missing-value", 1),
    (
      "regulations", "licence,CNO,NNAS,NNAS,REx-PN", "licence,CNX,NNAS,NNAS,REx-PN",
      "unknown-reference", 1
    ),
    ("regulations", ",2026-02-02,,", ",2026-02-01,,", "overlapping-validity", 1),
    ("regulations", ",2026-02-02,,", ",,,", "overlapping-validity", 1),
    ("regulations", ",2026-02-02,,", ",2026-02-02,2026-02-01,", "reversed-dates", 1),
    ("regulations", ",2026-02-02,,", ",2026-02-30,,", "invalid-value", 1),
    ("requirements", "REQ-031,ALL,", "REQ-031,NURSE,", "unknown-reference", 1),
    (
      "wordings", "steps,PERMIT-02,title,Choose", "steps,PERMIT-02,title,Take", "changed-original",
      1
    ),
    ("wordings", "steps,PERMIT-02,title", "steps,PERMIT-99,title", "unknown-reference", 1),
    ("pathways", "RN-YT,RN,CA-YT,", "RN-YT,RN,CA-YK,", "unknown-reference", 1),
  ]) func findsWhatIsWrong(
    _ table: String, _ old: String, _ new: String, _ rule: String, _ count: Int
  ) throws {
    let found = try World.faults(table, old, new)
    #expect(found.filter { $0.rule == rule }.count == count, "\(found)")
    #expect(found.allSatisfy { $0.location != nil && !$0.help.isEmpty })
  }

  /// Steps behind a circle are not in it, and cannot be reached either.
  @Test func tellsCirclesFromWhatIsBehindThem() throws {
    let found = try World.faults("steps", "always,RN-YT-01,no", "always,RN-YT-02,no")
    #expect(found.map(\.rule) == ["cyclic-step"])
    #expect(found.first?.message == "'RN-YT-02' waits for itself: RN-YT-02 > RN-YT-02")
    let behind = try World.faults("steps", "always,MX-DOCS-01,yes", "always,MX-DOCS-02,yes")
    #expect(behind.count { $0.rule == "cyclic-step" } == 1)
    #expect(behind.count { $0.rule == "unreachable-step" } > 30)
  }
}
