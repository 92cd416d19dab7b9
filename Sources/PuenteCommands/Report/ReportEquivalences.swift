import Classifications
import CommandLineKit
import Matching
import ReferenceData
import Reports

/// `puente report equivalences`: the equivalents of groups, with scores and relations.
struct ReportEquivalences: Command {
  static let name = "report equivalences"
  static let abstract = "Write a report of the equivalents of groups, with scores and relations."
  static let discussion = """
    For each group the first candidates, how sure each is, and how it relates. Up to ten codes that are named \
    get a picture of their links each.
    """

  var codes: [String] = []
  var survey = SurveyOptions()
  var report = ReportOptions()
  var engine = EngineOptions()

  static var parameters: [Parameter<Self>] {
    [.arguments("code", to: \.codes, help: "Codes of '--from', instead of all.")]
      + SurveyOptions.parameters(at: \.survey) + ReportOptions.parameters(at: \.report)
      + EngineOptions.parameters(at: \.engine)
  }

  static var examples: [Example] {
    [
      Example(
        "puente report equivalences 2426 2813 --format html --output nurses.html",
        "Two groups with pictures of their links."),
      Example(
        "puente report equivalences --from noc2021 --to sinco2019 --sector health --lang fr --format xlsx --output sante.xlsx",
        "A workbook in French."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    try report.check(console)
    let catalogue = try engine.catalogue()
    let table = try catalogue.codeTable(survey.from)
    let wanted = try codes.map { text in
      let code = OccupationCode(curie: text)
      if let code, code.classification != survey.from {
        throw UsageError("\(echoed(text)) is not a code of '--from \(survey.from)'")
      }
      let own = code?.code ?? text
      guard table.unitGroups.contains(where: { $0.code == own }) else {
        throw UsageError("\(table.classification.name) has no unit group \(echoed(text))")
      }
      return own
    }
    let found = try survey.survey(catalogue, codes: wanted, traced: survey.limit)
    var draft = ReportDraft(report, catalogue)
    let document = try draft.equivalenceReport(
      found, limit: survey.limit, graphs: wanted.count <= 10 ? wanted : [])
    try report.write(document, console)
    return found.entries.contains { !$0.answer.candidates.isEmpty } ? .success : .negative
  }
}

extension ReportDraft {
  /// The report of the equivalents; `graphs` are the codes that get a picture of their links.
  mutating func equivalenceReport(
    _ survey: EquivalenceSurvey, limit: Int, graphs: [String]
  ) throws -> Document {
    let cites = try cite(routes: survey.routes)
    try cite(mappingsBehind: survey.entries.flatMap { $0.answer.candidates.prefix(1) })
    try cite(file: "datasets/sectors.csv")
    let direction = wording.say(
      \.equivalences.direction, try name(survey.from), try name(survey.to))
    var first: [Block] = [summary(survey, cites: cites)]
    if graphs.isEmpty { first.append(try coverage(survey, cites: cites)) }
    for entry in survey.entries where graphs.contains(entry.item.code) {
      if let graph = try graph(entry, cites: cites) { first.append(graph) }
    }
    return document(
      kind: "equivalences", title: wording.say(\.equivalences.equivalencesTitle),
      subtitle: direction, facts: try surveyFacts(survey),
      sections: [
        Section("summary", title: wording.say(\.equivalences.summary), first),
        Section(
          "groups", title: wording.say(\.equivalences.list),
          [.table(try equivalenceTable(survey, limit: limit, cites: cites))]),
        surveyDoubts(survey),
      ])
  }

  private func equivalenceTable(
    _ survey: EquivalenceSurvey, limit: Int, cites: [Int]
  ) throws -> ReportTable {
    var rows: [ReportTable.Row] = []
    for entry in survey.entries {
      let code = Cell.code(entry.item.code)
      let title = Cell.text([title(entry.item)])
      if entry.answer.candidates.isEmpty {
        rows.append(
          .init([code, title, state(entry.verdict), .blank, .blank, .blank, .blank, .blank]))
      }
      for (index, candidate) in entry.answer.candidates.prefix(limit).enumerated() {
        rows.append(
          .init([
            code, title, state(entry.verdict), .count(index + 1), .code(candidate.target.code),
            .text([try self.title(candidate.target)]), .number(candidate.score, decimals: 2),
            .text(relation(candidate.relation)),
          ]))
      }
    }
    return ReportTable(
      "equivalences", caption: wording.say(\.equivalences.equivalencesTitle),
      columns: [
        .init(wording.say(\.equivalences.code), weight: 0.8),
        .init(wording.say(\.equivalences.title), weight: 2.6),
        .init(wording.say(\.equivalences.state), weight: 1.2),
        .init(wording.say(\.equivalences.rank), weight: 0.6, isNumeric: true),
        .init(wording.say(\.equivalences.candidate), weight: 1),
        .init(wording.say(\.equivalences.title), weight: 2.8),
        .init(wording.say(\.equivalences.score), weight: 0.8, isNumeric: true),
        .init(wording.say(\.equivalences.relation), weight: 1),
      ], rows: rows, cites: cites)
  }

  /// The picture of the links of a group; `nil` where it has no candidate.
  func graph(_ entry: EquivalenceSurvey.Entry, cites: [Int]) throws -> Block? {
    let shown = entry.answer.candidates.prefix(6).filter { $0.score >= 0.01 }
    guard let best = shown.first else { return nil }
    let source = entry.answer.source.description
    var nodes = [Graph.Node(source, label: title(entry.item), layer: 0)]
    var edges: [Graph.Edge] = []
    for candidate in shown {
      let tone: Tone =
        candidate.score >= EquivalenceAnswer.likely
        ? .good : candidate.score >= EquivalenceAnswer.leastProbability ? .caution : .neutral
      nodes.append(
        Graph.Node(
          candidate.target.description, label: try title(candidate.target), layer: 1, tone: tone))
      let score = wording.number(candidate.score, decimals: 2)
      edges.append(
        Graph.Edge(
          from: 0, to: nodes.count - 1, label: "\(score) \(relation(candidate.relation))",
          weight: candidate.score))
    }
    return .chart(
      Chart(
        "graph-\(entry.item.code)", title: wording.say(\.equivalences.graph, source),
        summary: wording.say(
          \.equivalences.graphSummary, source, wording.count(shown.count),
          best.target.description, wording.number(best.score, decimals: 2)),
        content: .graph(Graph(nodes: nodes, edges: edges)), cites: cites))
  }
}
