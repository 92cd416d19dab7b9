import Candidates
import Classifications
import Correspondences
import Credentials
import Diagnostics
import Matching
import ReferenceData
import Reports
import Reviews

/// Sections 1 to 5: the summary, and what is known of the person.
extension CandidatePaper {
  mutating func summary() throws -> Reports.Section {
    var facts: [KeyValue] = []
    if !isPublic { facts.append(KeyValue(say(\.candidate), .code(candidate.id.text))) }
    for id in self.facts.occupations {
      guard let occupation = credentials.occupation(id) else { continue }
      let codes = occupation.codes.filter { !$0.isCandidate }.map(\.code.description)
      facts.append(
        KeyValue(
          say(\.occupation),
          .text([
            Phrase("\(id): "), data(occupation.name), Phrase(" (\(codes.joined(separator: ", ")))"),
          ]),
          cites: [try cite(occupation.source)]))
    }
    let codes = candidate.occupations.map(\.description).joined(separator: ", ")
    facts.append(KeyValue(say(\.codes), codes.isEmpty ? .unknown : .code(codes)))
    let places = candidate.jurisdictions.map(place)
    facts.append(
      KeyValue(
        say(\.places), .text(places.isEmpty ? say(\.anywhere) : draft.wording.list(places))))
    var blocks: [Block] = [.facts(facts)]
    if let table = try nearestTable() {
      blocks.append(.table(table))
    } else {
      blocks.append(.note(Paragraph(say(\.noWay)), .caution))
    }
    return Section("summary", title: heading(1, \.summary), blocks)
  }

  /// Where the candidate stands in the nearest places.
  private mutating func nearestTable() throws -> ReportTable? {
    let shown = detailed
    guard !shown.isEmpty else { return nil }
    var rows: [ReportTable.Row] = []
    for standing in shown {
      let asked = standing.steps.filter { !$0.isSkipped }
      let done = asked.count { $0.state.isDone }
      let share = say(\.doneOf, draft.wording.count(done), draft.wording.count(asked.count))
      let cites = try standing.regulation.rule.map { [try cite($0.source)] } ?? []
      rows.append(
        .init(
          [
            .text(heading(standing)), .text(share),
            standing.criticalPath.first.map { .text([data($0.step.title)]) } ?? .text(say(\.none)),
            standing.ready.first.map { .text([data($0.step.title)]) } ?? .text(say(\.none)),
            standing.endsInLicence ? window(standing.end) : .text(say(\.none)),
          ], cites: cites))
    }
    return ReportTable(
      "nearest", caption: say(\.readiness),
      columns: [
        .init(say(\.place), weight: 1.6), .init(say(\.readiness), weight: 1.2),
        .init(say(\.obstacle), weight: 2.4), .init(say(\.next), weight: 2.4),
        .init(say(\.window), weight: 1.8),
      ], rows: rows)
  }

  mutating func match() throws -> Reports.Section {
    var blocks: [Block] = []
    var rows: [ReportTable.Row] = []
    for code in candidate.occupations
    where try draft.catalogue.codeTable(code.classification).contains(code.code) {
      let targets = [ClassificationID.noc2021, .noc2016].filter { $0 != code.classification }
      for target in targets {
        let answer = try draft.catalogue.finder(from: code.classification, to: target)
          .answer(for: code.code)
        let cites = try draft.cite(routes: answer.routes)
        let shown = answer.candidates.prefix(isOfficer ? 5 : 2)
        try draft.cite(mappingsBehind: Array(shown))
        if isOfficer, target == .noc2021, let chart = try graph(answer, cites: cites) {
          blocks.append(chart)
        }
        for candidate in shown { rows.append(try matchRow(code, candidate, cites)) }
      }
    }
    var columns: [ReportTable.Column] = [
      .init(say(\.from), weight: 1.2), .init(say(\.to), weight: 1.2),
      .init(say(\.titleColumn), weight: 2.4), .init(say(\.relation), weight: 1),
      .init(say(\.score), weight: 0.7, isNumeric: true),
    ]
    if isOfficer {
      columns += [
        .init(say(\.parts), weight: 2.6), .init(say(\.flags), weight: 1.4),
        .init(say(\.review), weight: 1.6),
      ]
    }
    let table = ReportTable("match", caption: say(\.match), columns: columns, rows: rows)
    return Section("match", title: heading(2, \.match), [.table(table)] + blocks)
  }

