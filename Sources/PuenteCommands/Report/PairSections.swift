import Classifications
import Diagnostics
import Ledgers
import Reports
import Reviews

/// What reports say of the pairs under review.
extension ReportDraft {
  /// A pair and what the checks found in it.
  struct Pair {
    let link: ReviewLink
    let flags: [ReviewFlag]
  }

  /// The pairs of the desk, each cited.
  mutating func pairs(_ desk: ReviewDesk) throws -> [Pair] {
    let links = try desk.links()
    for link in links { cite(PairDesk.record(link)) }
    return try links.map { Pair(link: $0, flags: try desk.flags(of: $0)) }
  }

  /// The sentences that say where the pairs stand.
  mutating func pairSummary(_ pairs: [Pair], hasLedger: Bool) throws -> [Paragraph] {
    let source = try cite(source: "cmp-report-2017", place: "770-784")
    let open = pairs.filter(\.link.state.isOpen)
    var result = [
      Paragraph(
        wording.say(\.group.pairsText, count: pairs.count, wording.count(open.count)),
        cites: [source])
    ]
    let waiting = open.filter { $0.link.awaiting != nil }
    if let oldest = waiting.min(by: { $0.link.since < $1.link.since })?.link,
      let side = oldest.awaiting
    {
      result.append(
        Paragraph(
          wording.say(
            \.group.waiting, count: oldest.age(on: day), name(side), wording.day(oldest.since)),
          cites: [source]))
    }
    let wrong = pairs.filter { $0.flags.contains { $0.severity == .error } }
    if !wrong.isEmpty {
      result.append(
        Paragraph(
          wording.say(
            \.group.flagged, count: wrong.count, wording.list(wrong.map(\.link.id))),
          cites: [citeOwnWork()]))
    }
    if !hasLedger { result.append(Paragraph(wording.say(\.group.noLedger))) }
    return result
  }

  /// The table of the pairs.
  mutating func pairTable(_ pairs: [Pair]) throws -> ReportTable {
    let source = try cite(source: "cmp-report-2017", place: "770-784")
    return ReportTable(
      "pairs", caption: wording.say(\.group.pairs),
      columns: [
        .init(wording.say(\.group.pair), weight: 0.6), .init("NOC", weight: 3),
        .init("SINCO", weight: 3), .init(wording.say(\.equivalences.relation), weight: 1.1),
        .init(wording.say(\.equivalences.state), weight: 1.4),
        .init(wording.say(\.group.since), weight: 1.2),
        .init(wording.say(\.group.days), weight: 0.8, isNumeric: true),
        .init(wording.say(\.group.toAct), weight: 1),
        .init(wording.say(\.group.findings), weight: 1.3),
      ],
      rows: try pairs.map { pair in
        let link = pair.link
        return .init([
          .code(link.id), try side(link.noc, printed: link.nocTitle, in: .en),
          try side(link.sinco, printed: link.sincoTitle, in: .es),
          .text(relation(link.relation)), state(link.state), .day(link.since),
          link.state.isOpen ? .count(link.age(on: day)) : .blank,
          .text(link.awaiting.map(name) ?? ""), findings(pair.flags),
        ])
      }, cites: [source])
  }

  /// A side of a pair: the code, and its official title, or the printed one where the code has none.
  func side(
    _ code: OccupationCode, printed: String, in language: Language
  ) throws -> Cell {
    let official = try title(code)
    let shown = official.text.isEmpty ? wording.official(printed, in: language) : official
    return .text([Phrase("\(code.description) "), shown])
  }

  /// How many findings of each weight, the worst deciding on the tone.
  private func findings(_ flags: [ReviewFlag]) -> Cell {
    let parts = [Severity.error, .warning, .note].compactMap { severity -> String? in
      let count = flags.count { $0.severity == severity }
      guard count > 0 else { return nil }
      return switch severity {
      case .error: wording.say(\.group.errors, count: count)
      case .warning: wording.say(\.group.warnings, count: count)
      case .note: wording.say(\.group.notes, count: count)
      }
    }
    guard let worst = flags.map(\.severity).max() else { return .blank }
    let tone: Tone =
      switch worst {
      case .error: .bad
      case .warning: .caution
      case .note: .neutral
      }
    return .state(Phrase(parts.joined(separator: ", ")), tone)
  }

