import Classifications
import Correspondences
import Diagnostics
import Ledgers

/// What a government filled into a row of a form.
struct Feedback {
  let side: Side
  let decision: FormDecision?
  let comment: String
  let counter: ReviewDesk.Proposal
  let relation: MapRelation?
  let on: CalendarDate
  let isDated: Bool
  let role: String

  /// Reads what was filled in; `nil` if nothing was.
  ///
  /// - Throws: `InvalidInput` with every fault of the row.
  init?(
    _ row: FormRow, today: CalendarDate, role: String,
    code: (String, ClassificationID, _ family: String) throws -> ReviewDesk.NamedCode
  ) throws {
    let open = FormColumn.allCases.filter { $0.isOpen && $0 != .date && $0 != .role }
    guard open.contains(where: { !row[$0].isEmpty }) else { return nil }
    var findings: [Finding] = []
    guard let side = Side(rawValue: row[.side]), side != .software else {
      throw InvalidInput([
        row.fault(
          "unknown-side", .side, "'\(row[.side].prefix(80))' is not a government: CA or MX is")
      ])
    }
    self.side = side
    comment = row[.comment]
    decision = Self.decision(row, &findings)
    relation = ReviewLink.relation(row[.counterRelation])
    if relation == nil, !row[.counterRelation].isEmpty {
      findings.append(
        row.fault(
          "unknown-relation", .counterRelation,
          "'\(row[.counterRelation].prefix(80))' is not a relation",
          help: "one of exact, close, broad, narrow, related"))
    }
    isDated = !row[.date].isEmpty
    if isDated, CalendarDate(row[.date]) == nil {
      findings.append(
        row.fault(
          "malformed-date", .date, "'\(row[.date].prefix(80))' is not a day",
          help: "write it as 2026-11-24"))
    }
    on = CalendarDate(row[.date]) ?? today
    self.role = row[.role].isEmpty ? role : row[.role]
    counter = try Self.counter(row, decision, relation, code, &findings)
    if !findings.isEmpty { throw InvalidInput(findings) }
  }

  /// The decision; words without one are a comment.
  private static func decision(_ row: FormRow, _ findings: inout [Finding]) -> FormDecision? {
    let word = row[.decision].lowercased()
    guard !word.isEmpty else {
      if !row[.comment].isEmpty { return .comment }
      findings.append(
        row.fault(
          "missing-decision", .decision,
          "\(row[.link]) has a counter-proposal or a relation, but no decision",
          help: "write 'counter' or 'accept' into 'decision'"))
      return nil
    }
    if let decision = FormDecision(rawValue: word) { return decision }
    let known = FormDecision.allCases.map(\.rawValue).joined(separator: ", ")
    findings.append(
      row.fault(
        "unknown-decision", .decision, "'\(row[.decision].prefix(80))' is not a decision",
        help: "one of \(known)"))
    return nil
  }

  /// The pair that is counter-proposed: what is left out is as in the pair that stands.
  private static func counter(
    _ row: FormRow, _ decision: FormDecision?, _ relation: MapRelation?,
    _ code: (String, ClassificationID, _ family: String) throws -> ReviewDesk.NamedCode,
    _ findings: inout [Finding]
  ) throws -> ReviewDesk.Proposal {
    let standing = [FormColumn.noc, .sinco].map { OccupationCode(curie: row[$0]) }
    guard let noc = standing[0], let sinco = standing[1] else {
      findings.append(
        row.fault("unknown-code", .noc, "the row has no codes of \(row[.link]) that can be read"))
      throw InvalidInput(findings)
    }
    var named = [
      ReviewDesk.NamedCode(noc, title: row[.nocTitle]),
      ReviewDesk.NamedCode(sinco, title: row[.sincoTitle]),
    ]
    let columns: [(FormColumn, OccupationCode, String)] = [
      (.counterNOC, noc, "noc"), (.counterSINCO, sinco, "sinco"),
    ]
    var isGiven = false
    for (index, (column, standing, family)) in columns.enumerated() where !row[column].isEmpty {
      isGiven = true
      do {
        named[index] = try code(row[column], standing.classification, family)
      } catch {
        findings.append(row.fault("unknown-code", column, "\(error)"))
      }
    }
    if isGiven != (decision == .counter), decision != nil {
      findings.append(
        isGiven
          ? row.fault(
            "unexpected-counter", .counterNOC,
            "\(row[.link]) has a counter-proposal, but the decision is not 'counter'")
          : row.fault(
            "missing-counter", .counterNOC,
            "\(row[.link]) is to be countered, but no other group is given",
            help: "write it into 'counter_noc' or 'counter_sinco'"))
    }
    return ReviewDesk.Proposal(
      noc: named[0].code, nocTitle: named[0].title, sinco: named[1].code,
      sincoTitle: named[1].title, relation: relation)
  }

  /// The fields of an event.
  ///
  /// - Parameters:
  ///   - step: The step.
  ///   - isAlone: Whether it is the only one of the decision, so that the words belong to it.
  /// - Returns: The fields.
  func fields(of step: ReviewStep, isAlone: Bool) -> [String: String] {
    var fields = ["channel": "form"]
    switch step {
    case .rejected, .withdrawn: fields["reason"] = comment
    case .commented: fields["comment"] = comment
    default: fields["comment"] = isAlone ? comment : ""
    }
    if step == .accepted || step == .agreed { fields["relation"] = relation?.word ?? "" }
    return fields.filter { !$0.value.isEmpty }
  }
}
