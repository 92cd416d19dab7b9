import Classifications
import Correspondences
import Matching
import ReferenceData
import Reports

/// The groups of a classification, or of a sector of it, with what was found for each in another.
struct EquivalenceSurvey {
  /// A group and what was found for it.
  struct Entry {
    let item: ClassificationItem
    let division: ClassificationItem?
    let answer: EquivalenceAnswer
    let verdict: Verdict
  }

  let from: ClassificationID
  let to: ClassificationID
  let sector: String?
  /// The codes that were asked for; none where all were.
  let codes: [String]
  let entries: [Entry]
  let routes: [Route]

  /// Answers for all groups, or for those of a sector or of some codes; `traced` is for how many candidates of each the
  /// paths are traced.
  init(
    _ catalogue: Catalogue, from: ClassificationID, to: ClassificationID, sector: String?,
    codes: [String] = [], traced: Int = 1
  ) throws {
    let table = try catalogue.codeTable(from)
    let finder = try catalogue.finder(from: from, to: to)
    var items =
      try sector.map { try catalogue.unitGroups(ofSector: $0, in: from) } ?? table.unitGroups
    if !codes.isEmpty {
      let wanted = Set(codes)
      items = items.filter { wanted.contains($0.code) }
    }
    self.from = from
    self.to = to
    self.sector = sector
    self.codes = codes
    entries = try items.map { item in
      let answer = try finder.answer(for: item.code, traced: traced)
      return Entry(
        item: item, division: table.division(of: item.code), answer: answer,
        verdict: answer.verdict)
    }
    routes = entries.first?.answer.routes ?? []
  }

  static let words = ["clear", "ambiguous", "contradictory", "none"]

  /// How many groups are clear, ambiguous, contradictory and without any.
  func counts(_ entries: [Entry]? = nil) -> [Int] {
    Self.words.map { word in (entries ?? self.entries).count { $0.verdict.word == word } }
  }

  /// The groups that are not clear.
  var unresolved: [Entry] { entries.filter { $0.verdict != .clear } }

  /// The groups by division, in the publisher's order.
  var divisions: [(division: ClassificationItem?, entries: [Entry])] {
    var result: [(division: ClassificationItem?, entries: [Entry])] = []
    for entry in entries {
      if let last = result.last, last.division == entry.division {
        result[result.count - 1].entries.append(entry)
      } else {
        result.append((entry.division, [entry]))
      }
    }
    return result
  }
}

/// How a survey is told in a report.
extension ReportDraft {
  /// The verdicts as series of a chart.
  var verdictSeries: [Bars.Series] {
    [
      .init(wording.say(\.equivalences.clear), tone: .good),
      .init(wording.say(\.equivalences.ambiguous), tone: .caution),
      .init(wording.say(\.equivalences.contradictory), tone: .bad),
      .init(wording.say(\.equivalences.none), tone: .neutral),
    ]
  }

  /// A verdict as a cell.
  func state(_ verdict: Verdict) -> Cell {
    switch verdict {
    case .clear: .state(Phrase(wording.say(\.equivalences.clear).lowercased()), .good)
    case .ambiguous: .state(Phrase(wording.say(\.equivalences.ambiguous).lowercased()), .caution)
    case .contradictory:
      .state(Phrase(wording.say(\.equivalences.contradictory).lowercased()), .bad)
    case .none: .state(Phrase(wording.say(\.equivalences.none).lowercased()), .neutral)
    }
  }

  /// Why a verdict is what it is, in the report's language.
  func reason(_ answer: EquivalenceAnswer) -> String {
    let nearest = answer.candidates.first?.target.description
    switch answer.verdict {
    case .clear: return ""
    case .contradictory: return wording.say(\.equivalences.reasonContradictory)
    case .none:
      guard let nearest else { return wording.say(\.equivalences.reasonNothing) }
      return wording.say(\.equivalences.reasonNone, nearest)
    case .ambiguous:
      guard let best = answer.candidates.first, let nearest else { return "" }
      if answer.isCalibrated, best.score < EquivalenceAnswer.likely {
        return wording.say(\.equivalences.reasonUnlikely, nearest)
      }
      let near = answer.candidates.dropFirst().prefix {
        $0.score >= best.score * EquivalenceAnswer.ambiguousShare
      }
      return wording.say(
        \.equivalences.reasonNear, wording.list(([best] + near.prefix(4)).map(\.target.code)))
    }
  }

  /// A relation in words.
  func relation(_ relation: MapRelation?) -> String {
    switch relation {
    case .exactMatch: wording.say(\.equivalences.exact)
    case .closeMatch: wording.say(\.equivalences.close)
    case .broadMatch: wording.say(\.equivalences.broad)
    case .narrowMatch: wording.say(\.equivalences.narrow)
    case .relatedMatch: wording.say(\.equivalences.related)
    case nil: wording.say(\.equivalences.notStated)
    }
  }

