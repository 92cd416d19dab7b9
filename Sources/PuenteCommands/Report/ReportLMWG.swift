import Classifications
import CommandLineKit
import Ledgers
import Matching
import Partnership
import ReferenceData
import Reports
import Reviews

/// `puente report lmwg`: the paper for a meeting of the Labour Mobility Working Group.
struct ReportLMWG: Command {
  static let name = "report lmwg"
  static let abstract = "Write the paper for the Labour Mobility Working Group."
  static let discussion = """
    The pairs and where they stand (from the ledger, or those of the 2017 report), the occupations to settle by \
    sector, where licences are asked for, demand in Canada, and the figures of the Partnership's reports.
    """

  var indicators: [String] = []
  var report = ReportOptions()
  var engine = EngineOptions()

  static var parameters: [Parameter<Self>] {
    [
      .option(
        "--indicator", to: \.indicators, placeholder: "id",
        help:
          "Only this figure of the Partnership's reports, such as IND-02, instead of the group's.")
    ] + ReportOptions.parameters(at: \.report) + EngineOptions.parameters(at: \.engine)
  }

  static var examples: [Example] {
    [
      Example(
        "puente report lmwg --lang es --format pdf --output reunion.pdf", "The paper in Spanish."),
      Example(
        "puente report lmwg --indicator IND-02 --indicator IND-06 --format html --output paper.html",
        "With two figures of the 2017 report."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    try report.check(console)
    let catalogue = try engine.catalogue()
    let reports = try PartnershipReports(
      folder: catalogue.directory.file("datasets/cmp"), isThere: fileExists)
    let wanted = indicators.map { $0.uppercased() }
    for id in wanted where !reports.indicators.contains(where: { $0.id == id }) {
      throw UsageError("there is no indicator \(echoed(id)); 'puente cmp indicators' lists them")
    }
    var draft = ReportDraft(report, catalogue)
    let ledger = try engine.ledger.openIfThere(catalogue)
    let document = try draft.paper(
      ledger, desk: try PairDesk.desk(catalogue, ledger), indicators: wanted, reports)
    try report.write(document, console)
    return .success
  }
}

extension ReportDraft {
  /// The surveys of SINCO 2011 in NOC 2016 by sector.
  func sectorSurveys(_ sectors: [String]) throws -> [EquivalenceSurvey] {
    try sectors.map {
      try EquivalenceSurvey(catalogue, from: .sinco2011, to: .noc2016, sector: $0)
    }
  }

  /// The paper.
  mutating func paper(
    _ ledger: Ledger?, desk: ReviewDesk, indicators: [String], _ reports: PartnershipReports
  ) throws -> Document {
    let pairs = try pairs(desk)
    let points = try pairSummary(pairs, hasLedger: ledger != nil)
    let surveys = try sectorSurveys(["health", "education", "agriculture"])
    let unresolved = try unresolvedSection(surveys)
    let provinces = try provinceSurvey()
    let credentials = try credentialSection(provinces)
    let demand = try demandSection()
    let figures = try indicatorSection(indicators, in: reports)
    let candidates = try candidateSection(ledger, provinces)
    return document(
      kind: "lmwg", title: wording.say(\.group.paperTitle),
      subtitle: wording.say(\.group.partnership), facts: headFacts(),
      sections: [
        Section(
          "summary", title: wording.say(\.equivalences.summary), [.list(points, isOrdered: false)]),
        Section(
          "pairs", title: wording.say(\.group.pairs),
          [.table(try pairTable(pairs)), .table(findingTable(pairs))]),
        unresolved, credentials, demand, figures, surveyDoubts(surveys[0]), candidates,
      ].compactMap { $0 })
  }

  /// What is said at the head of the papers for the group.
  func headFacts() -> [KeyValue] {
    [KeyValue(wording.say(\.equivalences.purpose), .text(wording.say(\.equivalences.purposeText)))]
  }

  /// The occupations to settle, by sector.
  private mutating func unresolvedSection(
    _ surveys: [EquivalenceSurvey]
  ) throws -> Reports.Section {
    let cites = try cite(routes: surveys[0].routes)
    try cite(mappingsBehind: surveys[0].unresolved.flatMap { $0.answer.candidates.prefix(1) })
    try cite(file: "datasets/sectors.csv")
    return Section(
      "unresolved", title: wording.say(\.group.unresolved),
      [
        try sectorChart(surveys, cites: cites),
        .table(
          ReportTable(
            "sectors", caption: wording.say(\.group.sectorTable, try name(.sinco2011)),
            columns: [.init(wording.say(\.equivalences.sector), weight: 2)]
              + [.init(wording.say(\.equivalences.groups), isNumeric: true)]
              + verdictSeries.map { .init($0.name.text, isNumeric: true) },
            rows: surveys.map { survey in
              .init(
                [.text(sectorName(survey.sector ?? "")), .count(survey.entries.count)]
                  + survey.counts().map { .count($0) })
            }, cites: cites)),
        .table(
          try unresolvedTable(
            surveys[0], caption: wording.say(\.group.healthList), limit: 3, cites: cites)),
      ])
  }

  /// The chart of the state by sector.
  func sectorChart(_ surveys: [EquivalenceSurvey], cites: [Int]) throws -> Block {
    let groups = surveys.reduce(0) { $0 + $1.entries.count }
    let clear = surveys.reduce(0) { $0 + $1.counts()[0] }
    return .chart(
      Chart(
        "sector-chart", title: wording.say(\.group.sectorChart),
        summary: wording.say(
          \.group.sectorSummary, wording.count(clear), wording.count(groups)),
        content: .bars(
          Bars(
            unit: wording.say(\.equivalences.unitGroups),
            subject: wording.say(\.equivalences.sector), series: verdictSeries,
            bars: surveys.map {
              .init(Phrase(sectorName($0.sector ?? "")), $0.counts().map(Double.init))
            })), cites: cites))
  }
}
