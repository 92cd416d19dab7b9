import Candidates
import Classifications
import Credentials
import Diagnostics
import FactTables
import Reports

/// Sections 6 to 8: regulation, steps, cost and time.
extension CandidatePaper {
  mutating func regulation() throws -> Reports.Section {
    var rows: [ReportTable.Row] = []
    for standing in facts.standing.places {
      let rule = standing.regulation.rule
      rows.append(
        .init(
          [
            .text(heading(standing)), cell(standing.regulation.regulated),
            (rule?.kind).map { .text([data($0)]) } ?? .unknown,
            (rule?.regulator).map { .text([body($0)]) } ?? .unknown,
            (rule?.source.validFrom).map { .text([data($0.words)]) } ?? .unknown,
            (rule?.assessment).map { .text([data($0)]) } ?? .unknown,
          ], cites: try rule.map { [try cite($0.source)] } ?? []))
    }
    let table = ReportTable(
      "regulation", caption: say(\.regulation),
      columns: [
        .init(say(\.place), weight: 1.6), .init(say(\.regulated), weight: 1),
        .init(say(\.kind), weight: 1), .init(say(\.regulator), weight: 2.4),
        .init(say(\.since), weight: 1), .init(say(\.assessors), weight: 1.8),
      ], rows: rows)
    return Section("regulation", title: heading(6, \.regulation), [.table(table)])
  }

  mutating func steps() throws -> Reports.Section {
    let shown = detailed
    guard !shown.isEmpty else {
      return Section(
        "steps", title: heading(7, \.steps), [.note(Paragraph(say(\.noWay)), .caution)])
    }
    var sections: [Reports.Section] = []
    for standing in shown {
      var blocks: [Block] = []
      if let chart = timeline(standing) { blocks.append(chart) }
      blocks.append(.table(try stepTable(standing)))
      sections.append(
        Section("steps-\(key(standing))", title: heading(standing), blocks))
    }
    let all = facts.standing.places.count { $0.hasWay }
    let note: [Block] =
      all > shown.count
      ? [.text(say(\.stepsNote, draft.wording.count(all)))] : []
    return Section("steps", title: heading(7, \.steps), note, sections: sections)
  }

  private func key(_ standing: JurisdictionStanding) -> String {
    "\(standing.occupation)-\(standing.jurisdiction)".lowercased()
  }

  private mutating func stepTable(_ standing: JurisdictionStanding) throws -> ReportTable {
    var columns: [ReportTable.Column] = [
      .init(say(\.step), weight: 3), .init(say(\.state), weight: 1.2),
    ]
    if isOfficer {
      columns += [.init(say(\.dependsOn), weight: 1.4), .init(say(\.evidence), weight: 1.2)]
    }
    columns += [.init(say(\.fromMexico)), .init(say(\.fee), weight: 1.2), .init(say(\.time))]
    var rows: [ReportTable.Row] = []
    for one in standing.steps {
      var cells: [Cell] = [
        .text([Phrase("\(one.step.id) "), data(one.step.title)]),
        .state(Phrase(name(one.state)), tone(one.state)),
      ]
      if isOfficer {
        let groups = one.blockedBy.map { $0.joined(separator: " / ") }
        cells += [.code(groups.joined(separator: "; ")), evidence(one)]
      }
      cells += [cell(one.step.fromMexico), fee(one.step), length(TimeSpan(of: one.step))]
      rows.append(.init(cells, cites: [try cite(one.step.source)]))
    }
    return ReportTable(
      "steps-\(key(standing))", caption: "\(say(\.steps)): \(heading(standing))",
      columns: columns, rows: rows)
  }

  /// The kinds and days of evidence, never its texts.
  private func evidence(_ one: StepStanding) -> Cell {
    let own = facts.records.evidence.filter { $0.step == one.step.id }
    guard !own.isEmpty else { return .blank }
    let texts = own.map { evidence in
      [evidence.kind.rawValue.spaced, evidence.issuedOn?.description].compactMap { $0 }
        .joined(separator: " ")
    }
    return .text([data(texts.joined(separator: "; "))])
  }

  private func timeline(_ standing: JurisdictionStanding) -> Block? {
    let open = standing.open.filter { $0.start != nil }
    guard !open.isEmpty else { return nil }
    let items = open.map { one in
      Timeline.Item(
        data(one.step.title), start: Double(one.start?.atLeast ?? 0) / 7,
        end: one.own.atMost == nil ? nil : one.end.map { Double($0.atLeast) / 7 },
        latestEnd: one.end?.atMost.map { Double($0) / 7 }, tone: tone(one.state))
    }
    return .chart(
      Chart(
        "timeline-\(key(standing))",
        title: say(\.timeline, heading(standing), day.description),
        summary: draft.wording.say(\.candidate.timelineSummary, count: open.count),
        content: .timeline(Timeline(unit: say(\.weeks), items: items))))
  }

  mutating func cost() -> Reports.Section {
    let rows = detailed.map { standing in
      let known = standing.cost.known.map { range($0.range, $0.currency) }
      let chain = standing.criticalPath.map(\.step.id).joined(separator: " → ")
      return ReportTable.Row([
        .text(heading(standing)),
        known.isEmpty ? .unknown : .text(known.joined(separator: "; ")),
        .count(standing.cost.unknown), window(standing.end),
        chain.isEmpty ? .text(say(\.none)) : .code(chain),
      ])
    }
    let table = ReportTable(
      "cost", caption: say(\.cost),
      columns: [
        .init(say(\.place), weight: 1.4), .init(say(\.left), weight: 1.6),
        .init(say(\.unknownFees), isNumeric: true), .init(say(\.window), weight: 1.8),
        .init(say(\.critical), weight: 2.6),
      ], rows: rows)
    return Section("cost", title: heading(8, \.cost), [.table(table)])
  }
}
