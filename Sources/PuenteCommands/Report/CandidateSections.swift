import Candidates
import Credentials
import Diagnostics
import Ledgers
import Reports

/// What the paper says of candidates: counts only, small ones withheld.
extension ReportDraft {
  /// The annex with the counts of candidates by the occupations and provinces of a survey; `nil` where the ledger has
  /// none.
  mutating func candidateSection(
    _ ledger: Ledger?, _ survey: ProvinceSurvey
  ) throws -> Reports.Section? {
    guard let ledger else { return nil }
    let store = CandidateStore(ledger)
    let all = try store.count()
    guard all > 0 else { return nil }
    let source = cite(
      ReportSource(
        title: Phrase(wording.say(\.group.candidatesSource)), asOf: day.description,
        confidence: .high))
    func count(_ narrow: (inout CandidateFilter) -> Void) throws -> Int {
      var filter = CandidateFilter()
      narrow(&filter)
      return try store.list(filter, limit: 0).total
    }
    let ids = survey.occupations.map(\.id)
    let stages = try ids.map { id in
      try [true, false].map { isNew in
        try count {
          $0.take(occupation: id)
          $0.take(isNew: isNew)
        }
      }
    }
    let cedulas = try ids.map { id in
      try CedulaStatus.allCases.map { status in
        try count {
          $0.take(occupation: id)
          $0.take(cedula: status)
        }
      }
    }
    let places = try ids.map { id in
      try survey.provinces.map { province in
        try count {
          $0.take(occupation: id)
          $0.take(jurisdiction: province.id)
        }
      }
    }
    let total: Cell = all < SuppressedCounts.leastShown ? .suppressed : .count(all)
    let stage = try counted(
      "candidates-by-stage", wording.say(\.group.candidatesByStage), survey,
      columns: [wording.say(\.group.nothingRecorded), wording.say(\.group.underWay)],
      SuppressedCounts(stages), cites: [source])
    let cedula = try counted(
      "candidates-by-cedula", wording.say(\.group.candidatesByCedula), survey,
      columns: CedulaStatus.allCases.map(word), SuppressedCounts(cedulas), cites: [source])
    let province = try placed(survey, SuppressedCounts.alone(places), cites: [source])
    return Section(
      "candidates", title: wording.say(\.group.candidates),
      [
        .facts([KeyValue(wording.say(\.group.candidatesRecorded), total, cites: [source])]),
        .note(Paragraph(wording.say(\.group.suppressionText), cites: [source]), .neutral),
        .table(stage), .table(cedula), .table(province),
      ])
  }

  private func word(_ status: CedulaStatus) -> String {
    switch status {
    case .yes: wording.say(\.group.yes)
    case .no: wording.say(\.group.no)
    case .unknown: wording.say(\.common.unknown)
    }
  }

  private func cell(_ count: Int?) -> Cell { count.map { .count($0) } ?? .suppressed }

  /// A table of counts by province, without sums.
  private func placed(
    _ survey: ProvinceSurvey, _ counts: [[Int?]], cites: [Int]
  ) throws -> ReportTable {
    var columns = [ReportTable.Column(wording.say(\.group.occupation), weight: 4)]
    for province in survey.provinces {
      columns.append(.init(String(province.id.dropFirst(3)), weight: 0.8, isNumeric: true))
    }
    var rows: [ReportTable.Row] = []
    for (occupation, own) in zip(survey.occupations, counts) {
      let first: Cell = try name(occupation)
      rows.append(.init([first] + own.map(cell)))
    }
    return ReportTable(
      "candidates-by-province", caption: wording.say(\.group.candidatesByProvince),
      columns: columns, rows: rows, cites: cites)
  }

  /// A table of counts with their sums.
  private func counted(
    _ id: String, _ caption: String, _ survey: ProvinceSurvey, columns: [String],
    _ counts: SuppressedCounts, cites: [Int]
  ) throws -> ReportTable {
    var rows: [ReportTable.Row] = []
    for (index, occupation) in survey.occupations.enumerated() {
      let first: Cell = try name(occupation)
      rows.append(.init([first] + counts.cells[index].map(cell) + [cell(counts.rowTotals[index])]))
    }
    let last: Cell = .text(wording.say(\.group.sum))
    rows.append(.init([last] + counts.columnTotals.map(cell) + [cell(counts.total)]))
    return ReportTable(
      id, caption: caption,
      columns: [.init(wording.say(\.group.occupation), weight: 3)]
        + (columns + [wording.say(\.group.sum)]).map { .init($0, isNumeric: true) },
      rows: rows, cites: cites)
  }
}