  /// The number of what Puente itself has worked out on the day of the report.
  mutating func citeOwnWork() -> Int {
    cite(
      ReportSource(
        title: Phrase(wording.say(\.group.checksSource)), asOf: day.description,
        confidence: .medium))
  }

  /// What a check found: in the words of the check in English, else what its rule says.
  private func finding(_ flag: ReviewFlag) -> String {
    guard wording.language != .en else { return flag.message }
    switch flag.rule {
    case "invalid-code": return wording.say(\.rules.invalidCode)
    case "title-identifies-code":
      let codes = flag.message.matches(of: /\b[0-9]{4,5}\b/).map { String($0.output) }
      return wording.say(\.rules.titleIdentifiesCode, codes.last ?? "?")
    case "title-differs": return wording.say(\.rules.titleDiffers)
    case "probable-slip": return wording.say(\.rules.probableSlip)
    case "no-isco-overlap": return wording.say(\.rules.noIscoOverlap)
    case "title-conflict": return wording.say(\.rules.titleConflict)
    case "level-gap": return wording.say(\.rules.levelGap)
    case "partial-scope": return wording.say(\.rules.partialScope)
    case "role-not-in-title": return wording.say(\.rules.roleNotInTitle)
    default: return wording.say(\.rules.other, flag.rule)
    }
  }

  /// The table of what the checks find.
  mutating func findingTable(_ pairs: [Pair]) -> ReportTable {
    let source = citeOwnWork()
    return ReportTable(
      "findings", caption: wording.say(\.group.pairFindings),
      columns: [
        .init(wording.say(\.group.pair), weight: 0.5),
        .init(wording.say(\.group.severity), weight: 1),
        .init(wording.say(\.group.finding), weight: 6),
      ],
      rows: pairs.flatMap { pair in
        pair.flags.filter { $0.severity > .note }.map { flag in
          ReportTable.Row([
            .code(pair.link.id),
            .state(Phrase(word(flag.severity)), flag.severity == .error ? .bad : .caution),
            .text(finding(flag)),
          ])
        }
      }, cites: [source])
  }

  func word(_ severity: Severity) -> String {
    switch severity {
    case .error: wording.say(\.group.error)
    case .warning: wording.say(\.group.warning)
    case .note: wording.say(\.group.note)
    }
  }

  func name(_ side: Side) -> String {
    side == .canada ? wording.say(\.group.canada) : wording.say(\.group.mexico)
  }

  /// A state of a pair in the report's language.
  func state(_ state: ReviewState) -> Cell {
    let (words, tone): (String, Tone) =
      switch state {
      case .suggested: (wording.say(\.group.suggested), .neutral)
      case .proposed: (wording.say(\.group.proposed), .neutral)
      case .awaitingFeedback: (wording.say(\.group.awaitingFeedback), .caution)
      case .feedbackReceived: (wording.say(\.group.feedbackReceived), .caution)
      case .acceptedByCanada: (wording.say(\.group.acceptedByCanada), .neutral)
      case .acceptedByMexico: (wording.say(\.group.acceptedByMexico), .neutral)
      case .counterProposed: (wording.say(\.group.counterProposed), .caution)
      case .agreed: (wording.say(\.group.agreed), .good)
      case .rejected: (wording.say(\.group.rejected), .bad)
      case .withdrawn: (wording.say(\.group.withdrawn), .bad)
      case .needsRevision: (wording.say(\.group.needsRevision), .caution)
      case .dismissed: (wording.say(\.group.dismissed), .bad)
      }
    return .state(Phrase(words), tone)
  }
}
