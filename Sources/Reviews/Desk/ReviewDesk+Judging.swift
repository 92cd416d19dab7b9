import Digests
import Ledgers
import Storage

extension ReviewDesk {
  /// Records a reviewer's judgement, sealed; when the second reviewer has judged, both are opened.
  ///
  /// What was judged stays in this ledger, beside the events, until then: an exported file has the seal alone.
  ///
  /// - Parameters:
  ///   - judgement: The judgement.
  ///   - id: The pair.
  ///   - nonce: Random text that keeps the judgement from being guessed from its seal.
  ///   - action: The side and the day.
  /// - Returns: What was recorded.
  /// - Throws: ``ReviewRefusal``, ``EventFault``, `DatabaseError`.
  @discardableResult
  public func judge(
    _ judgement: Judgement, of id: String, nonce: String, _ action: Action
  ) throws -> [Change] {
    let link = try link(id)
    let side = try judgingSide(link, action)
    guard EventRules.isIdentifier(judgement.reviewer) else {
      throw ReviewRefusal.other("the reviewer is a pseudonym of letters and digits, such as r1")
    }
    try EventRules.check(judgement.comment, field: "comment")
    let review = DoubleReview(try history(of: link))
    guard !review.sealed.contains(where: { $0.reviewer == judgement.reviewer }) else {
      throw ReviewRefusal.other("\(judgement.reviewer) has judged \(link.id) already")
    }
    guard review.sealed.count < DoubleReview.reviewers else {
      let names = review.sealed.map(\.reviewer).joined(separator: " and ")
      throw ReviewRefusal.other("\(link.id) has been judged by \(names)")
    }
    let seal = judgement.seal(nonce: nonce).hex
    try ledger.database.execute(
      "INSERT INTO review_seal (link, seal, judgement) VALUES (?, ?, ?)",
      [.text(link.id), .text(seal), .text(Self.packed(judgement.fields(nonce: nonce)))])
    let draft = EventDraft(
      ReviewStep.judged.rawValue, by: side, role: action.role, on: action.on,
      ["reviewer": judgement.reviewer, "seal": seal])
    let change = try record(.judged, link, draft)
    return [change] + (try reveal(link.id, on: action))
  }

  private func judgingSide(_ link: ReviewLink, _ action: Action) throws -> Side {
    guard !link.hasConflict, link.state.isOpen else {
      throw ReviewRefusal.other("\(link.id) is \(link.state.words); only open pairs are judged")
    }
    guard let side = action.side else { throw ReviewRefusal.sideNeeded(.judged, link.id) }
    return side
  }

  /// Opens the judgements of a pair that this ledger keeps, once both reviewers have judged.
  ///
  /// - Parameters:
  ///   - id: The pair.
  ///   - action: The day; the side is that of the seal.
  /// - Returns: What was recorded.
  /// - Throws: `DatabaseError`.
  @discardableResult
  public func reveal(_ id: String, on action: Action) throws -> [Change] {
    guard let link = try find(id), !link.hasConflict else { return [] }
    let events = try history(of: link)
    guard DoubleReview(events).sealed.count >= DoubleReview.reviewers else { return [] }
    let kept = try ledger.database.rows(
      "SELECT seal, judgement FROM review_seal WHERE link = ? ORDER BY seal", [.text(id)]
    ) { (seal: $0.text(0), fields: Self.unpacked($0.text(1))) }
    var changes: [Change] = []
    for (seal, fields) in kept {
      guard let judged = events.first(where: { $0["seal"] == seal }) else { continue }
      let draft = EventDraft(
        ReviewStep.revealed.rawValue, by: judged.side, role: judged.role, on: action.on, fields)
      changes.append(try record(.revealed, link, draft))
      try ledger.database.execute("DELETE FROM review_seal WHERE seal = ?", [.text(seal)])
    }
    return changes
  }

  /// Decides the difference of two reviewers; the state of the pair stays as it is.
  ///
  /// - Throws: ``ReviewRefusal``, ``EventFault``, `DatabaseError`.
  @discardableResult
  public func adjudicate(
    _ id: String, _ judgement: Judgement, reason: String, _ action: Action
  ) throws -> Change {
    let link = try link(id)
    let side = try judgingSide(link, action)
    guard !reason.isEmpty else { throw ReviewRefusal.reasonNeeded(.adjudicated) }
    let review = DoubleReview(try history(of: link))
    guard review.needsAdjudication else {
      throw ReviewRefusal.other("there is no open difference of two reviewers of \(link.id)")
    }
    guard !review.opened.contains(where: { $0.reviewer == judgement.reviewer }) else {
      throw ReviewRefusal.other("\(judgement.reviewer) is one of the two; a third has to decide")
    }
    var fields = judgement.fields(nonce: "")
    fields["reason"] = reason
    let draft = EventDraft(
      ReviewStep.adjudicated.rawValue, by: side, role: action.role, on: action.on, fields)
    return try record(.adjudicated, link, draft)
  }

  /// The double reviews that there are, by pair.
  ///
  /// - Throws: `DatabaseError`, ``DamagedEvent``.
  public func doubleReviews() throws -> [(link: ReviewLink, review: DoubleReview)] {
    let ids = try ledger.database.rows(
      """
      SELECT DISTINCT review_link.id FROM ledger_event
      JOIN review_link ON review_link.stream = ledger_event.stream
      WHERE ledger_event.kind = 'judged' ORDER BY review_link.stream
      """
    ) { $0.text(0) }
    return try ids.map { id in
      let link = try link(id)
      return (link, DoubleReview(try history(of: link)))
    }
  }

  /// Fields as a text of lines; names have no `=`, values no line breaks but escaped ones.
  private static func packed(_ fields: [String: String]) -> String {
    fields.sorted { $0.key < $1.key }.map { name, value in
      "\(name)=\(value.replacing("\\", with: "\\\\").replacing("\n", with: "\\n"))"
    }.joined(separator: "\n")
  }

  private static func unpacked(_ text: String) -> [String: String] {
    var fields: [String: String] = [:]
    for line in text.split(separator: "\n") {
      guard let sign = line.firstIndex(of: "=") else { continue }
      var value = ""
      var isEscaped = false
      for character in line[line.index(after: sign)...] {
        if isEscaped {
          value.append(character == "n" ? "\n" : character)
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else {
          value.append(character)
        }
      }
      fields[String(line[..<sign])] = value
    }
    return fields
  }
}
