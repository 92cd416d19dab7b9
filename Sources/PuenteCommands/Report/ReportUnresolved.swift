import Classifications
import CommandLineKit
import Matching
import ReferenceData
import Reports

/// Which groups a report of equivalences is about.
struct SurveyOptions: ParameterGroup {
  var from = ClassificationID.sinco2011
  var to = ClassificationID.noc2016
  var sector: String?
  var limit = 3

  static var parameters: [Parameter<Self>] {
    [
      .option(
        "--from", to: \.from, placeholder: "classification",
        help: "The classification whose groups are listed."),
      .option(
        "--to", to: \.to, placeholder: "classification",
        help: "The classification that equivalents are looked for in."),
      .option(
        "--sector", to: \.sector, placeholder: "sector",
        help: "Only the groups of a sector, such as health."),
      .option(
        "--limit", to: \.limit, placeholder: "count", in: 1...20,
        help: "Show at most so many candidates for each group."),
    ]
  }

  func survey(_ catalogue: Catalogue, codes: [String] = [], traced: Int = 1) throws
    -> EquivalenceSurvey
  {
    guard from != to else { throw UsageError("'--from' and '--to' are the same classification") }
    return try EquivalenceSurvey(
      catalogue, from: from, to: to, sector: sector, codes: codes, traced: traced)
  }
}

/// `puente report unresolved`: the groups without a clear equivalence, for a meeting.
struct ReportUnresolved: Command {
  static let name = "report unresolved"
  static let abstract = "Write a report of the groups without a clear equivalence."
  static let discussion = """
    It has the coverage by division as a chart, every group that is ambiguous, contradictory or without an \
    equivalent, and why. The report cites the mappings and files it rests on; 'puente verify' checks them.
    """

  var survey = SurveyOptions()
  var report = ReportOptions()
  var engine = EngineOptions()

  static var parameters: [Parameter<Self>] {
    SurveyOptions.parameters(at: \.survey) + ReportOptions.parameters(at: \.report)
      + EngineOptions.parameters(at: \.engine)
  }

  static var examples: [Example] {
    [
      Example(
        "puente report unresolved --sector health --lang es --format pdf --output salud.pdf",
        "The health occupations to settle, in Spanish."),
      Example(
        "puente report unresolved --format html --output unresolved.html",
        "All groups, as a page that prints well."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    try report.check(console)
    let catalogue = try engine.catalogue()
    let found = try survey.survey(catalogue)
    var draft = ReportDraft(report, catalogue)
    let document = try draft.unresolvedReport(found, limit: survey.limit)
    try report.write(document, console)
    return found.unresolved.isEmpty ? .success : .negative
  }
}

extension ReportDraft {
  /// The report of the groups that are to be settled.
  mutating func unresolvedReport(_ survey: EquivalenceSurvey, limit: Int) throws -> Document {
    let cites = try cite(routes: survey.routes)
    try cite(mappingsBehind: survey.unresolved.flatMap { $0.answer.candidates.prefix(1) })
    try cite(file: "datasets/sectors.csv")
    let direction = wording.say(
      \.equivalences.direction, try name(survey.from), try name(survey.to))
    return document(
      kind: "unresolved", title: wording.say(\.equivalences.unresolvedTitle), subtitle: direction,
      facts: try surveyFacts(survey),
      sections: [
        Section(
          "summary", title: wording.say(\.equivalences.summary),
          [summary(survey, cites: cites), try coverage(survey, cites: cites)]),
        Section(
          "groups", title: wording.say(\.equivalences.list),
          [
            .table(
              try unresolvedTable(
                survey, caption: wording.say(\.equivalences.unresolvedList), limit: limit,
                cites: cites))
          ]),
        surveyDoubts(survey),
      ])
  }
}
