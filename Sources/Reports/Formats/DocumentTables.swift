import Classifications

/// What formats make of parts of a report that they show as tables: charts, the sources, the records.
extension Document {
  /// All tables, those behind charts among them, in the order of the report; then the sources and the records.
  var tables: [ReportTable] {
    let wording = Wording(language)
    var result: [ReportTable] = []
    func add(_ section: Section) {
      for block in section.blocks {
        switch block {
        case .table(let table): result.append(table)
        case .chart(let chart): result.append(chart.table(wording))
        case .paragraph, .list, .facts, .note: break
        }
      }
      section.sections.forEach(add)
    }
    sections.forEach(add)
    if !sources.isEmpty { result.append(sourceTable) }
    if !records.isEmpty { result.append(recordTable) }
    return result
  }

  /// The sources as a table.
  var sourceTable: ReportTable {
    let wording = Wording(language)
    return ReportTable(
      "sources", caption: wording.say(\.common.sources),
      columns: [
        .init(wording.say(\.common.number), weight: 0.4),
        .init(wording.say(\.common.title), weight: 3),
        .init(wording.say(\.common.address), weight: 3),
        .init(wording.say(\.common.asOf)),
        .init(wording.say(\.common.confidence)),
        .init(wording.say(\.common.remark), weight: 2),
      ],
      rows: sources.enumerated().map { index, source in
        .init([
          .count(index + 1), .text([source.title]), .text(source.address.text),
          .text(source.asOf.text.isEmpty ? wording.say(\.common.undated) : source.asOf.text),
          .text(wording.confidence(source.confidence)), .text(source.note.text),
        ])
      })
  }

  /// The records as a table.
  var recordTable: ReportTable {
    let wording = Wording(language)
    return ReportTable(
      "records", caption: wording.say(\.common.records),
      columns: [
        .init(wording.say(\.common.kind), weight: 0.7),
        .init(wording.say(\.common.place), weight: 2.8),
        .init(wording.say(\.common.statement), weight: 2.6),
        .init(wording.say(\.common.hash), weight: 3),
      ],
      rows: records.map { record in
        .init([
          .code(record.kind.rawValue), .code(record.place.text), .code(record.statement.text),
          .code(record.hash.text),
        ])
      })
  }
}

extension Chart {
  /// The numbers of the chart as a table, for formats that do not draw and readers that do not see.
  func table(_ wording: Wording) -> ReportTable {
    switch content {
    case .timeline(let timeline):
      let unit = " (\(timeline.unit.text))"
      return ReportTable(
        id, caption: title.text,
        columns: [
          .init(wording.say(\.common.step), weight: 3),
          .init(wording.say(\.common.begins) + unit, isNumeric: true),
          .init(wording.say(\.common.ends) + unit, isNumeric: true),
          .init(wording.say(\.common.endsLatest) + unit, isNumeric: true),
        ],
        rows: timeline.items.map { item in
          .init([
            .text([item.label]), .number(item.start, decimals: 1),
            item.end.map { .number($0, decimals: 1) } ?? .unknown,
            (item.latestEnd ?? item.end).map { .number($0, decimals: 1) } ?? .unknown,
          ])
        }, cites: cites)
    case .bars(let bars):
      return ReportTable(
        id, caption: title.text,
        columns: [.init(bars.subject.text, weight: 3)]
          + bars.series.map { .init($0.name.text, isNumeric: true) },
        rows: bars.bars.map { bar in
          .init([.text([bar.label])] + bar.values.map { Self.quantity($0) })
        }, cites: cites)
    case .graph(let graph):
      return ReportTable(
        id, caption: title.text,
        columns: [
          .init(wording.say(\.common.from), weight: 3), .init(wording.say(\.common.to), weight: 3),
          .init(wording.say(\.common.link), weight: 2),
        ],
        rows: graph.edges.map { edge in
          .init([
            Self.name(graph.nodes[edge.from]), Self.name(graph.nodes[edge.to]),
            .text(edge.label.text),
          ])
        }, cites: cites)
    }
  }

  private static func quantity(_ value: Double) -> Cell {
    value.rounded() == value && value.magnitude < 1e15
      ? .count(Int(value)) : .number(value, decimals: 1)
  }

  private static func name(_ node: Graph.Node) -> Cell {
    .text([node.id, Phrase(" "), node.label])
  }
}