  private func matchRow(
    _ code: OccupationCode, _ candidate: Equivalence, _ cites: [Int]
  ) throws -> ReportTable.Row {
    var cells: [Cell] = [
      .code(code.description), .code(candidate.target.description),
      .text([try draft.title(candidate.target)]), .text(draft.relation(candidate.relation)),
      .number(candidate.score, decimals: 2),
    ]
    if isOfficer {
      let ties = candidate.ties.sorted { $0.key < $1.key }.map {
        "\($0.key) \(draft.wording.number($0.value, decimals: 2))"
      }
      let flags = candidate.flags.map { data($0.name) }
      cells += [
        .text(ties.joined(separator: "; ")), flags.isEmpty ? .blank : .text(separated(flags)),
        try review(code, candidate.target),
      ]
    }
    return .init(cells, cites: cites)
  }

  private func separated(_ phrases: [Phrase]) -> [Phrase] {
    phrases.enumerated().flatMap { $0.offset == 0 ? [$0.element] : [Phrase("; "), $0.element] }
  }

  /// How the review of a pair stands in the ledger.
  private func review(_ code: OccupationCode, _ other: OccupationCode) throws -> Cell {
    let pair = Set([code, other])
    let found = try ReviewDesk(ledger).links().first { Set([$0.noc, $0.sinco]) == pair }
    guard let found else { return .text(say(\.noReview)) }
    return .text([
      Phrase("\(found.id): "), data("\(found.state.words) since \(found.since)"),
    ])
  }

  private func graph(_ answer: EquivalenceAnswer, cites: [Int]) throws -> Block? {
    let shown = answer.candidates.prefix(6).filter { $0.score >= 0.01 }
    guard let best = shown.first else { return nil }
    let source = answer.source
    var nodes = [Graph.Node(source.description, label: try draft.title(source), layer: 0)]
    var edges: [Graph.Edge] = []
    for candidate in shown {
      let tone: Tone =
        candidate.score >= EquivalenceAnswer.likely
        ? .good : candidate.score >= EquivalenceAnswer.leastProbability ? .caution : .neutral
      nodes.append(
        Graph.Node(
          candidate.target.description, label: try draft.title(candidate.target), layer: 1,
          tone: tone))
      let score = draft.wording.number(candidate.score, decimals: 2)
      edges.append(
        Graph.Edge(
          from: 0, to: nodes.count - 1, label: "\(score) \(draft.relation(candidate.relation))",
          weight: candidate.score))
    }
    return .chart(
      Chart(
        "graph-\(source.classification)-\(source.code)",
        title: say(\.graph, source.description),
        summary: say(
          \.graphSummary, source.description, draft.wording.count(shown.count),
          best.target.description, draft.wording.number(best.score, decimals: 2)),
        content: .graph(Graph(nodes: nodes, edges: edges)), cites: cites))
  }

  mutating func education() -> Reports.Section {
    var columns: [ReportTable.Column] = [.init(say(\.level)), .init(say(\.field), weight: 2)]
    if isOfficer { columns.append(.init(say(\.year))) }
    let rows = candidate.studies.map { study in
      var cells: [Cell] = [
        study.level == .unknown ? .unknown : .text([data(study.level.rawValue.spaced)]),
        // A field that is of no list may have a person's data in it.
        study.field.map { .text([Phrase("\($0.code) "), data($0.name)]) } ?? .unknown,
      ]
      if isOfficer { cells.append(study.year.map { .code(String($0)) } ?? .unknown) }
      return ReportTable.Row(cells)
    }
    let cedula: Cell =
      switch candidate.cedula {
      case .yes: .state(Phrase(say(\.yes)), .good)
      case .no: .text(say(\.no))
      case .unknown: .unknown
      }
    return Section(
      "education", title: heading(3, \.education),
      [
        .table(ReportTable("education", caption: say(\.education), columns: columns, rows: rows)),
        .facts([KeyValue(say(\.cedula), cedula)]),
      ])
  }

  mutating func experience() throws -> Reports.Section {
    var columns: [ReportTable.Column] = [
      .init(say(\.codes), weight: 1.2), .init(say(\.titleColumn), weight: 2.4),
      .init(say(\.months), isNumeric: true),
    ]
    if !isPublic { columns += [.init(say(\.lastYear)), .init(say(\.setting))] }
    let rows = try candidate.experience.map { one in
      var cells: [Cell] = [
        one.code.map { .code($0.description) } ?? .unknown,
        try one.code.map { .text([try draft.title($0)]) } ?? .unknown,
        // Whole years are enough for the public.
        .count(orUnknown: one.months.map { isPublic ? $0 / 12 * 12 : $0 }),
      ]
      if !isPublic {
        cells += [
          one.lastYear.map { .code(String($0)) } ?? .unknown,
          one.setting.map { .text([data($0.rawValue.spaced)]) } ?? .unknown,
        ]
      }
      return ReportTable.Row(cells)
    }
    return Section(
      "experience", title: heading(4, \.experience),
      [
        .table(
          ReportTable("experience", caption: say(\.experience), columns: columns, rows: rows))
      ])
  }
}

extension String {
  /// A word of a list without its underscores.
  var spaced: String { replacing("_", with: " ") }
}
