import Classifications
import CommandLineKit
import Diagnostics
import Ledgers
import Matching
import ReferenceData
import Reports
import Reviews

/// `puente report brief`: one page for whoever has a minute.
struct ReportBrief: Command {
  static let name = "report brief"
  static let abstract = "Write one page on where the pairs and the occupations to settle stand."

  var report = ReportOptions()
  var engine = EngineOptions()

  static var parameters: [Parameter<Self>] {
    ReportOptions.parameters(at: \.report) + EngineOptions.parameters(at: \.engine)
  }

  static var examples: [Example] {
    [
      Example(
        "puente report brief --lang fr --format pdf --output note.pdf", "The page in French.")
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    try report.check(console)
    let catalogue = try engine.catalogue()
    var draft = ReportDraft(report, catalogue)
    let ledger = try engine.ledger.openIfThere(catalogue)
    let document = try draft.brief(ledger, desk: try PairDesk.desk(catalogue, ledger))
    try report.write(document, console)
    return .success
  }
}

extension ReportDraft {
  /// The page; in a PDF the records are for programs only, to leave room.
  mutating func brief(_ ledger: Ledger?, desk: ReviewDesk) throws -> Document {
    let pairs = try pairs(desk)
    var points = try pairSummary(pairs, hasLedger: ledger != nil)
    let source = try cite(source: "cmp-report-2017", place: "770-784")
    let surveys = try sectorSurveys(["health", "education", "agriculture"])
    let model = citeOwnWork()
    try citeFiles(of: surveys[0].routes)
    try cite(file: "datasets/sectors.csv")
    let counts = surveys[0].counts().map { wording.count($0) }
    points.append(
      Paragraph(
        "\(wording.say(\.equivalences.health).capitalizedFirst): \(wording.say(\.equivalences.summaryText, count: surveys[0].entries.count, counts[0], counts[1], counts[2], counts[3]))",
        cites: [model]))
    let open = pairs.filter(\.link.state.isOpen).prefix(12)
    return document(
      kind: "brief", title: wording.say(\.group.briefTitle),
      subtitle: wording.say(\.group.partnership), facts: [],
      sections: [
        Section(
          "summary", title: wording.say(\.equivalences.summary),
          [.list(points, isOrdered: false), try sectorChart(surveys, cites: [model])]),
        Section(
          "decide", title: wording.say(\.group.nextSteps),
          [.table(try shortPairTable(Array(open), cites: [source]))]),
      ], isBrief: true)
  }

  private func shortPairTable(_ pairs: [Pair], cites: [Int]) throws -> ReportTable {
    ReportTable(
      "pairs", caption: wording.say(\.group.pairs),
      columns: [
        .init(wording.say(\.group.pair), weight: 0.5), .init("NOC", weight: 3),
        .init("SINCO", weight: 2.6), .init(wording.say(\.equivalences.state), weight: 1.6),
        .init(wording.say(\.group.toAct), weight: 0.9),
      ],
      rows: try pairs.map { pair in
        .init([
          .code(pair.link.id),
          try side(pair.link.noc, printed: pair.link.nocTitle, in: .en),
          try side(pair.link.sinco, printed: pair.link.sincoTitle, in: .es),
          state(pair.link.state), .text(pair.link.awaiting.map(name) ?? ""),
        ])
      }, cites: cites)
  }
}

extension String {
  /// The text with its first letter large.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
