import Classifications
import Correspondences
import Diagnostics
import Digests
import Foundation
import Ledgers
import Spreadsheets
import Storage
import Tabular
import Testing

@testable import Reviews

@Suite struct FormTests {
  static let filled: [String: [FormColumn: String]] = [
    "A": [.decision: "Accept", .comment: "=yes", .counterRelation: "close", .date: "2017-11-01"],
    "B": [.decision: "counter", .counterSINCO: "2813", .counterNOC: "3212", .date: "2017-11-02"],
    "C": [.comment: "we are looking at it", .role: "analyst"],
  ]

  @Test(arguments: FormFormat.allCases) func bringsFeedbackBack(_ format: FormFormat) throws {
    let (mexico, canada) = try twins()
    let bytes = try format.bytes(try mexico.form(for: .canada), filled: Self.filled)
    for desk in [mexico, canada] {
      let results = try desk.take(bytes)
      #expect(results.map(\.outcome) == [.recorded, .recorded, .recorded])
      #expect(try desk.link("A").state == .acceptedByCanada)
      #expect(try desk.link("A").relation == .closeMatch)
      #expect(try desk.link("A").since.description == "2017-11-01")
      #expect(try desk.link("B").state == .counterProposed)
      let other = try desk.link(try #require(try desk.link("B").alternative))
      #expect(other.pair == "noc2016:3212 - sinco2011:2813")
      #expect(try desk.link("C").state == .feedbackReceived)
      let said = try desk.history(of: try desk.link("A")).map { $0["comment"] }
      #expect(said.contains("=yes"))
      #expect(try desk.ledger.verify().faults == [])
    }
    #expect(try mexico.ledger.contentDigest() == canada.ledger.contentDigest())
  }

  @Test(arguments: FormFormat.allCases) func changesNothingASecondTime(_ format: FormFormat) throws
  {
    let (mexico, _) = try twins()
    let bytes = try format.bytes(try mexico.form(for: .canada), filled: Self.filled)
    try mexico.take(bytes)
    let head = try mexico.ledger.head()
    // On another day, and after more has happened.
    #expect(try mexico.take(bytes, on: day(30)).allSatisfy { $0.outcome == .unchanged })
    #expect(try mexico.ledger.head() == head)
    try mexico.step(.agreed, "A", by: .mexico, on: 25)
    #expect(try mexico.take(bytes, on: day(30)).allSatisfy { $0.outcome == .unchanged })
  }

  @Test(arguments: FormFormat.allCases) func carriesAllToAnotherLedger(_ format: FormFormat) throws
  {
    let (mexico, canada) = try twins()
    try mexico.step(.commented, "A", by: .canada, on: 1)
    try mexico.step(.commented, "B", by: .canada, on: 1)
    try mexico.step(.counterProposed, "B", by: .canada, on: 2)
    try mexico.step(.rejected, "B", by: .mexico, on: 3)
    try mexico.ledger.write {
      try mexico.propose(
        ReviewDesk.Proposal(noc: code("noc2016:3233"), sinco: code("sinco2011:2811")),
        ReviewDesk.Action(side: .canada, on: day(4), ["comment": "a\nb\t\"c\" ñ"]))
      try mexico.suggest(
        ReviewDesk.Proposal(noc: code("noc2016:3219"), sinco: code("sinco2011:2814")),
        ReviewDesk.Action(on: day(4)))
    }
    try canada.take(try format.bytes(try mexico.form(for: .canada)))
    #expect(try mexico.ledger.contentDigest() == canada.ledger.contentDigest())
    let ids = Set(try mexico.links().map(\.id))
    #expect(Set(try canada.links().map(\.id)) == ids)
    for id in ids { #expect(try mexico.link(id) == canada.link(id)) }
    #expect(try canada.ledger.verify().faults == [])
  }

  // MARK: Both sides

  @Test(arguments: FormImport.Resolution.allCases)
  func asksWhereBothHaveChanged(_ resolution: FormImport.Resolution) throws {
    let (mexico, canada) = try twins()
    let bytes = try FormFormat.csv.bytes(
      try mexico.form(for: .canada), filled: ["A": [.decision: "accept", .comment: "yes"]])
    try mexico.step(.withdrawn, "A", by: .mexico, on: 5)
    let head = try mexico.ledger.head()
    let asked = try mexico.take(bytes)
    #expect(asked[0].outcome == .conflict)
    #expect(asked[0].fromFile.map(\.kind) == ["commented", "accepted"])
    #expect(asked[0].sinceExport.map(\.kind) == ["withdrawn"])
    #expect(try mexico.ledger.head() == head)
    #expect(try mexico.take(bytes, ["A": resolution])[0].outcome == .resolved)
    let link = try mexico.link("A")
    switch resolution {
    case .both:
      #expect(link.hasConflict)
      #expect(throws: ReviewRefusal.self) { try mexico.step(.commented, "A", by: .mexico) }
    case .file: #expect(link.state == .acceptedByCanada && !link.hasConflict)
    case .ledger: #expect(link.state == .withdrawn && !link.hasConflict)
    }
    // Whatever holds, every word is kept, and the other ledger comes to the same.
    #expect(try mexico.history(of: link).contains { $0["comment"] == "yes" })
    try canada.take(try FormFormat.json.bytes(try mexico.form(for: .canada)))
    #expect(try canada.link("A") == link)
    #expect(try mexico.ledger.contentDigest() == canada.ledger.contentDigest())
    #expect(try canada.ledger.verify().faults == [])
  }

  @Test func settlesWhatBothHaveDecided() throws {
    let (mexico, canada) = try twins()
    try mexico.step(.withdrawn, "A", by: .mexico, on: 5)
    try canada.step(.commented, "A", by: .canada, on: 6)
    try canada.step(.accepted, "A", by: .canada, on: 6)
    try mexico.take(try FormFormat.json.bytes(try canada.form(for: .mexico)), otherwise: .both)
    try canada.take(try FormFormat.json.bytes(try mexico.form(for: .canada)), otherwise: .both)
    #expect(try mexico.link("A") == canada.link("A"))
    #expect(try mexico.link("A").hasConflict)
    let accepted = try #require(
      try mexico.history(of: try mexico.link("A")).first { $0.kind == "accepted" })
    try mexico.ledger.write {
      try mexico.take(
        .settled, "A",
        ReviewDesk.Action(side: .mexico, on: day(9), ["kept": accepted.id.hex, "reason": "phone"]))
    }
    #expect(try mexico.link("A").state == .acceptedByCanada)
    try canada.take(try FormFormat.json.bytes(try mexico.form(for: .canada)))
    #expect(try canada.link("A") == mexico.link("A"))
    try canada.step(.agreed, "A", by: .mexico, on: 10)
    #expect(try canada.link("A").state == .agreed)
  }

  // MARK: Faults

  struct Fault: CustomTestStringConvertible, Sendable {
    let rule: String
    let column: FormColumn
    let filled: [FormColumn: String]
    var testDescription: String { "\(rule) \(filled.map { "\($0.key) \($0.value.prefix(20))" })" }
  }

  static let faults: [Fault] = [
    Fault(rule: "unknown-decision", column: .decision, filled: [.decision: "approve"]),
    Fault(rule: "unknown-state", column: .state, filled: [.state: "maybe"]),
    Fault(rule: "changed-column", column: .state, filled: [.state: "agreed"]),
    Fault(rule: "changed-column", column: .noc, filled: [.noc: "noc2016:3012"]),
    Fault(
      rule: "unknown-code", column: .counterNOC,
      filled: [.decision: "counter", .counterNOC: "9999"]),
    Fault(rule: "missing-counter", column: .counterNOC, filled: [.decision: "counter"]),
    Fault(
      rule: "unexpected-counter", column: .counterNOC,
      filled: [.decision: "accept", .counterNOC: "3212"]),
    Fault(rule: "missing-decision", column: .decision, filled: [.counterNOC: "3212"]),
    Fault(
      rule: "unknown-relation", column: .counterRelation,
      filled: [.decision: "accept", .counterRelation: "same"]),
    Fault(rule: "malformed-date", column: .date, filled: [.decision: "accept", .date: "1/2/2026"]),
    Fault(rule: "impossible-step", column: .decision, filled: [.decision: "agree"]),
    Fault(rule: "impossible-step", column: .decision, filled: [.decision: "reject"]),
    Fault(rule: "malformed-text", column: .comment, filled: [.comment: "\u{1B}[2J"]),
    Fault(rule: "malformed-base", column: .base, filled: [.base: "abc", .events: ""]),
    Fault(
      rule: "malformed-history", column: .base, filled: [.base: String(repeating: "0", count: 64)]),
    Fault(rule: "unknown-side", column: .side, filled: [.side: "US", .decision: "accept"]),
  ]

  @Test(arguments: faults) func refusesARowWithAFault(_ fault: Fault) throws {
    let (mexico, _) = try twins()
    var filled = ["B": fault.filled]
    filled["A"] = [.decision: "accept"]
    let bytes = try FormFormat.csv.bytes(try mexico.form(for: .canada), filled: filled)
    let head = try mexico.ledger.head()
    let error = #expect(throws: InvalidInput.self) { try mexico.take(bytes) }
    #expect(error?.findings.map(\.rule) == [fault.rule])
    // The titles of the rows before have line breaks.
    #expect(error?.findings.first?.location?.line == 4)
    let column = (error?.findings.first?.location?.column ?? 0) > 1 || fault.column == .link
    #expect(column)
    #expect(try mexico.ledger.head() == head)
  }

  @Test func noticesAHistoryThatWasCutOff() throws {
    let (mexico, _) = try twins()
    let form = try mexico.form(for: .canada)
    let text = try #require(form.rows.first.map { EventJSON.text($0.events) })
    for count in stride(from: 1, to: text.count, by: 37) {
      let bytes = try FormFormat.csv.bytes(
        form, filled: ["A": [.events: String(text.prefix(count))]])
      #expect(throws: InvalidInput.self) { try mexico.take(bytes) }
    }
    let altered = text.replacing("2017-10-20", with: "2017-10-21")
    let bytes = try FormFormat.csv.bytes(form, filled: ["A": [.events: altered]])
    let error = #expect(throws: InvalidInput.self) { try mexico.take(bytes) }
    #expect(error?.findings.first?.rule == "malformed-history")
  }

  @Test func refusesAPairThatStandsTwice() throws {
    let (mexico, _) = try twins()
    let bytes = try FormFormat.csv.bytes(
      try mexico.form(for: .canada), filled: ["B": [.link: "A"]])
    #expect(throws: InvalidInput.self) { try mexico.take(bytes) }
  }

  @Test(arguments: ["", "a,b\n1,2\n", "{}", "{\"format\":\"x\",\"rows\":[]}", "#x\n", "PK"])
  func refusesWhatIsNoForm(_ text: String) throws {
    #expect(throws: (any Error).self) { _ = try FormReader.read(Array(text.utf8), name: "x") }
  }

  @Test func guardsSpreadsheetsAgainstFormulas() throws {
    let (mexico, _) = try twins()
    let text = String(decoding: try mexico.form(for: .canada).csv(), as: UTF8.self)
    #expect(text.contains("'=HYPERLINK"))
    #expect(!text.contains(",=HYPERLINK"))
  }

  @Test func neverShowsAnOpenOrRejectedPairAsAnEquivalence() throws {
    let (mexico, _) = try twins()
    try mexico.step(.commented, "A", by: .canada)
    try mexico.step(.rejected, "A", by: .canada)
    let text = String(decoding: try mexico.form(for: .canada).sssom(), as: UTF8.self)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("noc2016:") }
    #expect(rows.count == 3)
    #expect(rows.filter { $0.contains("\tNot\t") }.count == 1)
    #expect(text.split(separator: "not an agreed equivalence").count == 4)
  }

  @Test func readsDaysAsSpreadsheetsKeepThem() {
    #expect(FormReader.day(ofSerial: "46350", from1904: false) == "2026-11-24")
    #expect(FormReader.day(ofSerial: "44888", from1904: true) == "2026-11-24")
    #expect(FormReader.day(ofSerial: "2026-11-24", from1904: false) == "2026-11-24")
  }
}