  /// The first candidates of a group in one cell: codes, titles, scores.
  func candidates(_ answer: EquivalenceAnswer, limit: Int) throws -> Cell {
    var phrases: [Phrase] = []
    for candidate in answer.candidates.prefix(limit) where candidate.score >= 0.005 {
      if !phrases.isEmpty { phrases.append(Phrase("; ")) }
      let score = wording.number(candidate.score, decimals: 2)
      phrases += [
        Phrase("\(candidate.target.code) "), try title(candidate.target), Phrase(" (\(score))"),
      ]
    }
    return phrases.isEmpty ? .blank : .text(phrases)
  }

  /// The sentence that counts the verdicts.
  func summary(_ survey: EquivalenceSurvey, cites: [Int]) -> Block {
    let counts = survey.counts().map { wording.count($0) }
    return .text(
      wording.say(
        \.equivalences.summaryText, count: survey.entries.count, counts[0], counts[1], counts[2],
        counts[3]),
      cites: cites)
  }

  /// The chart of the coverage by division.
  func coverage(_ survey: EquivalenceSurvey, cites: [Int]) throws -> Block {
    let divisions = survey.divisions
    let bars = divisions.map { division, entries in
      Bars.Bar(
        division.map { item in
          let title = title(item)
          return Phrase("\(item.code) \(title.text)", in: title.language)
        } ?? Phrase("–"), survey.counts(entries).map(Double.init))
    }
    func share(_ values: [Double]) -> Double {
      let sum = values.reduce(0, +)
      return sum > 0 ? values[0] / sum : 0
    }
    func said(_ bar: Bars.Bar?) -> String {
      bar.map { "\($0.label.text), \(wording.share(share($0.values)))" } ?? "–"
    }
    let best = bars.max { share($0.values) < share($1.values) }
    let worst = bars.min { share($0.values) < share($1.values) }
    return .chart(
      Chart(
        "coverage", title: wording.say(\.equivalences.coverage),
        summary: wording.say(
          \.equivalences.coverageSummary, try name(survey.from), try name(survey.to), said(best),
          said(worst)),
        content: .bars(
          Bars(
            unit: wording.say(\.equivalences.unitGroups),
            subject: wording.say(\.equivalences.division), series: verdictSeries, bars: bars)),
        cites: cites))
  }

  /// The table of groups that are to be settled.
  func unresolvedTable(
    _ survey: EquivalenceSurvey, id: String = "unresolved", caption: String, limit: Int,
    cites: [Int]
  ) throws -> ReportTable {
    ReportTable(
      id, caption: caption,
      columns: [
        .init(wording.say(\.equivalences.code), weight: 0.8),
        .init(wording.say(\.equivalences.title), weight: 2),
        .init(wording.say(\.equivalences.state), weight: 1.1),
        .init(wording.say(\.equivalences.why), weight: 2.2),
        .init(wording.say(\.equivalences.candidates), weight: 3.5),
      ],
      rows: try survey.unresolved.map { entry in
        .init([
          .code(entry.item.code), .text([title(entry.item)]), state(entry.verdict),
          .text(reason(entry.answer)), try candidates(entry.answer, limit: limit),
        ])
      }, cites: cites)
  }

  /// What is said at the head of reports of equivalences.
  func surveyFacts(_ survey: EquivalenceSurvey) throws -> [KeyValue] {
    let name = try name(survey.from)
    let some = survey.codes.isEmpty ? nil : wording.list(survey.codes)
    let scope =
      some.map { wording.say(\.equivalences.someGroups, name, $0) } ?? survey.sector.map {
        wording.say(\.equivalences.sectorGroups, name, sectorName($0))
      }
      ?? wording.say(\.equivalences.allGroups, name)
    return [
      KeyValue(wording.say(\.equivalences.purpose), .text(wording.say(\.equivalences.purposeText))),
      KeyValue(wording.say(\.equivalences.scope), .text(scope)),
    ]
  }

  /// A sector in the report's language; one that the messages do not have stays as it is.
  func sectorName(_ sector: String) -> String {
    switch sector {
    case "health": wording.say(\.equivalences.health)
    case "agriculture": wording.say(\.equivalences.agriculture)
    case "education": wording.say(\.equivalences.education)
    default: sector
    }
  }

  /// What is uncertain about scores, and what the records are.
  func surveyDoubts(_ survey: EquivalenceSurvey) -> Reports.Section {
    let isCalibrated = survey.entries.first?.answer.isCalibrated ?? true
    return Section(
      "doubts", title: wording.say(\.equivalences.doubtsHeading),
      [
        .text(wording.say(isCalibrated ? \.equivalences.scoreText : \.equivalences.tieText)),
        .text(wording.say(\.equivalences.recordsCut, wording.count(Self.mostMappings))),
        .text(wording.say(\.common.languageMarks)),
      ])
  }
}
