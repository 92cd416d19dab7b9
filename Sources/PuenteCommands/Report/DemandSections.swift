import Classifications
import Partnership
import ReferenceData
import Reports
import Tabular

/// What the paper says of demand in Canada, and the figures of the Partnership that it cites.
extension ReportDraft {
  /// Positions approved for foreign workers in the health groups of NOC 2016.
  mutating func demandSection() throws -> Reports.Section {
    let title = wording.say(\.group.demand)
    let file = "datasets/demand/lmia-noc2016.csv"
    guard fileExists(catalogue.directory.file(file)) else {
      return Section("demand", title: title, [.text(wording.say(\.group.noDemand))])
    }
    let source = try cite(source: "esdc-lmia-2024q1")
    try cite(file: file)
    let columns = ["code", "employer_records", "approved_positions", "period"]
    let table = try Table.load(
      path: catalogue.directory.file(file),
      schema: TableSchema(columns: columns.map { .required($0) }))
    let health = Set(try catalogue.unitGroups(ofSector: "health", in: .noc2016).map(\.code))
    let rows = table.rows.filter { health.contains($0["code"]) }.compactMap { row in
      Int(row["approved_positions"]).map { (code: row["code"], positions: $0, row: row) }
    }.sorted { ($1.positions, $0.code) < ($0.positions, $1.code) }
    let period = rows.first?.row["period"] ?? ""
    let sum = rows.reduce(0) { $0 + $1.positions }
    var blocks: [Block] = [
      .text(wording.say(\.group.demandText, count: sum, period), cites: [source])
    ]
    func group(_ code: String) throws -> Phrase {
      let title = try self.title(OccupationCode(.noc2016, code))
      return Phrase("\(code) \(title.text)", in: title.language)
    }
    if let most = rows.first {
      let bars = try rows.prefix(10).map {
        Bars.Bar(try group($0.code), [Double($0.positions)])
      }
      blocks.append(
        .chart(
          Chart(
            "demand-chart", title: wording.say(\.group.demandChart, period),
            summary: wording.say(
              \.group.demandSummary, try group(most.code).text, wording.count(most.positions)),
            content: .bars(
              Bars(
                unit: wording.say(\.group.positions).lowercased(), subject: "NOC 2016",
                series: [.init(wording.say(\.group.positions))], bars: bars)),
            cites: [source])))
    }
    blocks.append(
      .table(
        ReportTable(
          "demand", caption: wording.say(\.group.demandTable, period),
          columns: [
            .init(wording.say(\.equivalences.code), weight: 0.8),
            .init(wording.say(\.equivalences.title), weight: 4),
            .init(wording.say(\.group.positions), isNumeric: true),
            .init(wording.say(\.group.employers), isNumeric: true),
          ],
          rows: try rows.map { entry in
            .init([
              .code(entry.code), .text([try self.title(OccupationCode(.noc2016, entry.code))]),
              .count(entry.positions), .count(orUnknown: Int(entry.row["employer_records"])),
            ])
          }, cites: [source])))
    blocks.append(.note(Paragraph(wording.say(\.group.demandNote), cites: [source]), .neutral))
    return Section("demand", title: title, blocks)
  }

  /// Figures of the annual reports, as printed: those with some identifiers, or those of the labour group.
  mutating func indicatorSection(
    _ ids: [String], in reports: PartnershipReports
  ) throws -> Reports.Section {
    try cite(file: "datasets/cmp/indicators.csv")
    let chosen = reports.indicators.filter { indicator in
      ids.isEmpty ? indicator.group == "LM" : ids.contains(indicator.id)
    }
    var rows: [ReportTable.Row] = []
    for indicator in chosen {
      let citation = reports.citation(ofIndicator: indicator.id, in: indicator.provenance.report)
      let source = try cite(source: indicator.provenance.source)
      rows.append(
        .init(
          [
            .text([wording.official(indicator.name, in: .en)]),
            .text([wording.official(indicator.words, in: .en)]),
            .text([wording.official(indicator.period ?? "–", in: .en)]),
            .text(citation?.place ?? place(indicator.provenance)),
            .text(
              wording.confidence(.init(rawValue: indicator.provenance.confidence) ?? .unstated)),
          ], cites: [source]))
    }
    return Section(
      "indicators", title: wording.say(\.group.indicators),
      [
        .text(wording.say(\.group.indicatorsText)),
        .table(
          ReportTable(
            "indicators", caption: wording.say(\.group.indicators),
            columns: [
              .init(wording.say(\.group.indicator), weight: 3),
              .init(wording.say(\.group.value), weight: 1.8),
              .init(wording.say(\.group.period), weight: 1.6),
              .init(wording.say(\.group.place), weight: 2.5),
              .init(wording.say(\.common.confidence)),
            ], rows: rows)),
      ])
  }
}
